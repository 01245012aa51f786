// A piece of text: never cut off, never smaller than its role. Lines are 1.5 of the type, or 1.2 in labels.
import QtQuick

Text {
    id: words

    property bool bold: false
    property real spacing: Theme.running

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: bold ? Font.Bold : Font.Normal
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * spacing)
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
    LayoutMirroring.enabled: Theme.mirrored
    transform: Unturned {
        item: words
    }
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
