// The categories as a grid of equal tiles, row by row.
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

    signal opened(code: string)

    columns: 3
    columnSpacing: Theme.gutter
    rowSpacing: Theme.rowGap

    Repeater {
        model: root.tiles

        CategoryTile {
            required property var modelData

            objectName: "tile_" + modelData.code
            width: root.tileWidth
            height: root.tileHeight
            words: modelData.name
            pictogram: modelData.pictogram
            beside: root.beside
            tight: root.tight
            onClicked: root.opened(modelData.code)
        }
    }
}
