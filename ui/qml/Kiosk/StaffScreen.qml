// Light and sound. What the machine cannot do itself is said.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel

    component Level: Column {
        id: level

        required property string name
        required property string note
        required property int percent
        required property string less
        required property string more
        property bool can: true

        width: root.width - 2 * Theme.margin
        spacing: Theme.mm(4)

        Words {
            width: level.width
            text: qsTr("%1: %2 %", "brightness or volume, percent").arg(level.name).arg(level.percent)
            bold: true
            font.pixelSize: Theme.section
        }
        Words {
            width: level.width
            text: level.note
            color: Theme.inkSoft
        }
        Row {
            spacing: Theme.gutter

            PlainCard {
                objectName: level.less
                width: (level.width - Theme.gutter) / 2
                height: Theme.mm(30)
                enabled: level.can
                opacity: enabled ? 1 : 0.45
                words: qsTr("Less")
                pictogram: "ui-down.svg"
                onClicked: root.viewModel.want(level.less)
            }
            PlainCard {
                objectName: level.more
                width: (level.width - Theme.gutter) / 2
                height: Theme.mm(30)
                enabled: level.can
                opacity: enabled ? 1 : 0.45
                words: qsTr("More")
                pictogram: "ui-up.svg"
                onClicked: root.viewModel.want(level.more)
            }
        }
    }

    Column {
        x: Theme.margin
        y: Theme.mm(8)
        spacing: Theme.mm(Theme.portrait ? 16 : 8)

        Level {
            name: qsTr("Brightness")
            percent: root.viewModel.brightness
            note: root.viewModel.backlight ? qsTr("The lamp of this screen follows.") : qsTr("This screen's lamp cannot be reached; the picture is darkened instead.")
            less: "darker"
            more: "brighter"
        }
        Level {
            name: qsTr("Volume")
            percent: root.viewModel.volume
            note: root.viewModel.mixer ? qsTr("The sound of this computer follows.") : qsTr("No mixer was found here; use the knob of the loudspeaker.")
            can: root.viewModel.mixer
            less: "softer"
            more: "louder"
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "staffMenu"
            width: actions.leftWidth
            height: actions.height
            words: qsTr("Back")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("menu")
        }
    }
}
