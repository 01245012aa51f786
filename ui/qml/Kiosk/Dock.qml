// Six slots that never move. On home the first two hold the opening hours as plain text.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property ShellViewModel shell
    required property HomeViewModel home
    readonly property bool atHome: shell.screen === "home" && shell.sheet === ""
    readonly property int gap: Theme.mm(Theme.portrait ? (Theme.elder ? 5 : 4) : 5)
    readonly property real slot: (width - 2 * Theme.margin - 5 * gap) / 6

    function place(index: int): real {
        return Theme.margin + index * (slot + gap);
    }

    implicitHeight: Theme.dock
    color: Theme.band

    Rectangle {
        width: parent.width
        height: Theme.border
        color: Theme.line
    }
    Hours {
        x: Theme.margin
        y: (root.height - height) / 2
        width: root.place(2) - root.gap - x
        visible: root.atHome
        home: root.home
    }

    component Slot: DockButton {
        required property int at

        crowded: !Theme.portrait && (language.tight || speak.tight || edition.tight || staff.tight)

        x: root.place(at)
        y: Theme.mm(Theme.portrait ? 5 : 5.2)
        width: root.slot
        height: root.height - 2 * y + (Theme.portrait ? Theme.mm(0.5) : 0)
    }

    Slot {
        objectName: "dockBack"
        at: 0
        visible: !root.atHome && (root.shell.canBack || root.shell.sheet !== "")
        pictogram: "ui-back.svg"
        words: qsTr("Back")
        onClicked: root.shell.back()
    }
    Slot {
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
        words: root.shell.languages.length > 2 ? qsTr("Languages") : root.shell.nextLanguage
        onClicked: root.shell.switchLanguage()
    }
    Slot {
        id: speak

        objectName: "dockSpeak"
        at: 3
        pictogram: "ui-speak.svg"
        words: root.shell.speaking ? qsTr("Stop reading") : qsTr("Read aloud")
        off: !root.shell.speech
        onClicked: root.shell.speak()
    }
    Slot {
        id: edition

        objectName: "dockElder"
        at: 4
        pictogram: "ui-elder.svg"
        words: root.shell.elder ? qsTr("Standard") : qsTr("Large print")
        onClicked: root.shell.toggleElder()
    }
    Slot {
        id: staff

        objectName: "dockStaff"
        at: 5
        pictogram: "ui-staff.svg"
        words: qsTr("Call staff")
        onClicked: root.shell.openStaff()
    }
}
