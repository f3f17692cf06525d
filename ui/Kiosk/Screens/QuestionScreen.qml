pragma ComponentBehavior: Bound

// A question with its options as cards.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property QuestionViewModel screen

    AnswerChips {
        screen: root.screen
    }

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: root.screen.hint
        visible: text !== ""
    }

    OptionCards {
        options: root.screen.options

        onChosen: key => root.screen.choose(key)
    }

    WordsExplained {
        screen: root.screen
    }
}
