// The one title of a screen.
import QtQuick

Words {
    id: root

    property string says: ""

    text: Breaks.broken(says, font.pixelSize, true, width)
    bold: true
    font.pixelSize: Theme.title
    spacing: 1.32
    Accessible.role: Accessible.Heading
    Accessible.name: says
}
