// Choosing a day by three taps: year, month, day. Today is framed.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var value
    property string placeholder: ""
    property string today: Qt.formatDate(new Date(), "yyyy-MM-dd")

    signal edited(value: var)

    readonly property bool wide: width > height * 1.3
    readonly property int gap: Theme.mm(wide ? 3 : Theme.elder ? 6 : 4)
    readonly property real leftWidth: wide ? (width - 2 * Theme.margin) * 0.4 : width - 2 * Theme.margin
    readonly property real rowHeight: Theme.target + (wide ? 0 : Theme.mm(2))
    readonly property int monthColumns: wide ? 3 : 6

    function begin(): void {
        day.show(visible ? value ?? "" : "", today);
    }

    onVisibleChanged: begin()
    onValueChanged: begin()
    Component.onCompleted: begin()

    DayViewModel {
        id: day

        onPicked: iso => root.edited(iso)
    }
    Item {
        id: years

        x: Theme.margin
        width: root.leftWidth
        height: root.rowHeight

        Key {
            objectName: "yearBack"
            width: Theme.mm(Theme.elder ? 60 : 52)
            height: parent.height
            pictogram: "ui-back.svg"
            side: true
            face: qsTr("Year before")
            words: face
            onClicked: day.turnYear(-1)
        }
        Words {
            objectName: "year"
            anchors.centerIn: parent
            //: A year, in Qt's format letters
            text: Dates.locale.toString(new Date(day.year, 0, 1), qsTr("yyyy"))
            bold: true
            font.pixelSize: Theme.section
            spacing: Theme.labelled
            wrapMode: Text.NoWrap
        }
        Key {
            objectName: "yearOn"
            x: parent.width - width
            width: Theme.mm(Theme.elder ? 60 : 52)
            height: parent.height
            pictogram: "ui-next.svg"
            side: true
            face: qsTr("Year after")
            words: face
            onClicked: day.turnYear(1)
        }
    }
    Grid {
        id: months

        x: Theme.margin
        y: years.height + root.gap
        columns: root.monthColumns
        spacing: root.gap

        Repeater {
            model: 12

            Key {
                required property int index

                objectName: "month_" + (index + 1)
                width: (root.leftWidth - (root.monthColumns - 1) * root.gap) / root.monthColumns
                height: root.wide ? Math.min(Theme.mm(28), (root.height - months.y - 3 * root.gap) / 4) : root.rowHeight
                gap: root.gap
                chosen: day.month === index + 1
                words: Dates.locale.monthName(index, Locale.ShortFormat)
                onClicked: day.pickMonth(index + 1)
            }
        }
    }
    MonthSheet {
        x: root.wide ? Theme.margin + root.leftWidth + Theme.mm(12) : Theme.margin
        y: root.wide ? 0 : months.y + months.height + Theme.mm(6)
        width: root.width - x - Theme.margin
        height: root.height - y
        viewModel: day
    }
}
