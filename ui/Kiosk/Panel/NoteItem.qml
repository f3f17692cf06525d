// One note: the file above the first of it, the place, and what to do. A warning is quieter.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Item {
    id: root

    required property int index
    required property string file
    required property string place
    required property string message
    required property bool warning
    required property bool leads
    required property bool opens
    property bool lit: false
    property int warnings: 0

    signal touched

    readonly property int inset: DeskTheme.spaceWide

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: words.y + words.height + DeskTheme.space
    Accessible.role: Accessible.ListItem
    Accessible.name: [file, place, message].filter(each => each !== "").join(": ")

    TapHandler {
        onTapped: root.touched()
    }
    Column {
        id: words
        y: root.leads && root.index > 0 ? DeskTheme.spaceWide : 0
        x: DeskTheme.space
        width: parent.width - x - DeskTheme.spaceWide
        spacing: DeskTheme.space

        Column {
            visible: root.opens && root.warning
            width: parent.width
            bottomPadding: DeskTheme.spaceWide
            spacing: DeskTheme.spaceWide

            Divider {
                implicitHeight: DeskTheme.borderWidth
            }
            PanelText {
                width: parent.width
                text: root.warnings === 1 ? qsTr("1 thing to look at in time. It does not keep the content from being shown.")
                    : qsTr("%1 things to look at in time. They do not keep the content from being shown.").arg(root.warnings)
                quiet: true
            }
        }
        Words {
            visible: root.leads
            width: parent.width
            text: root.file
            color: root.warning ? Theme.mutedText : Theme.text
            wrapMode: Text.WrapAnywhere
            font.pixelSize: root.warning ? DeskTheme.small : DeskTheme.text
            font.weight: Theme.strong
        }
        Rectangle {
            width: parent.width
            height: said.height
            color: "transparent"

            Rectangle {
                width: DeskTheme.focusWidth
                height: parent.height
                color: root.warning ? Theme.mutedBorder : Theme.problem
            }
            Column {
                id: said
                x: root.inset
                width: parent.width - x

                Words {
                    visible: text !== ""
                    width: parent.width
                    text: root.place
                    color: Theme.mutedText
                    font.pixelSize: DeskTheme.small
                }
                Words {
                    width: parent.width
                    text: root.message
                    color: root.warning ? Theme.mutedText : Theme.text
                    lineHeight: DeskTheme.lineHeight
                    font.pixelSize: root.warning ? DeskTheme.small : DeskTheme.text
                }
            }
            FocusRing {
                visible: root.lit
                around: DeskTheme.radius / 2
                border.width: DeskTheme.focusWidth
            }
        }
    }
}
