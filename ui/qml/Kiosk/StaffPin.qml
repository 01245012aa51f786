// The PIN of staff: typed, set twice, or locked until the centre answers a challenge by telephone.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel
    property bool leaves: true
    readonly property bool locked: viewModel.page === "locked"
    readonly property bool fresh: viewModel.page === "newpin"
    readonly property real half: Theme.portrait ? width - 2 * Theme.margin : (width - 2 * Theme.margin - Theme.mm(14)) / 2

    function title(): string {
        if (fresh)
            return viewModel.again ? qsTr("The same PIN once more") : qsTr("Choose a PIN for staff");
        return locked ? qsTr("The PIN is locked") : qsTr("Type the PIN");
    }

    function hint(): string {
        if (fresh)
            return qsTr("Six to ten digits. Nobody can read it out of this terminal.");
        if (locked)
            return viewModel.enrolled ? qsTr("Call the centre and read these digits. Type the eight that you hear.") : qsTr("This terminal has no centre yet. A technician can take the PIN away: kiosk pin --forget");
        return viewModel.byStick ? qsTr("A stick was plugged in. With the PIN you can write to it.") : qsTr("Only for those who work here.");
    }

    function problem(): string {
        if (viewModel.wait > 0)
            return qsTr("Please wait %1 s, then try again.").arg(viewModel.wait);
        switch (viewModel.why) {
        case "wrong":
            return locked ? qsTr("These digits do not fit.") : qsTr("This is not the PIN.");
        case "short":
            return qsTr("Too short: at least six digits.");
        case "long":
            return qsTr("Too long: at most ten digits.");
        case "plain":
            return qsTr("Too easy to guess. Please choose another one.");
        case "differ":
            return qsTr("The two were not the same. Please begin again.");
        case "fault":
            return qsTr("It could not be done. The log of this terminal says why.");
        default:
            return "";
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height + (challenge.visible ? challenge.height + Theme.mm(8) : 0) + Theme.mm(46))
        width: root.half
        title: root.title()
        hint: root.hint()
        problem: root.problem()
    }
    Words {
        id: challenge

        x: Theme.margin
        y: head.y + head.height + Theme.mm(8)
        width: root.half
        visible: root.locked && root.viewModel.challenge !== ""
        objectName: "challenge"
        text: root.viewModel.challenge.slice(0, 3) + " " + root.viewModel.challenge.slice(3)
        bold: true
        font.pixelSize: Theme.mm(20)
        font.letterSpacing: Theme.mm(2)
        Accessible.name: root.viewModel.challenge.split("").join(" ")
    }
    Rectangle {
        id: field

        x: Theme.margin
        y: (challenge.visible ? challenge.y + challenge.height : head.y + head.height + Theme.mm(8)) + Theme.mm(6)
        width: root.half
        height: Theme.mm(26)
        color: Theme.card
        radius: Theme.keyRadius
        border.color: Theme.chosen
        border.width: Theme.chosenBorder
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("%1 digits typed").arg(root.viewModel.typed.length)

        Words {
            anchors.centerIn: parent
            text: root.viewModel.typed
            bold: true
            font.pixelSize: Theme.section
            font.letterSpacing: Theme.mm(3)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    StaffPad {
        x: Theme.portrait ? (root.width - width) / 2 : root.width - Theme.margin - width
        y: Theme.portrait ? field.y + field.height + Theme.mm(10) : Theme.mm(8)
        width: Math.min(root.half, Theme.mm(200))
        height: Math.min((Theme.portrait ? actions.y - Theme.mm(10) : root.height - Theme.mm(12)) - y, Theme.mm(190))
        can: root.viewModel.wait === 0 && !(root.locked && !root.viewModel.enrolled)
        onDigit: sign => root.viewModel.press(sign)
        onErase: root.viewModel.erase()
        onEnter: root.viewModel.enter()
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.half
        visible: root.leaves

        ActionButton {
            objectName: "staffClose"
            width: Math.max(actions.leftWidth, Theme.mm(89))
            height: actions.height
            words: qsTr("Back to visitors")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("close")
        }
    }
}
