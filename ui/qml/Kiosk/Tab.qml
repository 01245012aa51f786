// One of a few ways to look at the same thing. The one in view is filled, and cannot be pressed again.
import QtQuick

TouchCard {
    id: root

    height: Math.max(Theme.target + footHeight, caption.height + Theme.mm(6))
    face: chosen ? Theme.chosen : Theme.card
    footHeight: chosen ? 0 : Theme.dockFoot
    edgeWidth: Theme.border
    enabled: !chosen
    Accessible.role: Accessible.PageTab
    Accessible.selected: chosen

    Caption {
        id: caption

        anchors.centerIn: parent
        width: parent.width - Theme.mm(4)
        says: root.words
        bold: root.chosen
        color: root.chosen ? Theme.chosenInk : Theme.ink
    }
}
