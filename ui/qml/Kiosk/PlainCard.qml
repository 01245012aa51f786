// A card with a small pictogram and its word beside it.
import QtQuick

TouchCard {
    id: root

    required property string pictogram

    Pictogram {
        id: picture

        x: Theme.mm(6)
        y: (parent.height - height) / 2
        name: root.pictogram
        size: Theme.mm(13)
    }
    Caption {
        x: picture.x + picture.width + Theme.mm(5)
        y: (parent.height - height) / 2
        width: parent.width - x - Theme.mm(3)
        horizontalAlignment: Text.AlignLeft
        says: root.words
        bold: true
        size: Breaks.steps(Theme.tile, Theme.floor).find(size => size === Theme.floor || Breaks.lines(root.words, size, true, width) * size * spacing <= root.height - root.footHeight - Theme.mm(3))
        smaller: size
    }
}
