// The PIN of staff, typed twice.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property SetupViewModel viewModel
    readonly property real half: Theme.portrait ? width - 2 * Theme.margin : (width - 2 * Theme.margin - Theme.mm(14)) / 2

    function problem(): string {
        switch (viewModel.why) {
        case "short":
            return qsTr("Too short: at least six digits.");
        case "long":
            return qsTr("Too long: at most ten digits.");
        case "plain":
            return qsTr("Too easy to guess. Please choose another one.");
        case "differ":
            return qsTr("The two were not the same. Please begin again.");
        default:
            return viewModel.why;
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.half
        title: root.viewModel.again ? qsTr("The same PIN once more") : qsTr("Choose a PIN for staff")
        hint: qsTr("Six to ten digits. Staff come in by holding the name at the top left for five seconds, then touching the clock three times.")
        problem: root.problem()
    }
    Rectangle {
        id: field

        x: Theme.margin
        y: head.y + head.height + Theme.mm(8)
        width: root.half
        height: Theme.mm(24)
        color: Theme.card
        radius: Theme.keyRadius
        border.color: Theme.chosen
        border.width: Theme.chosenBorder
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("%1 digits typed").arg(root.viewModel.digits)

        Words {
            anchors.centerIn: parent
            text: "•".repeat(root.viewModel.digits)
            bold: true
            font.pixelSize: Theme.section
            font.letterSpacing: Theme.mm(3)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    StaffPad {
        x: Theme.portrait ? (root.width - width) / 2 : root.width - Theme.margin - width
        y: Theme.portrait ? field.y + field.height + Theme.mm(8) : Theme.mm(4)
        width: Math.min(root.half, Theme.mm(200))
        height: Math.min(root.height - y, Theme.mm(180))
        onDigit: sign => root.viewModel.press(sign)
        onErase: root.viewModel.erase()
        onEnter: root.viewModel.want("go")
    }
}
