// The votes, one after the other. Who has not voted sees no counts where that would lead the vote.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property CommonsViewModel viewModel

    contents: Column {
        width: root.width
        spacing: Theme.mm(12)

        Repeater {
            model: root.viewModel.polls

            Column {
                id: poll

                required property var modelData

                width: parent.width
                spacing: Theme.mm(Theme.portrait ? 5 : 3)

                Words {
                    width: parent.width
                    text: poll.modelData.question
                    bold: true
                    font.pixelSize: Theme.portrait ? Theme.section : Math.min(Theme.section, Theme.mm(14))
                    spacing: 1.3
                }
                Grid {
                    width: parent.width
                    columns: Theme.portrait || Theme.textScale > 1 ? 1 : 2
                    columnSpacing: Theme.gutter
                    rowSpacing: Theme.rowGap

                    Repeater {
                        model: poll.modelData.options

                        VoteOption {
                            required property var modelData

                            width: Theme.portrait || Theme.textScale > 1 ? poll.width : (poll.width - Theme.gutter) / 2
                            height: implicitHeight
                            option: modelData
                            open: poll.modelData.open
                            onClicked: root.viewModel.vote(poll.modelData.name, modelData.name)
                        }
                    }
                }
                Words {
                    width: parent.width
                    text: [poll.modelData.seen ? qsTr("%1 votes.").arg(poll.modelData.total) : qsTr("You see the result once you have voted."),
                           poll.modelData.open ? qsTr("Open until %1. One vote a visit, no name.").arg(Dates.day(poll.modelData.until)) : qsTr("The vote is over."),
                           poll.modelData.outcome].filter(part => part).join("\u3000")
                    color: Theme.inkSoft
                }
            }
        }
    }
}
