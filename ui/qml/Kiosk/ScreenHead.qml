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
    // Lying and in large type, keys need every line: the title keeps to its own size, and what to do stands beside it.
    property bool brief: false
    readonly property real titleWidth: Breaks.width(title, head.font.pixelSize, true)
    readonly property bool fits: titleWidth + Theme.mm(12) + note.wanted <= width
    // A problem that needs the whole width takes the title's place: it says what to do now.
    readonly property bool alone: brief && problem !== "" && !fits
    readonly property bool oneLine: !alone && beside && note.wanted > 0 && (fits || brief && titleWidth + Theme.mm(72) <= width)

    implicitHeight: oneLine ? Math.max(head.height, note.height) : !note.visible ? head.height : note.y + note.height

    Title {
        id: head

        width: root.width
        visible: !root.alone
        says: root.title
        largest: root.brief ? smallest : Theme.title
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

        readonly property string said: root.problem || root.hint
        readonly property real wanted: said ? Breaks.width(said, most, bold) : 0

        x: root.oneLine ? head.implicitWidth + Theme.mm(10) : 0
        y: root.alone ? Theme.mm(1) : root.oneLine && !root.fits ? Math.max(0, (head.height - height) / 2) : root.oneLine ? head.baselineOffset - baselineOffset : head.height + Theme.mm(0.5)
        width: Math.min(root.width - x, 32 * most)
        visible: text !== ""
        text: said
        bold: root.problem !== ""
        readonly property int most: root.modest || !Theme.portrait ? Theme.chrome : Theme.body

        font.pixelSize: root.brief && !root.fits ? Breaks.best([said], Breaks.steps(most, Theme.floor), bold, width, 2) : most
        color: root.problem ? Theme.pending : Theme.inkSoft
        spacing: Theme.running
    }
}
