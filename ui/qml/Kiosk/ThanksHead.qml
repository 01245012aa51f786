// 谢谢, and the seal that says the words were received; or plainly that they were taken back.
import QtQuick

Item {
    id: root

    required property bool withdrawn

    height: Math.max(words_.height, seal.visible ? seal.height : 0)

    Column {
        id: words_

        width: root.width - (seal.visible ? seal.width + Theme.mm(6) : 0)
        spacing: Theme.mm(2)

        Title {
            width: parent.width
            says: root.withdrawn ? qsTr("It has been taken back.") : qsTr("Thank you,\nwe have received it.")
            font.pixelSize: Theme.type(17.5, 19)
        }
        Words {
            width: parent.width
            text: root.withdrawn ? qsTr("Nobody will work on it. You are welcome to say it again at any time.")
                                 : qsTr("People here will read what you said, and answer.")
            color: Theme.inkSoft
        }
    }
    Seal {
        id: seal

        x: root.width - width
        y: Theme.mm(3)
        visible: !root.withdrawn
        words: qsTr("Received", "seal, two characters in Chinese")
        size: Theme.mm(17)
    }
}
