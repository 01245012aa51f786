// Answers as a grid of equal cards: one column of phrases, or pictograms in two (standing) and five (lying screen).
pragma ComponentBehavior: Bound

import QtQuick

Pager {
    id: root

    // [{name, label, pictogram}]
    required property var choices
    required property var chosen
    property bool several: false
    property bool ordered: false
    property bool pack: false
    readonly property int count: choices.length
    readonly property bool pictured: {
        let bare = 0;
        for (let i = 0; i < choices.length; ++i)
            bare += choices[i].pictogram ? 0 : 1;
        return choices.length > 0 && bare <= 1;
    }
    readonly property bool stacked: !Theme.portrait && pack && pictured && Theme.textScale <= 1.25
    readonly property int columnCount: Theme.portrait ? (pack || count > 6 ? 2 : 1)
                                                      : stacked ? 5 : pack && pictured ? 3 : count > 8 ? 3 : count > 3 ? 2 : 1
    readonly property int rowCount: Math.ceil(count / columnCount)
    readonly property real cardWidth: Math.floor((width - (columnCount - 1) * Theme.gutter) / columnCount)
    readonly property real share: Math.floor((height - (rowCount - 1) * Theme.rowGap) / Math.max(1, rowCount))
    // One size for all of them: the larger one when it leaves each phrase on its line, the smallest when all rows fit then.
    readonly property int wordSize: {
        const first = cards.count > 0 ? cards.itemAt(0) as ChoiceCard : null;
        const room = first ? first.wordRoom : cardWidth;
        if (choices.some(choice => Breaks.longest(choice.label, Theme.tile, true) > room))
            return Breaks.fitting(choices.map(choice => choice.label), Breaks.steps(Theme.label, Theme.floor), true, room);
        if (Theme.textScale > 1 && choices.some(choice => Breaks.lines(choice.label, Theme.tile, true, room) > 2))
            return Breaks.best(choices.map(choice => choice.label), Breaks.steps(Theme.label, Theme.floor), true, room, 2);
        for (let i = 0; i < choices.length; ++i)
            if (Breaks.width(choices[i].label, Theme.answer, false) > room)
                return stacked && first && first.topRoom + Theme.foot + Theme.mm(3) + 2.7 * Theme.tile > share ? Theme.label : Theme.tile;
        return columnCount === 1 ? Theme.type(12.5, 13.4) : Theme.answer;
    }
    readonly property real tallest: {
        let most = Theme.mm(22);
        for (let i = 0; i < cards.count; ++i)
            most = Math.max(most, cards.itemAt(i)?.implicitHeight ?? 0);
        return most;
    }
    readonly property real cardHeight: Math.max(tallest, Math.min(Theme.mm(Theme.portrait ? 48 : 50), share))

    signal toggled(name: string)

    onChoicesChanged: page = 0

    // Placed by hand: a positioner would leave new cards in a heap until the next frame, and a quick finger finds them there.
    contents: Item {
        width: root.width
        height: root.rowCount * (root.cardHeight + Theme.rowGap) - Theme.rowGap

        Repeater {
            id: cards

            model: root.choices

            ChoiceCard {
                required property var modelData
                required property int index

                objectName: "choice_" + modelData.name
                x: index % root.columnCount * (root.cardWidth + Theme.gutter)
                y: Math.floor(index / root.columnCount) * (root.cardHeight + Theme.rowGap)
                width: root.cardWidth
                wordSize: root.wordSize
                height: root.cardHeight
                words: modelData.label
                pictogram: modelData.pictogram
                pictured: root.pictured
                several: root.several
                stacked: root.stacked
                chosen: root.chosen.includes(modelData.name)
                place: root.ordered ? root.chosen.indexOf(modelData.name) + 1 : 0
                onClicked: root.toggled(modelData.name)
            }
        }
    }
}
