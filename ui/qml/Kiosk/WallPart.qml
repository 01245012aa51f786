// The wish wall: what a moderator put up.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property CommonsViewModel viewModel

    contents: Grid {
        id: notes

        width: root.width
        columns: Math.max(1, Math.min(Theme.portrait ? 2 : 3, Math.floor(root.width / (16 * Theme.body))))
        columnSpacing: Theme.gutter
        rowSpacing: Theme.rowGap

        Repeater {
            model: root.viewModel.wishes

            Rectangle {
                id: wish

                required property var modelData
                readonly property Item rows: note

                width: Math.floor((root.width - (notes.columns - 1) * Theme.gutter) / notes.columns)
                height: note.height + Theme.mm(12)
                radius: Theme.radius
                color: Theme.card
                border.color: Theme.line
                border.width: Theme.border

                Column {
                    id: note

                    x: Theme.mm(7)
                    y: Theme.mm(6)
                    width: parent.width - 2 * x
                    spacing: Theme.mm(2)

                    Words {
                        width: parent.width
                        text: wish.modelData.text
                    }
                    Words {
                        width: parent.width
                        text: Dates.day(wish.modelData.day)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                        spacing: 1.3
                    }
                }
            }
        }
    }
}
