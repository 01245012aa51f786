// Home on a standing screen: rating on top, then what one can speak about, then look-up and board.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    readonly property real lookUpHeight: Theme.mm(Theme.elder ? 42 : 66) * (Theme.textScale > 1 ? Theme.textScale * 0.85 : 1)
    readonly property real room: height - greeting.height - head.height - lookUpHeight - 3 * list.spacing
    readonly property real least: Theme.mm(Theme.elder ? 40 : 44) * Math.max(1, Theme.textScale * 0.8)
    readonly property real tileHeight: Math.floor(Math.max(least, Math.min(Theme.mm(Theme.elder ? 47 : 56),
                                       (room - (rowCount - 1) * Theme.rowGap) / rowCount)))
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property int columnCount: Theme.elder ? 2 : 3

    contents: Column {
        id: list

        width: root.width
        spacing: Theme.mm(8)

        Greeting {
            id: greeting

            width: list.width
            home: root.viewModel
        }
        SectionHead {
            id: head

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
            beside: Theme.elder
            tileHeight: root.tileHeight
            onOpened: code => root.viewModel.open(code)
        }
        Row {
            width: list.width
            height: root.lookUpHeight
            spacing: Theme.gutter

            LookUpCard {
                width: Theme.elder ? list.width : (list.width - 2 * Theme.gutter) / 3
                height: parent.height
                beside: Theme.elder
                onClicked: root.viewModel.lookUp()
            }
            BoardCard {
                width: (list.width - 2 * Theme.gutter) / 3 * 2 + Theme.gutter
                height: parent.height
                visible: !Theme.elder
                home: root.viewModel
                most: height
                onClicked: root.viewModel.seeBoard()
            }
        }
    }
}
