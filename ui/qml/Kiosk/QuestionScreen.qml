// One question, one set of answers, one action.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property QuestionViewModel viewModel
    required property HandoffViewModel handoff
    required property VoiceViewModel voice
    // In 低位模式 the paper may lie above the keys, out of reach.
    readonly property int paper: Theme.low && ["text", "lines"].includes(viewModel.kind) ? Theme.mm(Theme.elder ? 158 : 114) : 0
    readonly property bool typing: ["text", "lines", "number", "decimal", "date", "draw", "phone"].includes(viewModel.kind)

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height + root.paper)
        width: root.width - 2 * x
        title: root.viewModel.kind === "phone" ? qsTr("Your phone number") : root.viewModel.title
        hint: [root.viewModel.kind === "phone" ? qsTr("Only to answer you about this.") : root.viewModel.hint, counted.text].filter(text => text).join("\u3000")
        problem: root.viewModel.problem
        beside: !Theme.portrait || root.typing
        modest: root.typing
        brief: (root.typing || root.viewModel.kind === "faces") && Theme.textScale > 1
    }
    QtObject {
        id: counted

        readonly property int picked: root.viewModel.picked
        readonly property int limit: root.viewModel.limit
        readonly property string text: !["several", "severalPack", "rank"].includes(root.viewModel.kind) ? ""
            : root.viewModel.kind === "rank" ? qsTr("Tap them in order. Ranked: %1").arg(picked)
            : limit > 0 && !root.viewModel.hint ? qsTr("Choose up to %1. Chosen: %2").arg(limit).arg(picked)
            : qsTr("Chosen: %1").arg(picked)
    }
    QuestionBody {
        id: body

        readonly property real side: root.typing ? 0 : Theme.margin

        x: side
        y: head.y + head.height + Theme.mm(5)
        width: root.width - 2 * side
        height: actions.y - y - Theme.mm(root.typing ? 4 : Theme.portrait ? 8 : 6)
        viewModel: root.viewModel
        voice: root.voice
        barPlace: actions.barPlace
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        // Two equal ways, neither chosen beforehand (PIPL Arts. 14 and 16).
        Repeater {
            model: root.viewModel.onward === "" && root.viewModel.parts.length > 0 ? root.viewModel.parts[0].choices : []

            ActionButton {
                required property var modelData
                required property int index

                objectName: `${root.viewModel.kind}_${modelData.name}`
                x: index * (width + Theme.gutter)
                width: (actions.width - Theme.gutter) / 2
                height: actions.height
                words: modelData.label
                onClicked: root.viewModel.choose(root.viewModel.kind, modelData.name)
            }
        }
        HandoffButton {
            width: actions.leftWidth
            height: actions.height
            viewModel: root.handoff
            visible: root.handoff.offered && root.viewModel.form !== "follow-up" && root.viewModel.onward !== "" && root.viewModel.kind !== "phone" && !root.viewModel.sending
        }
        ActionButton {
            objectName: "undoRank"
            x: root.handoff.offered ? actions.middleX : 0
            width: root.handoff.offered ? actions.middleWidth : actions.leftWidth
            height: actions.height
            visible: root.viewModel.kind === "rank" && root.viewModel.picked > 0
            words: qsTr("Undo the last")
            pictogram: "ui-undo.svg"
            onClicked: root.viewModel.undo()
        }
        ActionButton {
            objectName: "skip"
            x: actions.middleX
            width: actions.middleWidth
            height: actions.height
            visible: root.viewModel.skippable
            words: qsTr("Skip")
            pictogram: "ui-skip.svg"
            onClicked: root.viewModel.skip()
        }
        ActionButton {
            objectName: "next"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            visible: root.viewModel.onward !== ""
            main: true
            waiting: root.viewModel.waiting
            words: waiting ? root.missing() : root.onward()
            pictogram: root.viewModel.onward === "send" ? "ui-check.svg" : "ui-next.svg"
            pictogramAfter: true
            onClicked: root.viewModel.next()
        }
    }

    function missing(): string {
        switch (root.viewModel.kind) {
        case "text":
        case "lines":
            return qsTr("Please write a few words");
        case "number":
        case "decimal":
        case "phone":
            return qsTr("Please type the number");
        case "date":
            return qsTr("Please choose a day");
        case "voice":
            return qsTr("Please say something");
        case "draw":
            return qsTr("Please draw something");
        case "group":
            return qsTr("Please choose in each row");
        default:
            return qsTr("Please choose one");
        }
    }

    function onward(): string {
        switch (root.viewModel.onward) {
        case "send":
            return qsTr("Send");
        case "review":
            return qsTr("Look it over");
        default:
            return ["text", "lines"].includes(root.viewModel.kind) ? qsTr("Done writing") : qsTr("Next");
        }
    }
}
