// An answer on a card of information, and the button that changes it.
import QtQuick

Rectangle {
    id: root

    required property string label
    required property string shown
    required property string name

    // The height that a page has for the answer itself, in pixels.
    property real most: 100000

    signal changeWanted

    height: Math.max(words_.height + Theme.mm(Theme.portrait ? 8 : 4), Theme.target + Theme.mm(Theme.portrait ? 8 : 4))
    radius: Theme.radius
    color: Theme.card
    border.color: Theme.line
    border.width: Theme.border

    Column {
        id: words_

        x: Theme.mm(7)
        y: (root.height - height) / 2
        width: change.x - x - Theme.mm(5)
        spacing: Theme.mm(0.5)

        Words {
            width: parent.width
            text: root.label
            color: Theme.inkSoft
            font.pixelSize: Theme.sized(7, 9, Theme.chromeScale)
            spacing: 1.35
        }
        Words {
            width: parent.width
            //: In place of an answer that was not given
            text: root.shown || qsTr("No answer")
            color: root.shown ? Theme.ink : Theme.inkSoft
            // An answer of many words is set so that it stands on one page.
            font.pixelSize: Breaks.steps(Theme.type(9.4, 11.5), Theme.floor).find(size => size === Theme.floor || Breaks.lines(text, size, false, width) * size * spacing <= root.most)
            spacing: 1.35
        }
    }
    TouchCard {
        id: change

        objectName: "change_" + root.name
        x: root.width - width - Theme.mm(4)
        y: (root.height - height) / 2
        width: Math.max(Theme.mm(28), label.implicitWidth + Theme.mm(10))
        height: Theme.target
        words: qsTr("Change", "an answer")
        footHeight: Theme.dockFoot
        radius: Theme.keyRadius
        Accessible.name: `${words} ${root.label}`
        onClicked: root.changeWanted()

        Words {
            id: label

            anchors.centerIn: parent
            text: change.words
            wrapMode: Text.NoWrap
            spacing: Theme.labelled
            Accessible.ignored: true
        }
    }
}
