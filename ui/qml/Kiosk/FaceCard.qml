// One of five equal cards: face above, word below. All five keep room for the longest word of the five.
import QtQuick

TouchCard {
    id: root

    required property int level
    required property real captionHeight
    property int captionSize: Theme.label
    property bool boldCaption: false
    readonly property real spare: height - footHeight - captionHeight
    property int faceSize: Math.min(Theme.mm(34), spare * 0.72, width * 0.66)

    Face {
        x: (parent.width - width) / 2
        y: Math.round((root.spare - height) * 0.55)
        level: root.level
        size: Math.round(root.faceSize)
    }
    Item {
        x: Theme.mm(0.8)
        y: root.spare - Theme.mm(3)
        width: parent.width - 2 * x
        height: root.captionHeight

        Caption {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            says: root.words
            bold: root.boldCaption || root.chosen
            size: root.captionSize
        }
    }
}
