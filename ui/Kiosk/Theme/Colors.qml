// Every colour of one contrast setting, named by purpose. A palette that forgets one does not load.
// `textPairs` (at least 7:1) and `shapePairs` (at least 3:1) say which colour stands on which: a test measures them.
import QtQuick

QtObject {
    required property color surface
    required property color card
    required property color pressed
    required property color pressedText
    required property color selected
    required property color text
    required property color mutedText
    required property color disabledText
    required property color border
    required property color mutedBorder
    required property color focus

    required property color action
    required property color actionPressed
    required property color actionText

    required property color hero
    required property color heroText

    required property color bar
    required property color barPressed
    required property color barText
    required property color barDisabled
    required property color barBorder
    required property color barLead
    required property color barLeadText
    required property color barFocus

    required property color chip
    required property color chipBorder
    required property color chipText
    required property color tile
    required property color tileText

    required property color dateSurface
    required property color date
    required property color dateBorder
    required property color dateStrip
    required property color dateStripText
    required property color leaf

    required property color mustSurface
    required property color mustText
    required property color canSurface
    required property color canText
    required property color canBorder
    required property color choiceSurface
    required property color choiceText
    required property color pillBorder

    required property color infoSurface
    required property color problemSurface
    required property color problem
    required property color line
    required property color station

    readonly property list<string> textPairs: [
        "text/surface", "text/card", "pressedText/pressed", "text/selected", "text/chip", "text/infoSurface",
        "text/problemSurface", "text/station", "mutedText/surface", "mutedText/card",
        "mutedText/selected", "mutedText/infoSurface", "actionText/action", "actionText/actionPressed", "heroText/hero",
        "barText/bar", "barText/barPressed", "barLeadText/barLead", "chipText/chip", "tileText/tile", "date/dateSurface",
        "date/leaf", "dateStripText/dateStrip", "mustText/mustSurface", "canText/canSurface", "choiceText/choiceSurface",
        "problem/surface", "problem/card", "problem/problemSurface"
    ]
    readonly property list<string> shapePairs: [
        "disabledText/surface", "disabledText/card", "barDisabled/bar", "border/surface", "border/card",
        "mutedBorder/surface", "focus/surface", "focus/card", "action/surface", "barBorder/bar", "barLead/bar",
        "barFocus/bar", "chipBorder/surface", "dateBorder/surface", "dateBorder/dateSurface", "problem/surface",
        "line/surface", "mustSurface/surface", "pillBorder/surface"
    ]
}
