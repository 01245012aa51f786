// Several short questions on one screen, each with its own word and its own answers.
pragma ComponentBehavior: Bound

import QtQuick

Pager {
    id: root

    // parts as QuestionViewModel gives them; values: name → answer
    required property var parts
    required property var values
    // Lying cards are wide: the face stands beside its word, and two bands fit on a page.
    readonly property bool beside: !Theme.portrait
    readonly property real bandHeight: Math.max(Theme.mm(beside ? 33 : 43), Math.min(Theme.mm(beside ? 38 : 62),
                                       (height - parts.length * Theme.mm(beside ? 24 : 26)) / Math.max(1, parts.length)))

    signal answered(name: string, choice: string)
    signal picked(name: string, value: int)

    contents: Column {
        width: root.width
        spacing: Theme.mm(Theme.portrait ? 8 : 5)

        Repeater {
            model: root.parts

            Column {
                id: part

                required property var modelData
                readonly property var value: root.values[modelData.name]

                width: root.width
                spacing: Theme.mm(3)

                SectionHead {
                    width: parent.width
                    words: part.modelData.label
                    hint: part.modelData.hint
                }
                Loader {
                    width: parent.width
                    sourceComponent: part.modelData.kind === "faces" ? band : part.modelData.kind === "scale" ? scale : chips
                }

                Component {
                    id: band

                    FaceBand {
                        objectName: "band_" + part.modelData.name
                        height: listed ? listedHeight : root.bandHeight + (root.beside ? 0 : Math.max(0, tallest - Theme.label * 1.3))
                        mayList: Theme.portrait && listedHeight + 3 * Theme.section <= root.height - root.barHeight
                        beside: root.beside
                        choosable: true
                        words: part.modelData.choices.map(choice => choice.label)
                        chosen: part.value !== undefined ? +part.value : 0
                        onRated: level => root.answered(part.modelData.name, `${level}`)
                    }
                }
                Component {
                    id: scale

                    ScaleBody {
                        height: contents.height
                        from: part.modelData.low
                        to: part.modelData.high
                        step: part.modelData.step
                        value: part.value ?? from - 1
                        onPicked: value => root.picked(part.modelData.name, value)
                    }
                }
                Component {
                    id: chips

                    ChoiceBody {
                        height: contents.height
                        choices: part.modelData.choices
                        chosen: part.value === undefined ? [] : Array.isArray(part.value) ? part.value : [part.value]
                        several: part.modelData.kind === "several"
                        pack: true
                        onToggled: name => root.answered(part.modelData.name, name)
                    }
                }
            }
        }
    }
}
