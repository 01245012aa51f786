// One line of how the terminal stands. What wants somebody's attention has a mark, a wash and bold words.
import QtQuick

Rectangle {
    id: root

    required property string key
    required property string look
    required property string one
    required property string two
    readonly property bool warns: look !== "ok"

    function age(minutes: int): string {
        if (minutes < 90)
            return qsTr("%1 min").arg(minutes);
        return minutes < 72 * 60 ? qsTr("%1 h").arg(Math.round(minutes / 60)) : qsTr("%1 days").arg(Math.round(minutes / 1440));
    }

    function says(): string {
        switch (key) {
        case "safe":
            return qsTr("Safe mode after three crashes: ratings only. It ends after a day, or by the button below.");
        case "unsent":
            return one === "0" ? qsTr("Everything is sent.") : qsTr("Not sent: %1, the oldest since %2.").arg(one).arg(age(Number(two)));
        case "parked":
            return qsTr("Set aside: %1. The centre could not use them; kiosk status names them.").arg(one);
        case "voices":
            return two === "0" ? qsTr("Spoken messages not sent: %1").arg(one) : qsTr("Spoken messages not sent: %1. Damaged and set aside: %2; they lie in the folder voices.").arg(one).arg(two);
        case "heard":
            return one ? qsTr("The centre was heard last: %1").arg(one) : qsTr("The centre was never heard.");
        case "centre":
            return one ? qsTr("Enrolled: terminal %1, %2").arg(one).arg(two) : qsTr("Not enrolled. It collects, and nothing is sent.");
        case "disk":
            return qsTr("Room on the disk: %1 GB").arg(one);
        case "clock":
            return warns ? qsTr("The clock says %1, and is %2 s off. Please have it set.").arg(one).arg(two) : qsTr("The clock says %1.").arg(one);
        case "contact":
            return one === "asked" ? qsTr("Visitors may leave a number.") : one === "off" ? qsTr("No number is asked for: the centre has not switched it on.") : qsTr("No number is asked for: without a centre it could not be sealed.");
        case "qr":
            return one === "shown" ? qsTr("Codes for phones are shown.") : one === "alone" ? qsTr("No codes for phones: there is no centre to open them.") : qsTr("No codes for phones: the centre has no public https address.");
        case "version":
            return qsTr("Version %1, %2 forms from the centre").arg(one).arg(two);
        case "rescued":
            return qsTr("The store was damaged once and mended. Please have the disk checked.");
        default:
            return "";
        }
    }

    implicitHeight: line.height + Theme.mm(4)
    color: warns ? Theme.pendingWash : "transparent"
    radius: Theme.keyRadius

    Words {
        x: Theme.mm(3)
        y: Theme.mm(2)
        text: root.warns ? "!" : "✓"
        bold: true
        font.pixelSize: Theme.label
        spacing: 1.3
        color: root.warns ? Theme.pending : Theme.quote
        Accessible.ignored: true
    }
    Words {
        id: line

        x: Theme.mm(13)
        y: Theme.mm(2)
        width: root.width - x - Theme.mm(3)
        text: root.says()
        bold: root.warns
        font.pixelSize: Theme.label
        spacing: 1.3
        color: root.warns ? Theme.pending : Theme.ink
    }
}
