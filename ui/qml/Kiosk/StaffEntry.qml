// Before staff type for somebody: who types, and which slip of paper; without a slip the visitor stands here.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel
    readonly property real half: Theme.portrait ? width - 2 * Theme.margin : (width - 2 * Theme.margin - Theme.mm(14)) / 2

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.half
        title: qsTr("Enter for somebody")
        hint: qsTr("It is marked as entered by staff, and never counts as a visitor's rating.")
        problem: root.viewModel.why === "by" ? qsTr("Please type your staff number first.") : ""
    }

    component Field: TouchCard {
        id: field

        required property string filled
        required property string name

        width: root.half
        height: Theme.mm(27)
        chosen: root.viewModel.field === name
        words: qsTr("%1: %2", "name of a field, what is typed there").arg(caption.text).arg(filled)

        Words {
            id: caption

            x: Theme.mm(6)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width * 0.6
            text: field.name === "by" ? qsTr("Your staff number") : qsTr("Number of the slip (none: the visitor is here)")
            font.pixelSize: Breaks.best([text], Breaks.steps(Theme.label, Theme.floor), false, width, 2)
            spacing: 1.2
            Accessible.ignored: true
        }
        Words {
            x: parent.width - width - Theme.mm(6)
            anchors.verticalCenter: parent.verticalCenter
            text: field.filled
            bold: true
            font.pixelSize: Theme.section
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    Field {
        id: by

        objectName: "entryBy"
        x: Theme.margin
        y: head.y + head.height + Theme.mm(6)
        name: "by"
        filled: root.viewModel.by
        onClicked: root.viewModel.want("by")
    }
    Field {
        id: slip

        objectName: "entrySlip"
        x: Theme.margin
        y: by.y + by.height + Theme.mm(4)
        name: "slip"
        filled: root.viewModel.slip
        onClicked: root.viewModel.want("slip")
    }
    StaffPad {
        x: Theme.portrait ? (root.width - width) / 2 : root.width - Theme.margin - width
        y: Theme.portrait ? slip.y + slip.height + Theme.mm(8) : Theme.mm(8)
        width: Math.min(root.half, Theme.mm(200))
        height: Math.min((Theme.portrait ? actions.y - Theme.mm(8) : root.height - Theme.mm(12)) - y, Theme.mm(190))
        goOn: qsTr("Begin")
        onDigit: sign => root.viewModel.press(sign)
        onErase: root.viewModel.erase()
        onEnter: root.viewModel.enter()
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.half

        ActionButton {
            objectName: "staffMenu"
            width: actions.leftWidth
            height: actions.height
            words: qsTr("Back")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("menu")
        }
    }
}
