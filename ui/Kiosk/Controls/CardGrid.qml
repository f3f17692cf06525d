// Cards in one column, or two in a wide window, each row as high as its highest card. Fills its parent's width.
import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

GridLayout {
    id: root

    width: parent ? parent.width : implicitWidth
    columns: Theme.columns
    columnSpacing: Theme.spaceWide
    rowSpacing: Theme.spaceFlow
    uniformCellWidths: true
}
