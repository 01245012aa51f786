// Where the script runs from right to left the whole sheet is turned over, like a page held against the light: every x
// follows by itself. What must not be seen from behind (letters, pictures, pens) turns back by this.
import QtQuick

Scale {
    property Item item

    xScale: Theme.mirrored ? -1 : 1
    origin.x: item ? item.width / 2 : 0
}
