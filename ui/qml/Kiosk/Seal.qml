// 印: two characters in a cinnabar frame. In English the word lies on its side of the frame, smaller.
import QtQuick

Rectangle {
    id: root

    required property string words
    property int size: Theme.mm(11)

    readonly property bool upright: words.length === 2

    implicitWidth: upright ? Math.round(size * 1.78) : line.implicitWidth + line.font.pixelSize * 1.2
    implicitHeight: upright ? Math.round(size * 2.72) : Math.round(line.font.pixelSize * 2)
    radius: Theme.keyRadius
    color: Theme.card
    border.color: Theme.seal
    border.width: Math.max(2, Math.round(size * 0.13))
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Words {
        id: line

        anchors.centerIn: parent
        text: root.upright ? root.words[0] + "\n" + root.words[1] : root.words
        color: Theme.seal
        bold: true
        font.pixelSize: root.upright ? root.size : Math.max(Theme.floor, Math.round(root.size * 0.8))
        spacing: 1.08
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
