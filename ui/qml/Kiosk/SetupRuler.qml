// The ruler: a bank card is held against the screen until the drawn one is as wide. All sizes follow from it, so this
// page counts in shares of the window and not in millimetres.
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
        title: qsTr("Hold a bank card here")
        hint: qsTr("Make the drawn card as wide as yours: drag its right edge, or touch less and more. Then every size is right.")
        problem: root.viewModel.why
    }
    Rectangle {
        id: card

        objectName: "card"
        x: Theme.margin
        y: head.y + head.height + Theme.mm(8)
        width: Math.round(root.viewModel.card)
        height: Math.round(width * 53.98 / 85.6)
        radius: width * 3.18 / 85.6
        color: Theme.card
        border.color: Theme.ink
        border.width: 2

        Rectangle {
            x: parent.width * 0.09
            y: parent.height * 0.36
            width: parent.width * 0.14
            height: parent.height * 0.2
            radius: 4
            color: Theme.pendingDot
        }
        Rectangle {
            id: handle

            objectName: "cardEdge"
            x: parent.width - width / 2
            y: (parent.height - height) / 2
            width: Theme.target
            height: Theme.target
            radius: width / 2
            color: Theme.chosen
            Accessible.role: Accessible.Slider
            Accessible.name: qsTr("Right edge of the card")

            DragHandler {
                property real from: 0

                target: null
                xAxis.enabled: true
                yAxis.enabled: false
                onActiveChanged: if (active)
                    from = root.viewModel.card
                onTranslationChanged: if (active)
                    root.viewModel.fit(from + translation.x)
            }
        }
    }
    Row {
        x: Theme.margin
        y: root.height - height
        spacing: Theme.gutter

        PlainCard {
            objectName: "narrower"
            width: Theme.mm(70)
            height: Theme.mm(28)
            repeats: true
            words: qsTr("Narrower")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("narrower")
        }
        PlainCard {
            objectName: "wider"
            width: Theme.mm(70)
            height: Theme.mm(28)
            repeats: true
            words: qsTr("Wider")
            pictogram: "ui-next.svg"
            onClicked: root.viewModel.want("wider")
        }
        Words {
            objectName: "inch"
            height: Theme.mm(28)
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            text: qsTr("%1 inches").arg(root.viewModel.inch.toFixed(1))
            bold: true
        }
    }
}
