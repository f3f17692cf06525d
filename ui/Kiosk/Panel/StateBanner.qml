// How the content is: right, with so many problems, or not read yet; and when it was last read.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Rectangle {
    id: root

    required property PreviewViewModel preview

    readonly property bool known: preview.readAt !== ""
    readonly property bool wrong: preview.problems > 0
    readonly property string verdict: !known ? qsTr("Reading…") : !wrong ? qsTr("All is well")
        : preview.problems === 1 ? qsTr("1 problem") : qsTr("%1 problems").arg(preview.problems)
    readonly property string explained: !known ? qsTr("The kiosk appears in a moment.") : !wrong ? preview.proof
        : preview.shown ? qsTr("The kiosk still shows the content of %1, the last that was right.").arg(preview.rightAt)
        : qsTr("The kiosk appears as soon as this is put right.")

    implicitHeight: words.height + 2 * DeskTheme.spaceWide
    radius: DeskTheme.radius
    color: wrong ? Theme.problemSurface : Theme.infoSurface
    border.width: DeskTheme.borderWidth
    border.color: wrong ? Theme.problem : Theme.chipBorder
    onVerdictChanged: title.Accessible.announce(verdict)

    SymbolIcon {
        id: mark
        x: DeskTheme.spaceWide
        y: DeskTheme.spaceWide
        symbol: !root.known ? "hourglass_empty" : root.wrong ? "warning" : "check_circle"
        size: Math.round(DeskTheme.title * 1.2)
        color: root.wrong ? Theme.problem : Theme.text
    }
    Column {
        id: words
        x: mark.x + mark.width + DeskTheme.spaceWide
        y: DeskTheme.spaceWide
        width: parent.width - x - DeskTheme.spaceWide
        spacing: DeskTheme.spaceTight

        PanelText {
            id: title
            width: parent.width
            text: root.verdict
            lineHeight: Theme.headingLineHeight
            font.pixelSize: DeskTheme.title
            font.weight: Theme.heavy
            Accessible.role: Accessible.Heading
        }
        PanelText {
            width: parent.width
            text: root.explained
        }
        Item {
            visible: root.known
            width: parent.width
            height: again.height + DeskTheme.space

            PanelText {
                anchors.verticalCenter: again.verticalCenter
                width: again.x - DeskTheme.space
                text: root.preview.reading ? qsTr("Reading…") : qsTr("Last read at %1").arg(root.preview.readAt)
                quiet: true
                color: root.wrong ? Theme.text : Theme.mutedText
            }
            PanelButton {
                id: again
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                text: qsTr("Read again")
                symbol: "restart_alt"
                enabled: !root.preview.reading
                onClicked: root.preview.readAgain()
            }
        }
    }
}
