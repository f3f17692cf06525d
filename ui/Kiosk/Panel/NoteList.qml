// Every note, one under the other; the arrow keys go through them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

ListView {
    id: root

    required property int warnings

    // To the last that is in view when the current one is at the top; or the other way round.
    function turnPage(direction: int): void {
        positionViewAtIndex(currentIndex, direction > 0 ? ListView.Beginning : ListView.End);
        forceLayout();
        const there = indexAt(0, direction > 0 ? contentY + height - 1 : contentY);
        const end = direction > 0 ? count - 1 : 0;
        currentIndex = there < 0 || currentIndex === end ? end : there === currentIndex ? currentIndex + direction : there;
    }

    clip: true
    activeFocusOnTab: true
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
        warnings: root.warnings
        onTouched: {
            root.currentIndex = index;
            root.forceActiveFocus(Qt.MouseFocusReason);
        }
    }

    T.ScrollBar.vertical: PanelScrollBar {}
}
