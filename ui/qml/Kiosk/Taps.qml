// Trembling or hurried fingers tap twice: the second tap at the same place would land on the next screen.
pragma Singleton
import QtQuick

QtObject {
    readonly property int doubleMs: 300
    readonly property int nearMm: 12
    property double lastTime: 0
    property real lastX: -1000
    property real lastY: -1000

    /** Whether a tap at this place of the window is one of its own. */
    function fresh(x: real, y: real): bool {
        const now = Date.now();
        const near = Math.hypot(x - lastX, y - lastY) < Theme.mm(nearMm);
        if (near && now >= lastTime && now - lastTime < doubleMs)
            return false;
        lastTime = now;
        lastX = x;
        lastY = y;
        return true;
    }

    /** What the tap did is done: a screen that took its time to come does not make two taps of a double one. */
    function over(): void {
        lastTime = Date.now();
    }
}
