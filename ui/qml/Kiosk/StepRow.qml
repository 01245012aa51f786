// One step of a case. What is now stands on a gold card with its date and words; the rest is a line.
import QtQuick

Item {
    id: root

    required property var step
    required property bool last
    // On a lying screen the card stands beside the path, and what is now is a line like the others.
    property bool lines: false
    readonly property bool current: step.look === "now"
    readonly property bool carded: current && !lines
    readonly property Item rows: carded ? card.rows : null
    readonly property real indent: Theme.mm(carded ? 21 : 22.5)
    readonly property real dotMiddle: carded ? Theme.mm(14) : Theme.mm(7)

    height: (carded ? card.height : Math.max(line.height, Theme.mm(14))) + (last ? 0 : Theme.mm(lines ? 6 : 10))

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
        visible: !root.carded

        Words {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - day.width - Theme.mm(4)
            text: card.says
            bold: root.step.look !== "next"
            color: root.step.look === "next" ? Theme.inkSoft : Theme.ink
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
    StepCard {
        id: card

        x: root.indent
        width: root.width - x
        visible: root.carded
        step: root.step
    }
}
