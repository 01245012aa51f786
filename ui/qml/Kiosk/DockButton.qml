// One slot of the dock: pictogram over the word in portrait, beside it in landscape.
import QtQuick

TouchCard {
    id: root

    required property string pictogram
    property bool off: false
    // Set where one of the words of the dock needs smaller type: lying, all of them take it.
    property bool crowded: false
    readonly property alias tight: caption.tight

    footHeight: off ? 0 : Theme.dockFoot
    face: off ? Theme.band : Theme.card
    enabled: !off

    Pictogram {
        id: picture

        x: Theme.portrait ? (parent.width - width) / 2 : (parent.width - width - Theme.mm(4) - caption.width) / 2
        y: Theme.portrait ? (parent.height - height - captionBox.height - Theme.mm(1)) / 2 : (parent.height - height) / 2
        name: root.pictogram
        size: Theme.mm(Theme.portrait ? 13.5 : 13)
        opacity: root.off ? 0.6 : 1
    }
    Item {
        id: captionBox

        x: Theme.portrait ? (parent.width - width) / 2 : picture.x + picture.width + Theme.mm(4)
        y: Theme.portrait ? picture.y + picture.height + Theme.mm(1) : 0
        width: caption.width
        height: Theme.portrait ? Math.max(caption.height, Theme.elder ? 2 * caption.lineHeight : 0) : parent.height

        Words {
            id: caption

            readonly property int room: root.width - Theme.mm(Theme.portrait ? 1 : 9) - (Theme.portrait ? 0 : picture.width)
            readonly property bool tight: Breaks.longest(root.words, Theme.label, false) > room
                                          || (!(Theme.elder && Theme.portrait) && Breaks.width(root.words, Theme.label, false) > room)

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(implicitWidth), room)
            horizontalAlignment: Text.AlignHCenter
            text: Breaks.broken(root.words, font.pixelSize, false, room)
            font.pixelSize: !(tight || root.crowded) ? Theme.label : Theme.elder && !Theme.portrait ? Theme.small : Theme.least
            color: root.off ? Theme.inkSoft : Theme.ink
            spacing: Theme.labelled
            Accessible.ignored: true
        }
    }
}
