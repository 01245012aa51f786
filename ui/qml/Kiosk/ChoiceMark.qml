// The sign at the right of an answer: a box where several may be chosen, a ring where one may, a number where order counts.
import QtQuick

Rectangle {
    id: root

    property bool chosen: false
    property bool round: false
    property int place: 0
    property int size: Theme.mm(14.5)

    width: size
    height: size
    radius: round ? size / 2 : Theme.keyRadius
    color: chosen ? Theme.chosen : "transparent"
    border.color: chosen ? Theme.chosen : Theme.line
    border.width: Theme.border

    Pictogram {
        anchors.centerIn: parent
        visible: root.chosen && root.place === 0
        name: visible ? "ui-check.svg" : ""
        line: Theme.chosenInk
        size: Math.round(root.size * 0.72)
    }
    Words {
        anchors.centerIn: parent
        visible: root.place > 0
        text: root.place
        bold: true
        color: Theme.chosenInk
        font.pixelSize: Math.round(root.size * 0.62)
        spacing: 1.2
        Accessible.ignored: true
    }
}
