// What can be pressed, and looks like it: a white card with a foot. It sinks at once and acts on release;
// sliding off cancels. Its height includes the foot.
import QtQuick

Item {
    id: root

    required property string words
    property bool chosen: false
    property bool enabledLook: true
    property color face: chosen ? Theme.chosenWash : Theme.card
    property color edge: chosen ? Theme.chosen : Theme.line
    property color footTint: edge
    property int edgeWidth: chosen ? Theme.chosenBorder : Theme.border
    property int footHeight: Theme.foot
    property int radius: Theme.radius
    property bool repeats: false
    readonly property alias pressed: finger.pressed
    default property alias content: inside.data

    signal clicked

    activeFocusOnTab: true
    Keys.onPressed: event => {
        if (![Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space, Qt.Key_Select].includes(event.key))
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            root.clicked();
    }
    Accessible.role: Accessible.Button
    Accessible.name: words.replace(/\u200b/g, "")
    Accessible.focusable: true
    Accessible.pressed: pressed
    Accessible.onPressAction: root.clicked()

    Rectangle {
        width: root.width
        height: root.height
        radius: root.radius
        color: root.footTint
        visible: root.footHeight > 0 && !finger.pressed
    }
    Rectangle {
        id: inside

        y: finger.pressed ? root.footHeight : 0
        width: root.width
        height: root.height - root.footHeight
        radius: root.radius
        color: root.face
        border.color: root.edge
        border.width: root.edgeWidth
    }
    FocusRing {}
    Tap {
        id: finger

        repeats: root.repeats
        onAccepted: root.clicked()
    }
}
