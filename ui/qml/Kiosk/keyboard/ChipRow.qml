// Phrases to tap, for those who do not type: one row, and the next ones by a key.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var phrases
    property int first: 0
    readonly property int gap: Theme.gap
    readonly property int padding: Theme.mm(8)
    readonly property int nextWidth: Math.min(widthOf(others.words), Math.max(Theme.mm(28), width * 0.26))
    readonly property int room: width - nextWidth - gap

    signal tapped(phrase: string)

    implicitHeight: Theme.target
    onPhrasesChanged: first = 0

    FontMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: Theme.body
    }

    function widthOf(phrase: string): real {
        // The size is named so that a change of edition is noticed: a function call alone is not.
        return measure.font.pixelSize > 0 ? Math.ceil(measure.advanceWidth(phrase)) + padding : 0;
    }

    function fitting(start: int): int {
        let taken = 0;
        for (let place = start; place < phrases.length; ++place) {
            taken += widthOf(phrases[place]) + (place > start ? gap : 0);
            if (taken > room)
                return Math.max(1, place - start);
        }
        return phrases.length - start;
    }

    readonly property int shown: fitting(first)

    Row {
        spacing: root.gap

        Repeater {
            model: root.phrases.slice(root.first, root.first + root.shown)

            Key {
                required property string modelData

                objectName: "chip_" + modelData
                width: Math.min(root.room, root.widthOf(modelData))
                height: root.height
                words: modelData
                type: Theme.body
                onClicked: root.tapped(modelData)
            }
        }
    }
    Key {
        id: others

        objectName: "moreChips"
        x: root.width - width
        width: root.nextWidth
        height: root.height
        visible: root.shown < root.phrases.length
        side: true
        type: Theme.body
        words: qsTr("Others", "other phrases to tap")
        onClicked: root.first = root.first + root.shown < root.phrases.length ? root.first + root.shown : 0
    }
}
