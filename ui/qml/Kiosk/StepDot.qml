// A step: done = ink dot with a check, now = gold dot, to come = empty ring.
import QtQuick

Rectangle {
    id: root

    property int size: Theme.mm(9)
    property bool done: false
    property bool current: false

    width: size
    height: size
    radius: size / 2
    color: done ? Theme.ink : current ? Theme.pendingDot : Theme.page
    border.color: done || current ? Theme.ink : Theme.line
    border.width: Math.max(2, Theme.mm(current ? 1.2 : 0.8))

    Pictogram {
        anchors.centerIn: parent
        visible: root.done
        name: visible ? "ui-check.svg" : ""
        line: Theme.page
        size: Math.round(root.size * 0.78)
    }
}
