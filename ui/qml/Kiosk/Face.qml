// One of the five faces, 5 the most content. Told apart by eyes and mouth, by lightness and by the word beside it.
import QtQuick

Image {
    id: root

    required property int level
    property int size: Theme.mm(27)

    function hex(tint: color): string {
        return tint.toString().slice(1);
    }

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: level > 0 ? `image://face/${hex(Theme.faceInk)}/${Theme.discs[level].slice(1)}/${hex(Theme.faceRing)}/face-${level}.svg` : ""
    mirror: Theme.mirrored
    Accessible.ignored: true
}
