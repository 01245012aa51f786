// The categories as a grid of equal tiles, row by row.
pragma ComponentBehavior: Bound

import QtQuick

Grid {
    id: root

    required property var tiles
    property bool beside: false
    property bool tight: false
    property real tileHeight: Theme.mm(50)
    readonly property int count: tiles.length
    readonly property int rowCount: Math.ceil(count / columns)
    readonly property real tileWidth: (width - (columns - 1) * columnSpacing) / columns

    // One size for all of them, in which no word is broken.
    // What a tile keeps for its word (CategoryTile), without asking a tile: it may be on its way out.
    readonly property real wordRoom: beside ? tileWidth - Theme.mm(tight ? 8 : 19) - Math.min(Theme.mm(tight ? 17 : 25), tileHeight - Theme.foot - Theme.mm(tight ? 3 : 8))
                                            : tileWidth - Theme.mm(2.4)
    readonly property int wordSize: Breaks.steps(Theme.tile, Theme.floor).find(size => size === Theme.floor || tiles.every(tile => {
        const lines = Breaks.lines(tile.name, size, true, root.wordRoom);
        return lines <= 2 && lines * size * 1.25 <= root.tileHeight - Theme.mm(root.beside ? 6 : 22);
    }))

    signal opened(code: string)

    columns: 3
    columnSpacing: Theme.gutter
    rowSpacing: Theme.rowGap

    Repeater {
        id: cells

        model: root.tiles

        CategoryTile {
            required property var modelData

            objectName: "tile_" + modelData.code
            width: root.tileWidth
            height: root.tileHeight
            words: modelData.name
            pictogram: modelData.pictogram
            wordSize: root.wordSize
            beside: root.beside
            tight: root.tight
            onClicked: root.opened(modelData.code)
        }
    }
}
