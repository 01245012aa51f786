// A button of the action row. main: the one red thing of a screen. waiting: an outline that says what is missing.
import QtQuick

TouchCard {
    id: root

    property string pictogram: ""
    property bool pictogramAfter: false
    property bool main: false
    property bool waiting: false
    readonly property color tint: root.waiting ? Theme.inkSoft : root.main ? Theme.actionInk : Theme.ink

    face: waiting ? Theme.page : main ? Theme.action : Theme.card
    edge: waiting ? Theme.line : main ? Theme.action : Theme.line
    footTint: main ? Theme.actionFoot : Theme.line
    footHeight: waiting ? 0 : Theme.foot
    enabled: !waiting
    implicitHeight: Math.max(Theme.actionRow, words_.implicitHeight + Theme.mm(6))

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.mm(root.main ? 4 : 3)
        layoutDirection: root.pictogramAfter ? Qt.RightToLeft : Qt.LeftToRight

        Pictogram {
            id: picture

            anchors.verticalCenter: parent.verticalCenter
            visible: root.pictogram !== "" && !root.waiting
            name: visible ? root.pictogram : ""
            line: root.tint
            size: Theme.mm(12)
        }
        Words {
            id: words_

            readonly property real room: root.width - Theme.mm(6) - (picture.visible ? picture.width + row.spacing : 0)

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(implicitWidth), room)
            horizontalAlignment: Text.AlignHCenter
            text: Breaks.broken(root.words, font.pixelSize, bold, room)
            bold: root.main && !root.waiting
            color: root.tint
            // The largest that stands in the button, on two lines at most.
            readonly property int most: root.main && !root.waiting ? Theme.section : Theme.label

            font.pixelSize: Breaks.steps(most, Theme.floor).find(size => size === Theme.floor || Breaks.lines(root.words, size, bold, room) * size * spacing <= Theme.actionRow - Theme.mm(5))
            spacing: Theme.labelled
            Accessible.ignored: true
        }
    }
}
