// Typing the receipt code on a key pad of its own: 32 signs, none of them to be mistaken for another.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property LookupViewModel viewModel
    required property HomeViewModel home
    readonly property bool complete: viewModel.typed.length === viewModel.length

    function problem(): string {
        switch (viewModel.problem) {
        case "mistyped":
            return qsTr("This code does not fit. Please compare it sign by sign.");
        case "unknown":
            return qsTr("This terminal has not heard of this code. Please check it, or scan the receipt's code by phone.");
        case "pause":
            return qsTr("Too many tries. Please wait a minute, then try again.");
        case "fault":
            return qsTr("It could not be looked up. Please call our staff.");
        default:
            return "";
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height + field.height + Theme.mm(8))
        width: root.width - 2 * x
        title: qsTr("Type your receipt code")
        hint: qsTr("Ten signs, on your receipt. O is 0, I and L are 1.")
        problem: root.problem()
        beside: brief
        brief: !Theme.portrait && (Theme.elder || Theme.textScale > 1)
        modest: true
    }
    CodeField {
        id: field

        x: Theme.margin
        y: head.y + head.height + Theme.mm(6)
        width: Theme.portrait ? root.width - 2 * x : (root.width - 2 * x - Theme.mm(14)) * 0.42
        height: Theme.mm(Theme.portrait ? (Theme.textScale > 1 ? 32 : 46) : 76)
        typed: root.viewModel.typed
        length: root.viewModel.length
        stacked: !Theme.portrait
    }
    CodePad {
        x: Theme.portrait ? Theme.margin : field.x + field.width + Theme.mm(14)
        y: Theme.portrait ? field.y + field.height + Theme.mm(7) : field.y
        width: root.width - Theme.margin - x
        height: actions.y - y - Theme.mm(Theme.portrait ? 8 : 5)
        viewModel: root.viewModel
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "lookupBoard"
            width: actions.leftWidth
            height: actions.height
            words: qsTr("What others got done")
            pictogram: "ui-board.svg"
            onClicked: root.home.seeBoard()
        }
        ActionButton {
            objectName: "find"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            waiting: !root.complete || root.viewModel.finding
            words: root.viewModel.finding ? qsTr("Looking…") : root.complete ? qsTr("Look it up") : qsTr("%1 more signs").arg(root.viewModel.length - root.viewModel.typed.length)
            pictogram: "ui-lookup.svg"
            pictogramAfter: true
            onClicked: root.viewModel.find()
        }
    }
}
