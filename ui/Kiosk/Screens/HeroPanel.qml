pragma ComponentBehavior: Bound

// The dark panel at the top of the first screen, from edge to edge: what this is for and, where there is room, what
// will happen, as stations on a line.

import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string lead
    required property list<string> stations
    required property string title
    required property string topic
    readonly property bool roomy: height > words.height + route.height + 2 * Theme.spaceSection

    color: Theme.hero
    implicitHeight: words.height + 2 * (Theme.low ? Theme.space : Theme.spaceSection)
    width: Theme.windowWidth
    x: -Theme.margin

    component Line: Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        color: Theme.heroText
        font.family: Theme.family
        font.pixelSize: Theme.lead
        horizontalAlignment: Text.AlignLeft
        textFormat: Text.PlainText
        width: parent ? parent.width : implicitWidth
        wrapMode: Text.Wrap
    }

    Column {
        id: words

        spacing: Theme.low ? Theme.spaceTight : Theme.spaceWide
        width: Theme.contentWidth
        x: Theme.margin
        y: root.roomy ? (root.height - height - route.height) / 3 : (root.height - height) / 2

        Line {
            font.pixelSize: Theme.body
            font.weight: Theme.strong
            text: root.topic
        }

        Line {
            Accessible.role: Accessible.Heading
            font.pixelSize: Theme.low ? Theme.title : Theme.display
            font.weight: Theme.heavy
            lineHeight: Theme.headingLineHeight
            text: root.title
        }

        Line {
            font.pixelSize: Theme.low ? Theme.body : Theme.lead
            text: root.lead
        }
    }

    Column {
        id: route

        spacing: Theme.spaceSection
        visible: root.roomy
        width: Theme.contentWidth
        x: Theme.margin
        y: root.height - height - (root.height - words.height - height) / 3

        Repeater {
            model: root.stations

            delegate: Item {
                id: station

                required property int index
                required property string modelData

                height: Math.max(circle.height, told.height)
                width: route.width

                Rectangle {
                    anchors.horizontalCenter: circle.horizontalCenter
                    color: Theme.heroText
                    height: circle.y - y
                    visible: station.index > 0
                    width: Theme.thinWidth
                    y: -route.spacing - (station.height - circle.height) / 2
                }

                Rectangle {
                    id: circle

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: Theme.heroText
                    border.width: Theme.borderWidth
                    color: Theme.hero
                    height: width
                    radius: width / 2
                    width: Math.round(Theme.lead * 1.7)

                    Line {
                        Accessible.ignored: true
                        anchors.verticalCenter: parent.verticalCenter
                        font.weight: Theme.heavy
                        horizontalAlignment: Text.AlignHCenter
                        text: station.index + 1
                    }
                }

                Line {
                    id: told

                    anchors.left: circle.right
                    anchors.leftMargin: Theme.spaceWide
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: station.modelData
                }
            }
        }
    }
}
