// One of assets/pictograms, its line and tone replaced by the theme's.
import QtQuick

Image {
    id: root

    required property string name
    property color line: Theme.ink
    property int size: Theme.mm(24)

    // An arrow points where one goes on reading.
    readonly property bool directed: /^ui-(back|next|undo|skip)/.test(name)

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: name ? `image://pictogram/${line.toString().slice(1)}/${Theme.pictogramTone.slice(1) || "own"}/${name}` : ""
    mirror: Theme.mirrored && !directed
    Accessible.ignored: true
}
