// Opening hours as plain text, at the dock of home.
import QtQuick
import Kiosk.Models

Column {
    id: root

    required property HomeViewModel home

    spacing: Theme.mm(1)

    Words {
        width: root.width
        color: Theme.inkSoft
        spacing: Theme.labelled
        visible: text !== ""
        text: root.home.opens ? qsTr("Open today %1–%2").arg(root.home.opens).arg(root.home.closes)
                              : root.home.closedDays.length > 0 ? qsTr("Closed today") : ""
    }
    Words {
        width: root.width
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        spacing: Theme.labelled
        visible: root.home.closedDays.length > 0
        text: qsTr("Closed on %1").arg(root.home.closedDays.map(day => Dates.weekday(day)).join(qsTr(", ", "between weekdays")))
    }
}
