// One aspect to speak about: pictogram and word, one under the other or side by side.
import QtQuick

TouchCard {
    id: root

    required property string pictogram
    property bool beside: false
    property bool tight: false
    property int wordSize: Theme.tile
    readonly property int lines: !beside && Breaks.width(words, wordSize, true) > wordRoom ? 2 : 1
    readonly property real wordX: beside ? Theme.mm(tight ? 6 : 17) + besideSize : Theme.mm(1.2)
    readonly property real wordRoom: width - wordX - Theme.mm(beside ? 2 : 1.2)
    readonly property int besideSize: Math.min(Theme.mm(tight ? 17 : 25), height - footHeight - Theme.mm(tight ? 3 : 8))
    readonly property int pictogramSize: beside ? besideSize : Math.min(Theme.mm(24), height - footHeight - lines * wordSize * 1.25 - Theme.mm(7))

    Pictogram {
        id: picture

        x: root.beside ? Theme.mm(root.tight ? 3 : 8) : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : (parent.height - height - caption.height - Theme.mm(3)) * 0.46
        name: root.pictogram
        size: root.pictogramSize
    }
    Caption {
        id: caption

        x: root.wordX
        y: root.beside ? (parent.height - height) / 2 : picture.y + picture.height + Theme.mm(3)
        width: root.wordRoom
        horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
        says: root.words
        bold: true
        size: root.wordSize
        smaller: Theme.label
        spacing: 1.25
    }
}
