// One of five equal cards: face above, word below. All five keep room for the longest word of the five.
import QtQuick

TouchCard {
    id: root

    required property int level
    required property real captionHeight
    required property real captionRoom
    property bool beside: false
    property int captionSize: Theme.label
    property bool boldCaption: false
    readonly property real spare: height - footHeight - captionHeight
    property int faceSize: beside ? Math.min(Theme.mm(24), height - footHeight - Theme.mm(6)) : Math.min(Theme.mm(34), spare * 0.72, width * 0.66)

    Face {
        x: root.beside ? Theme.mm(3.5) : (parent.width - width) / 2
        y: Math.round(root.beside ? (parent.height - height) / 2 : (root.spare - height) * 0.55)
        level: root.level
        size: Math.round(root.faceSize)
    }
    Item {
        x: root.beside ? Theme.mm(30) : (parent.width - width) / 2
        y: root.beside ? (parent.height - height) / 2 : root.spare - Theme.mm(3)
        width: root.captionRoom
        height: root.captionHeight

        Caption {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            says: root.words
            bold: root.boldCaption || root.chosen
            size: root.captionSize
        }
    }
}
