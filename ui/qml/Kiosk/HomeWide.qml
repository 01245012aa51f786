// Home on a lying screen: rating, look-up and board on the left, what one can speak about on the right.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    // Long words take some of the room between the two halves; large print takes some of the tiles' for the faces.
    readonly property bool wordy: !Theme.elder && tiles.some(tile => Breaks.longest(tile.name, Theme.tile, true) > width * 0.128 - Theme.gap)
    readonly property real leftWidth: Math.round(width * (Theme.elder ? 0.59 : wordy ? 0.54 : 0.56))
    readonly property real rightWidth: Math.round(width * (Theme.elder ? 0.385 : wordy ? 0.432 : 0.4))
    readonly property real between: Theme.mm(greeting.wrapped ? 6 : 8)
    // What the two cards need comes first; the band of faces takes what is left, up to its full height.
    readonly property real cardsLeast: Math.max(lookUp.implicitHeight, board.visible ? board.implicitHeight : 0)
    readonly property real bandHeight: Math.max(Theme.mm(44), Math.min(greeting.bandWanted, height - greeting.above - between - cardsLeast))
    readonly property int columnCount: Theme.elder ? 2 : 3
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property real least: Theme.mm(42) * Math.max(1, Theme.textScale * 0.8)
    readonly property real tileHeight: Math.floor(Math.max(least, Math.min(Theme.mm(56), (height - head.height - Theme.mm(4) - (rowCount - 1) * Theme.rowGap) / rowCount)))

    contents: Row {
        width: root.width
        spacing: root.width - root.leftWidth - root.rightWidth

        Column {
            width: root.leftWidth
            spacing: root.between

            Greeting {
                id: greeting

                width: parent.width
                home: root.viewModel
                bandHeight: root.bandHeight
            }
            Row {
                width: parent.width
                height: Math.max(root.cardsLeast, Math.min(Theme.mm(72), root.height - greeting.above - root.bandHeight - root.between))
                spacing: Theme.gap

                LookUpCard {
                    id: lookUp

                    width: Theme.elder ? parent.width : Math.round(parent.width * 0.39)
                    height: parent.height
                    beside: Theme.elder
                    onClicked: root.viewModel.lookUp()
                }
                BoardCard {
                    id: board

                    width: Math.round(parent.width * 0.61) - Theme.gap
                    height: parent.height
                    visible: !Theme.elder
                    home: root.viewModel
                    most: root.height - greeting.above - root.between - Theme.mm(48)
                    onClicked: root.viewModel.seeBoard()
                }
            }
        }
        Column {
            width: root.rightWidth
            spacing: Theme.mm(4)

            SectionHead {
                id: head

            visible: root.tiles.length > 0

                width: parent.width
                words: qsTr("Tell us more?")
                hint: qsTr("Choose what it is about")
                spare: true
            }
            TileGrid {
                width: parent.width
                columns: root.columnCount
                tiles: root.tiles
                tileHeight: root.tileHeight
                columnSpacing: Theme.gap
                onOpened: code => root.viewModel.open(code)
            }
        }
    }
}
