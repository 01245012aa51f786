// What is now: a gold card with its date and the centre's words.
import QtQuick

Rectangle {
    id: root

    required property var step
    readonly property string says: named()
    readonly property Item rows: inside

    function named(): string {
        const department = root.step.department;
        switch (root.step.state) {
        case "received":
            return qsTr("Received");
        case "dispatched":
            return department ? qsTr("Handed to: %1").arg(department) : qsTr("Handed to those responsible");
        case "in_progress":
            return qsTr("Being worked on");
        case "answered":
            return root.step.look === "next" ? qsTr("You get an answer") : qsTr("Answered");
        case "called_back":
            return root.step.look === "next" ? qsTr("You are asked how it went") : qsTr("Followed up");
        case "returned":
            return qsTr("Back for another department");
        case "parked":
            return qsTr("Kept as an idea for later");
        case "declined":
            return qsTr("Not possible, with the reason");
        case "merged":
            return qsTr("Joined with the same wish of others");
        case "withheld":
            return qsTr("Not shown in public");
        default:
            return qsTr("Closed without action");
        }
    }

    height: inside.height + Theme.mm(13)
    radius: Theme.radius
    color: Theme.pendingWash
    border.color: Theme.pending
    border.width: Theme.border

    Column {
        id: inside

        x: Theme.mm(7)
        y: Theme.mm(6)
        width: parent.width - 2 * x
        spacing: Theme.mm(3)

        Item {
            id: heading

            readonly property string due: !root.step.due ? ""
                : (root.step.late ? qsTr("An answer was due by %1") : qsTr("An answer by %1")).arg(Dates.day(root.step.due))
            readonly property bool beside: due !== "" && Breaks.width(root.says, Theme.section, true) + Breaks.width(due, Theme.body, true)
                                           + Theme.mm(8) < width

            width: parent.width
            height: beside || due === "" ? state_.height : state_.height + due_.height

            Words {
                id: state_

                width: heading.beside ? parent.width - due_.width - Theme.mm(4) : parent.width
                text: root.says
                bold: true
                font.pixelSize: Theme.section
                spacing: 1.3
            }
            Words {
                id: due_

                x: heading.beside ? parent.width - width : 0
                y: heading.beside ? state_.baselineOffset - baselineOffset : state_.height
                width: heading.beside ? Math.ceil(Breaks.width(text, font.pixelSize, true)) + Theme.mm(2) : parent.width
                horizontalAlignment: heading.beside ? Text.AlignRight : Text.AlignLeft
                visible: text !== ""
                text: heading.due
                bold: true
                color: Theme.pending
                spacing: 1.3
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.ruleThin
            visible: root.step.note !== ""
            color: Theme.hair
        }
        Words {
            // An opening quote stands outside the edge, where there is one line to stand before.
            readonly property real hang: Breaks.width(text, font.pixelSize, false) < parent.width ? Math.min(font.pixelSize / 2, Theme.mm(5)) : 0

            x: -hang
            width: parent.width + hang
            wrapMode: hang > 0 ? Text.NoWrap : Text.Wrap
            visible: text !== ""
            text: root.step.note ? "\u201c" + root.step.note + "\u201d" : ""
            font.pixelSize: Theme.tile
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: [root.step.state === "dispatched" ? "" : root.step.department, Dates.day(root.step.day)].filter(part => part).join("\u3000")
            color: Theme.inkSoft
            spacing: 1.3
        }
    }
}
