// Courses that open when enough visits would come: how many there are, how many it takes, until when.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Pager {
    id: root

    required property CommonsViewModel viewModel
    // The action row that holds the button of the course in view, where courses stand above the reach.
    property ActionRow deed: null
    readonly property var course: deed ? viewModel.courses[courses.children.filter(one => one.modelData !== undefined && one.y <= pageTop + 1).length - 1] ?? null : null
    // Where a course hardly fits, its button goes under its words, and a page may end between them.
    readonly property bool tight: deed !== null || height < Theme.mm(Theme.elder ? 110 : 90) * (Theme.portrait ? 1 + (Theme.textScale - 1) * 0.75 : Theme.textScale > 1 ? 1.3 : 0.8)

    ActionButton {
        objectName: root.course ? "join_" + root.course.name : ""
        parent: root.deed ?? root
        width: root.deed?.leftWidth ?? 0
        height: root.deed?.height ?? 0
        visible: root.course !== null && root.course.state !== "over" && !root.course.mine
        words: qsTr("Count me in")
        pictogram: "ui-plus.svg"
        onClicked: root.viewModel.join(root.course.name)
    }

    contents: Grid {
        id: courses

        readonly property bool oneByOne: root.deed !== null

        width: root.width
        columns: Theme.portrait || root.tight ? 1 : 2
        columnSpacing: Theme.gutter
        rowSpacing: Theme.mm(6)

        Repeater {
            model: root.viewModel.courses

            Rectangle {
                id: course

                required property var modelData
                readonly property Item rows: told

                width: Math.floor((root.width - (courses.columns - 1) * Theme.gutter) / courses.columns)
                height: (root.tight ? told.height : Math.max(told.height, side.height)) + Theme.mm(12)
                radius: Theme.radius
                color: Theme.card
                border.color: Theme.line
                border.width: Theme.border

                Column {
                    id: told

                    x: Theme.mm(8)
                    y: Theme.mm(6)
                    width: root.tight ? parent.width - 2 * x : side.x - x - Theme.mm(6)
                    spacing: Theme.mm(2)

                    Words {
                        width: parent.width
                        text: course.modelData.label
                        bold: true
                        font.pixelSize: Theme.tile
                        spacing: 1.3
                    }
                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: course.modelData.detail
                    }
                    Rectangle {
                        width: parent.width
                        height: Theme.mm(6)
                        color: Theme.page
                        border.color: Theme.line
                        border.width: Theme.border

                        Rectangle {
                            width: parent.width * Math.min(1, course.modelData.count / course.modelData.threshold)
                            height: parent.height
                            color: Theme.quote
                        }
                    }
                    Words {
                        width: parent.width
                        text: [qsTr("%1 of %2 people").arg(course.modelData.count).arg(course.modelData.threshold),
                               course.modelData.state === "met" ? qsTr("Enough have joined.") : "",
                               course.modelData.state === "over" ? qsTr("It is over.") : qsTr("Open until %1.").arg(Dates.day(course.modelData.until)),
                               course.modelData.outcome].filter(part => part).join("\u3000")
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                        spacing: 1.3
                    }
                }
                Column {
                    id: side

                    parent: root.tight ? told : course
                    x: root.tight ? 0 : course.width - width - Theme.mm(6)
                    y: root.tight ? 0 : (course.height - height) / 2
                    width: Theme.mm(Theme.elder ? 60 : Theme.portrait ? 54 : 46)

                    ActionButton {
                        objectName: "join_" + course.modelData.name
                        width: parent.width
                        height: implicitHeight
                        visible: root.deed === null && course.modelData.state !== "over" && !course.modelData.mine
                        words: qsTr("Count me in")
                        pictogram: "ui-plus.svg"
                        onClicked: root.viewModel.join(course.modelData.name)
                    }
                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        visible: course.modelData.mine
                        text: qsTr("You are counted")
                        bold: true
                        color: Theme.quote
                    }
                }
            }
        }
    }
}
