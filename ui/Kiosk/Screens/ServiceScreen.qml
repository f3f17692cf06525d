pragma ComponentBehavior: Bound

// One service: its code, and its contact details large beside or below it.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property ServiceViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: root.screen.description
    }

    Notice {
        kind: Notice.Kind.WatchOut
        text: root.screen.alert
        visible: text !== ""
    }

    AgeNotice {
        session: root.session
    }

    Flow {
        readonly property bool abreast: Theme.wide && Theme.roomy

        spacing: Theme.spaceWide
        width: parent ? parent.width : implicitWidth

        CodeCard {
            modules: root.screen.modules
            name: root.screen.title
            source: root.screen.code
            width: parent.abreast ? (parent.width - parent.spacing) / 2 : parent.width

            onEnlarged: root.screen.enlarge()
        }

        ContactCard {
            width: parent.abreast ? (parent.width - parent.spacing) / 2 : parent.width

            Repeater {
                model: root.screen.lines

                delegate: ContactLine {
                    required detail
                    required large
                    required symbol
                    required text
                }
            }
        }
    }

    BodyText {
        look: BodyText.Look.Small
        text: root.screen.provenance
    }
}
