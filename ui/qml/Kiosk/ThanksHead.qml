// 谢谢, and the seal that says the words were received; or plainly that they were taken back.
import QtQuick

Item {
    id: root

    required property bool withdrawn

    // The seal keeps to the right of the title; what follows it goes under a seal that is no taller.
    readonly property real beside: seal.visible ? width - seal.width - Theme.mm(4) : width

    height: Math.max(words_.height, seal.visible ? seal.y + seal.height : 0)

    Column {
        id: words_

        width: root.width
        spacing: Theme.mm(2)

        Title {
            width: root.beside
            says: root.withdrawn ? qsTr("It has been taken back.") : qsTr("Thank you,\nwe have received it.")
            font.pixelSize: Breaks.fits(says, Theme.type(17.5, 19), true, width) ? Theme.type(17.5, 19) : Theme.title
        }
        Words {
            width: seal.upright ? root.beside : root.width
            text: root.withdrawn ? qsTr("Nobody will work on it. You are welcome to say it again at any time.")
                                 : qsTr("People here will read what you said, and answer.")
            color: Theme.inkSoft
            font.pixelSize: Theme.elder && !Theme.portrait ? Math.min(Theme.small, Theme.mm(13)) : Theme.body
        }
    }
    Seal {
        id: seal

        x: root.width - width
        y: Theme.mm(3)
        visible: !root.withdrawn
        words: qsTr("Received", "seal, two characters in Chinese")
        size: Theme.mm(upright || (Theme.portrait && !Theme.elder) ? 17 : 11)
    }
}
