// A QR code, black on white with its own border in every contrast. `source` is a picture of one pixel a module,
// `modules` its side, quiet zone included; `name` says what it holds. A module is at least `moduleMm`, or with `room`
// as many whole pixels as that side allows.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string source
    required property int modules
    property string name: ""
    property real moduleMm: Theme.qrModuleMm
    property real room: 0

    readonly property int frame: Theme.borderWidth
    readonly property int wanted: Math.ceil(moduleMm * Theme.pixelsPerMm - 0.1)
    readonly property int allowed: Math.floor(((room > 0 ? room : Theme.contentWidth) - 2 * frame) / modules)
    readonly property int modulePixels: Math.max(1, room > 0 ? allowed : Math.min(wanted, allowed))

    implicitWidth: modules * modulePixels + 2 * frame
    implicitHeight: implicitWidth
    color: Theme.qrLight
    border.width: frame
    border.color: Theme.qrDark
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Image {
        x: root.frame
        y: root.frame
        width: root.modules * root.modulePixels
        height: width
        source: root.source
        smooth: false
        cache: false
        Accessible.ignored: true
    }
}
