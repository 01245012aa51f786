// Title and, under or beside it, what to do; a problem takes the hint's place and says how to go on.
import QtQuick

Item {
    id: root

    required property string title
    property string hint: ""
    property string problem: ""
    property bool beside: false
    // Where the rest of the screen cannot give way, what to do grows only as far as the dock's words.
    property bool modest: false
    readonly property real titleWidth: Breaks.width(title, Theme.title, true)
    readonly property bool oneLine: beside && note.wanted > 0 && titleWidth + Theme.mm(12) + note.wanted <= width

    implicitHeight: oneLine || !note.visible ? head.height : note.y + note.height

    Title {
        id: head

        width: root.width
        says: root.title
    }
    Rectangle {
        visible: root.problem !== "" && !root.oneLine
        x: -Theme.mm(4)
        y: note.y - Theme.mm(1)
        width: note.paintedWidth + Theme.mm(8)
        height: note.height + Theme.mm(2)
        radius: Theme.keyRadius
        color: Theme.pendingWash
        border.color: Theme.pending
        border.width: Theme.border
    }
    Words {
        id: note

        readonly property real wanted: text ? Breaks.width(text, font.pixelSize, bold) : 0

        x: root.oneLine ? head.implicitWidth + Theme.mm(10) : 0
        y: root.oneLine ? head.baselineOffset - baselineOffset : head.height + Theme.mm(0.5)
        width: root.width - x
        visible: text !== ""
        text: root.problem || root.hint
        bold: root.problem !== ""
        font.pixelSize: root.modest ? Theme.chrome : Theme.body
        color: root.problem ? Theme.pending : Theme.inkSoft
        spacing: 1.4
    }
}
