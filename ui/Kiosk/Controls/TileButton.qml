// A way in from the first screen: a symbol in a tile and a few words. Stands in a CardGrid, or takes a `width`.
pragma ComponentBehavior: Bound
import QtQuick

OptionButton {
    arrow: false
}
