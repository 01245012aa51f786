// One of a few ways to look at the same thing. The one in view is filled, and cannot be pressed again.
import QtQuick

TouchCard {
    id: root

    // As tall as this where tabs share what height there is; their words then grow only as far as that.
    property real share: 0

    height: share > 0 ? share : Math.max(Theme.target + footHeight, caption.height + Theme.mm(6))
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
        size: root.share > 0 ? Breaks.steps(Theme.label, Theme.floor).find(size => size === Theme.floor || Breaks.lines(root.words, size, true, width) * size * spacing <= root.share - Theme.mm(4)) : Theme.label
        bold: root.chosen
        color: root.chosen ? Theme.chosenInk : Theme.ink
    }
}
