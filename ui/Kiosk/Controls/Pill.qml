// A few words on a ground that says how binding a step is: `kind` is "must", "can" or "choice".
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    property string text: ""
    property string kind: "can"

    width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
    implicitWidth: Math.ceil(words.implicitWidth) + 2 * Theme.space
    implicitHeight: words.height + 2 * Theme.spaceTight
    radius: Theme.smallRadius
    color: kind === "must" ? Theme.mustSurface : kind === "choice" ? Theme.choiceSurface : Theme.canSurface
    border.width: kind === "must" ? 0 : Theme.thinWidth
    border.color: kind === "choice" ? Theme.pillBorder : Theme.canBorder
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Words {
        id: words
        x: Theme.space
        y: Theme.spaceTight
        width: root.width - 2 * Theme.space
        text: root.text
        color: root.kind === "must" ? Theme.mustText : root.kind === "choice" ? Theme.choiceText : Theme.canText
        font.pixelSize: Theme.small
        font.weight: Theme.strong
    }
}
