// Five faces in a row, 5 to 1 from the left: equal, none preselected.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    // words of level 5, 4, 3, 2, 1
    required property var words
    property int captionSize: Theme.label
    property bool boldCaption: false
    property int chosen: 0
    // A chosen one grows bold: room for that is kept from the beginning.
    property bool choosable: false
    property bool beside: false
    property int gap: Theme.gap
    // Long words in large print take a little of the room between the cards rather than being broken.
    readonly property bool cramped: !beside && words.some(word => Breaks.longest(word, Theme.least, boldCaption) > (width - 4 * gap) / 5 - slack)
    readonly property int slack: Theme.mm(Theme.elder ? 4 : 2.4)
    readonly property int between: cramped ? Math.min(gap, Theme.mm(3)) : gap
    readonly property real cardWidth: (width - 4 * between) / 5
    readonly property real captionRoom: beside ? cardWidth - Theme.mm(31) : cardWidth - (cramped ? Theme.mm(1) : slack)
    // One size for all five, so that none of them speaks louder.
    readonly property int usedSize: Breaks.fitting(words, [captionSize, Math.min(captionSize, Theme.label), Theme.small, Theme.least], boldCaption || choosable, captionRoom)
    readonly property real tallest: {
        let most = 0;
        for (let i = 0; i < measures.count; ++i)
            most = Math.max(most, measures.itemAt(i)?.implicitHeight ?? 0);
        return most;
    }

    signal rated(level: int)

    // The tallest caption gives the room that all five keep.
    Repeater {
        id: measures

        model: root.words

        Caption {
            required property string modelData

            width: root.captionRoom
            visible: false
            says: modelData
            bold: root.boldCaption || root.choosable
            size: root.usedSize
        }
    }
    Repeater {
        model: root.words

        FaceCard {
            required property int index
            required property string modelData

            objectName: "face_" + level
            x: Math.round(index * (root.cardWidth + root.between))
            width: root.cardWidth
            height: root.height
            level: 5 - index
            words: modelData
            chosen: root.chosen === level
            captionHeight: root.tallest
            captionRoom: root.captionRoom
            beside: root.beside
            captionSize: root.usedSize
            boldCaption: root.boldCaption
            onClicked: root.rated(level)
        }
    }
}
