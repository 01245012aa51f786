// The words an engine offers, between the paper and the keys. The first is framed: the long key takes it.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property KeyboardViewModel viewModel
    property bool sheetOpen: false
    readonly property int gap: Theme.gap
    readonly property int em: Theme.answer
    readonly property int padding: Theme.mm(13)
    readonly property int least: Math.max(Theme.target, em + padding)
    readonly property int moreWidth: Math.max(Theme.mm(Theme.elder ? 37 : 30), Math.ceil(caption.advanceWidth) + Theme.mm(8))
    readonly property var words: viewModel.candidates
    readonly property var measure: [width, em, padding, least, gap]
    readonly property var narrower: [width - moreWidth - gap, em, padding, least, gap]
    readonly property bool more: words.length > 0 && words.length > viewModel.firstRow(measure)
    // How many stand here; the sheet goes on from there.
    readonly property int shown: words.length > 0 && more ? viewModel.firstRow(narrower) : words.length

    signal moreWanted

    Row {
        spacing: root.gap

        Repeater {
            model: root.words.slice(0, root.shown)

            Key {
                required property string modelData
                required property int index

                objectName: "candidate_" + index
                width: Math.max(root.least, Array.from(modelData).length * root.em + root.padding)
                height: root.height
                words: modelData
                framed: index === 0
                type: root.em
                onClicked: root.viewModel.choose(modelData)
            }
        }
    }
    TextMetrics {
        id: caption

        font.family: Theme.family
        font.pixelSize: Theme.label
        text: toggle.words
    }
    Key {
        id: toggle

        objectName: "moreCandidates"
        x: root.width - width
        width: root.moreWidth
        height: root.height
        visible: root.more
        side: true
        words: root.sheetOpen ? qsTr("Close", "back to the keys of the keyboard") : qsTr("More", "more words to choose from")
        onClicked: root.moreWanted()
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        visible: root.words.length === 0 && (root.viewModel.layer === "letters" || !root.viewModel.ready)
        color: Theme.inkSoft
        // The largest that stands between paper and keys.
        font.pixelSize: Breaks.steps(Theme.small, Theme.floor).find(size => size === Theme.floor || Breaks.lines(text, size, bold, width) * size * spacing <= root.height)
        spacing: 1.3
        text: !root.viewModel.ready ? qsTr("Getting the Chinese keyboard ready")
            : root.viewModel.way === "handwriting" ? (root.viewModel.undecided ? "" : qsTr("Write below, then tap the word here"))
            : root.viewModel.undecided ? qsTr("No word found for this")
            : root.viewModel.way === "stroke" ? qsTr("Tap the strokes in order, then the character here")
            : qsTr("Type pinyin, then tap the word here")
    }
}
