// Home in 低位模式: all that can be touched lies in the lower 45 %, page after page, the question right above it.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property HomeViewModel viewModel
    required property var tiles
    readonly property int gap: Theme.gap
    readonly property int columnCount: Theme.textScale > 1.5 ? 2 : 3
    readonly property int rowCount: Math.ceil(tiles.length / columnCount)
    readonly property real share: (pager.height - band.height - (rowCount + 1) * gap) / (rowCount + 1)
    readonly property real rowHeight: Math.max(Theme.mm(Theme.elder ? 27 : 23), Math.ceil(Theme.tile * 1.25) + Theme.mm(7), Math.min(Theme.mm(34), Math.floor(share)))

    Title {
        id: question

        y: pager.y - height - Theme.mm(4)
        width: root.width
        says: root.viewModel.question || qsTr("How satisfied are you with today's service?")
        largest: Theme.hero
        spacing: 1.3
    }
    Pager {
        id: pager

        y: Math.max(0, Theme.controlsTop - Theme.mm(8))
        width: root.width
        height: root.height - y
        contents: Column {
            id: list

            width: pager.width
            spacing: root.gap

            FaceBand {
                id: band

                width: list.width
                height: Math.max(Theme.mm(Theme.elder ? 46 : 42), tallest + Theme.mm(24))
                words: root.viewModel.grades.length === 5 ? root.viewModel.grades
                     : [qsTr("Very satisfied"), qsTr("Satisfied"), qsTr("Fairly satisfied"), qsTr("Dissatisfied"), qsTr("Very dissatisfied")]
                onRated: level => root.viewModel.rate(level)
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
            Grid {
                width: list.width
                columns: Theme.elder || Theme.textScale > 1.25 ? 1 : 2
                spacing: root.gap

                PlainCard {
                    objectName: "lookUp"
                    width: (list.width - (parent.columns - 1) * root.gap) / parent.columns
                    height: root.rowHeight
                    words: qsTr("See what became of it")
                    pictogram: "ui-lookup.svg"
                    onClicked: root.viewModel.lookUp()
                }
                PlainCard {
                    objectName: "board"
                    width: (list.width - (parent.columns - 1) * root.gap) / parent.columns
                    height: root.rowHeight
                    visible: !Theme.elder
                    words: qsTr("You asked · We did it")
                    pictogram: "ui-board.svg"
                    onClicked: root.viewModel.seeBoard()
                }
            }
        }
    }
}
