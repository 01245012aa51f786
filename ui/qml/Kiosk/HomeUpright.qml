// Home on a standing screen, and in large type on a lying one: rating on top, then what one can speak about, then
// look-up and board; these two side by side where their words have the room.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    readonly property bool large: Theme.textScale > 1
    readonly property real lookUpHeight: Theme.mm(Theme.elder ? 42 : 66)
    readonly property real room: height - greeting.height - head.height - lookUpHeight - 3 * list.spacing
    readonly property real least: Theme.mm(Theme.elder ? 40 : 44) * Math.max(1, Theme.textScale * 0.8)
    readonly property real tileHeight: Math.floor(Math.max(least, Math.min(Theme.mm(Theme.elder ? 47 : 56),
                                       (room - (rowCount - 1) * Theme.rowGap) / rowCount)))
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property int columnCount: (Theme.elder || Theme.textScale > 1.5 ? 2 : 3) + (Theme.portrait ? 0 : 1)

    contents: Column {
        id: list

        width: root.width
        spacing: Theme.mm(8)

        Greeting {
            id: greeting

            width: list.width
            home: root.viewModel
            room: root.height - root.barHeight
        }
        SectionHead {
            id: head

            visible: root.tiles.length > 0

            width: list.width
            topPadding: Theme.mm(1.5)
            bottomPadding: -Theme.mm(3)
            words: qsTr("Tell us more?")
            hint: qsTr("Choose what it is about")
        }
        TileGrid {
            width: list.width
            columns: root.columnCount
            tiles: root.tiles
            beside: Theme.elder || Theme.textScale > 1.5
            tileHeight: root.tileHeight
            onOpened: code => root.viewModel.open(code)
        }
        Grid {
            width: list.width
            columns: root.large ? 1 : 2
            spacing: Theme.gutter

            LookUpCard {
                id: lookUp

                width: Theme.elder || root.large ? list.width : (list.width - 2 * Theme.gutter) / 3
                height: root.large ? Math.max(implicitHeight, Theme.mm(36)) : root.lookUpHeight
                beside: Theme.elder || root.large
                onClicked: root.viewModel.lookUp()
            }
            BoardCard {
                width: root.large ? list.width : (list.width - 2 * Theme.gutter) / 3 * 2 + Theme.gutter
                height: root.large ? implicitHeight : root.lookUpHeight
                visible: !Theme.elder
                home: root.viewModel
                most: root.large ? root.height - Theme.mm(30) : height
                onClicked: root.viewModel.seeBoard()
            }
        }
    }
}
