pragma ComponentBehavior: Bound

// The window of a preview: the kiosk, scaled to fit, and the panel beside it.

import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Panel
import Kiosk.Theme
import Kiosk.ViewModels

Window {
    id: root

    required property PreviewViewModel preview
    readonly property KioskSurface surface: loader.item as KioskSurface
    readonly property real contentPosition: surface ? surface.contentPosition : 0
    // Not of the window itself, which the author may make as wide as is wished.
    readonly property int usualHeight: Math.round(Screen.desktopAvailableHeight * DeskTheme.share)
    property real position: 0

    color: Theme.surface
    height: root.usualHeight
    minimumHeight: DeskTheme.leastHeight
    minimumWidth: DeskTheme.leastWidth
    title: qsTr("Preview of %1").arg(root.preview.folder)
    visible: true
    width: Math.min(Screen.desktopAvailableWidth, Math.round(stage.widthAt(root.usualHeight)) + DeskTheme.panelWidth)

    Connections {
        function onLeaving() {
            root.position = root.contentPosition;
        }

        function onArrived() {
            if (root.surface && !root.preview.moved)
                root.surface.scrollTo(root.position);
        }

        target: root.preview
    }

    Shortcut {
        sequences: [StandardKey.Refresh]

        onActivated: root.preview.readAgain()
    }

    Item {
        id: stage

        readonly property real fit: Math.min((width - 2 * DeskTheme.margin) / DeskTheme.kioskWidth, (height - 2 * DeskTheme.margin) / DeskTheme.kioskHeight)

        function widthAt(windowHeight: real): real {
            return (windowHeight - 2 * DeskTheme.margin) * DeskTheme.kioskWidth / DeskTheme.kioskHeight + 2 * DeskTheme.margin;
        }

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        anchors.top: parent.top
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("The kiosk")

        Rectangle {
            anchors.centerIn: parent
            border.color: Theme.border
            border.width: DeskTheme.borderWidth
            color: Theme.card
            height: DeskTheme.kioskHeight * stage.fit + 2 * DeskTheme.bezel
            radius: DeskTheme.bezelRadius
            width: DeskTheme.kioskWidth * stage.fit + 2 * DeskTheme.bezel
        }

        Rectangle {
            anchors.centerIn: parent
            color: Theme.surface
            height: DeskTheme.kioskHeight * stage.fit
            width: DeskTheme.kioskWidth * stage.fit
        }

        Loader {
            id: loader

            active: root.preview.shown
            anchors.centerIn: parent
            height: DeskTheme.kioskHeight
            scale: stage.fit
            width: DeskTheme.kioskWidth

            sourceComponent: KioskSurface {
                session: root.preview.session
            }
        }
    }

    PreviewPanel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        preview: root.preview
        width: Math.max(DeskTheme.narrowPanelWidth, Math.min(DeskTheme.panelWidth, root.width - stage.widthAt(root.height)))
    }
}
