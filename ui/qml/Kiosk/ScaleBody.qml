// A scale of whole numbers as equal tiles, tapped once; never a slider.
pragma ComponentBehavior: Bound

import QtQuick

Pager {
    id: root

    required property int from
    required property int to
    required property int step
    property int value: from - 1
    readonly property int count: Math.floor((to - from) / step) + 1
    readonly property int columnCount: Theme.portrait ? Math.min(6, count) : Math.min(11, count)
    readonly property real side: Math.floor((width - (columnCount - 1) * Theme.gap) / columnCount)

    signal picked(value: int)

    contents: Grid {
        width: root.width
        columns: root.columnCount
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.count

            TouchCard {
                id: tile

                required property int index
                readonly property int number: root.from + index * root.step

                objectName: "number_" + number
                width: root.side
                height: Math.max(Theme.mm(35), Math.min(Theme.mm(52), Math.round(root.side * 1.15))) + footHeight
                words: number
                chosen: root.value === number
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: root.picked(number)

                Words {
                    anchors.centerIn: parent
                    text: tile.number
                    bold: tile.chosen
                    font.pixelSize: Theme.title
                    spacing: Theme.labelled
                    Accessible.ignored: true
                }
            }
        }
    }
}
