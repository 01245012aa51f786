// Home on a lying screen: rating, look-up and board on the left, what one can speak about on the right.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    readonly property real leftWidth: Math.round(width * 0.56)
    readonly property real rightWidth: Math.round(width * 0.4)
    readonly property int columnCount: Theme.elder ? 2 : 3
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property real least: Theme.mm(42) * Math.max(1, Theme.textScale * 0.8)
    readonly property real tileHeight: Math.floor(Math.max(least, Math.min(Theme.mm(56), (height - head.height - Theme.mm(4) - (rowCount - 1) * Theme.rowGap) / rowCount)))

    contents: Row {
        width: root.width
        spacing: root.width - root.leftWidth - root.rightWidth

        Column {
            width: root.leftWidth
            spacing: Theme.mm(8)

            Greeting {
                id: greeting

                width: parent.width
                home: root.viewModel
            }
            Row {
                width: parent.width
                height: Math.max(Theme.mm(44), Math.min(Theme.mm(72), root.height - greeting.height - Theme.mm(8)))
                spacing: Theme.gap

                LookUpCard {
                    width: Theme.elder ? parent.width : Math.round(parent.width * 0.39)
                    height: parent.height
                    beside: Theme.elder
                    onClicked: root.viewModel.lookUp()
                }
                BoardCard {
                    width: Math.round(parent.width * 0.61) - Theme.gap
                    height: parent.height
                    visible: !Theme.elder
                    home: root.viewModel
                    onClicked: root.viewModel.seeBoard()
                }
            }
        }
        Column {
            width: root.rightWidth
            spacing: Theme.mm(4)

            SectionHead {
                id: head

                width: parent.width
                words: qsTr("Tell us more?")
                hint: qsTr("Choose what it is about")
            }
            TileGrid {
                width: parent.width
                columns: root.columnCount
                tiles: root.tiles
                beside: Theme.elder
                tileHeight: root.tileHeight
                columnSpacing: Theme.gap
                onOpened: code => root.viewModel.open(code)
            }
        }
    }
}
