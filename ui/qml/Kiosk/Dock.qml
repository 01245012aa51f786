// Seven places that never move; in two rows where one would leave them too little. On home the first two hold the
// opening hours as plain text.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property ShellViewModel shell
    required property HomeViewModel home
    readonly property bool atHome: shell.screen === "home" && shell.sheet === ""
    readonly property bool beside: !Theme.portrait || Theme.dockDouble
    readonly property int columns: Theme.dockDouble ? 4 : 7
    readonly property int gap: Theme.dockGap
    readonly property real slot: (width - 2 * Theme.margin - (columns - 1) * gap) / columns
    readonly property real slotHeight: Theme.dockDouble ? Theme.dockSlot : height - 2 * lead
    readonly property int lead: Theme.mm(Theme.dockDouble ? 4 : Theme.portrait ? 4.5 : 4)
    readonly property var said: [back, top_, language, speak, display, edition, staff]
    readonly property int room: said.reduce((least, one) => Math.min(least, one.room), width)
    // The largest type in which every word stands whole, on two lines at most.
    readonly property int typeSize: {
        for (const size of Breaks.steps(Theme.chrome, Theme.floor))
            if (said.every(one => Breaks.lines(one.words, size, false, room) * size * Theme.labelled <= Math.min(2 * size * Theme.labelled, slotHeight - Theme.mm(beside ? 3 : 17))))
                return size;
        return Theme.floor;
    }

    function place(index: int): real {
        return Theme.margin + index % columns * (slot + gap);
    }

    objectName: "dock"
    implicitHeight: Theme.dock
    color: Theme.band

    Rectangle {
        width: parent.width
        height: Theme.border
        color: Theme.line
    }
    Hours {
        x: Theme.margin
        y: root.lead + (root.slotHeight - height) / 2
        width: root.place(2) - root.gap - x
        visible: root.atHome
        home: root.home
    }

    component Slot: DockButton {
        required property int at

        x: root.place(at)
        y: root.lead + Math.floor(at / root.columns) * (root.slotHeight + root.gap)
        width: root.slot
        height: root.slotHeight
        beside: root.beside
        typeSize: root.typeSize
    }

    Slot {
        id: back

        objectName: "dockBack"
        at: 0
        visible: !root.atHome && (root.shell.canBack || root.shell.sheet !== "")
        pictogram: "ui-back.svg"
        words: qsTr("Back")
        onClicked: root.shell.back()
    }
    Slot {
        id: top_

        objectName: "dockHome"
        at: 1
        visible: !root.atHome
        pictogram: "ui-home.svg"
        words: qsTr("Home")
        onClicked: root.shell.goHome()
    }
    Slot {
        id: language

        objectName: "dockLanguage"
        at: 2
        pictogram: "ui-language.svg"
        // A word that the least type would tear gives way to a short one.
        readonly property bool torn: Breaks.longest(full, Theme.floor, false) > room
        readonly property string full: root.shell.languages.length > 2 ? qsTr("Languages") : root.shell.nextLanguage
        //: In the dock, where the whole word does not fit: languages
        readonly property string brief: root.shell.languages.length > 2 ? qsTr("Lang.") : full.slice(0, 2).toUpperCase()

        words: torn ? brief : full
        Accessible.name: full
        onClicked: root.shell.switchLanguage()
    }
    Slot {
        id: speak

        objectName: "dockSpeak"
        at: 3
        pictogram: "ui-speak.svg"
        visible: root.shell.speech // its place stays empty where nothing can be heard
        words: root.shell.speaking ? qsTr("Stop reading") : qsTr("Read aloud")
        onClicked: root.shell.speak()
    }
    Slot {
        id: display

        objectName: "dockDisplay"
        at: 4
        pictogram: "ui-size.svg"
        //: In the dock: opens size of type, white on black, everything lower
        words: qsTr("Text size")
        chosen: root.shell.sheet === "display"
        onClicked: root.shell.sheet === "display" ? root.shell.closeSheet() : root.shell.openDisplay()
    }
    Slot {
        id: edition

        objectName: "dockElder"
        at: 5
        pictogram: "ui-elder.svg"
        words: root.shell.elder ? qsTr("Standard") : qsTr("Large print")
        onClicked: root.shell.toggleElder()
    }
    Slot {
        id: staff

        objectName: "dockStaff"
        at: 6
        width: root.slot * (Theme.dockDouble ? 2 : 1) + (Theme.dockDouble ? root.gap : 0)
        pictogram: "ui-staff.svg"
        words: qsTr("Call staff")
        onClicked: root.shell.openStaff()
    }
}
