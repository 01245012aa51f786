// More than two languages: each in its own script.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ShellViewModel shell

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height)
        width: root.width - 2 * x
        title: qsTr("Language")
    }
    Pager {
        id: pager

        x: Theme.margin
        y: head.y + head.height + Theme.mm(6)
        width: root.width - 2 * x
        height: root.height - y - Theme.mm(7)
        contents: Column {
            width: pager.width
            spacing: Theme.rowGap

            Repeater {
                model: root.shell.languages

                ChoiceCard {
                    required property var modelData

                    objectName: "language_" + modelData.code
                    width: pager.width
                    height: Math.max(implicitHeight, Theme.mm(34))
                    words: modelData.name
                    chosen: root.shell.language === modelData.code
                    onClicked: {
                        root.shell.chooseLanguage(modelData.code);
                        root.shell.closeSheet();
                    }
                }
            }
        }
    }
}
