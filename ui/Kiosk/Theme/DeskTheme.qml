// The look of what stands beside the kiosk in a preview: the sizes of an ordinary program on a desk, in its pixels.
// Colours are the kiosk's own.
pragma Singleton
import QtQuick

QtObject {
    // The screen of the kiosk that is shown, before it is scaled to fit.
    readonly property int kioskWidth: 1080
    readonly property int kioskHeight: 1920
    readonly property int bezel: 10
    readonly property int bezelRadius: 16

    readonly property int panelWidth: 540
    readonly property int narrowPanelWidth: 360
    readonly property int leastWidth: 680
    readonly property int leastHeight: 480
    // Of the screen: the rest is left to its own bars, and to the frame of the window.
    readonly property real share: 0.93

    readonly property int text: 16
    readonly property int small: 14
    readonly property int strong: 18
    readonly property int title: 26
    readonly property real lineHeight: 1.1

    readonly property int spaceTight: 4
    readonly property int space: 8
    readonly property int spaceWide: 16
    readonly property int margin: 24
    readonly property int control: 40
    readonly property int listHeight: 320
    readonly property int scrollBar: 10
    readonly property int radius: 8
    readonly property int borderWidth: 1
    readonly property int focusWidth: 3
}
