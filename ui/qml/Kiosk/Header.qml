// The head of the letter: name, centre, and either the time or where one stands in the form. Nothing to touch.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ShellViewModel shell

    readonly property bool inForm: root.shell.total > 0
    //: Where the visitor stands in a form
    readonly property string where: root.shell.position > root.shell.total ? qsTr("Before sending") : inForm ? qsTr("Question %1 of %2").arg(root.shell.position).arg(root.shell.total) : ""
    readonly property string day: Dates.long(root.shell.now)
    readonly property string clock: Dates.clock(root.shell.now)
    readonly property int small: Theme.sized(8.5, 9, Theme.chromeScale)

    implicitHeight: Theme.header

    // A long name of the centre beside a long place in the form takes the room of the product's name; its mark stays.
    readonly property real placeLeast: Math.max(...(inForm ? where.split("\u3000") : [day, clock]).map(part => Breaks.width(part, Theme.floor, false)))
    readonly property real venueRoom: width - mark.width - brand.implicitWidth - placeLeast - Theme.mm(19)
    readonly property bool named: Breaks.lines(shell.venue, Theme.floor, false, venueRoom) <= 3

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
        visible: root.named
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
        visible: root.named
        x: root.named ? brand.x + brand.width + Theme.mm(4) : mark.width
        width: Theme.ruleThin
        height: Theme.mm(9)
        color: Theme.inkSoft
    }
    Words {
        id: venue

        anchors.verticalCenter: mark.verticalCenter
        x: bar.x + Theme.mm(4.5)
        width: Math.max(1, place.x - x - Theme.mm(4))
        text: Breaks.broken(root.shell.venue, font.pixelSize, false, width)
        color: Theme.inkSoft
        font.pixelSize: Breaks.best([root.shell.venue], Breaks.steps(root.small, Theme.floor), false, width, 2)
        spacing: 1.3
    }
    Words {
        id: place

        // The date over the time where one line of both would leave the centre's name too little.
        readonly property real rest: root.width - bar.x - Theme.mm(9)
        readonly property real half: rest - Math.min(Breaks.width(root.shell.venue, root.small, false), rest * 0.5)
        readonly property string line: root.inForm ? root.where.replace("\u3000", " ") : root.day + "\u3000" + root.clock
        readonly property string lines: root.inForm ? root.where.replace("\u3000", "\n") : root.day + "\n" + root.clock
        readonly property bool broken: Breaks.width(line, root.small, false) > half

        anchors.verticalCenter: mark.verticalCenter
        x: root.width - width
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignRight
        font.pixelSize: Breaks.best(broken ? lines.split("\n") : [line], Breaks.steps(root.small, Theme.floor), false, half, 1)
        spacing: 1.3
        wrapMode: Text.NoWrap
        text: broken ? lines : line
    }
    Rule {
        y: root.height - height - Theme.mm(1.6)
        width: root.width
        position: root.shell.position
        total: root.shell.total
    }
}
