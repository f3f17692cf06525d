// What every button shares: role, name, `description` (spoken after the name), focus ring, smallest size, and
// keys. Press and release must both fall inside. Other controls draw themselves on it; screens do not use it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

T.AbstractButton {
    id: root

    property string description: ""
    property real radius: Theme.radius
    property color ringColor: Theme.focus
    property int minimumWidth: Theme.target
    property int minimumHeight: Theme.target
    property FocusRing ring: null

    implicitWidth: Math.max(minimumWidth, Math.ceil(implicitContentWidth) + leftPadding + rightPadding)
    implicitHeight: Math.max(minimumHeight, Math.ceil(implicitContentHeight) + topPadding + bottomPadding)
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus
    hoverEnabled: false
    z: visualFocus ? 1 : 0
    font.family: Theme.family

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: description
    Keys.onReturnPressed: event => root.pressKey(event)
    Keys.onEnterPressed: event => root.pressKey(event)

    onVisualFocusChanged: if (!ring) ring = ringMaker.createObject(root) as FocusRing

    function pressKey(event: KeyEvent): void {
        if (!event.isAutoRepeat)
            click();
    }

    // Made when the keyboard first comes here: most buttons never need one, and a month has thirty.
    Component {
        id: ringMaker

        FocusRing {
            around: root.radius
            border.color: root.ringColor
            visible: root.visualFocus
        }
    }
}
