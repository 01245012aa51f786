// A spoken message: one large button at a time to begin and to stop; then to listen again or to delete.
import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property VoiceViewModel voice
    readonly property string state_: voice.state
    readonly property bool saying: ["starting", "recording"].includes(state_)
    readonly property bool kept: ["kept", "playing"].includes(state_)

    contents: Column {
        width: root.width
        spacing: Theme.gutter

        Rectangle {
            readonly property Item rows: told

            width: parent.width
            height: told.height + Theme.mm(16)
            radius: Theme.radius
            color: Theme.card
            border.color: root.saying ? Theme.action : Theme.line
            border.width: root.saying ? Theme.chosenBorder : Theme.border

            // How loud it is: whoever cannot hear sees that they are heard.
            Rectangle {
                anchors.bottom: parent.bottom
                x: Theme.radius
                width: (parent.width - 2 * x) * Math.min(1, root.voice.level * 1.5)
                height: Theme.mm(3)
                color: Theme.chosen
                visible: root.saying
            }
            Words {
                id: told

                objectName: "voiceTold"
                x: Theme.mm(8)
                y: Theme.mm(8)
                width: parent.width - 2 * x
                text: root.told(root.voice.seconds, root.voice.left)
                font.pixelSize: Theme.answer
            }
        }
        ActionButton {
            objectName: "voiceRecord"
            width: parent.width
            height: Theme.mm(48)
            visible: ["empty", "trouble"].includes(root.state_)
            main: true
            words: qsTr("Press and speak")
            pictogram: "ui-mic.svg"
            onClicked: root.voice.record()
        }
        ActionButton {
            objectName: "voiceStop"
            width: parent.width
            height: Theme.mm(48)
            visible: root.state_ === "recording" || root.state_ === "playing"
            main: root.state_ === "recording"
            words: root.state_ === "recording" ? qsTr("I have said it") : qsTr("Stop listening")
            pictogram: root.state_ === "recording" ? "ui-check.svg" : "ui-close.svg"
            onClicked: root.voice.stop()
        }
        ActionButton {
            objectName: "voiceListen"
            width: parent.width
            height: Theme.mm(35)
            visible: root.state_ === "kept"
            words: qsTr("Listen to it")
            pictogram: "ui-speak.svg"
            onClicked: root.voice.listen()
        }
        ActionButton {
            objectName: "voiceDelete"
            width: parent.width
            height: Theme.mm(35)
            visible: root.kept
            words: qsTr("Delete it and speak again")
            pictogram: "ui-undo.svg"
            onClicked: root.voice.remove()
        }
    }

    function told(seconds: int, left: int): string {
        switch (root.state_) {
        case "starting":
        case "sealing":
            return qsTr("One moment…");
        case "recording":
            return qsTr("Please speak. Seconds left: %1").arg(left);
        case "playing":
            return qsTr("You hear what you said.");
        case "kept":
            return qsTr("Your message is recorded. Seconds: %1").arg(seconds);
        case "trouble":
            return qsTr("That did not work. Please try again, or go back and write.");
        default:
            return qsTr("The recording begins when you press, and stops when you press again.");
        }
    }
}
