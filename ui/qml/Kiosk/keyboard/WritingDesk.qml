// Writing with the finger: paper, phrases to tap, ways of writing, and keys or a pad. Upright everything stands on top
// of one another; lying, the paper stands beside the keys. Neither ever hides the other.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var value
    // As a sheet it has the screen to itself, says what is asked, and ends with a key of its own.
    property bool sheet: false
    property string title: ""
    property string placeholder: ""
    // Name of the question, for its phrases.
    property string question: ""
    property string language: Dates.language
    property int maximum: 500

    signal edited(value: var)
    signal done

    readonly property real topRoom: !sheet ? 0 : wide ? asked.height + Theme.mm(6) : Theme.target + Theme.mm(10)
    readonly property real footRoom: sheet && wide ? Theme.target + Theme.mm(8) : 0
    // Lying, with little room, the keys reach over the edges into the free space above and below.
    readonly property real over: wide && !sheet && height < Theme.mm(114) ? Theme.mm(3) : 0
    readonly property bool wide: width > height * 1.6
    readonly property var phrases: keys.chips(question, language)
    readonly property int keyGap: Theme.mm(2)
    readonly property int leastKey: Theme.mm(Theme.elder ? 19 : 16)
    // Upright, with little room: everything draws together, then the phrases give way. Keys stay as large as a finger.
    readonly property real ample: phrasesHeight + 3.2 * 1.75 * Theme.answer + Theme.target + Theme.mm(46) + 4 * (leastKey + Theme.mm(6))
    // So does a pad in 低位模式, where all that is touched should lie low.
    readonly property bool compact: !wide && (height < ample || Theme.low && hand)
    readonly property int phrasesHeight: phrases.length > 0 ? Theme.target + Theme.gap : 0
    readonly property bool chipsShown: phrases.length > 0 && (!compact || keysHeightBeside(phrasesHeight) >= leastKeys)
    readonly property int chipSpace: chipsShown ? phrasesHeight : 0
    readonly property int bandPadding: Theme.mm(compact ? 2 : 4)
    readonly property int candidateHeight: Theme.mm(wide ? (Theme.elder && !hand ? 25 : 20) : compact ? (Theme.elder ? 22 : 20) : (Theme.elder ? 29 : 26))
    readonly property real tabHeight: tabs.stacked && wide ? 2 * leastKey + Theme.gap : compact ? Math.max(leastKey, Theme.mm(18)) : Theme.target + Theme.mm(wide ? 0 : 3)
    readonly property real head: 2 * bandPadding + tabHeight + Theme.mm(compact ? 2 : 4)
    readonly property bool hand: keys.way === "handwriting"
    // A pad to write on is never lower than 90 mm.
    readonly property real leastKeys: candidateHeight + Theme.mm(2) + Math.max(4 * (leastKey + keyGap), hand ? Theme.mm(91) : 0)
    readonly property real wanted: Theme.low ? leastKeys : candidateHeight + Theme.mm(3) + 4 * (Theme.mm(32) + keyGap)
    readonly property real keysHeight: Math.min(wanted, keysHeightBeside(chipSpace))
    readonly property real keysWidth: wide ? Math.min((sheet ? 0.56 : 0.6) * width, 10 * Theme.mm(24) + 9 * keyGap) : width - 2 * Theme.mm(compact ? 3 : 6)
    readonly property real unit: Math.min(Theme.mm(32), (keysWidth - 9 * keyGap) / 10)
    readonly property real bandTop: wide ? -over : height - head - keysHeight
    readonly property real bandLeft: wide ? width - keysWidth - 2 * Theme.mm(6) : 0
    readonly property real paperX: Theme.margin
    readonly property real paperWidth: (wide ? bandLeft - Theme.mm(8) : width - Theme.margin) - paperX

    /** What three lines of paper, or two where room is scarce, leave for the keys. */
    function keysHeightBeside(above: real): real {
        const lines = compact ? (hand && height - topRoom < tight ? 1 : 2) * 1.6 * Theme.body + Theme.mm(5.5) : 3.2 * 1.75 * Theme.answer + Theme.mm(4);
        return height - topRoom - above - lines - head;
    }

    // Under this height two lines of paper would take from the pad: one must do.
    readonly property real tight: head + candidateHeight + Theme.mm(93) + 2 * 1.6 * Theme.body + Theme.mm(5.5)

    // Other keys are laid when the new measures have settled, not while they are being worked out.
    readonly property bool narrow: unit < leastKey

    function lay(): void {
        keys.narrow = narrow;
    }

    onNarrowChanged: Qt.callLater(lay)

    function begin(): void {
        if (visible) {
            lay();
            keys.open(paper.item, value ?? "", language, maximum);
            keys.rule(paper.pitch);
            paper.item.forceActiveFocus();
        } else {
            keys.close();
        }
    }

    onVisibleChanged: begin()
    onQuestionChanged: begin()
    onLanguageChanged: keys.turn(language)
    onValueChanged: keys.show(value ?? "")
    Component.onCompleted: begin()
    Component.onDestruction: keys.close()

    KeyboardViewModel {
        id: keys

        byHand: Theme.elder
        onEdited: text => root.edited(text)
    }
    Words {
        id: asked

        x: Theme.margin
        y: Theme.mm(4)
        width: root.paperWidth - (root.wide ? 0 : enough.width + Theme.gap)
        visible: root.sheet
        text: root.title
        bold: true
        font.pixelSize: Theme.section
        spacing: Theme.labelled
    }
    ActionButton {
        id: enough

        objectName: "writingDone"
        x: root.wide ? root.paperX : root.width - Theme.margin - width
        y: root.wide ? root.height - height - Theme.mm(4) : Theme.mm(4)
        width: root.wide ? root.paperWidth : Theme.mm(Theme.elder ? 76 : 64)
        height: Theme.target
        visible: root.sheet
        main: true
        words: qsTr("Done writing")
        pictogram: "ui-check.svg"
        onClicked: root.done()
    }
    ChipRow {
        x: root.paperX
        y: root.topRoom
        width: root.paperWidth
        visible: root.chipsShown
        phrases: root.phrases
        onTapped: phrase => keys.phrase(phrase)
    }
    Paper {
        id: paper

        x: root.paperX
        y: root.topRoom + root.chipSpace
        width: root.paperWidth
        height: (root.wide ? root.height - root.footRoom - root.tabHeight - Theme.mm(4) : root.bandTop - Theme.mm(root.compact ? 3 : 6)) - y
        viewModel: keys
        placeholder: root.placeholder
    }
    Rectangle {
        x: root.bandLeft
        y: root.bandTop
        width: root.width - x
        height: root.height - y + root.over
        color: Theme.band

        Rectangle {
            width: parent.width
            height: Theme.border
            color: Theme.line
        }
    }
    WayTabs {
        id: tabs

        x: root.paperX
        y: root.wide ? root.height - root.footRoom - height : root.bandTop + root.bandPadding
        width: root.paperWidth
        height: root.tabHeight
        viewModel: keys
    }
    Keyboard {
        x: root.wide ? root.bandLeft + Theme.mm(6) : (root.width - width) / 2
        inset: root.wide ? 0 : Theme.margin - x
        unit: root.unit
        compact: root.compact
        y: root.wide ? Theme.mm(1) - root.over : root.bandTop + root.head - root.bandPadding
        width: root.keysWidth
        height: root.wide ? root.height - y + root.over - Theme.mm(1) : root.keysHeight
        viewModel: keys
        candidateHeight: root.candidateHeight
    }
}
