// A label in a narrow place: broken by sense, centred, and a size smaller when its longest word would not fit.
import QtQuick

Words {
    id: root

    property string says: ""
    property int size: Theme.label
    property int smaller: Theme.small

    text: Breaks.broken(says, font.pixelSize, bold, width)
    horizontalAlignment: Text.AlignHCenter
    font.pixelSize: Breaks.fitting([says], [size, smaller, ...Breaks.steps(Math.min(smaller, Theme.least), Theme.floor)], bold, width)
    spacing: Theme.labelled
    Accessible.ignored: true
}
