// Light on near black, for eyes that bright screens hurt.
import QtQuick

Colors {
    surface: "#0e141d"
    card: "#182230"
    pressed: "#284043"
    pressedText: "#f5f1e8"
    selected: "#1b3536"
    text: "#f5f1e8"
    mutedText: "#cdd4de"
    disabledText: "#8792a2"
    border: "#a9b6c8"
    mutedBorder: "#6d7a8c"
    focus: "#8cc0ff"

    action: "#a9e3d4"
    actionPressed: "#dbf6ee"
    actionText: "#06211d"

    hero: "#182230"
    heroText: "#f5f1e8"

    bar: "#05080c"
    barPressed: "#284043"
    barText: "#f5f1e8"
    barDisabled: "#7f8a99"
    barBorder: "#76869e"
    barLead: "#f5f1e8"
    barLeadText: "#0e141d"
    barFocus: "#8cc0ff"

    chip: "#1b3536"
    chipBorder: "#6fa39a"
    chipText: "#f5f1e8"
    tile: "#1f3d3d"
    tileText: "#b9ecdf"

    dateSurface: "#33260c"
    date: "#ffe3ad"
    dateBorder: "#e0ab4d"
    dateStrip: "#f0bd62"
    dateStripText: "#2b1900"
    leaf: "#181307"

    mustSurface: "#f5f1e8"
    mustText: "#0e141d"
    canSurface: "#1f3d3d"
    canText: "#c9f2e8"
    canBorder: "#1f3d3d"
    choiceSurface: "#0e141d"
    choiceText: "#f5f1e8"
    pillBorder: "#a9b6c8"

    infoSurface: "#182a30"
    problemSurface: "#341b19"
    problem: "#ffb9ae"
    line: "#7fc4c9"
    station: "#182230"
}
