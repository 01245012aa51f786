// Shows what is too tall page by page, by buttons; nothing scrolls, nothing is cut in the middle of a row.
// contents is a positioner (Column, Grid, Flow); a page begins at the top of one of its rows. A card that may be taller
// than a page names the positioner inside it as its rows; where rows come oneByOne, each begins a page; a text that is goes on between two of its lines.
import QtQuick

Item {
    id: root

    required property Item contents
    property int page: 0
    // A place of its own for the buttons, taken where large type needs every line of a lying screen.
    property Item barPlace: null
    // The buttons always stand there: below what is read above the reach of a low seat, or where no line can be spared.
    property bool apart: false
    readonly property bool aside: barPlace !== null && (apart || !Theme.portrait && (Theme.textScale > 1 || Theme.elder))
    // Room for the ring around what has the focus, where rows end at the edge.
    readonly property int ring: Theme.mm(0.5) + Theme.focusRing
    readonly property var starts: cut(contents, contents.height, height, barHeight)
    readonly property int pages: starts.length
    readonly property int shown: Math.min(page, pages - 1)
    readonly property real barHeight: aside ? 0 : bar.implicitHeight
    readonly property real pageTop: starts[shown]
    readonly property real pageEnd: shown + 1 < pages ? starts[shown + 1] : contents.height

    /** The tops of the pages: one page takes all when it fits, else what fits over the bar. */
    function cut(item: Item, tall: real, room: real, bar: real): var {
        if (tall <= room + 1 && !item.oneByOne || room <= bar)
            return [0];
        const tops = [0];
        tops.parted = {}; // pages that begin in the middle of something
        divide(item, 0, room - bar, tops);
        return tops;
    }

    /** Rows of a positioner on pages; a row that is no single thing but rows itself is shared out when a page is too short. */
    function divide(item: Item, top: real, space: real, tops: var) {
        const close = (item.rowSpacing ?? item.spacing ?? 0) < ring + 2; // no ring's room between these rows
        const begin = at => {
            if (close)
                tops.parted[tops.length] = true;
            tops.push(at);
        };
        let head = -1; // where a heading stands that belongs to the row below it
        for (let i = 0; i < item.children.length; ++i) {
            const row = item.children[i];
            if (!row.visible || row.height === 0)
                continue;
            const y = top + row.y;
            if (item.oneByOne && y > tops[tops.length - 1])
                begin(y);
            const first = head;
            head = row.spare !== undefined && row.hint !== undefined ? y : -1;
            if (y + row.height - tops[tops.length - 1] <= space)
                continue;
            if (first > tops[tops.length - 1]) {
                begin(first);
                if (y + row.height - first <= space)
                    continue;
            }
            if (row.height > space && row.rows instanceof Item) {
                const inner = y + within(row.rows, row);
                if (row.rows.lineCount > 0)
                    share(row.rows, inner, space, tops);
                else
                    divide(row.rows, inner, space, tops);
                continue;
            }
            if (row.height > space && row.spacing !== undefined && row.text === undefined) {
                divide(row, y, space, tops);
                continue;
            }
            if (row.height > space && row.lineCount > 1) {
                share(row, y, space, tops);
                continue;
            }
            if (y > tops[tops.length - 1])
                begin(y);
            while (y + row.height - tops[tops.length - 1] > space) {
                tops.parted[tops.length] = true;
                tops.push(tops[tops.length - 1] + space);
            }
        }
    }

    /** How far an item stands below the top of what it stands in; unlike a mapped point, pages follow when it changes. */
    function within(item: Item, outer: Item): real {
        let y = 0;
        for (let at = item; at && at !== outer; at = at.parent)
            y += at.y;
        return y;
    }

    /** A text taller than a page on pages of whole lines; it begins on the page of the moment if two lines stand there. */
    function share(text: Item, y: real, space: real, tops: var) {
        const line = text.lineHeight;
        const air = Math.max(0, Math.min(0.15, 1.45 - line / text.font.pixelSize)) * text.font.pixelSize; // set close, letters hang over
        const edge = at => y + text.topPadding + at * line + (at < text.lineCount ? air : 0);
        const fit = from => {
            let at = from;
            while (at < text.lineCount && edge(at + 1) - tops[tops.length - 1] <= space)
                ++at;
            return at;
        };
        let at = fit(0);
        if (at < 2 && y > tops[tops.length - 1]) {
            tops.parted[tops.length] = true;
            tops.push(y);
            at = fit(0);
        }
        while (at < text.lineCount) {
            tops.parted[tops.length] = true;
            tops.push(edge(at));
            at = Math.max(at + 1, fit(at));
        }
    }

    onVisibleChanged: page = 0

    Item {
        readonly property int above: root.starts.parted?.[root.shown] ? 0 : root.ring
        readonly property int below: root.shown + 1 < root.pages ? 0 : root.ring

        x: -root.ring
        y: -above
        width: root.width + 2 * root.ring
        height: above + below + Math.min(root.pageEnd - root.pageTop, root.pages > 1 ? root.height - root.barHeight : root.contents.height + Theme.foot)
        clip: root.pages > 1

        Item {
            id: holder

            x: root.ring
            y: parent.above - root.pageTop
            width: root.width
        }
    }
    PageBar {
        id: bar

        parent: root.aside ? root.barPlace : root
        y: root.aside ? 0 : root.height - height
        width: parent ? parent.width : 0
        height: root.aside ? root.barPlace.height : implicitHeight
        inset: root.aside ? 0 : Theme.gap
        visible: root.visible && root.parent !== null && root.pages > 1
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
