// Three places that never move: left, middle, right. A missing button leaves its place empty.
import QtQuick

Item {
    id: root

    readonly property int leftWidth: Theme.mm(Theme.portrait ? (Theme.elder ? 84 : 75) : 89)
    readonly property int middleX: leftWidth + Theme.gutter
    readonly property int middleWidth: Theme.mm(Theme.portrait ? 57.5 : 64)
    readonly property int rightWidth: Theme.portrait ? width - middleX - middleWidth - Theme.gutter : Theme.mm(119)
    readonly property int rightX: width - rightWidth

    // Where nothing stands to the left of the right button, pages are turned there.
    readonly property alias wideBarPlace: left
    // Between middle and right a lying screen has room: pages are turned there where large type needs every line.
    readonly property alias barPlace: place

    implicitHeight: Theme.actionRow

    Item {
        id: left

        width: root.rightX - Theme.gutter
        height: root.height
    }
    Item {
        id: place

        x: root.middleX + root.middleWidth + Theme.gutter
        width: root.rightX - Theme.gutter - x
        height: root.height
    }
}
