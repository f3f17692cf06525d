// Nobody has touched for a while.
import QtQuick
import Kiosk.Controls

Scene {
    id: root

    StillThereDialog {
        parent: root.parent.parent.parent
        secondsLeft: 42
    }
}
