// Under a receipt code: the thread, and what its visitor may do. What needs the centre says so when it is away.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property LookupViewModel viewModel
    readonly property bool told: viewModel.live === "told"
    readonly property bool open: !viewModel.withdrawn
    // In large type each needs the whole width.
    readonly property bool side: !Theme.portrait && Theme.textScale < 1.5 && viewModel.turns.length > 0

    function state_(): string {
        switch (viewModel.done) {
        case "reply":
            return qsTr("Your reply is saved. Our staff get it as soon as there is a network.");
        case "rate":
            return qsTr("Thank you. Your word on our answer counts.");
        case "data":
            return qsTr("Your request is saved and on its way.");
        case "withdrawn":
            return qsTr("Taken back. It counts no more, and nobody will work on it.");
        }
        if (viewModel.withdrawn)
            return qsTr("You took it back.");
        switch (viewModel.live) {
        case "asking":
            return qsTr("Asking the centre …");
        case "told":
            return viewModel.asked > 0 ? qsTr("Our staff have a question for you.") : "";
        default:
            return qsTr("The centre cannot be reached from here now.");
        }
    }

    component Deed: PlainCard {
        width: Theme.portrait ? deeds.width : (deeds.width - Theme.gutter) / 2
        height: Math.min(Math.max(Theme.mm(Theme.elder ? 30 : 26), Theme.textScale * Theme.mm(24)), pager.height - pager.barHeight)
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height)
        width: root.width - 2 * x
        title: qsTr("What you can do")
        hint: root.state_()
        beside: !Theme.portrait
        brief: beside && (Theme.elder || Theme.textScale > 1)
    }
    component Thread: Column {
        spacing: Theme.mm(4)

        Repeater {
            model: root.viewModel.turns

            ThreadTurn {
                required property var modelData

                width: parent.width
                turn: modelData
            }
        }
    }

    // On a lying screen the thread stands beside what can be done; on a standing one above it.
    Pager {
        id: beside

        x: Theme.margin
        y: pager.y
        width: Math.round((root.width - 2 * x) * 0.44)
        height: pager.height
        visible: root.side
        contents: Thread {
            width: beside.width
        }
    }
    Pager {
        id: pager

        x: root.side ? beside.x + beside.width + Theme.mm(12) : Theme.margin
        y: head.y + head.height + Theme.mm(6)
        width: root.width - Theme.margin - x
        height: actions.y - y - Theme.rowGap
        barPlace: actions.barPlace
        contents: Column {
            id: deeds

            width: pager.width
            spacing: Theme.rowGap

            Thread {
                width: parent.width
                bottomPadding: Theme.mm(2)
                visible: !root.side && root.viewModel.turns.length > 0
            }
            Grid {
                width: parent.width
                visible: !root.viewModel.confirming
                columns: Theme.portrait ? 1 : 2
                columnSpacing: Theme.gutter
                rowSpacing: Theme.rowGap

                Deed {
                    objectName: "deed_reply"
                    visible: root.told && root.open && root.viewModel.turns.length > 0
                    words: root.viewModel.asked > 0 ? qsTr("Reply to our staff") : qsTr("Add something")
                    pictogram: "ui-pen.svg"
                    onClicked: root.viewModel.say("reply")
                }
                Deed {
                    objectName: "deed_rate"
                    visible: root.open && root.viewModel.answered
                    words: root.viewModel.solved ? qsTr("Rate our answer again") : qsTr("Rate our answer")
                    pictogram: "opt-bubbles.svg"
                    onClicked: root.viewModel.say("rate")
                }
                Deed {
                    objectName: "deed_data"
                    visible: root.told
                    words: qsTr("My data: copy, correct, delete")
                    pictogram: "opt-letter.svg"
                    onClicked: root.viewModel.say("data")
                }
                Deed {
                    objectName: "deed_withdraw"
                    visible: root.told && root.open
                    words: qsTr("Take it back")
                    pictogram: "ui-undo.svg"
                    onClicked: root.viewModel.confirm(true)
                }
            }
            Column {
                width: parent.width
                spacing: Theme.mm(4)
                visible: root.told && root.open && root.viewModel.confirming

                Words {
                    width: parent.width
                    text: qsTr("Take it back? It will count no more, and this cannot be undone.")
                    bold: true
                }
                Row {
                    width: parent.width
                    spacing: Theme.mm(12)

                    ActionButton {
                        objectName: "withdrawNo"
                        width: (parent.width - parent.spacing) / 2
                        height: implicitHeight
                        words: qsTr("Keep it")
                        onClicked: root.viewModel.confirm(false)
                    }
                    ActionButton {
                        objectName: "withdrawYes"
                        width: (parent.width - parent.spacing) / 2
                        height: implicitHeight
                        words: qsTr("Take it back")
                        onClicked: root.viewModel.withdraw()
                    }
                }
            }
            Repeater {
                model: root.viewModel.requests

                Words {
                    required property var modelData
                    readonly property string what: modelData.kind === "copy" ? qsTr("Copy asked for")
                                                 : modelData.kind === "correct" ? qsTr("Correction asked for") : qsTr("Deletion asked for")

                    width: deeds.width
                    visible: !root.viewModel.confirming
                    text: [what, modelData.done ? qsTr("done on %1").arg(Dates.day(modelData.done)) : qsTr("by %1").arg(Dates.day(modelData.due)), modelData.note].filter(part => part).join("\u3000")
                    color: Theme.inkSoft
                }
            }
            Words {
                width: parent.width
                visible: root.viewModel.live === "away"
                text: qsTr("Messages, taking back and requests about your data need the centre. Please scan your receipt's code by phone, or try again later.")
                color: Theme.inkSoft
            }
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "deedsDone"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            words: qsTr("Close")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.viewModel.finish()
        }
    }
}
