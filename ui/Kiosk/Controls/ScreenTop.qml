// The top row of a screen: what it is about, and the language, which a touch changes. Nothing when both are empty.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    property string title: ""
    property string symbol: ""
    property string language: ""

    signal languageTouched

    visible: title !== "" || language !== ""
    implicitHeight: Math.max(words.implicitHeight, languageChip.visible ? languageChip.height : 0) 
        + 2 * (Theme.low ? Theme.space : Theme.spaceWide)

    SymbolIcon {
        id: mark
        visible: root.symbol !== ""
        symbol: root.symbol
        size: Math.round(Theme.furniture * 1.2)
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? Theme.space : 0
        anchors.right: languageChip.visible ? languageChip.left : parent.right
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        font.pixelSize: Theme.furniture
        font.weight: Theme.strong
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    ChipButton {
        id: languageChip
        visible: text !== ""
        text: root.language
        symbol: "translate"
        editable: false
        textSize: Theme.furniture
        description: qsTr("Change the language")
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        onClicked: root.languageTouched()
    }
}
