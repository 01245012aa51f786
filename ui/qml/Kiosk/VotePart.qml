// The votes, one after the other. Who has not voted sees no counts where that would lead the vote.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property CommonsViewModel viewModel
    // Where the question and the rules of the vote in view stand apart from its options.
    property Item told: null
    readonly property var asked: told ? viewModel.polls[polls.children.filter(one => one.modelData !== undefined && one.y <= pageTop + 1).length - 1] ?? null : null

    function rules(poll: var): string {
        return [poll.seen ? qsTr("%1 votes.").arg(poll.total) : qsTr("You see the result once you have voted."),
                poll.open ? qsTr("Open until %1. One vote a visit, no name.").arg(Dates.day(poll.until)) : qsTr("The vote is over."),
                poll.outcome].filter(part => part).join("\u3000");
    }

    Words {
        id: question

        parent: root.told ?? root
        width: parent ? parent.width : 0
        visible: root.asked !== null
        text: root.asked?.question ?? ""
        bold: true
        font.pixelSize: Breaks.best([text], Breaks.steps(Theme.section, Theme.floor), true, width, 2)
        spacing: 1.3
    }
    Words {
        readonly property real room: root.told ? root.told.height - y : 0

        parent: root.told ?? root
        y: question.height + Theme.mm(4)
        width: parent ? parent.width : 0
        visible: root.asked !== null
        text: root.asked ? root.rules(root.asked) : ""
        color: Theme.inkSoft
        font.pixelSize: Breaks.steps(Theme.body, Theme.floor).find(size => size === Theme.floor || (Breaks.lines(text, size, false, width * 0.93) + 1) * size * spacing <= room)
    }

    contents: Column {
        id: polls

        readonly property bool oneByOne: root.told !== null

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
                    visible: root.told === null
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
                    visible: root.told === null
                    text: root.rules(poll.modelData)
                    color: Theme.inkSoft
                }
            }
        }
    }
}
