pragma ComponentBehavior: Bound

// The services that fill a role here, or the honest way to find one.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property ServicesViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: root.screen.does
    }

    Notice {
        kind: Notice.Kind.Info
        text: root.screen.fallback
        visible: text !== ""
    }

    OptionCards {
        options: root.screen.services

        onChosen: key => root.screen.choose(key)
    }
}
