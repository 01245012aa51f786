// What is read before something personal is asked: a list, one thing a line. Nothing here to touch.
pragma ComponentBehavior: Bound

import QtQuick

Pager {
    id: root

    required property var lines

    contents: Grid {
        id: list

        width: root.width
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gutter

        Repeater {
            model: root.lines

            Item {
                id: line

                required property string modelData
                required property int index

                width: (list.width - (list.columns - 1) * list.columnSpacing) / list.columns
                height: words.height + Theme.mm(7)

                Rectangle {
                    width: parent.width
                    height: Theme.border
                    visible: line.index >= list.columns
                    color: Theme.line
                }
                Rectangle {
                    x: Theme.mm(1)
                    y: words.y + (words.lineHeight - height) / 2
                    width: Theme.mm(3)
                    height: width
                    color: Theme.inkSoft
                }
                Words {
                    id: words

                    x: Theme.mm(9)
                    y: Theme.mm(3.5)
                    width: parent.width - x
                    text: line.modelData
                }
            }
        }
    }
}
