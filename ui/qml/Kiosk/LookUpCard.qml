// The way to one's own case: by the receipt code.
import QtQuick

TouchCard {
    id: root

    property bool beside: false

    implicitHeight: footHeight + (beside ? Math.max(picture.height, caption.height, hint.height) + Theme.mm(6)
                                         : picture.height + caption.height + hint.height + Theme.mm(9))
    objectName: "lookUp"
    words: qsTr("See what became of it")

    Pictogram {
        id: picture

        x: root.beside ? Theme.mm(8) : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : (parent.height - height - caption.height - hint.height - Theme.mm(3)) * 0.45
        name: "ui-lookup.svg"
        size: Theme.mm(root.beside ? 18 : 17)
    }
    Words {
        id: caption

        x: root.beside ? picture.x + picture.width + Theme.mm(8) : Theme.mm(3)
        y: root.beside ? (parent.height - height) / 2 : picture.y + picture.height + Theme.mm(2.5)
        width: root.beside ? root.width * 0.64 - x - Theme.mm(12) : root.width - Theme.mm(6)
        horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
        text: root.words
        bold: true
        font.pixelSize: root.beside ? Theme.tile : Breaks.best([text], Breaks.steps(Theme.tile, Theme.floor), true, width, 2)
        spacing: Theme.labelled
        Accessible.ignored: true
    }
    Words {
        id: hint

        x: root.beside ? parent.width - width - Theme.mm(8) : Theme.mm(3)
        y: root.beside ? (parent.height - height) / 2 : caption.y + caption.height + Theme.mm(0.5)
        width: root.beside ? root.width * 0.36 : root.width - Theme.mm(6)
        horizontalAlignment: root.beside ? Text.AlignRight : Text.AlignHCenter
        text: root.beside ? qsTr("With a receipt code") : qsTr("Type the receipt code")
        color: Theme.inkSoft
        font.pixelSize: root.beside ? Theme.body : Breaks.best([text], Breaks.steps(Theme.small, Theme.floor), false, width, 1)
        spacing: Theme.labelled
        Accessible.ignored: true
    }
}
