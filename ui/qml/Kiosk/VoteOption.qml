// One answer of a vote: a card to press, with its share behind the words once results may be seen.
import QtQuick

TouchCard {
    id: root

    required property var option
    required property bool open
    readonly property bool shows: option.share >= 0

    objectName: "option_" + option.name
    words: shows ? qsTr("%1: %2 votes").arg(option.label).arg(option.count) : option.label
    chosen: option.mine
    face: Theme.card // so that its share is seen
    enabled: open && !option.mine
    footHeight: open && !option.mine ? Theme.foot : 0
    implicitHeight: Math.max(Theme.portrait ? Theme.mm(Theme.elder ? 30 : 26) : Theme.target, label.height + Theme.mm(8)) + footHeight

    Rectangle {
        x: root.edgeWidth
        y: root.edgeWidth
        width: (parent.width - 2 * x) * Math.max(0, root.option.share) / 100
        height: parent.height - 2 * y
        radius: Theme.radius
        visible: root.shows && root.option.share > 0
        color: root.option.mine ? Theme.chosenWash : Theme.quoteWash
        border.color: root.option.mine ? Theme.chosen : Theme.quote
        border.width: Theme.contrast ? Theme.border : 0
    }
    Words {
        id: label

        x: Theme.mm(8)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x - (root.shows ? count.width + Theme.mm(6) : 0)
        text: root.option.mine ? root.option.label + "\u3000" + qsTr("(yours)") : root.option.label
        bold: true
        font.pixelSize: Theme.tile
        spacing: Theme.labelled
        Accessible.ignored: true
    }
    Words {
        id: count

        x: parent.width - width - Theme.mm(8)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.shows
        text: root.option.count
        bold: true
        font.pixelSize: Theme.section
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
