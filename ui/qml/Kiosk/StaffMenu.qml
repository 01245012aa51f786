// How the terminal stands, in plain words, and what staff can do.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel
    readonly property real half: Theme.portrait ? width - 2 * Theme.margin : (width - 2 * Theme.margin - Theme.mm(12)) / 2

    function told(): string {
        switch (viewModel.sync) {
        case "trying":
            return qsTr("Calling the centre…");
        case "sent":
            return qsTr("Sending…");
        case "spoke":
            return qsTr("The centre is there.");
        case "idle":
            return viewModel.unsent === 0 ? qsTr("Done: everything is at the centre.") : qsTr("Done for now: %1 not sent.").arg(viewModel.unsent);
        case "waiting":
            return qsTr("Not reached. It tries again by itself; nothing is lost.");
        case "alone":
            return qsTr("There is no centre yet. Use a stick, or enrol.");
        case "busy":
            return qsTr("Another program is sending already.");
        case "fault":
            return qsTr("It could not be done. The log of this terminal says why.");
        default:
            return "";
        }
    }

    Column {
        id: list

        x: Theme.margin
        y: Theme.mm(2)
        width: root.half
        spacing: Theme.mm(1)

        Repeater {
            model: root.viewModel.facts

            StaffFact {
                required property var modelData

                width: list.width
                key: modelData.key
                look: modelData.look
                one: modelData.one
                two: modelData.two
            }
        }
        Rectangle {
            objectName: "syncState"
            width: list.width
            height: state_.height + Theme.mm(6)
            visible: root.viewModel.sync !== ""
            color: Theme.card
            radius: Theme.keyRadius
            border.color: Theme.chosen
            border.width: Theme.chosenBorder

            Words {
                id: state_

                x: Theme.mm(5)
                y: Theme.mm(3)
                width: parent.width - 2 * x
                text: root.told() + (root.viewModel.note && root.viewModel.sync === "waiting" ? "\n" + root.viewModel.note : "")
                font.pixelSize: Theme.label
                spacing: 1.3
            }
        }
    }

    component Act: PlainCard {
        property bool shown: true

        visible: shown
        width: (root.half - Theme.gutter) / 2
        height: Theme.mm(Theme.portrait ? 27 : 26)
    }

    Flow {
        x: Theme.portrait ? Theme.margin : root.width - Theme.margin - width
        y: Theme.portrait ? root.height - height - Theme.mm(8) : Theme.mm(2)
        width: root.half
        spacing: Theme.mm(Theme.portrait ? 5 : 4)

        Act {
            objectName: "staffSync"
            words: qsTr("Send now")
            pictogram: "ui-next.svg"
            onClicked: root.viewModel.want("sync")
        }
        Act {
            objectName: "staffStick"
            words: qsTr("Stick")
            pictogram: "ui-down.svg"
            onClicked: root.viewModel.want("stick")
        }
        Act {
            objectName: "staffEntry"
            words: qsTr("Enter for somebody")
            pictogram: "ui-pen.svg"
            onClicked: root.viewModel.want("entry")
        }
        Act {
            objectName: "staffTrain"
            words: root.viewModel.training ? qsTr("End practice") : qsTr("Practise")
            pictogram: "opt-lecture.svg"
            onClicked: root.viewModel.want("train")
        }
        Act {
            objectName: "staffClean"
            words: qsTr("Wipe the screen")
            pictogram: "opt-broom.svg"
            onClicked: root.viewModel.want("clean")
        }
        Act {
            objectName: "staffScreen"
            words: qsTr("Light and sound")
            pictogram: "opt-lamp.svg"
            onClicked: root.viewModel.want("screen")
        }
        Act {
            objectName: "staffNewPin"
            words: qsTr("Another PIN")
            pictogram: "opt-padlock.svg"
            onClicked: root.viewModel.want("newpin")
        }
        Act {
            objectName: "staffSetup"
            words: qsTr("Set up again")
            pictogram: "opt-terminal.svg"
            onClicked: root.viewModel.want("setup")
        }
        Act {
            objectName: "staffUnsafe"
            shown: root.viewModel.safe
            words: qsTr("End safe mode")
            pictogram: "ui-check.svg"
            onClicked: root.viewModel.want("unsafe")
        }
        Act {
            objectName: "staffLeave"
            words: qsTr("Close the kiosk")
            pictogram: "ui-close.svg"
            onClicked: root.viewModel.want("leave")
        }
        Act {
            objectName: "staffClose"
            words: qsTr("Back to visitors")
            pictogram: "ui-home.svg"
            onClicked: root.viewModel.want("close")
        }
    }
}
