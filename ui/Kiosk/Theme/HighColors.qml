// Pure black on pure white, and white on black for what acts.
import QtQuick

Colors {
    surface: "#ffffff"
    card: "#ffffff"
    pressed: "#000000"
    pressedText: "#ffffff"
    selected: "#ffffff"
    text: "#000000"
    mutedText: "#000000"
    disabledText: "#6b6b6b"
    border: "#000000"
    mutedBorder: "#000000"
    focus: "#000000"

    action: "#000000"
    actionPressed: "#404040"
    actionText: "#ffffff"

    hero: "#000000"
    heroText: "#ffffff"

    bar: "#000000"
    barPressed: "#404040"
    barText: "#ffffff"
    barDisabled: "#9a9a9a"
    barBorder: "#ffffff"
    barLead: "#ffffff"
    barLeadText: "#000000"
    barFocus: "#ffffff"

    chip: "#ffffff"
    chipBorder: "#000000"
    chipText: "#000000"
    tile: "#000000"
    tileText: "#ffffff"

    dateSurface: "#ffffff"
    date: "#000000"
    dateBorder: "#000000"
    dateStrip: "#000000"
    dateStripText: "#ffffff"
    leaf: "#ffffff"

    mustSurface: "#000000"
    mustText: "#ffffff"
    canSurface: "#ffffff"
    canText: "#000000"
    canBorder: "#000000"
    choiceSurface: "#ffffff"
    choiceText: "#000000"
    pillBorder: "#000000"

    infoSurface: "#ffffff"
    problemSurface: "#ffffff"
    problem: "#000000"
    line: "#000000"
    station: "#ffffff"
}
