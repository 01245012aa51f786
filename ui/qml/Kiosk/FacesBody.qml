// The five faces as the whole screen: five equal rows standing, five equal columns lying; none preselected.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    required property var choices
    required property var chosen
    property Item barPlace: null

    signal toggled(name: string)

    Loader {
        anchors.fill: parent
        sourceComponent: Theme.portrait && !Theme.low ? rows : columns
    }
    Component {
        id: rows

        Pager {
            id: pager

            barPlace: root.barPlace
            readonly property real rowHeight: Math.max(Theme.mm(35), Math.min(Theme.mm(48), Math.floor((pager.height - 4 * Theme.gap) / 5)))
            readonly property int wordSize: Breaks.best(root.choices.map(choice => choice.label), Breaks.steps(Theme.elder ? Theme.answer : Theme.type(13.5, 13.4), Theme.chrome), true,
                                                        width - Theme.mm(92), 1)

            contents: Column {
                width: pager.width
                spacing: Math.max(Theme.gap, Math.min(Theme.rowGap, (pager.height - 5 * pager.rowHeight) / 4))

                Repeater {
                    model: root.choices

                    FaceRow {
                        required property var modelData

                        objectName: "choice_" + modelData.name
                        width: pager.width
                        height: pager.rowHeight
                        wordSize: pager.wordSize
                        level: modelData.level
                        words: modelData.label
                        chosen: root.chosen.includes(modelData.name)
                        onClicked: root.toggled(modelData.name)
                    }
                }
            }
        }
    }
    Component {
        id: columns

        FaceBand {
            words: root.choices.map(choice => choice.label)
            height: Math.min(root.height, Theme.mm(Theme.low ? 78 : 110))
            captionSize: Theme.portrait ? Theme.label : Theme.answer
            boldCaption: true
            chosen: root.chosen.length > 0 ? +root.chosen[0] : 0
            gap: Theme.portrait ? Theme.gap : Theme.gutter
            onRated: level => root.toggled(`${level}`)
        }
    }
}
