// The one title of a screen.
import QtQuick

Words {
    id: root

    property string says: ""

    text: Breaks.broken(says, font.pixelSize, true, width)
    bold: true
    // It grows while it holds on two lines.
    property int largest: Theme.title
    property int smallest: Theme.sized(15.9, 17.4, 1)

    font.pixelSize: Breaks.best([says], Breaks.steps(largest, Math.min(largest, smallest)), true, width, Theme.portrait || Theme.textScale === 1 ? 2 : 1)
    spacing: 1.32
    Accessible.role: Accessible.Heading
    Accessible.name: says
}
