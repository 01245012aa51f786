// One key: a small card with a foot. Acts on release; the gap around it belongs to it, so no tap falls between keys.
import QtQuick
import Kiosk

Item {
    id: root

    // What a screen reader says; the face may be a sign that nobody can pronounce.
    required property string words
    property string face: words
    property string hint: ""
    property string pictogram: ""
    property bool side: false
    property bool chosen: false
    property bool framed: false
    property bool strong: chosen || framed
    property bool holds: false
    property int type: Theme.label
    property int gap: Theme.mm(2)
    readonly property int foot: Theme.mm(1.2)
    readonly property color tint: chosen ? Theme.chosenInk : Theme.ink

    signal clicked

    Accessible.role: Accessible.Button
    Accessible.name: words
    Accessible.onPressAction: root.clicked()

    Rectangle {
        width: root.width
        height: root.height
        radius: Theme.keyRadius
        color: root.framed || root.chosen ? Theme.chosen : Theme.line
        visible: !finger.pressed
    }
    Rectangle {
        y: finger.pressed ? root.foot : 0
        width: root.width
        height: root.height - root.foot
        radius: Theme.keyRadius
        color: root.chosen ? Theme.chosen : finger.pressed ? Theme.chosenWash : root.side ? Theme.keyFace : Theme.card
        border.color: root.framed || root.chosen ? Theme.chosen : Theme.line
        border.width: root.framed ? Theme.mm(1) : Theme.border

        Row {
            anchors.centerIn: parent
            spacing: Theme.mm(3)

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.pictogram !== ""
                name: root.pictogram
                line: root.tint
                size: Math.min(Theme.mm(11), root.height * 0.5)
            }
            Text {
                id: caption

                readonly property real room: Math.max(0, root.width - Theme.mm(3) - (root.pictogram ? Theme.mm(14) : 0))
                readonly property int wanted: Math.min(root.type, Math.round(root.height * 0.6))
                readonly property real share: measure.advanceWidth > room ? 0.97 * room / measure.advanceWidth : 1

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), room)
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.face.length > 1 ? root.face.replace("/", "/\u200b") : root.face
                textFormat: Text.PlainText
                color: root.tint
                font.family: Theme.family
                font.weight: root.strong ? Font.Bold : Font.Normal
                // A little smaller before it takes a second line; in millimetres never smaller than the least of all type.
                font.pixelSize: Math.min(wanted, Math.max(Theme.mm(Theme.elder ? 8.5 : 6.6), Math.floor(wanted * share)))
                lineHeightMode: Text.FixedHeight
                lineHeight: Math.round(font.pixelSize * Theme.labelled)
                wrapMode: /[ \u200b]/.test(text) ? Text.WordWrap : Text.NoWrap
                transform: Unturned {
                    item: caption
                }
            }
            TextMetrics {
                id: measure

                font.family: Theme.family
                font.weight: root.strong ? Font.Bold : Font.Normal
                font.pixelSize: caption.wanted
                text: root.face
            }
        }
        Text {
            id: sign

            x: Theme.mm(2)
            visible: text !== ""
            transform: Unturned {
                item: sign
            }
            text: root.hint
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.floor
        }
    }
    Tap {
        id: finger

        repeats: true
        margin: root.gap / 2
        onAccepted: if (!repeat.ran)
            root.clicked()
        onPressedChanged: if (pressed)
            repeat.ran = false
    }
    // Held down, a deleting key goes on by itself.
    Timer {
        id: repeat

        property bool ran: false

        interval: ran ? 90 : 450
        repeat: true
        running: root.holds && finger.pressed
        onTriggered: {
            ran = true;
            root.clicked();
        }
    }
}
