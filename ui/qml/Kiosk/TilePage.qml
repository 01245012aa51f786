// A page of tiles under a title.
import QtQuick

Item {
    id: root

    required property var tiles
    required property string title
    required property string hint

    signal opened(code: string)

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height)
        width: root.width - 2 * x
        title: root.title
        hint: root.hint
        beside: !Theme.portrait
    }
    Pager {
        id: pager

        x: Theme.margin
        y: head.y + head.height + Theme.mm(6)
        width: root.width - 2 * x
        height: root.height - y - Theme.mm(7)
        contents: TileGrid {
            width: pager.width
            columns: Theme.portrait ? (root.tiles.length > 6 || Theme.low && root.tiles.length > 2 ? 2 : 1) : root.tiles.length > 4 ? 3 : 2
            tiles: root.tiles
            beside: true
            tileHeight: Math.max(Theme.mm(44), Math.min(Theme.mm(56), (pager.height - (rowCount - 1) * rowSpacing) / rowCount))
            onOpened: code => root.opened(code)
        }
    }
}
