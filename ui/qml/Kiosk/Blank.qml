// The screen is off: nothing to see while everything is said. A finger brings it back, and presses nothing.
import QtQuick

Rectangle {
    objectName: "blank"
    anchors.fill: parent
    visible: false
    z: 1000
    color: Theme.codeDark

    TapHandler {}
}
