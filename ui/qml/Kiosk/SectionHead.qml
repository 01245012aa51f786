// A section's word, and beside or under it what to do.
import QtQuick

Flow {
    id: root

    required property string words
    property string hint: ""
    // A hint that may be left out where it would need a line of its own.
    property bool spare: false

    spacing: Theme.mm(6)

    Words {
        id: word

        width: Math.min(Math.ceil(implicitWidth), root.width)
        text: root.words
        bold: true
        font.pixelSize: Theme.section
        spacing: 1.3
        Accessible.role: Accessible.Heading
    }
    Words {
        width: Math.min(Math.ceil(implicitWidth), root.width)
        height: Math.max(implicitHeight, word.implicitHeight)
        verticalAlignment: Text.AlignVCenter
        visible: root.hint !== "" && !(root.spare && word.width + root.spacing + implicitWidth > root.width)
        text: root.hint
        color: Theme.inkSoft
    }
}
