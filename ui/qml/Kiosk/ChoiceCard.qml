// One answer: pictogram, phrase and mark. Chosen shows by border, foot, wash, mark and weight, not by colour alone.
import QtQuick

TouchCard {
    id: root

    property string pictogram: ""
    property bool pictured: false
    property bool several: false
    property int place: 0
    property bool stacked: false
    property bool marked: true
    property int wordSize: Theme.answer
    readonly property int pictureSize: Theme.mm(!stacked ? 23 : Theme.elder ? 18 : 21)
    // Stacked: what the pictogram or the mark takes on top; the word stands in the middle of the rest.
    readonly property real topRoom: Theme.mm(4) + (pictured ? pictureSize : mark.height)
    readonly property real inset: Theme.mm(pictured ? 6 : 9)
    readonly property real wordX: stacked ? Theme.mm(3) : inset + (pictured ? pictureSize + Theme.mm(5.5) : 0)
    readonly property real wordRoom: width - wordX - (stacked ? Theme.mm(3) : marked ? mark.width + Theme.mm(7.5) : Theme.mm(4))

    implicitHeight: footHeight + (stacked ? (pictured ? pictureSize : mark.height) + caption.implicitHeight + Theme.mm(7)
                                          : Math.max(caption.implicitHeight + Theme.mm(6), Theme.target))
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    Pictogram {
        x: root.stacked ? (parent.width - width) / 2 : root.inset
        y: root.stacked ? Theme.mm(3.5) : (parent.height - height) / 2
        visible: name !== ""
        name: root.pictured ? root.pictogram : ""
        size: root.pictureSize
    }
    Caption {
        id: caption

        x: root.wordX
        y: root.stacked ? (root.topRoom + parent.height - Theme.mm(1.5) - height) / 2 : (parent.height - height) / 2
        width: root.wordRoom
        horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
        says: root.words
        bold: root.chosen
        size: root.wordSize
        smaller: Theme.label
        spacing: 1.25
    }
    ChoiceMark {
        id: mark

        x: parent.width - width - Theme.mm(root.stacked ? 4 : 5)
        y: root.stacked ? Theme.mm(3.5) : (parent.height - height) / 2
        size: Theme.mm(root.stacked ? 11.5 : 13)
        visible: root.marked
        chosen: root.chosen
        round: !root.several
        place: root.place
    }
}
