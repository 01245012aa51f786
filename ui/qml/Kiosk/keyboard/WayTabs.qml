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
    readonly property int clearWidth: Math.max(Theme.mm(28), Math.ceil(measure.advanceWidth) + Theme.mm(scarce ? 5 : 9))
    readonly property int tabWidth: Math.min(Theme.mm(62), (width - clearWidth - tabs.length * gap - (scarce ? 0 : Theme.mm(8))) / Math.max(1, tabs.length))
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

    Row {
        spacing: root.gap

        Repeater {
            model: root.tabs

            Key {
                required property string modelData

                objectName: "way_" + modelData
                width: root.tabWidth
                height: root.height
                words: root.names[modelData]
                pictogram: root.tabWidth >= Theme.mm(Theme.elder ? 37 : 33) ? root.pictures[modelData] : ""
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
        width: root.clearWidth
        height: root.height
        side: true
        visible: root.viewModel.used > 0 || root.viewModel.undecided || root.viewModel.restorable
        words: root.viewModel.restorable ? qsTr("Bring back", "the text that was cleared") : qsTr("Clear all")
        onClicked: root.viewModel.restorable ? root.viewModel.restore() : root.viewModel.clear()
    }
}
