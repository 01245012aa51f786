// Which language the terminal greets in.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property SetupViewModel viewModel

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x
        title: qsTr("Which language first?")
        hint: qsTr("Visitors can change it at any time.")
        problem: root.viewModel.why
    }
    Pager {
        id: pager

        x: Theme.margin
        y: head.y + head.height + Theme.mm(10)
        width: root.width - 2 * x
        height: root.height - y
        contents: Column {
            width: pager.width
            spacing: Theme.rowGap

            Repeater {
                model: root.viewModel.languages

                ChoiceCard {
                    required property var modelData

                    objectName: "setupLanguage_" + modelData.code
                    width: pager.width
                    height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 34 : 26))
                    words: modelData.name
                    chosen: root.viewModel.language === modelData.code
                    onClicked: root.viewModel.choose(modelData.code)
                }
            }
        }
    }
}
