// One tap, all the way to the centre and back: its signed receipt is the proof.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property SetupViewModel viewModel

    function told(): string {
        switch (viewModel.tap) {
        case "kept":
            return viewModel.number > 0 ? qsTr("Kept here. Waiting for the centre…") : qsTr("Kept here. The centre gets it once this terminal is enrolled.");
        case "seen":
            return qsTr("The centre has it, and has signed for it.");
        default:
            return qsTr("Touch here");
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x
        title: qsTr("One tap to try it")
        hint: qsTr("It is a test of the terminal, and counts as nobody's opinion.")
        problem: root.viewModel.why
    }
    TouchCard {
        id: field

        objectName: "setupTap"
        x: Theme.margin
        y: head.y + head.height + Theme.mm(12)
        width: root.width - 2 * x
        height: Math.min(root.height - y, Theme.mm(Theme.portrait ? 120 : 90))
        words: root.told()
        chosen: root.viewModel.tap !== ""
        onClicked: root.viewModel.want("tap")

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.mm(16)
            spacing: Theme.mm(6)

            Pictogram {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.viewModel.tap === "seen" ? "ui-check.svg" : "opt-terminal.svg"
                size: Theme.mm(28)
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: field.words
                bold: true
                font.pixelSize: Theme.section
                spacing: 1.3
                Accessible.ignored: true
            }
        }
    }
}
