// Where one's feedback stands: done with its day, now with what is due, and what is to come.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property LookupViewModel viewModel
    // Large type needs the whole width of a lying screen.
    readonly property bool stacked: Theme.portrait || Theme.textScale > 1
    // In large type it stands at the end of the path, not between the buttons.
    readonly property bool noted: pager.aside || Theme.textScale > 1 || Theme.low
    readonly property string heard: viewModel.pulled ? qsTr("From the centre, %1").arg(Dates.moment(viewModel.pulled)) : qsTr("This terminal has not heard from the centre yet.")

    Title {
        id: title

        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x - (code.follows ? code.width + Theme.mm(6) : 0)
        says: qsTr("Where it stands")
    }
    Words {
        id: code

        // At the end of the title's line, or under it where both have no room.
        readonly property bool follows: Breaks.width(title.says, title.smallest, true) + Breaks.width(text, Theme.body, false) + Theme.mm(6) <= root.width - 2 * Theme.margin

        x: follows ? root.width - Theme.margin - width : Theme.margin
        y: follows ? title.y + title.baselineOffset - baselineOffset : title.y + title.height
        text: qsTr("Receipt code %1").arg(root.viewModel.code)
        font.pixelSize: Breaks.best([text], Breaks.steps(Theme.body, Theme.floor), false, root.width - 2 * Theme.margin, 1)
        color: Theme.inkSoft
        wrapMode: Text.NoWrap
    }
    Pager {
        id: pager

        x: Theme.margin
        y: (code.follows ? title.y + title.height : code.y + code.height) + Theme.mm(6)
        width: root.width - 2 * x
        height: actions.y - y - Theme.mm(6)
        barPlace: actions.barPlace
        contents: Column {
            width: root.stacked ? pager.width : Math.round(pager.width * 0.42)

            Rectangle {
                readonly property Item rows: asked

                width: parent.width
                height: asked.height + Theme.mm(8)
                visible: root.viewModel.asked > 0
                color: Theme.pendingWash
                border.color: Theme.pending
                border.width: Theme.border

                Words {
                    id: asked

                    x: Theme.mm(7)
                    y: Theme.mm(4)
                    width: parent.width - 2 * x
                    text: qsTr("Our staff have a question for you. You find it behind the button on the left.")
                    bold: true
                    color: Theme.pending
                }
            }
            Item {
                width: 1
                height: Theme.mm(Theme.portrait ? 8 : 5)
                visible: root.viewModel.asked > 0
            }
            Rectangle {
                width: parent.width
                height: kept.height + 2 * kept.y
                visible: root.viewModel.kept
                color: Theme.quoteWash
                border.color: Theme.quote
                border.width: Theme.contrast ? Theme.border : 0

                Rectangle {
                    width: Theme.mm(2)
                    height: parent.height
                    color: Theme.quote
                }
                Words {
                    id: kept

                    x: Theme.mm(9)
                    y: Theme.mm(Theme.portrait ? 6 : 3)
                    width: parent.width - 2 * x
                    text: qsTr("Saved on this terminal. It goes to the centre as soon as there is a network.")
                }
            }
            Item {
                width: 1
                height: Theme.mm(Theme.portrait ? 10 : 5)
                visible: root.viewModel.kept
            }
            Repeater {
                id: steps

                model: root.viewModel.steps

                StepRow {
                    required property var modelData
                    required property int index

                    width: parent.width
                    lines: !root.stacked
                    step: modelData
                    last: index === steps.count - 1
                }
            }
            Words {
                width: parent.width
                visible: root.noted
                topPadding: Theme.mm(5)
                text: root.heard
                color: Theme.inkSoft
            }
        }
    }
    Pager {
        id: beside

        readonly property var now: root.viewModel.steps.find(step => step.look === "now") ?? null

        x: Theme.margin + Math.round(pager.width * 0.42) + Theme.mm(14)
        y: pager.y
        width: root.width - Theme.margin - x
        height: pager.height
        visible: !root.stacked && now !== null
        contents: Column {
            width: beside.width

            StepCard {
                width: beside.width
                step: beside.now ?? ({ "state": "", "due": "", "note": "", "department": "", "day": "", "look": "now", "late": false })
            }
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "more"
            width: actions.leftWidth
            height: actions.height
            visible: !root.viewModel.kept
            words: root.viewModel.asked > 0 ? qsTr("Read and reply") : qsTr("Reply, rate, take back")
            pictogram: "ui-pen.svg"
            onClicked: root.viewModel.more()
        }
        Words {
            x: root.viewModel.kept ? 0 : actions.leftWidth + Theme.gutter
            y: -Theme.mm(2)
            width: actions.rightX - Theme.gutter - x
            height: actions.height + Theme.mm(4)
            horizontalAlignment: root.viewModel.kept ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            visible: !root.noted
            text: root.heard
            color: Theme.inkSoft
            font.pixelSize: Breaks.steps(Theme.small, Theme.floor).find(size => size === Theme.floor || Breaks.lines(text, size, false, width) * size * spacing <= height)
            spacing: 1.3
        }
        ActionButton {
            objectName: "seen"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            words: qsTr("Close")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.viewModel.finish()
        }
    }
}
