// Behind 叫工作人员: first how this page works, then the call.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ShellViewModel shell
    required property StaffViewModel viewModel
    readonly property bool calling: viewModel.calledAt !== ""

    function steps(): list<string> {
        switch (root.shell.screen) {
        case "question":
            return [qsTr("Touch the answer that fits. You can change it."), qsTr("At the bottom right you go on; Back is at the bottom left."), qsTr("You may skip what you do not want to answer.")];
        case "review":
            return [qsTr("Read your answers once more."), qsTr("Touch Change beside what is not right."), qsTr("Touch Send when all is right.")];
        case "thanks":
            return [qsTr("Write down the receipt code, or take a picture."), qsTr("With it you can see here what became of it."), qsTr("Touch Finish when you are done.")];
        case "lookup":
        case "progress":
            return [qsTr("Type the ten signs of your receipt code."), qsTr("Then touch Look it up at the bottom right."), qsTr("You see who has it and by when you get an answer.")];
        case "board":
            return [qsTr("Here stands what visitors asked for, and what came of it."), qsTr("Touch the words on top to see what is under way."), qsTr("Turn pages with the buttons at the bottom.")];
        default:
            return [qsTr("Touch a face: one touch, and you have said something."), qsTr("Or touch a picture to say more."), qsTr("With a receipt code you can see what became of it.")];
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        // Nothing here is touched but what stands below: low down while it fits, and as high up as it must.
        y: Theme.low ? Math.max(Theme.mm(8), Math.min(Theme.headTop(height), actions.y - Theme.mm(13) - pager.contents.height - height)) : Theme.mm(8)
        width: root.width - 2 * x
        title: root.calling ? qsTr("This visitor asks for staff") : qsTr("How this page works")
        hint: root.calling ? qsTr("Called at %1. Nothing you entered is lost.").arg(root.viewModel.calledAt) : ""
    }
    Pager {
        id: pager

        barPlace: actions.barPlace
        x: Theme.margin
        y: head.y + head.height + Theme.mm(7)
        width: root.width - 2 * x
        height: actions.y - y - Theme.mm(6)
        contents: root.calling ? sign : help
    }
    Column {
        id: sign

        width: pager.width
        visible: root.calling
        spacing: Theme.mm(Theme.portrait ? 8 : 4)

        Rectangle {
            width: parent.width
            height: big.height + Theme.mm(Theme.portrait && !Theme.low ? 40 : 8)
            color: Theme.card
            radius: Theme.radius
            border.color: Theme.seal
            border.width: Theme.mm(3)

            Words {
                id: big

                x: Theme.mm(12)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Staff please")
                color: Theme.seal
                bold: true
                font.pixelSize: Theme.mm(Theme.portrait && !Theme.low ? 38 : 21)
                spacing: 1.3
            }
        }
        Words {
            width: parent.width
            text: Breaks.broken(qsTr("This sign can be seen across the hall. If nobody comes within a few minutes, please go to the service desk."), font.pixelSize, false, width)
        }
    }
    Column {
        id: help

        width: pager.width
        visible: !root.calling
        spacing: Theme.mm(Theme.portrait ? 5 : 3.5)

        Repeater {
            model: root.calling ? [] : root.steps()

            HelpLine {
                required property int index
                required property string modelData

                width: help.width
                number: index + 1
                says: modelData
            }
        }
    }

    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "closeSheet"
            width: actions.leftWidth
            height: actions.height
            visible: !root.calling
            words: qsTr("I see, go on")
            pictogram: "ui-back.svg"
            onClicked: root.shell.closeSheet()
        }
        ActionButton {
            objectName: "call"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: !root.calling
            words: root.calling ? qsTr("Somebody is here") : qsTr("Call staff")
            pictogram: root.calling ? "ui-check.svg" : "ui-staff.svg"
            onClicked: root.calling ? root.viewModel.endCall() : root.viewModel.call()
        }
    }
}
