// 您提议 · 我们做到: one proposal, one deed, who, when, how many wanted it. Pages by buttons, honest totals on top.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BoardViewModel viewModel
    readonly property var tabs: [
        { "state": "done", "words": qsTr("Done %1").arg(viewModel.counts[0]) },
        { "state": "doing", "words": qsTr("Under way %1").arg(viewModel.counts[1]) },
        { "state": "cannot", "words": qsTr("Not for now %1").arg(viewModel.counts[2]) },
        { "state": "how", "words": qsTr("How we count") }
    ]
    readonly property bool how: viewModel.tab === "how"
    // In large type a lying screen has no height to spare: the tabs stand beside the cards.
    readonly property bool aside: !Theme.portrait && (Theme.elder || Theme.textScale > 1)
    readonly property real listX: aside ? tabRow.x + tabRow.width + Theme.gutter : Theme.margin
    readonly property real listY: split ? head.y + head.height + Theme.mm(6) : aside ? tabRow.y : tabRow.y + tabRow.height + Theme.mm(5)
    // In large type on a low seat the cards, which are read, stand above the reach, one at a time; what is touched below.
    readonly property bool split: Theme.low && Theme.textScale > 1
    readonly property var read: split && !how ? viewModel.cards[longer.inView] ?? null : null
    readonly property int perPage: Math.max(1, Math.floor((actions.y - list.y) / (cardHeight + list.rowSpacing))) * list.columns
    readonly property real cardWidth: Math.floor((width - listX - Theme.margin - (list.columns - 1) * Theme.gutter) / list.columns)
    // What people say of it stands on the cards where there is room for it.
    readonly property real echoHeight: 2.6 * Theme.small + Theme.mm(2)
    readonly property bool echoes: !how && viewModel.cards.some(card => card.said || card.rated > 0)
                                   && plainHeight + echoHeight <= actions.y - list.y
    readonly property real cardHeight: plainHeight + (echoes ? echoHeight : 0)
    // All cards are as tall as the longest proposal and deed need, so that pages and places stay the same.
    readonly property real plainHeight: {
        const size = Theme.type(9, 10.5);
        const room = (cardWidth - Theme.mm(Theme.elder ? 62 : 56)) * 0.93; // a line breaks before its end
        const lines = text => Math.ceil(Breaks.width(text, size, false) / room);
        const most = viewModel.cards.reduce((all, card) => Math.max(all, lines(card.need) + lines(card.measure)), 2);
        const big = Theme.textScale > 1;
        const button = big ? Math.max(Theme.target, 2.4 * Theme.label + Theme.mm(11)) : Theme.target;
        const aside = Theme.mm(viewModel.tab === "done" ? 36 : 12) + button + 1.3 * Theme.section + 1.3 * (big ? 2 : Breaks.lines(qsTr("wanted it too"), Theme.small, false, Theme.mm(Theme.elder ? 44 : 38))) * Theme.small;
        return Math.max(Theme.mm(Theme.elder ? 74 : 64), aside, 4.4 * Theme.small + Theme.mm(15) + (most * 1.3 + 0.3) * size);
    }
    // In the largest type one card may be taller than the screen has room: then it is paged by its lines.
    readonly property bool tall: split || cardHeight > actions.y - list.y - Theme.mm(2)
    readonly property int pages: Math.max(1, Math.ceil(viewModel.cards.length / perPage))
    // Where what is read must end.
    readonly property real foot: split ? tabRow.y : actions.y
    property int page: 0
    readonly property int shown: Math.min(page, pages - 1)

    function totals(): string {
        const m = root.viewModel;
        if (m.received < 0)
            return qsTr("The centre's figures have not reached this terminal yet.");
        const figures = qsTr("Received %1, answered %2, done %3.").arg(m.received).arg(m.answered).arg(m.counts[0]);
        return m.onTime < 0 ? figures : figures + qsTr(" Answered on time: %1%.").arg(m.onTime);
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: root.split ? Theme.mm(8) : Theme.headTop(height)
        width: root.width - 2 * x
        title: qsTr("You asked · We did it")
        hint: root.totals()
        beside: !Theme.portrait
        brief: root.aside
        modest: root.split
    }
    Grid {
        id: tabRow

        x: Theme.margin
        y: root.split ? bar.y - Theme.gap - height : head.y + head.height + Theme.mm(4)
        columns: root.aside ? 2 : 4
        spacing: Theme.gap

        Repeater {
            model: root.tabs

            Tab {
                required property var modelData

                objectName: "tab_" + modelData.state
                share: root.aside ? Math.min(Math.floor((actions.y - Theme.rowGap - tabRow.y - Theme.gap) / 2), Theme.mm(40)) : 0
                width: root.aside ? Theme.mm(58) : (root.width - 2 * Theme.margin - 3 * Theme.gap) / 4
                words: modelData.words
                chosen: root.viewModel.tab === modelData.state
                onClicked: {
                    root.page = 0;
                    root.viewModel.open(modelData.state);
                }
            }
        }
    }
    Words {
        x: root.listX
        y: list.y + Theme.mm(8)
        width: root.width - x - Theme.margin
        visible: root.viewModel.cards.length === 0 && !root.how
        text: root.viewModel.tab === "done" ? qsTr("The first thing that was done will stand here, with its date and who did it.")
            : root.viewModel.tab === "doing" ? qsTr("Nothing is listed as under way right now.")
            : qsTr("Nothing has been put off right now.")
        color: Theme.inkSoft
    }
    Grid {
        id: list

        x: root.listX
        y: root.listY
        columns: Theme.portrait || root.aside ? 1 : 2
        columnSpacing: Theme.gutter
        rowSpacing: Theme.mm(4)

        Repeater {
            model: root.tall ? [] : root.viewModel.cards.slice(root.shown * root.perPage, (root.shown + 1) * root.perPage)

            DeedCard {
                required property var modelData

                width: root.cardWidth
                height: root.cardHeight
                card: modelData
                echoes: root.echoes
                onSupported: root.viewModel.support(modelData.id)
            }
        }
    }
    Pager {
        id: longer

        x: root.listX
        y: list.y
        width: root.width - x - Theme.margin
        height: root.foot - y - Theme.rowGap
        barPlace: root.split ? bar : actions.barPlace
        apart: root.split
        visible: root.tall && !root.how && root.viewModel.cards.length > 0
        // The card to which the page of the moment belongs.
        readonly property int inView: deck.children.filter(card => card.modelData !== undefined && card.y <= pageTop + 1).length - 1
        contents: Column {
            id: deck

            readonly property bool oneByOne: root.split

            width: longer.width
            spacing: Theme.mm(4)

            Repeater {
                model: root.tall ? root.viewModel.cards : []

                Item {
                    id: place

                    required property var modelData
                    readonly property Item rows: deed.rows

                    width: longer.width
                    height: deed.implicitHeight

                    DeedCard {
                        id: deed

                        width: parent.width
                        height: implicitHeight
                        tall: true
                        bare: root.split
                        card: place.modelData
                        echoes: root.echoes
                        onSupported: root.viewModel.support(place.modelData.id)
                    }
                }
            }
        }
    }
    HowCounted {
        x: root.listX
        y: list.y + (root.aside ? 0 : Theme.mm(2))
        width: root.width - x - Theme.margin
        height: root.foot - y - Theme.rowGap
        barPlace: root.split ? bar : actions.barPlace
        apart: root.split
        visible: root.how
        viewModel: root.viewModel
    }
    Item {
        id: bar

        x: Theme.margin
        y: actions.y - Theme.gap - height
        width: root.width - 2 * x
        height: root.split ? Theme.target : 0
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "previousPage"
            width: actions.leftWidth
            height: actions.height
            visible: root.shown > 0 && !root.tall
            words: qsTr("Previous page")
            pictogram: "ui-back.svg"
            onClicked: root.page = root.shown - 1
        }
        ActionButton {
            objectName: "together"
            width: actions.leftWidth
            height: actions.height
            visible: (root.shown === 0 || root.tall) && root.viewModel.together
            words: qsTr("Vote, join, wish")
            pictogram: "cat-J-groups.svg"
            onClicked: root.viewModel.seeTogether()
        }
        Words {
            x: actions.middleX
            width: actions.middleWidth
            height: actions.height
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            visible: root.pages > 1 && !root.tall
            text: qsTr("Page %1\nof %2").arg(root.shown + 1).arg(root.pages)
            font.pixelSize: Breaks.best(text.split("\n"), Breaks.steps(Theme.body, Theme.floor), false, width, 1)
            color: Theme.inkSoft
            spacing: 1.3
        }
        ActionButton {
            objectName: root.read ? "support_" + root.read.id : ""
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            visible: root.read !== null && !root.read.supported
            words: qsTr("Me too")
            onClicked: root.viewModel.support(root.read.id)
        }
        ActionButton {
            objectName: "nextPage"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            visible: root.shown + 1 < root.pages && !root.tall
            words: qsTr("Next page")
            pictogram: "ui-next.svg"
            pictogramAfter: true
            onClicked: root.page = root.shown + 1
        }
    }
}
