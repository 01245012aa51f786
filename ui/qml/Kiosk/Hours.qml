// Opening hours as plain text, at the dock of home; empty where the centre has set none, for a wrong promise is worse.
import QtQuick
import Kiosk.Models

Column {
    id: root

    required property HomeViewModel home

    objectName: "hours"
    spacing: Theme.mm(1)

    Words {
        objectName: "hoursToday"
        width: root.width
        color: Theme.inkSoft
        spacing: Theme.labelled
        visible: text !== ""
        text: root.home.opens ? qsTr("Open today %1–%2").arg(root.home.opens).arg(root.home.closes)
                              : root.home.closedToday ? qsTr("Closed today") : ""
    }
    Words {
        objectName: "hoursClosed"
        width: root.width
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        spacing: Theme.labelled
        visible: root.home.closedDays.length > 0
        text: qsTr("Closed on %1").arg(root.home.closedDays.map(day => Dates.weekday(day)).join(qsTr(", ", "between weekdays")))
    }
}
