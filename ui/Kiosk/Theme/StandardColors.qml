// Calm paper, ink navy, one action green, and amber for dates alone.
import QtQuick

Colors {
    surface: "#fbf8f2"
    card: "#ffffff"
    pressed: "#d3e6e0"
    pressedText: "#14233c"
    selected: "#e3efec"
    text: "#14233c"
    mutedText: "#3a4a63"
    disabledText: "#76808f"
    border: "#14233c"
    mutedBorder: "#8c8678"
    focus: "#0b57d0"

    action: "#0b4f4a"
    actionPressed: "#062f2c"
    actionText: "#ffffff"

    hero: "#14233c"
    heroText: "#ffffff"

    bar: "#14233c"
    barPressed: "#31435f"
    barText: "#ffffff"
    barDisabled: "#8b98ab"
    barBorder: "#76869e"
    barLead: "#ffffff"
    barLeadText: "#14233c"
    barFocus: "#9cc7ff"

    chip: "#e3efec"
    chipBorder: "#5f8a83"
    chipText: "#14233c"
    tile: "#e3efec"
    tileText: "#0b4f4a"

    dateSurface: "#fff0cf"
    date: "#4a2900"
    dateBorder: "#7a4a00"
    dateStrip: "#7a4a00"
    dateStripText: "#ffffff"
    leaf: "#ffffff"

    mustSurface: "#14233c"
    mustText: "#ffffff"
    canSurface: "#dceee9"
    canText: "#08403b"
    canBorder: "#dceee9"
    choiceSurface: "#fbf8f2"
    choiceText: "#14233c"
    pillBorder: "#14233c"

    infoSurface: "#eaf2f0"
    problemSurface: "#fdeeea"
    problem: "#8c1d18"
    line: "#1b4f5e"
    station: "#ffffff"
}
