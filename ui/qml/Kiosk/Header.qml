// The head of the letter: name, centre, and either the time or where one stands in the form. Nothing to touch.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ShellViewModel shell

    readonly property int small: Theme.type(8.5, 9)

    implicitHeight: Theme.header

    Pictogram {
        id: mark

        y: Theme.mm(9)
        name: "ui-mark.svg"
        size: Theme.mm(15)
    }
    Words {
        id: brand

        anchors.verticalCenter: mark.verticalCenter
        x: mark.width + Theme.mm(5)
        //: The product's name; keep the Chinese one beside an English word only where there is room
        text: qsTr("Xinsheng")
        bold: true
        font.pixelSize: Theme.mm(10.5)
        font.letterSpacing: Theme.mm(0.5)
        wrapMode: Text.NoWrap
    }
    Rectangle {
        id: bar

        anchors.verticalCenter: mark.verticalCenter
        x: brand.x + brand.width + Theme.mm(4)
        width: Theme.ruleThin
        height: Theme.mm(9)
        color: Theme.inkSoft
    }
    Words {
        anchors.verticalCenter: mark.verticalCenter
        x: bar.x + Theme.mm(4.5)
        width: place.x - x - Theme.mm(4)
        text: Breaks.broken(root.shell.venue, font.pixelSize, false, width)
        color: Theme.inkSoft
        font.pixelSize: root.small
        spacing: Theme.labelled
    }
    Words {
        id: place

        anchors.verticalCenter: mark.verticalCenter
        x: root.width - width
        color: Theme.inkSoft
        font.pixelSize: root.small
        wrapMode: Text.NoWrap
        //: Where the visitor stands in a form
        text: root.shell.position > root.shell.total ? qsTr("Before sending") : root.shell.total > 0 ? qsTr("Question %1 of %2").arg(root.shell.position).arg(root.shell.total)
                                   : Dates.long(root.shell.now) + "\u3000" + Dates.clock(root.shell.now)
    }
    Rule {
        y: root.height - height - Theme.mm(1.6)
        width: root.width
        position: root.shell.position
        total: root.shell.total
    }
}
