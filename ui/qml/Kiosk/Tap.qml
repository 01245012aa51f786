// One finger on one thing. Acts on release inside; the second half of a double tap does nothing.
import QtQuick

TapHandler {
    id: root

    property bool repeats: false

    signal accepted

    gesturePolicy: TapHandler.ReleaseWithinBounds
    acceptedButtons: Qt.LeftButton
    onTapped: point => {
        const place = root.parent.mapToItem(null, point.position.x, point.position.y);
        const fresh = Taps.fresh(place.x, place.y); // a key between two taps makes them two
        if (fresh || root.repeats)
            root.accepted();
    }
}
