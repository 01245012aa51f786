// Home in 低位模式: all that can be touched lies in the lower 45 %, the question right above it.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    readonly property int gap: Theme.mm(4)
    readonly property int columnCount: 3
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property real lead: Math.max(0, Theme.controlsTop - Theme.mm(8) - greeting.above)
    readonly property real share: (height - lead - greeting.height - (rowCount + 1) * gap) / (rowCount + 1)
    readonly property real rowHeight: Math.max(Theme.mm(Theme.elder ? 27 : 23), Math.min(Theme.mm(34), Math.floor(share)))

    contents: Column {
        id: list

        width: root.width
        topPadding: root.lead
        spacing: root.gap

        Greeting {
            id: greeting

            width: list.width
            home: root.viewModel
            bandHeight: Theme.mm(Theme.elder ? 46 : 42)
        }
        TileGrid {
            width: list.width
            columns: root.columnCount
            columnSpacing: root.gap
            rowSpacing: root.gap
            tiles: root.tiles
            beside: true
            tight: true
            tileHeight: root.rowHeight
            onOpened: code => root.viewModel.open(code)
        }
        Row {
            width: list.width
            height: root.rowHeight
            spacing: root.gap

            PlainCard {
                objectName: "lookUp"
                width: Theme.elder ? list.width : (list.width - root.gap) / 2
                height: parent.height
                words: qsTr("See what became of it")
                pictogram: "ui-lookup.svg"
                onClicked: root.viewModel.lookUp()
            }
            PlainCard {
                objectName: "board"
                width: (list.width - root.gap) / 2
                height: parent.height
                visible: !Theme.elder
                words: qsTr("You asked · We did it")
                pictogram: "ui-board.svg"
                onClicked: root.viewModel.seeBoard()
            }
        }
    }
}
