// Something to notice: `kind` Date (amber), Info or WatchOut; a `title`, a `text`, and children below them.
// `symbol` replaces the kind's own. Fills its parent's width.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    enum Kind { Date, Info, WatchOut }

    default property alias content: words.data
    property int kind: Notice.Kind.Info
    property string title: ""
    property string text: ""
    property string symbol: kind === Notice.Kind.Date ? "event" : kind === Notice.Kind.Info ? "info" : "warning"

    readonly property color ink: kind === Notice.Kind.Date ? Theme.date : Theme.text

    width: parent ? parent.width : implicitWidth
    implicitHeight: Math.max(words.height, mark.height) + 2 * Theme.padding
    radius: Theme.radius
    color: kind === Notice.Kind.Date ? Theme.dateSurface : kind === Notice.Kind.Info ? Theme.infoSurface
        : Theme.problemSurface
    border.width: Theme.borderWidth
    border.color: kind === Notice.Kind.Date ? Theme.dateBorder : kind === Notice.Kind.Info ? Theme.chipBorder
        : Theme.problem

    SymbolIcon {
        id: mark
        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        y: Theme.padding
        symbol: root.symbol
        size: Math.round(Theme.lead * 1.2)
        color: root.kind === Notice.Kind.WatchOut ? Theme.problem : root.ink
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.space
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        y: Theme.padding
        spacing: Theme.spaceTight

        Heading {
            level: 2
            topPadding: 0
            visible: text !== ""
            text: root.title
            color: root.ink
        }
        BodyText {
            visible: text !== ""
            text: root.text
            color: root.ink
        }
    }
}
