// What visitors decide together: the vote of the week, courses to join, the wish wall.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property CommonsViewModel viewModel
    readonly property var named: ({ "vote": qsTr("Vote of the week"), "join": qsTr("Enough for a class"), "wall": qsTr("Wish wall") })
    // In large type a lying screen has no height to spare: the tabs stand beside what they show.
    readonly property bool aside: !Theme.portrait && (Theme.elder || Theme.textScale > 1)
    // On a low seat what is read stands above the reach, what is touched within it.
    readonly property bool split: Theme.low
    readonly property bool voting: viewModel.tab === "vote"
    readonly property real readFrom: head.y + head.height + Theme.mm(6)

    ScreenHead {
        id: head

        x: Theme.margin
        y: root.split ? Theme.mm(8) : Theme.headTop(height)
        width: root.width - 2 * x
        title: root.named[root.viewModel.tab]
        hint: root.viewModel.tab === "vote" ? qsTr("One question, one tap, no name.")
            : root.viewModel.tab === "join" ? qsTr("A course opens once enough people want it. Nobody leaves a name here.")
            : qsTr("Each wish was read before it was put up.")
        problem: root.viewModel.problem ? qsTr("It could not be saved. Please call our staff.") : ""
        modest: root.split
        beside: !Theme.portrait
        brief: root.aside
    }
    Grid {
        id: tabs

        x: Theme.margin
        y: root.split ? Theme.controlsTop : head.y + head.height + Theme.mm(4)
        columns: root.aside ? 1 : Math.max(1, root.viewModel.tabs.length)
        spacing: Theme.gap
        visible: root.viewModel.tabs.length > 1

        Repeater {
            model: root.viewModel.tabs

            Tab {
                required property string modelData

                objectName: "together_" + modelData
                share: root.aside ? Math.min(Math.floor((actions.y - Theme.rowGap - tabs.y - 2 * Theme.gap) / 3), Theme.mm(40)) : 0
                width: root.aside ? Theme.mm(89) : (root.width - 2 * Theme.margin - (root.viewModel.tabs.length - 1) * Theme.gap) / root.viewModel.tabs.length
                words: root.named[modelData]
                chosen: root.viewModel.tab === modelData
                onClicked: root.viewModel.turn(modelData)
            }
        }
    }
    Loader {
        x: Theme.margin + (root.aside && tabs.visible ? tabs.width + Theme.gutter : 0)
        y: root.split && !root.voting ? root.readFrom : (tabs.visible && !root.aside ? tabs.y + tabs.height : head.y + head.height) + Theme.mm(root.aside ? 4 : 6)
        width: root.width - x - Theme.margin
        height: (root.split && !root.voting ? tabs.y : actions.y) - y - Theme.rowGap
        sourceComponent: root.viewModel.tab === "vote" ? vote : root.viewModel.tab === "join" ? join : wall
    }
    Component {
        id: vote

        VotePart {
            viewModel: root.viewModel
            barPlace: root.split ? actions.wideBarPlace : actions.barPlace
            apart: root.split
            told: root.split ? asked : null
        }
    }
    Component {
        id: join

        JoinPart {
            viewModel: root.viewModel
            barPlace: root.split ? bar : actions.barPlace
            apart: root.split
            deed: root.split ? actions : null
        }
    }
    Component {
        id: wall

        WallPart {
            viewModel: root.viewModel
            barPlace: root.split ? bar : actions.barPlace
            apart: root.split
        }
    }
    Item {
        id: asked

        x: Theme.margin
        y: root.readFrom
        width: root.width - 2 * x
        height: tabs.y - y - Theme.rowGap
        visible: root.split && root.voting
    }
    Item {
        id: bar

        x: Theme.margin
        y: actions.y - Theme.gap - height
        width: root.width - 2 * x
        height: Theme.target
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "makeWish"
            width: actions.leftWidth
            height: actions.height
            visible: root.viewModel.tab === "wall"
            words: qsTr("Write my wish")
            pictogram: "ui-pen.svg"
            onClicked: root.viewModel.wish()
        }
        ActionButton {
            objectName: "togetherDone"
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
