// One aspect to speak about: pictogram and word, one under the other or side by side.
import QtQuick

TouchCard {
    id: root

    required property string pictogram
    property bool beside: false
    property bool tight: false
    readonly property int lines: Breaks.width(words, Theme.tile, true) > width - Theme.mm(4) ? 2 : 1
    property int pictogramSize: beside ? Math.min(Theme.mm(tight ? 17 : 25), height - footHeight - Theme.mm(tight ? 3 : 8))
                                       : Math.min(Theme.mm(24), height - footHeight - lines * Theme.tile * 1.25 - Theme.mm(8))

    Pictogram {
        id: picture

        x: root.beside ? Theme.mm(root.tight ? 3 : 8) : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : (parent.height - height - caption.height - Theme.mm(3)) * 0.46
        name: root.pictogram
        size: root.pictogramSize
    }
    Caption {
        id: caption

        x: root.beside ? picture.x + picture.width + Theme.mm(root.tight ? 3 : 9) : Theme.mm(2)
        y: root.beside ? (parent.height - height) / 2 : picture.y + picture.height + Theme.mm(3)
        width: parent.width - x - Theme.mm(2)
        horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
        says: root.words
        bold: true
        size: Theme.tile
        smaller: Theme.label
        spacing: 1.25
    }
}
