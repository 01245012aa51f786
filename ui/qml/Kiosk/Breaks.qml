// Where Chinese lines break: behind a mark, at a zero-width space or a blank, else in halves; never one glyph alone.
pragma Singleton
import QtQuick

QtObject {
    readonly property string marks: "，。；：？！、"

    /** Width of a text in type of the given size, close enough to choose a break: Chinese is square. */
    function width(text: string, size: real, bold: bool): real {
        let total = 0;
        for (const sign of text)
            total += /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef\u201c\u201d]/.test(sign) ? 1 : sign === "\u200b" ? 0 : bold ? 0.6 : 0.56;
        return total * size;
    }

    /** The text with a line break where a reader takes breath; unchanged when it fits or is no Chinese. */
    function broken(text: string, size: real, bold: bool, room: real): string {
        if (room <= 0 || width(text, size, bold) <= room || !/[\u4e00-\u9fff]/.test(text) || text.includes("\n"))
            return text;
        const fits = at => width(text.slice(0, at), size, bold) <= room && width(text.slice(at), size, bold) <= room;
        const breath = at => marks.includes(text[at - 1]) || text[at - 1] === "\u200b"
              || text[at - 1] === " " && text.length - at > 3; // 周六 14:00 儿童剧; but 14 岁 stays together
        for (let at = text.length - 2; at > 1; --at)
            if (fits(at) && breath(at) && !marks.includes(text[at]))
                return text.slice(0, at) + "\n" + text.slice(at);
        let half = Math.floor(text.length / 2);
        while (half < text.length - 1 && marks.includes(text[half]))
            ++half;
        return fits(half) ? text.slice(0, half) + "\n" + text.slice(half) : text;
    }

    /** The longest word that may not be broken: for Latin scripts. */
    function longest(text: string, size: real, bold: bool): real {
        return Math.max(0, ...text.split(/[\s\u200b\u2e80-\u9fff]+/).map(word => width(word, size, bold)));
    }
}
