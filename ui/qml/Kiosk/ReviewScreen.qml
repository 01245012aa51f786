// Before sending: one row an answer, each with 改 at its right.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ReviewViewModel viewModel
    required property HandoffViewModel handoff

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height)
        width: root.width - 2 * x
        title: qsTr("Is everything right?")
        hint: root.viewModel.fault ? "" : qsTr("Nothing has been sent yet.")
        problem: root.viewModel.fault === "" ? "" : qsTr("It could not be saved. Your answers are still here: please call our staff.")
        beside: !Theme.portrait
    }
    Pager {
        id: pager

        barPlace: actions.barPlace
        x: Theme.margin
        y: head.y + head.height + Theme.mm(5)
        width: root.width - 2 * x
        height: actions.y - y - Theme.mm(Theme.portrait ? 8 : 5)
        contents: Grid {
            width: pager.width
            columns: Theme.portrait || Theme.textScale > 1 ? 1 : 2
            columnSpacing: Theme.gutter
            rowSpacing: Theme.mm(Theme.portrait ? 4 : 3)

            Repeater {
                model: root.viewModel.rows

                ReviewRow {
                    required property var modelData

                    width: Theme.portrait || Theme.textScale > 1 ? pager.width : (pager.width - Theme.gutter) / 2
                    most: pager.height - pager.barHeight - Theme.mm(14) - 3 * Theme.chrome
                    name: modelData.name
                    label: modelData.label
                    shown: modelData.drawn ? qsTr("Your drawing") : modelData.shown
                    onChangeWanted: root.viewModel.change(modelData.name)
                }
            }
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        HandoffButton {
            width: actions.leftWidth
            height: actions.height
            viewModel: root.handoff
            visible: root.handoff.offered && !root.viewModel.sending
        }
        ActionButton {
            objectName: "send"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            waiting: root.viewModel.sending
            words: root.viewModel.sending ? qsTr("Saving…") : root.viewModel.fault ? qsTr("Try again") : qsTr("Send")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.viewModel.send()
        }
    }
}
