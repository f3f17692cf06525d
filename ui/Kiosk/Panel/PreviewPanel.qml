// What stands beside the kiosk: how the content is, every problem, and which kiosk is shown.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Rectangle {
    id: root

    required property PreviewViewModel preview

    color: Theme.card
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Beside the kiosk")

    Rectangle {
        width: DeskTheme.borderWidth
        height: parent.height
        color: Theme.mutedBorder
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: DeskTheme.margin
        spacing: DeskTheme.spaceWide

        StateBanner {
            preview: root.preview
            Layout.fillWidth: true
        }
        Rectangle {
            visible: root.preview.moved
            implicitHeight: gone.height + 2 * DeskTheme.space
            radius: DeskTheme.radius
            color: Theme.dateSurface
            border.width: DeskTheme.borderWidth
            border.color: Theme.dateBorder
            Layout.fillWidth: true

            PanelText {
                id: gone
                x: DeskTheme.spaceWide
                y: DeskTheme.space
                width: parent.width - 2 * x
                text: qsTr("The answers no longer lead to where you were. You are at the nearest place that is left.")
                color: Theme.date
                onVisibleChanged: if (visible) Accessible.announce(text)
            }
        }
        NoteList {
            visible: count > 0
            model: root.preview.notes
            warnings: root.preview.warnings
            // Room for the ring around the one that the keyboard is on.
            Layout.leftMargin: -DeskTheme.space
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        PanelText {
            visible: root.preview.problems + root.preview.warnings === 0
            text: qsTr("Save a file in %1, and the kiosk says its new words where you are.").arg(root.preview.folder)
            quiet: true
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Divider {
            implicitHeight: DeskTheme.borderWidth
            Layout.fillWidth: true
        }
        GridLayout {
            columns: 2
            columnSpacing: DeskTheme.spaceWide
            rowSpacing: DeskTheme.space
            Layout.fillWidth: true

            PanelText {
                text: qsTr("Council")
                Accessible.ignored: true
                Layout.alignment: Qt.AlignVCenter
            }
            CouncilChoice {
                council: root.preview.council
                enabled: root.preview.shown
                model: root.preview.councils
                onChosen: council => root.preview.standIn(council)
                Layout.fillWidth: true
            }
            PanelText {
                text: qsTr("As of")
                Accessible.ignored: true
                Layout.alignment: Qt.AlignVCenter
            }
            DayChoice {
                day: root.preview.day
                chosen: root.preview.dayIsChosen
                wrong: root.preview.dayIsWrong
                onWritten: day => root.preview.showAsOf(day)
                Layout.fillWidth: true
            }
        }
        PanelText {
            visible: text !== ""
            text: root.preview.dayIsWrong ? qsTr("That is no day. Write it as YYYY-MM-DD, such as 2027-04-01.")
                : root.preview.councilUnknown
            color: Theme.problem
            Layout.fillWidth: true
        }
    }
}
