// 您提议 · 我们做到 on home: one real, dated example, or plainly that there is none yet.
import QtQuick
import Kiosk.Models

TouchCard {
    id: root

    required property HomeViewModel home
    readonly property var example: home.example
    readonly property bool filled: example.need !== undefined

    // The tallest it may be. An example too long for that leaves out the wish; the board shows all of it.
    property real most: 10000
    readonly property real frame: footHeight + hair.y + Theme.mm(6)
    readonly property bool brief: frame + need.implicitHeight + deed.implicitHeight + line.implicitHeight + 2 * told.spacing > most
    // A seal of two characters stands beside the words; a Latin one is long, and lies beside the last line.
    readonly property bool sealAbove: seal.visible && seal.upright
    readonly property int typeSize: filled && !seal.upright ? Theme.small : Theme.body

    implicitHeight: frame + Math.max(told.height, seal.visible ? seal.height : 0)
    objectName: "board"
    words: qsTr("You asked · We did it")

    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.mm(8)
        anchors.rightMargin: Theme.mm(8)

        Words {
            id: head

            y: Theme.mm(4.5)
            width: parent.width
            text: root.words
            bold: true
            font.pixelSize: Theme.tile
            spacing: Theme.labelled
            Accessible.ignored: true
        }
        Rectangle {
            id: hair

            y: head.y + head.height + Theme.mm(1.5)
            width: parent.width
            height: Theme.ruleThin
            color: Theme.hair
        }
        Seal {
            id: seal

            x: parent.width - width
            y: upright ? hair.y + (parent.height - hair.y - height) / 2 : parent.height - height - Theme.mm(4)
            visible: root.filled && root.example.state === "done"
            words: qsTr("Done", "seal, two characters in Chinese")
            size: Theme.mm(upright ? 10.6 : 8.5)
        }
        Column {
            id: told

            y: hair.y + Theme.mm(3)
            width: root.sealAbove ? seal.x - Theme.mm(4) : parent.width
            spacing: Theme.mm(1)

            Words {
                id: need

                readonly property real hang: text[0] === "\u201c" ? metrics.advanceWidth("\u201c") / 2 : 0

                x: lineCount > 1 ? 0 : -hang // hung, a second line would begin left of the first
                width: parent.width + hang
                visible: root.filled && !root.brief
                text: root.filled ? "\u201c" + root.example.need + "\u201d" : ""
                color: Theme.inkSoft
                font.pixelSize: root.typeSize
                spacing: Theme.labelled
                Accessible.ignored: true

                FontMetrics {
                    id: metrics

                    font.family: Theme.family
                    font.pixelSize: root.typeSize
                }
            }
            Words {
                id: deed

                width: parent.width
                font.pixelSize: root.typeSize
                text: root.filled ? root.example.measure : qsTr("The first proposals will stand here when something was done.")
                spacing: root.filled ? Theme.labelled : 1.35
                color: root.filled ? Theme.ink : Theme.inkSoft
                Accessible.ignored: true
            }
            Flow {
                id: line

                width: parent.width - (seal.visible && !root.sealAbove ? seal.width + Theme.mm(4) : 0)
                visible: root.filled || root.home.done > 0
                spacing: Theme.mm(5)
                topPadding: Theme.mm(1)

                Words {
                    visible: root.filled
                    text: root.filled ? Dates.day(root.example.day) : ""
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    spacing: Theme.labelled
                    Accessible.ignored: true
                }
                Words {
                    visible: root.home.done > 0
                    text: qsTr("Done so far: %1").arg(root.home.done)
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    spacing: Theme.labelled
                    Accessible.ignored: true
                }
                Row {
                    spacing: Theme.mm(2)

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("See all")
                        font.pixelSize: Theme.small
                        wrapMode: Text.NoWrap
                        spacing: Theme.labelled
                        Accessible.ignored: true
                    }
                    Pictogram {
                        anchors.verticalCenter: parent.verticalCenter
                        name: "ui-next.svg"
                        size: Theme.mm(7)
                    }
                }
            }
        }
    }
}
