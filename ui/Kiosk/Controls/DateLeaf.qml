// A date as a leaf of a calendar: the month on its strip, the day large, the weekday. Read out as one date.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string month
    required property string day
    required property string weekday

    implicitWidth: Math.ceil(Math.max(Theme.mm(30), monthWords.implicitWidth, weekdayWords.implicitWidth))
        + 2 * Theme.space
    implicitHeight: strip.height + dayWords.height + weekdayWords.height + Theme.space
    radius: Theme.smallRadius
    color: Theme.leaf
    border.width: Theme.borderWidth
    border.color: Theme.dateBorder
    Accessible.role: Accessible.StaticText
    Accessible.name: `${weekday} ${day} ${month}`

    Rectangle {
        id: strip
        width: parent.width
        height: monthWords.height + 2 * Theme.spaceTight
        topLeftRadius: root.radius
        topRightRadius: root.radius
        color: Theme.dateStrip

        Words {
            id: monthWords
            anchors.centerIn: parent
            text: root.month
            color: Theme.dateStripText
            font.pixelSize: Theme.small
            font.weight: Theme.heavy
        }
    }
    Words {
        id: dayWords
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: strip.bottom
        text: root.day
        color: Theme.date
        lineHeight: Theme.headingLineHeight
        font.pixelSize: Theme.display
        font.weight: Theme.heavy
    }
    Words {
        id: weekdayWords
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: dayWords.bottom
        text: root.weekday
        color: Theme.date
        font.pixelSize: Theme.small
        font.weight: Theme.strong
    }
}
