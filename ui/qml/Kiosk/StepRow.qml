// One step of a case. What is now stands on a gold card with its date and words; the rest is a line.
import QtQuick

Item {
    id: root

    required property var step
    required property bool last
    readonly property bool current: step.look === "now"
    readonly property real indent: Theme.mm(current ? 21 : 22.5)
    readonly property real dotMiddle: current ? Theme.mm(14) : Theme.mm(7)

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

    height: (current ? card.height : Math.max(line.height, Theme.mm(14))) + (last ? 0 : Theme.mm(10))

    Rectangle {
        x: Theme.mm(7) - width / 2
        y: root.dotMiddle
        width: Theme.mm(root.step.look === "done" ? 1 : 0.7)
        height: root.height - root.dotMiddle + Theme.mm(8)
        visible: !root.last
        color: root.step.look === "done" ? Theme.ink : Theme.line
    }
    StepDot {
        x: Theme.mm(7) - width / 2
        y: root.dotMiddle - height / 2
        size: Theme.mm(root.current ? 12 : 9)
        done: root.step.look === "done"
        current: root.current
    }
    Item {
        id: line

        x: root.indent
        width: root.width - x
        height: Math.max(word.height, Theme.mm(14))
        visible: !root.current

        Words {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - day.width - Theme.mm(4)
            text: root.named()
            bold: root.step.look === "done"
            color: root.step.look === "done" ? Theme.ink : Theme.inkSoft
            font.pixelSize: Theme.type(10.5, 12.4)
            spacing: 1.3
        }
        Words {
            id: day

            anchors.verticalCenter: parent.verticalCenter
            x: parent.width - width
            text: Dates.day(root.step.day)
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
        }
    }
    Rectangle {
        id: card

        x: root.indent
        width: root.width - x
        height: inside.height + Theme.mm(13)
        visible: root.current
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

            Flow {
                width: parent.width
                spacing: Theme.mm(6)

                Words {
                    width: Math.min(Math.ceil(implicitWidth), parent.width)
                    text: root.named()
                    bold: true
                    font.pixelSize: Theme.section
                    spacing: 1.3
                }
                Words {
                    visible: text !== ""
                    width: Math.min(Math.ceil(implicitWidth), parent.width)
                    text: root.step.due ? qsTr("An answer by %1").arg(Dates.day(root.step.due)) : ""
                    bold: true
                    color: Theme.pending
                    spacing: 1.65
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.ruleThin
                visible: root.step.note !== ""
                color: Theme.hair
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.step.note ? "\u201c" + root.step.note + "\u201d" : ""
                font.pixelSize: Theme.tile
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: [root.step.department, Dates.day(root.step.day)].filter(part => part).join("\u3000")
                color: Theme.inkSoft
                spacing: 1.3
            }
        }
    }
}
