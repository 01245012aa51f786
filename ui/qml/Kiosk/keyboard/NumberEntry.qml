// Typing a number. A telephone number shows as dots: others stand behind.
import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var value
    property string placeholder: ""
    // number (answer: int), decimal (answer: string), phone (answer: string of digits)
    property alias kind: number.kind

    signal edited(value: var)

    readonly property bool wide: width > height * 1.3
    readonly property int padding: Theme.mm(6)
    readonly property int gap: Theme.mm(Theme.elder ? 6 : 4)
    readonly property real boxWidth: wide ? (width - 2 * Theme.margin) * 0.48 : width - 2 * Theme.margin
    readonly property real boxHeight: Theme.mm(Theme.elder ? 42 : 36)
    readonly property real bandLeft: wide ? Theme.margin + boxWidth + Theme.mm(10) : 0
    readonly property real bandTop: wide ? 0 : box.y + box.height + tools.height + Theme.mm(12)
    readonly property real padHeight: height - bandTop - 2 * padding
    readonly property real keyHeight: Math.min(Theme.mm(36), (padHeight - 3 * gap) / 4)
    readonly property real keyWidth: Math.min(Theme.mm(70), (width - bandLeft - 2 * Theme.margin - 2 * gap) / 3)

    // Out of sight nothing is kept.
    function begin(): void {
        number.show(visible ? value ?? null : null);
    }

    onVisibleChanged: begin()
    onValueChanged: begin()
    Component.onCompleted: begin()

    NumberViewModel {
        id: number

        onEdited: answer => root.edited(answer ?? undefined)
    }
    Rectangle {
        id: box

        x: Theme.margin
        y: root.wide ? Math.max(0, (root.height - height - tools.height) / 3) : Theme.mm(2)
        width: root.boxWidth
        height: root.boxHeight
        radius: Theme.radius
        color: Theme.card
        border.color: Theme.chosen
        border.width: Theme.mm(1)
        Accessible.role: Accessible.EditableText
        Accessible.name: number.kind === "phone" ? qsTr("%n digit(s) typed", "", number.shown.replace(/ /g, "").length) : number.shown

        Text {
            id: digits

            objectName: "number"
            x: Theme.mm(8)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            text: number.shown
            textFormat: Text.PlainText
            color: Theme.ink
            font.family: Theme.family
            font.weight: Font.Bold
            font.pixelSize: Math.round(Theme.hero)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
        }
        Words {
            x: Theme.mm(8)
            anchors.verticalCenter: parent.verticalCenter
            visible: number.empty
            text: root.placeholder
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
        }
        Rectangle {
            x: digits.x + Math.min(digits.contentWidth, digits.width) + Theme.mm(1)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm(0.8)
            height: parent.height * 0.5
            color: Theme.chosen
        }
    }
    Item {
        id: tools

        x: Theme.margin
        y: box.y + box.height + Theme.mm(5)
        width: root.boxWidth
        height: Theme.target

        Key {
            objectName: "showNumber"
            width: Theme.mm(Theme.elder ? 74 : 60)
            height: parent.height
            visible: number.kind === "phone" && !number.empty
            side: true
            words: qsTr("Show the number")
            onClicked: number.look()
        }
        Key {
            objectName: "clearNumber"
            x: parent.width - width
            width: Theme.mm(Theme.elder ? 40 : 34)
            height: parent.height
            visible: !number.empty
            side: true
            words: qsTr("Clear all")
            onClicked: number.clear()
        }
    }
    Rectangle {
        x: root.bandLeft
        y: root.bandTop
        width: root.width - x
        height: root.height - y
        color: Theme.band

        Rectangle {
            width: parent.width
            height: Theme.border
            color: Theme.line
        }
        DigitPad {
            anchors.centerIn: parent
            keyWidth: root.keyWidth
            keyHeight: root.keyHeight
            point: number.kind === "decimal"
            onPressed: key => number.press(key)
        }
    }
}
