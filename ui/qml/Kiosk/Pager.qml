// Shows what is too tall page by page, by buttons; nothing scrolls, nothing is cut in the middle of a row.
// contents is a positioner (Column, Grid, Flow); a page begins at the top of one of its rows.
import QtQuick

Item {
    id: root

    required property Item contents
    property int page: 0
    readonly property var starts: cut(contents, contents.height, height, bar.height)
    readonly property int pages: starts.length
    readonly property int shown: Math.min(page, pages - 1)
    readonly property real barHeight: bar.implicitHeight
    readonly property real pageTop: starts[shown]
    readonly property real pageEnd: shown + 1 < pages ? starts[shown + 1] : contents.height

    /** The tops of the pages: one page takes all when it fits, else what fits over the bar. */
    function cut(item: Item, tall: real, room: real, bar: real): list<real> {
        if (tall <= room + 1 || room <= bar)
            return [0];
        const tops = [0];
        divide(item, 0, room - bar, tops);
        return tops;
    }

    /** Rows of a positioner on pages; a row that is no single thing but rows itself is shared out when a page is too short. */
    function divide(item: Item, top: real, space: real, tops: var) {
        for (let i = 0; i < item.children.length; ++i) {
            const row = item.children[i];
            if (!row.visible || row.height === 0)
                continue;
            const y = top + row.y;
            if (y + row.height - tops[tops.length - 1] <= space)
                continue;
            if (row.height > space && row.spacing !== undefined && row.text === undefined) {
                divide(row, y, space, tops);
                continue;
            }
            if (y > tops[tops.length - 1])
                tops.push(y);
            while (y + row.height - tops[tops.length - 1] > space)
                tops.push(tops[tops.length - 1] + space);
        }
    }

    onVisibleChanged: page = 0

    Item {
        width: root.width
        height: Math.min(root.pageEnd - root.pageTop, root.pages > 1 ? root.height - bar.height : root.contents.height + Theme.foot)
        clip: root.pages > 1

        Item {
            id: holder

            y: -root.pageTop
            width: root.width
        }
    }
    PageBar {
        id: bar

        y: root.height - height
        width: root.width
        visible: root.pages > 1
        page: root.shown
        pages: root.pages
        onTurned: by => root.page = root.shown + by
    }
    Binding {
        target: root.contents
        property: "parent"
        value: holder
    }
}
