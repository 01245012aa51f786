// One card of the board. Information, so it has no foot; only 「我也需要」 on it can be pressed. Where a card is taller than
// a page has room for, what stands at its side goes below its words.
import QtQuick

Rectangle {
    id: root

    required property var card
    property bool echoes: true
    property bool tall: false
    // Its button stands elsewhere, within reach.
    property bool bare: false
    readonly property Item rows: told
    readonly property bool done: card.state === "done"

    signal supported

    implicitHeight: told.height + Theme.mm(10)

    radius: Theme.radius
    color: Theme.card
    border.color: Theme.line
    border.width: Theme.border

    Column {
        id: told

        x: Theme.mm(7.5)
        y: (parent.height - height) / 2
        width: root.tall ? root.width - 2 * x : side.x - x - Theme.mm(5)
        spacing: Theme.mm(1)

        Words {
            width: parent.width
            text: qsTr("You asked")
            bold: true
            color: Theme.quote
            font.pixelSize: Theme.small
            spacing: 1.3
        }
        Words {
            width: parent.width
            text: root.card.need
            font.pixelSize: Theme.type(9, 10.5)
            spacing: 1.3
        }
        Rectangle {
            width: parent.width
            height: Theme.ruleThin
            color: Theme.hair
        }
        Words {
            width: parent.width
            text: root.done ? qsTr("We did") : root.card.state === "doing" ? qsTr("We are doing") : qsTr("Why not now")
            bold: true
            color: root.done ? Theme.seal : Theme.inkSoft
            font.pixelSize: Theme.small
            topPadding: Theme.mm(1)
            spacing: 1.3
        }
        Words {
            width: parent.width
            text: root.card.measure
            font.pixelSize: Theme.type(9, 10.5)
            spacing: 1.3
        }
        Words {
            width: parent.width
            text: [root.card.department, Dates.day(root.card.day)].filter(part => part).join("\u3000")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            spacing: 1.3
        }
        Words {
            width: parent.width
            visible: root.echoes && text !== ""
            text: [root.card.said, root.card.rated > 0 ? qsTr("%1 of %2 say it is settled").arg(root.card.solved).arg(root.card.rated) : ""].filter(part => part).join("\u3000")
            color: Theme.quote
            font.pixelSize: Theme.small
            spacing: 1.3
        }
    }
    Grid {
        id: side

        parent: root.tall ? told : root
        x: root.tall ? 0 : root.width - width - Theme.mm(5)
        y: root.tall ? 0 : (root.height - height) / 2
        readonly property real place: Theme.mm(Theme.elder ? 44 : 38)

        width: root.tall ? told.width : place
        columns: root.tall ? 4 : 1
        topPadding: root.tall ? Theme.mm(2) : 0
        columnSpacing: Theme.mm(5)
        rowSpacing: Theme.mm(2)
        horizontalItemAlignment: root.tall ? Grid.AlignLeft : Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Seal {
            id: seal

            visible: root.done
            words: qsTr("Done", "seal, two characters in Chinese")
            size: Theme.mm(9.5)
        }
        Words {
            id: count

            text: root.card.count
            bold: true
            font.pixelSize: Theme.section
            spacing: 1.3
            visible: root.card.count > 0
        }
        Words {
            width: root.tall ? Math.min(Math.ceil(implicitWidth), side.width - seal.width - count.width - 2 * side.columnSpacing - (more.visible ? more.width + side.columnSpacing : 0)) : side.place
            horizontalAlignment: root.tall ? Text.AlignLeft : Text.AlignHCenter
            text: root.done || root.card.supported ? qsTr("wanted it too") : ""
            visible: text !== "" && root.card.count > 0
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            spacing: 1.3
        }
        TouchCard {
            id: more

            objectName: "support_" + root.card.id
            width: side.place
            height: Math.max(Theme.target, label.height + Theme.mm(5)) + footHeight
            visible: !root.card.supported && !root.bare
            words: qsTr("Me too")
            footHeight: Theme.dockFoot
            onClicked: root.supported()

            Caption {
                id: label

                anchors.centerIn: parent
                width: parent.width - Theme.mm(3)
                says: more.words
            }
        }
    }
}
