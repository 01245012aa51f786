// The screen is off: nothing to see while everything is said. A finger brings it back, and presses nothing.
import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property ShellViewModel shell
    property bool dark: false

    objectName: "blank"
    anchors.fill: parent
    visible: dark || finger.pressed
    z: 1000
    color: dark ? Theme.codeDark : "transparent"

    TapHandler {
        id: finger

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onPressedChanged: if (pressed)
            root.shell.touch()
    }
}
