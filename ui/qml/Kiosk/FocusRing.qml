// Where the keys are: a ring around what they would press. A finger needs none, and never makes one.
import QtQuick

Rectangle {
    anchors.fill: parent
    anchors.margins: -Theme.mm(0.4) - Theme.focusRing
    visible: parent.activeFocus
    radius: Theme.radius + Theme.focusRing
    color: "transparent"
    border.color: Theme.chosen
    border.width: Theme.focusRing
}
