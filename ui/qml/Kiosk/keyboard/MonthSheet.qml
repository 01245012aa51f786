// The days of one month. Upright a sheet of weeks, Monday first, always six, so no day moves when the month changes;
// where six rows of keys do not fit, as on a lying screen, the days follow one another and each tells its weekday.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property DayViewModel viewModel
    readonly property int gap: Theme.mm(2)
    readonly property int leastKey: Theme.mm(Theme.elder ? 19 : 18)
    readonly property bool strip: height < Theme.small * 1.5 + 6 * (leastKey + gap)
    readonly property int columns: strip ? 8 : 7
    readonly property int rows: strip ? 4 : 6
    readonly property real headHeight: strip ? 0 : Theme.small * 1.5 + gap
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    readonly property real cellHeight: Math.min(Theme.mm(30), (height - headHeight - (rows - 1) * gap) / rows)

    function weekday(iso: string): string {
        return Dates.locale.dayName(new Date(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)).getDay(), Locale.ShortFormat);
    }

    Row {
        spacing: root.gap
        visible: !root.strip

        Repeater {
            model: 7

            Words {
                required property int index

                width: root.cellWidth
                horizontalAlignment: Text.AlignHCenter
                text: Dates.locale.dayName((index + 1) % 7, Locale.ShortFormat)
                font.pixelSize: Theme.small
                color: Theme.inkSoft
                spacing: Theme.labelled
                wrapMode: Text.NoWrap
            }
        }
    }
    Grid {
        y: root.headHeight
        columns: root.columns
        spacing: root.gap

        Repeater {
            model: root.strip ? root.viewModel.days.filter(day => day.number > 0) : root.viewModel.days

            Item {
                id: cell

                required property var modelData

                width: root.cellWidth
                height: root.cellHeight

                Key {
                    id: key

                    anchors.fill: parent
                    objectName: "day_" + cell.modelData.number
                    visible: cell.modelData.number > 0
                    side: cell.modelData.weekend
                    chosen: cell.modelData.iso !== "" && cell.modelData.iso === root.viewModel.value
                    framed: cell.modelData.iso !== "" && cell.modelData.iso === root.viewModel.today && !chosen
                    strong: chosen
                    face: root.strip ? "" : cell.modelData.number
                    words: Dates.day(cell.modelData.iso)
                    type: Theme.answer
                    gap: root.gap
                    onClicked: root.viewModel.pick(cell.modelData.iso)

                    Column {
                        anchors.centerIn: parent
                        anchors.verticalCenterOffset: -key.foot / 2
                        visible: root.strip

                        Words {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: cell.modelData.number
                            bold: key.strong
                            color: key.tint
                            font.pixelSize: Math.min(Theme.answer, Math.round(key.height * 0.42))
                            spacing: 1.1
                            Accessible.ignored: true
                        }
                        Words {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: root.strip && cell.modelData.iso ? root.weekday(cell.modelData.iso) : ""
                            color: key.tint
                            font.pixelSize: Theme.least
                            spacing: 1.1
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
