// The look of the kiosk: colours by purpose, sizes in real millimetres, text sized for the eye at its distance.
// Main sets the first group of properties; everything else follows from them.
pragma Singleton
import QtQuick

QtObject {
    id: root

    property real pixelsPerMm: 4
    property real viewingDistance: 500
    property real textScale: 1
    property string contrast: "standard"
    property real windowWidth: 1080
    property real windowHeight: 1920

    readonly property string family: "Atkinson Hyperlegible Next"
    readonly property string symbolFamily: "Kiosk Symbols"
    readonly property int regular: Font.Normal
    readonly property int strong: Font.DemiBold
    readonly property int heavy: Font.ExtraBold
    // Of the font's own line, which is 1.3 of its size.
    readonly property real lineHeight: 0.98
    readonly property real headingLineHeight: 0.88

    // A capital letter of body text subtends 0.7 degrees; capitals are 0.668 of the font's size.
    readonly property real readable: 2 * viewingDistance * Math.tan(0.35 * Math.PI / 180) / 0.668 * pixelsPerMm
    // Headings grow less than body text: at 1.6 they are already large, and long words must fit their line.
    readonly property real growth: Math.max(0, textScale - 1)
    readonly property int body: Math.ceil(readable * textScale)
    readonly property int small: Math.ceil(body * 0.87)
    readonly property int lead: Math.round(body * (1.2 - 0.2 * growth))
    readonly property int title: heading((low ? 1.55 : 1.85) - 0.5 * growth, 13)
    readonly property int display: heading((low ? 2 : 2.6) - 1.2 * growth, 11)
    readonly property int smallest: Math.round(readable * 0.65)
    // What stands on every screen, the bar and the top row, grows no further: the content needs the room.
    readonly property int furniture: Math.round(Math.min(small, readable * (low ? 0.85 : 1.15)))
    readonly property real largeScale: 1.3

    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
    readonly property real contentWidth: windowWidth - 2 * margin - (wide && low ? railWidth + margin : 0)
    readonly property bool wide: windowWidth > windowHeight
    readonly property bool low: windowHeight < body * 22
    readonly property bool roomy: contentWidth / columns > body * 20
    readonly property int columns: wide && contentWidth / 2 > body * 14 ? 2 : 1
    readonly property int margin: Math.round(Math.min(mm(14), windowWidth * 0.05))
    readonly property int railWidth: mm(32)
    readonly property int readingWidth: body * 34

    readonly property int spaceTight: mm(1.5)
    readonly property int space: mm(3)
    readonly property int spaceFlow: mm(roomy && !low ? 4.5 : 3)
    readonly property int spaceWide: mm(roomy && !low ? 6 : 4)
    readonly property int spaceSection: mm(low ? 6 : 9)
    readonly property int padding: mm(roomy ? 7 : 5)

    readonly property int target: Math.ceil(20 * pixelsPerMm)
    readonly property int optionHeight: wide || low ? target : Math.ceil(27 * pixelsPerMm)
    readonly property int mainActionHeight: Math.ceil(25 * pixelsPerMm)
    readonly property int mainActionWidth: Math.ceil(60 * pixelsPerMm)
    readonly property int tileSize: mm(low ? 16 : 20)
    readonly property int borderWidth: Math.max(2, mm(contrast === "high" ? 1.1 : 0.8))
    readonly property int thinWidth: Math.max(1, mm(contrast === "high" ? 0.8 : 0.4))
    readonly property int focusWidth: Math.max(3, mm(1.3))
    readonly property int radius: mm(4.5)
    readonly property int smallRadius: mm(2.5)
    readonly property int routeLine: mm(2.5)
    readonly property real qrModuleMm: 1.5

    readonly property Colors standard: StandardColors {}
    readonly property Colors high: HighColors {}
    readonly property Colors dark: DarkColors {}
    readonly property Colors colors: contrast === "high" ? high : contrast === "dark" ? dark : standard

    readonly property list<string> textPairs: colors.textPairs
    readonly property list<string> shapePairs: colors.shapePairs
    readonly property color surface: colors.surface
    readonly property color card: colors.card
    readonly property color pressed: colors.pressed
    readonly property color pressedText: colors.pressedText
    readonly property color selected: colors.selected
    readonly property color text: colors.text
    readonly property color mutedText: colors.mutedText
    readonly property color disabledText: colors.disabledText
    readonly property color border: colors.border
    readonly property color mutedBorder: colors.mutedBorder
    readonly property color focus: colors.focus
    readonly property color action: colors.action
    readonly property color actionPressed: colors.actionPressed
    readonly property color actionText: colors.actionText
    readonly property color hero: colors.hero
    readonly property color heroText: colors.heroText
    readonly property color bar: colors.bar
    readonly property color barPressed: colors.barPressed
    readonly property color barText: colors.barText
    readonly property color barDisabled: colors.barDisabled
    readonly property color barBorder: colors.barBorder
    readonly property color barLead: colors.barLead
    readonly property color barLeadText: colors.barLeadText
    readonly property color barFocus: colors.barFocus
    readonly property color chip: colors.chip
    readonly property color chipBorder: colors.chipBorder
    readonly property color chipText: colors.chipText
    readonly property color tile: colors.tile
    readonly property color tileText: colors.tileText
    readonly property color dateSurface: colors.dateSurface
    readonly property color date: colors.date
    readonly property color dateBorder: colors.dateBorder
    readonly property color dateStrip: colors.dateStrip
    readonly property color dateStripText: colors.dateStripText
    readonly property color leaf: colors.leaf
    readonly property color mustSurface: colors.mustSurface
    readonly property color mustText: colors.mustText
    readonly property color canSurface: colors.canSurface
    readonly property color canText: colors.canText
    readonly property color canBorder: colors.canBorder
    readonly property color choiceSurface: colors.choiceSurface
    readonly property color choiceText: colors.choiceText
    readonly property color pillBorder: colors.pillBorder
    readonly property color infoSurface: colors.infoSurface
    readonly property color problemSurface: colors.problemSurface
    readonly property color problem: colors.problem
    readonly property color line: colors.line
    readonly property color station: colors.station
    // A QR code is dark on white whatever the contrast: many phones cannot read an inverted one.
    readonly property color qrDark: "#000000"
    readonly property color qrLight: "#ffffff"

    function mm(x: real): int {
        return Math.round(x * pixelsPerMm)
    }

    function heading(ratio: real, letters: real): int {
        return Math.round(Math.max(body, Math.min(body * ratio, contentWidth / letters / 0.6)))
    }
}
