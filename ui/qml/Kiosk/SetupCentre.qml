// Address and enrolment code, typed here or read from a stick.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property SetupViewModel viewModel

    function grouped(code: string): string {
        return (code.match(/.{1,5}/g) ?? []).join("-");
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(6)
        width: root.width - 2 * x
        title: qsTr("The centre")
        hint: root.viewModel.number > 0 ? qsTr("Enrolled already: terminal %1, %2. A new code enrols it again; nothing is lost.").arg(root.viewModel.number).arg(root.viewModel.venue) : qsTr("The desk gives you address and code, or a stick. Without a network: later.")
        problem: root.viewModel.why
    }

    component Field: TouchCard {
        id: field

        required property string name
        required property string label
        required property string filled

        height: Theme.mm(Theme.portrait ? 24 : 21)
        chosen: root.viewModel.field === name
        words: qsTr("%1: %2", "name of a field, what is typed there").arg(label).arg(filled)
        onClicked: root.viewModel.want(name)

        Words {
            id: label_

            x: Theme.mm(5)
            anchors.verticalCenter: parent.verticalCenter
            text: field.label
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Words {
            x: label_.x + label_.width + Theme.mm(5)
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - Theme.mm(4)
            text: field.filled
            bold: true
            font.pixelSize: Theme.label
            wrapMode: Text.WrapAnywhere
            spacing: 1.2
            Accessible.ignored: true
        }
    }

    Flow {
        id: fields

        x: Theme.margin
        y: head.y + head.height + Theme.mm(4)
        width: root.width - 2 * x
        spacing: Theme.mm(4)

        Field {
            objectName: "setupUrl"
            width: Theme.portrait ? fields.width : (fields.width - fields.spacing) * 0.45
            name: "url"
            label: qsTr("Address")
            filled: root.viewModel.url
        }
        Field {
            objectName: "setupCode"
            width: Theme.portrait ? fields.width : (fields.width - fields.spacing) * 0.55
            name: "code"
            label: qsTr("Code")
            filled: root.grouped(root.viewModel.code)
        }
        PlainCard {
            objectName: "setupSlip"
            width: fields.width
            height: Theme.mm(Theme.portrait ? 24 : 21)
            visible: root.viewModel.slip
            words: qsTr("Take both from the stick")
            pictogram: "ui-down.svg"
            onClicked: root.viewModel.want("slip")
        }
    }
    SetupKeys {
        x: Theme.margin
        y: fields.y + fields.height + Theme.mm(5)
        width: root.width - 2 * x
        height: root.height - y
        keys: root.viewModel.field === "url" ? "1234567890qwertyuiopasdfghjklzxcvbnm.-:/" : "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        onTyped: sign => root.viewModel.press(sign)
        onErase: root.viewModel.erase()
    }
}
