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
    // Very long words or large type: five rows, one under the other, where there is room for them.
    property bool mayList: false
    readonly property real columnRoom: (width - 4 * gap) / 5 - Theme.mm(2)
    // Beside its face a word has the card's height; below it the card grows with the word.
    readonly property real besideMost: height - Theme.foot - Theme.mm(4)
    readonly property int columnSize: Breaks.best(words, Breaks.steps(beside ? Math.min(captionSize, besideMost / 2 / Theme.labelled) : captionSize, Theme.floor), boldCaption || choosable, beside ? columnRoom - Theme.mm(29) : columnRoom, 2)
    readonly property bool listed: mayList && !beside && columnSize < Theme.chrome * 0.8
    readonly property real listedHeight: 5 * Theme.rating + 4 * gap
    readonly property int between: gap
    readonly property real cardWidth: listed ? width : (width - 4 * between) / 5
    readonly property real cardHeight: listed ? (height - 4 * between) / 5 : height
    readonly property real captionRoom: listed ? width - Theme.mm(40) : beside ? columnRoom - Theme.mm(29) : columnRoom
    // One size for all five, so that none of them speaks louder.
    readonly property int usedSize: listed ? Breaks.best(words, Breaks.steps(captionSize, Theme.floor), true, captionRoom, 1) : columnSize
    // The tallest caption gives the room that all five keep.
    readonly property real tallest: Math.round(usedSize * Theme.labelled) * words.reduce((most, word) => Math.max(most, Math.min(3, Breaks.lines(word, usedSize, boldCaption || choosable || listed, captionRoom))), 1)

    signal rated(level: int)

    Repeater {
        model: root.words

        FaceCard {
            required property int index
            required property string modelData

            objectName: "face_" + level
            x: root.listed ? 0 : Math.round(index * (root.cardWidth + root.between))
            y: root.listed ? Math.round(index * (root.cardHeight + root.between)) : 0
            width: root.cardWidth
            height: root.cardHeight
            level: 5 - index
            words: modelData
            chosen: root.chosen === level
            captionHeight: root.tallest
            captionRoom: root.captionRoom
            beside: root.beside || root.listed
            captionSize: root.usedSize
            boldCaption: root.boldCaption
            onClicked: root.rated(level)
        }
    }
}
