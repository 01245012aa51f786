// The rest of the words an engine offers, in place of the keys, page by page.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property KeyboardViewModel viewModel
    // Place of the first candidate that stands here.
    required property int first
    property int page: 0
    readonly property int gap: Theme.gap
    readonly property int em: Theme.answer
    readonly property int padding: Theme.mm(13)
    readonly property int least: Math.max(Theme.target, em + padding)
    required property int turnWidth
    readonly property int lines: Math.max(1, Math.floor((height + gap) / (Theme.mm(20) + gap)))
    readonly property real lineHeight: (height + gap) / lines - gap
    readonly property var measure: [width - turnWidth - gap, em, padding, least, gap]
    readonly property var pages: viewModel.candidates.length > 0 ? viewModel.sheet(first, measure, lines) : []
    readonly property var words: pages.length > 0 ? pages[Math.min(page, pages.length - 1)] : []

    onPagesChanged: page = 0

    Flow {
        width: root.width - root.turnWidth - root.gap
        spacing: root.gap

        Repeater {
            model: root.words

            Key {
                required property string modelData

                objectName: "sheet_" + modelData
                width: Math.max(root.least, Array.from(modelData).length * root.em + root.padding)
                height: root.lineHeight
                words: modelData
                type: root.em
                onClicked: root.viewModel.choose(modelData)
            }
        }
    }
    Column {
        x: root.width - root.turnWidth
        width: root.turnWidth
        spacing: root.gap

        Key {
            objectName: "sheetUp"
            width: parent.width
            height: Math.min(root.lineHeight, Theme.mm(30))
            side: true
            enabled: root.page > 0
            opacity: enabled ? 1 : 0
            words: qsTr("Page back")
            onClicked: root.page -= 1
        }
        Key {
            objectName: "sheetDown"
            width: parent.width
            height: Math.min(root.lineHeight, Theme.mm(30))
            side: true
            enabled: root.page + 1 < root.pages.length
            opacity: enabled ? 1 : 0
            words: qsTr("Next page")
            onClicked: root.page += 1
        }
    }
}
