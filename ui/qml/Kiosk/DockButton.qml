// One place of the dock: pictogram over the word, or beside it where the place is wide and low.
import QtQuick

TouchCard {
    id: root

    required property string pictogram
    // One size of type for all places of the dock.
    required property int typeSize
    property bool beside: false
    // A narrow place keeps the word and gives up the picture.
    readonly property bool bare: beside && width < Theme.mm(46)
    readonly property int pictureSize: Theme.mm(beside ? 12 : 13.5)
    readonly property int room: Math.floor(width - Theme.mm(beside && !bare ? 7 : 2) - (beside && !bare ? pictureSize : 0))

    footHeight: Theme.dockFoot

    Pictogram {
        id: picture

        x: root.beside ? (parent.width - width - Theme.mm(3) - caption.width) / 2 : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : (parent.height - height - caption.height - Theme.mm(1)) / 2
        visible: !root.bare
        name: visible ? root.pictogram : ""
        size: root.pictureSize
    }
    Words {
        id: caption

        x: root.beside && !root.bare ? picture.x + picture.width + Theme.mm(3) : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : picture.y + picture.height + Theme.mm(1)
        width: Math.min(Math.ceil(implicitWidth), root.room)
        horizontalAlignment: Text.AlignHCenter
        text: Breaks.broken(root.words, font.pixelSize, false, root.room)
        font.pixelSize: root.typeSize
        color: Theme.ink
        spacing: Theme.labelled
        Accessible.ignored: true
    }
}
