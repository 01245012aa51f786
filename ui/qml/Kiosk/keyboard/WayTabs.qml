// The ways of writing side by side, only those that this terminal has; at the far end, everything away.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property KeyboardViewModel viewModel
    // Beside the keys of a small panel every millimetre goes to the tabs.
    readonly property bool scarce: width < Theme.mm(125)
    readonly property int gap: scarce ? Theme.mm(2) : Theme.gap
    readonly property var tabs: viewModel.ways.filter(way => way in names && (way !== "english" || viewModel.ways.length === 1))
    readonly property int clearLone: Math.max(Theme.mm(28), Math.min(Math.ceil(measure.advanceWidth) + Theme.mm(scarce ? 5 : 9), width * 0.3))
    readonly property int clearWidth: stacked ? (width - gap) / 2 : clearLone
    readonly property int lone: (width - clearLone - tabs.length * gap - (scarce ? 0 : Theme.mm(8))) / Math.max(1, tabs.length)
    readonly property int tabWidth: stacked ? (width - gap) / 2 : Math.min(Theme.mm(62), lone)
    readonly property real longest: Math.max(0, ...tabs.map(way => Breaks.width(names[way], Theme.floor, true)))
    // Long words beside the keys of a lying panel in large type stand in two rows.
    readonly property bool stacked: !Theme.portrait && lone < longest + Theme.mm(4)
    readonly property real rowHeight: stacked ? (height - gap) / 2 : height
    readonly property var names: ({
            "handwriting": qsTr("Write"),
            "pinyin": qsTr("Pinyin"),
            "stroke": qsTr("Strokes"),
            "voice": qsTr("Speak"),
            "english": qsTr("English")
        })
    readonly property var pictures: ({
            "handwriting": "ui-pen.svg",
            "pinyin": "ui-keyboard.svg",
            "stroke": "ui-strokes.svg",
            "voice": "ui-mic.svg",
            "english": "ui-keyboard.svg"
        })

    implicitHeight: Theme.target

    Grid {
        columns: root.stacked ? 2 : Math.max(1, root.tabs.length)
        spacing: root.gap

        Repeater {
            model: root.tabs

            Key {
                required property string modelData

                objectName: "way_" + modelData
                width: root.tabWidth
                height: root.rowHeight
                words: root.names[modelData]
                pictogram: root.tabWidth >= Math.max(Theme.mm(Theme.elder ? 37 : 33), root.longest + Theme.mm(18)) ? root.pictures[modelData] : ""
                chosen: root.viewModel.way === modelData || modelData === "pinyin" && root.viewModel.way === "nine"
                onClicked: root.viewModel.press(modelData)
            }
        }
    }
    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: Theme.label
        text: clear.words
    }
    Key {
        id: clear

        objectName: root.viewModel.restorable ? "restoreText" : "clearText"
        x: root.width - width
        y: root.height - height
        width: root.clearWidth
        height: root.rowHeight
        side: true
        visible: root.viewModel.used > 0 || root.viewModel.undecided || root.viewModel.restorable
        words: root.viewModel.restorable ? qsTr("Bring back", "the text that was cleared") : qsTr("Clear all")
        onClicked: root.viewModel.restorable ? root.viewModel.restore() : root.viewModel.clear()
    }
}
