// Which council the kiosk stands in: typing the first letters of a name goes there.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls
import Kiosk.Theme

T.ComboBox {
    id: root

    required property string council

    function named(name: string): string {
        return name || qsTr("No council: national services only");
    }

    signal chosen(council: string)

    implicitHeight: DeskTheme.control
    textRole: "name"
    valueRole: "key"
    displayText: enabled ? named(currentText) : ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("Council")
    Accessible.description: displayText
    onActivated: chosen(currentValue)
    // Other councils begin with the first chosen.
    onModelChanged: currentIndex = Qt.binding(() => count > 0 ? indexOfValue(council) : -1)

    contentItem: Words {
        leftPadding: DeskTheme.spaceWide
        rightPadding: DeskTheme.control
        text: root.displayText
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: DeskTheme.text
    }

    indicator: SymbolIcon {
        x: root.width - width - DeskTheme.space
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        symbol: "expand_more"
        size: DeskTheme.title
        color: root.enabled ? Theme.text : Theme.disabledText
    }

    background: Rectangle {
        radius: DeskTheme.radius
        color: root.hovered ? Theme.selected : Theme.card
        border.width: DeskTheme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText

        FocusRing {
            around: DeskTheme.radius
            border.width: DeskTheme.focusWidth
            visible: root.visualFocus
        }
    }

    delegate: T.ItemDelegate {
        id: entry

        required property int index
        required property string name

        width: ListView.view ? ListView.view.width : implicitWidth
        implicitHeight: DeskTheme.control
        highlighted: root.highlightedIndex === index
        Accessible.name: root.named(name)

        contentItem: Words {
            leftPadding: DeskTheme.spaceWide
            text: root.named(entry.name)
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
            color: entry.highlighted ? Theme.pressedText : Theme.text
            font.pixelSize: DeskTheme.text
            font.weight: root.currentIndex === entry.index ? Theme.strong : Theme.regular
        }

        background: Rectangle {
            color: entry.highlighted ? Theme.pressed : Theme.card
        }
    }

    popup: T.Popup {
        y: -height - DeskTheme.spaceTight
        width: root.width
        height: Math.min(list.contentHeight + 2 * padding, DeskTheme.listHeight)
        padding: DeskTheme.space

        contentItem: ListView {
            id: list
            clip: true
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds

            T.ScrollBar.vertical: PanelScrollBar {}
        }

        background: Rectangle {
            radius: DeskTheme.radius
            color: Theme.card
            border.width: DeskTheme.borderWidth
            border.color: Theme.border
        }
    }
}
