// Every note, one under the other; the arrow keys go through them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

ListView {
    id: root

    function turnPage(direction: int): void {
        const edge = contentY + (direction > 0 ? height - 1 : 0);
        const there = indexAt(0, Math.max(edge, originY));
        currentIndex = Math.max(0, Math.min(count - 1, there === currentIndex || there < 0 ? currentIndex + direction : there));
    }

    clip: true
    activeFocusOnTab: count > 0
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Problems and warnings")
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            turnPage(event.key === Qt.Key_PageDown ? 1 : -1);
            event.accepted = true;
        }
    }

    delegate: NoteItem {
        lit: root.activeFocus && ListView.isCurrentItem
    }

    T.ScrollBar.vertical: PanelScrollBar {}
}
