// The bar at the foot of every screen. Fills its parent's width; its labels share one size, at which the longest
// word of any of them still fits. `canListen` shows Listen; while `speaking` it is Stop.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    property bool canGoBack: true
    property bool canStartAgain: true
    property bool listenShown: true
    property bool canListen: true
    property bool speaking: false

    readonly property list<NavigationButton> buttons: [backButton, startButton, listenButton, displayButton, personButton]
    readonly property int count: listenShown ? 5 : 4
    readonly property int gap: Theme.mm(2.5)
    readonly property int buttonWidth: Math.floor((width - (count + 1) * gap) / count)
    readonly property int wordRoom: buttonWidth - 2 * backButton.leftPadding
        - (Theme.low ? Math.round(Theme.furniture * 1.2) + Theme.mm(2) : 0) - 2
    readonly property int labelSize: fit.fitting(buttons.map(button => button.text), wordRoom, Theme.furniture)
    readonly property int tallest: buttons.reduce((most, button) => Math.max(most, button.implicitHeight), 0)

    signal back
    signal startAgain
    signal listen
    signal display
    signal person

    width: parent ? parent.width : implicitWidth
    implicitHeight: tallest + 2 * gap
    color: Theme.bar
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Always here")

    WordFit {
        id: fit
    }
    Row {
        anchors.centerIn: parent
        spacing: root.gap

        NavigationButton {
            id: backButton
            text: qsTr("Back")
            symbol: "arrow_back"
            leading: true
            enabled: root.canGoBack
            labelSize: root.labelSize
            width: root.buttonWidth
            height: root.tallest
            onClicked: root.back()
        }
        NavigationButton {
            id: startButton
            text: qsTr("Start again")
            symbol: "restart_alt"
            enabled: root.canStartAgain
            labelSize: root.labelSize
            width: root.buttonWidth
            height: root.tallest
            onClicked: root.startAgain()
        }
        NavigationButton {
            id: listenButton
            text: root.speaking ? qsTr("Stop") : qsTr("Listen")
            symbol: root.speaking ? "stop_circle" : "volume_up"
            visible: root.listenShown
            enabled: root.canListen
            labelSize: root.labelSize
            width: root.buttonWidth
            height: root.tallest
            onClicked: root.listen()
        }
        NavigationButton {
            id: displayButton
            text: qsTr("Display")
            symbol: "text_increase"
            labelSize: root.labelSize
            width: root.buttonWidth
            height: root.tallest
            onClicked: root.display()
        }
        NavigationButton {
            id: personButton
            text: qsTr("Talk to a person")
            symbol: "support_agent"
            labelSize: root.labelSize
            width: root.buttonWidth
            height: root.tallest
            onClicked: root.person()
        }
    }
}
