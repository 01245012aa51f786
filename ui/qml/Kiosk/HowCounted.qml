// How each figure over the board is counted, with the figure beside it.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property BoardViewModel viewModel
    readonly property var rows: [
        { "name": qsTr("Received"), "figure": viewModel.received, "how": qsTr("Visits since the quarter began whose words, bad grade or wish for a reply ask for an answer. A visit counts once.") },
        { "name": qsTr("Answered"), "figure": viewModel.answered, "how": qsTr("Those of them whom a person has given a first answer.") },
        { "name": qsTr("On time"), "figure": viewModel.onTime, "percent": true, "how": qsTr("First answers within three working days. Below 30 no share is shown.") },
        { "name": qsTr("Withheld"), "figure": viewModel.withheld, "how": qsTr("Kept out of public view, with a reason on record. They are answered and counted all the same.") },
        { "name": qsTr("wanted it too"), "figure": -1, "how": qsTr("Whoever wrote about it and whoever pressed Me too, each visit once.") },
        { "name": qsTr("What people say of it"), "figure": -1, "how": qsTr("The last word of every visit that rated our answer. Silence is not counted as praise.") }
    ]

    contents: Column {
        width: root.width
        spacing: Theme.mm(6)

        Repeater {
            model: root.rows

            Column {
                id: row

                required property var modelData

                width: parent.width
                spacing: Theme.mm(1)

                Words {
                    width: parent.width
                    text: row.modelData.figure < 0 ? row.modelData.name : row.modelData.name + "\u3000" + row.modelData.figure + (row.modelData.percent ? "%" : "")
                    bold: true
                    font.pixelSize: Theme.tile
                    spacing: 1.3
                }
                Words {
                    width: parent.width
                    text: row.modelData.how
                    color: Theme.inkSoft
                    font.pixelSize: Theme.portrait ? Theme.body : Theme.small
                    spacing: Theme.running
                }
            }
        }
    }
}
