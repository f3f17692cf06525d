// The top row of a screen: what it is about, and the language, which a touch changes.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: root

    property string title: ""
    property string symbol: ""
    property string language: ""

    signal languageTouched

    implicitHeight: title === "" && language === "" ? Theme.spaceWide
        : Math.max(words.implicitHeight, languageChip.visible ? languageChip.height : 0) + 2 * Theme.spaceWide

    SymbolIcon {
        id: mark
        visible: root.symbol !== ""
        symbol: root.symbol
        size: Math.round(Theme.body * 1.2)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
    }
    BodyText {
        id: words
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? Theme.space : Theme.margin
        anchors.right: languageChip.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        width: undefined
        look: BodyText.Look.Strong
        text: root.title
    }
    ChipButton {
        id: languageChip
        visible: text !== ""
        text: root.language
        symbol: "translate"
        editable: false
        description: qsTr("Change the language")
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        onClicked: root.languageTouched()
    }
}
