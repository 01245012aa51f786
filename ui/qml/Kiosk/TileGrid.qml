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
    readonly property int wordSize: Breaks.fitting(tiles.map(tile => tile.name), [Theme.tile, Theme.label, Theme.small, ...Breaks.steps(Theme.least, Theme.floor)], true, (cells.count > 0 ? (cells.itemAt(0) as CategoryTile)?.wordRoom : 0) ?? tileWidth)

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
