// Design tokens by their job. The only file with literal colours; sizes are millimetres of the real panel.
// Values: assets/tokens.json (a test holds them together, and every pair of text and ground to its contrast).
pragma Singleton
import QtQuick

QtObject {
    id: theme

    // ---- set by Main from the panel, the configuration and the visitor's wishes
    property real pixelsPerMm: 4.034
    property bool portrait: true
    property bool elder: false
    property bool contrast: false
    property bool lowReach: false
    property bool still: false
    property real textScale: 1
    // A script that runs from right to left turns the whole sheet over; see Unturned.
    property bool mirrored: false
    property int windowWidth: 1080
    property int windowHeight: 1920

    // ---- colours
    readonly property color page: contrast ? "#000000" : "#f5efe2"
    readonly property color card: contrast ? "#000000" : "#fffcf6"
    readonly property color band: contrast ? "#000000" : "#eae1cf"
    readonly property color keyFace: contrast ? "#000000" : "#f1e9d8"
    readonly property color ink: contrast ? "#ffffff" : "#211d19"
    readonly property color inkSoft: contrast ? "#ffffff" : "#4b443b"
    readonly property color line: contrast ? "#ffffff" : "#82786a"
    readonly property color hair: contrast ? "#9a9a9a" : "#d8cebc"
    readonly property color action: contrast ? "#ffe14d" : "#a02a1c"
    readonly property color actionFoot: contrast ? "#ffffff" : "#6e190f"
    readonly property color actionInk: contrast ? "#000000" : "#ffffff"
    readonly property color seal: contrast ? "#ffe14d" : "#a02a1c"
    readonly property color chosen: contrast ? "#ffe14d" : "#203f6e"
    readonly property color chosenWash: contrast ? "#262200" : "#e3e9f1"
    readonly property color chosenInk: contrast ? "#000000" : "#ffffff"
    readonly property color quote: contrast ? "#ffffff" : "#215347"
    readonly property color quoteWash: contrast ? "#000000" : "#e4ece2"
    readonly property color pending: contrast ? "#ffffff" : "#634800"
    readonly property color pendingWash: contrast ? "#000000" : "#f6e9c8"
    readonly property color pendingDot: contrast ? "#ffe14d" : "#ebcb84"
    // A code must be read by every camera: black on white in every theme.
    readonly property color codeDark: "#000000"
    readonly property color codeLight: "#ffffff"

    // Pictograms have one line and one tone; an empty tone keeps the drawing's own.
    readonly property string pictogramTone: contrast ? "#5a5a5a" : ""
    readonly property var discs: contrast ? ["", "#7c7c7c", "#989898", "#b8b8b8", "#dadada", "#ffffff"]
                                          : ["", "#8f889c", "#99a4b6", "#bfb8a7", "#c6d3ae", "#f8e3a4"]
    readonly property color faceRing: contrast ? "#ffffff" : "#211d19"
    readonly property color faceInk: contrast ? "#000000" : "#211d19"

    // ---- type (Noto Sans SC, two weights), pixels. What is read grows as far as the visitor wishes; titles, which are
    // twice as large already, half as far; header and dock as far as their fixed places go.
    readonly property string family: "Noto Sans SC"
    readonly property real headingScale: 1 + (textScale - 1) * 0.5
    readonly property real sectionScale: 1 + (textScale - 1) * 0.75
    readonly property real chromeScale: Math.min(textScale, 1.4)
    readonly property int hero: sized(17, 19, headingScale)
    readonly property int title: sized(15.9, 17.4, headingScale)
    readonly property int answer: type(11, 13.4)
    readonly property int section: sized(11, 12.4, sectionScale)
    readonly property int tile: type(9.4, 13.4)
    readonly property int body: type(8.5, 10.5)
    readonly property int label: type(8.5, 10.5)
    readonly property int small: type(7, 9)
    readonly property int least: type(6.6, 8.5)
    // Below this no letter is set, however long a word is.
    readonly property int floor: sized(6.6, 8.5, 1)
    readonly property int code: mm(28.8)
    readonly property int chrome: sized(8.5, 10.5, chromeScale)
    readonly property real running: 1.5
    readonly property real labelled: 1.2

    // ---- space and size, pixels
    readonly property int margin: mm(portrait ? 10 : 16)
    readonly property int gutter: mm(6)
    readonly property int rowGap: mm(elder ? 6 : 5)
    readonly property int gap: mm(elder ? 6 : 4)
    readonly property int target: mm(elder ? 25 : 20)
    readonly property int rating: mm(35)
    readonly property int header: mm(35)
    readonly property int titleTop: mm(43)
    readonly property int actionRow: portrait && !lowReach ? Math.max(mm(31), Math.ceil(2 * section * labelled) + mm(6)) : mm(31)
    readonly property int actionBottom: mm(portrait ? 7 : 5)
    // Seven places side by side; in two rows where large type or a narrow panel leaves them less than a finger.
    readonly property int dockGap: portrait ? gap : mm(elder ? 6 : 5)
    readonly property bool dockDouble: portrait && (textScale > 1 && !lowReach || (windowWidth - 2 * margin - 6 * dockGap) / 7 < Math.max(target, 3 * mm(elder ? 8.5 : 6.6)))
    readonly property int dockSlot: portrait && !lowReach ? Math.max(target + dockFoot, Math.ceil(2 * chrome * labelled) + mm(6)) : mm(29)
    readonly property int dock: dockDouble ? 2 * dockSlot + dockGap + mm(9) : portrait ? mm(elder ? 60 : 47) : mm(37)
    readonly property int radius: mm(3)
    readonly property int keyRadius: mm(2)
    readonly property int foot: mm(1.5)
    readonly property int dockFoot: mm(1)
    readonly property int border: Math.max(1, mm(contrast ? 1 : 0.5))
    readonly property int chosenBorder: mm(1.5)
    readonly property int focusRing: mm(1.2)
    readonly property int ruleThick: mm(2)
    readonly property int ruleThin: Math.max(1, mm(0.5))
    readonly property int sealBorder: mm(1.3)

    // 低位模式 of a standing screen: whatever can be touched lies in its lower 45 %, titles right above, the rest is free.
    readonly property bool low: lowReach && portrait
    readonly property int controlsTop: low ? Math.round(windowHeight * 0.55) - header : 0

    // ---- motion, milliseconds
    readonly property int screenChange: elder || still ? 0 : 160
    readonly property int sealAppears: elder || still ? 0 : 240

    /** Pixels of a length in millimetres. */
    function mm(length: real): int {
        return Math.round(length * pixelsPerMm);
    }

    /** Where a screen's head of this height begins, so that what follows it can be reached. */
    function headTop(height: real): int {
        return Math.max(mm(8), controlsTop - height - mm(5));
    }

    /** Pixels of a type size given in millimetres for the standard and the elder edition. */
    function type(standard: real, large: real): int {
        return sized(standard, large, textScale);
    }

    /** The same, grown by a factor of its own. */
    function sized(standard: real, large: real, factor: real): int {
        return Math.round((elder ? large : standard) * factor * pixelsPerMm);
    }
}
