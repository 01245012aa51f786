// What happens next, each step with its last day.
pragma ComponentBehavior: Bound

import QtQuick

Column {
    id: root

    required property var promises

    // Lying, in large print: the days and what happens then share half of the width.
    readonly property int typeSize: Theme.elder && !Theme.portrait ? Theme.small : Theme.body
    // All days stand in one column, as wide as the widest of them.
    readonly property real dayWidth: Math.min(width * 0.4, promises.reduce((most, step) => Math.max(most, Breaks.width(dayOf(step), typeSize, step.kept)), Theme.portrait ? Theme.type(50, 62) : 0))

    function dayOf(step: var): string {
        return step.kept ? qsTr("Today") : qsTr("By %1", "a day").arg(Dates.day(step.day));
    }

    spacing: Theme.mm(Theme.portrait || !Theme.elder ? 3 : 2)

    Words {
        width: root.width
        text: qsTr("What happens next")
        bold: true
        font.pixelSize: Theme.section
        spacing: 1.3
        bottomPadding: Theme.mm(2)
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: root.promises

        Item {
            id: step

            required property var modelData
            required property int index
            readonly property real dot: Theme.mm(7.5)

            width: root.width
            height: Math.max(what.height, Theme.mm(Theme.portrait ? 19 : 16))

            Rectangle {
                x: step.dot / 2 - width / 2
                y: step.dot
                width: Theme.mm(0.7)
                height: step.height - step.dot + root.spacing + Theme.mm(1)
                visible: step.index < root.promises.length - 1
                color: Theme.line
            }
            StepDot {
                y: (what.lineHeight - height) / 2
                size: step.dot
                done: step.modelData.kept
            }
            Words {
                id: day

                x: Theme.mm(14)
                width: root.dayWidth
                spacing: what.spacing
                font.pixelSize: root.typeSize
                bold: step.modelData.kept
                color: step.modelData.kept ? Theme.ink : Theme.inkSoft
                text: root.dayOf(step.modelData)
            }
            Words {
                id: what

                x: day.x + day.width + Theme.mm(3)
                width: root.width - x
                spacing: Theme.portrait ? Theme.running : 1.3
                font.pixelSize: root.typeSize
                text: step.modelData.step === "received" ? qsTr("Received, and kept here")
                    : step.modelData.step === "answered" ? qsTr("Somebody gives you a first answer")
                    : step.modelData.department ? qsTr("It goes to: %1").arg(step.modelData.department)
                    : qsTr("It goes to those responsible")
            }
        }
    }
}
