// One finger on one thing. Acts on release inside; the second half of a double tap does nothing.
import QtQuick

TapHandler {
    id: root

    property bool repeats: false

    signal accepted

    gesturePolicy: TapHandler.ReleaseWithinBounds
    acceptedButtons: Qt.LeftButton
    longPressThreshold: 3600 // seconds: a slow finger taps, too; Qt would take it for another gesture after 0.8
    onTapped: point => {
        const place = root.parent.mapToItem(null, point.position.x, point.position.y);
        const fresh = Taps.fresh(place.x, place.y); // a key between two taps makes them two
        if (fresh || root.repeats) {
            root.accepted();
            Taps.over();
        }
    }
}
