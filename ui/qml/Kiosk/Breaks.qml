// Where Chinese lines break: behind a mark, at a zero-width space or a blank, else in halves; never one glyph alone.
pragma Singleton
import QtQuick

QtObject {
    readonly property string marks: "，。；：？！、"

    // Measured at a hundred pixels: every other size is a share of it, and a part of a pixel a glyph for rounding.
    readonly property FontMetrics plainType: FontMetrics {
        font.family: Theme.family
        font.pixelSize: 100
    }
    readonly property FontMetrics boldType: FontMetrics {
        font.family: Theme.family
        font.pixelSize: 100
        font.weight: Font.Bold
    }

    /** Width of a text on one line, in type of the given size; a pixel more rather than less. */
    function width(text: string, size: real, bold: bool): real {
        const joined = /[\u0600-\u06ff]/.test(text) ? 1.06 : 1; // joined up, letters of another font are wider than measured
        return Math.ceil((bold ? boldType : plainType).advanceWidth(text) * joined * size / 100 + text.length * 0.4);
    }

    /** Whether each line of a text that has its breaks fits the room. */
    function fits(text: string, size: real, bold: bool, room: real): bool {
        return text.split("\n").every(line => width(line, size, bold) <= room);
    }

    /** The first of the sizes, largest first, in which no word of these texts is broken; the last if none will do. */
    function fitting(texts: var, sizes: var, bold: bool, room: real): real {
        for (const size of sizes)
            if (texts.every(text => longest(text, size, bold) <= room))
                return size;
        return sizes[sizes.length - 1];
    }

    /** The text with a line break where a reader takes breath; unchanged when it fits or is no Chinese. */
    function broken(text: string, size: real, bold: bool, room: real): string {
        if (room <= 0 || width(text, size, bold) <= room || !/[\u4e00-\u9fff]/.test(text) || text.includes("\n"))
            return text;
        const fits = at => width(text.slice(0, at), size, bold) <= room && width(text.slice(at), size, bold) <= room;
        const breath = at => marks.includes(text[at - 1]) || text[at] === "（" || text[at - 1] === "\u200b"
              || text[at - 1] === " " && text.length - at > 3; // 周六 14:00 儿童剧; but 14 岁 stays together
        for (let at = text.length - 2; at > 1; --at)
            if (fits(at) && breath(at) && !marks.includes(text[at]))
                return text.slice(0, at) + "\n" + text.slice(at);
        let half = Math.floor(text.length / 2);
        while (half < text.length - 1 && marks.includes(text[half]))
            ++half;
        return fits(half) ? text.slice(0, half) + "\n" + text.slice(half) : text;
    }

    /** How many lines a label takes when it is broken by sense; 9 where a word of it would be torn apart. */
    function lines(text: string, size: real, bold: bool, room: real): int {
        if (width(text, size, bold) <= room)
            return 1;
        if (longest(text, size, bold) > room)
            return 9;
        const parts = broken(text, size, bold, room).split("\n");
        return parts.length > 1 ? parts.length : wrapped(text.split(/ |\u200b/), size, bold, room);
    }

    /** The first of the sizes, largest first, in which each text takes so few lines, none of its words torn; else the last. */
    function best(texts: var, sizes: var, bold: bool, room: real, most: int): real {
        for (const size of sizes)
            if (texts.every(text => lines(text, size, bold, room) <= most))
                return size;
        return sizes[sizes.length - 1];
    }

    /** From a wished size down to the least, in steps that can hardly be seen. */
    function steps(from: real, least: real): list<real> {
        const sizes = [];
        for (let size = from; size > least; size *= 0.92)
            sizes.push(Math.round(size));
        sizes.push(least);
        return sizes;
    }

    /** Lines of one Chinese word that is longer than a line, but for the last, which may go on: glyphs are not halved. */
    function torn(word: string, size: real, bold: bool, room: real): int {
        const glyph = width(word, size, bold) / Math.max(1, word.length);
        return Math.ceil(word.length / Math.max(1, Math.floor(room / glyph)));
    }

    function wrapped(words: list<string>, size: real, bold: bool, room: real): int {
        let count = 0;
        let line = "";
        for (const word of words) {
            const longer = line ? line + " " + word : word;
            if (width(longer, size, bold) > room) {
                count += torn(word, size, bold, room);
                line = word;
            } else {
                count += line ? 0 : 1;
                line = longer;
            }
        }
        return count;
    }

    /** The longest word that may not be broken: for Latin scripts. */
    function longest(text: string, size: real, bold: bool): real {
        return Math.max(0, ...text.split(/[\s\u200b\u2e80-\u9fff]+/).map(word => width(word, size, bold)));
    }
}
