// Words to choose over keys, on the band of the keyboard. Asking for more words puts all of them in place of the keys.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property KeyboardViewModel viewModel
    required property real candidateHeight
    // The candidates stand in line with the paper, the keys go further out.
    property real inset: 0
    readonly property int gap: Theme.mm(2)
    required property real unit
    readonly property int lines: Math.max(1, viewModel.rows.length)
    readonly property bool hand: viewModel.way === "handwriting" && viewModel.layer === "letters"
    // Where seven keys stand in a row, there are five rows: they take the place of the words that are not wanted then.
    readonly property bool bare: viewModel.narrow && (viewModel.way === "english" || viewModel.layer === "digits")
    readonly property real keysTop: bare ? 0 : candidateHeight + Theme.mm(compact ? 2 : 3)
    property bool compact: false
    readonly property real keyHeight: Math.min(Theme.mm(lines > 3 ? 36 : 44), (height - keysTop + gap) / lines - gap)
    readonly property real handHeight: Math.min(height - keysTop, 4 * (Theme.mm(36) + gap) - gap)
    property bool sheetOpen: false
    readonly property bool sheetShown: sheetOpen && viewModel.candidates.length > 0

    Connections {
        target: root.viewModel

        function onOffered(): void {
            if (root.viewModel.candidates.length === 0)
                root.sheetOpen = false;
        }
    }
    CandidateBar {
        id: bar

        x: root.inset
        width: root.width - 2 * x
        height: root.candidateHeight
        visible: !digits.visible && !root.bare
        viewModel: root.viewModel
        sheetOpen: root.sheetShown
        onMoreWanted: root.sheetOpen = !root.sheetOpen
    }
    // English needs no candidates: digits stand in their place, and no key moves when the language changes.
    KeyLine {
        id: digits

        anchors.horizontalCenter: parent.horizontalCenter
        visible: keys.length > 0
        viewModel: root.viewModel
        keys: root.viewModel.topRow
        unit: root.unit
        keyHeight: root.candidateHeight
    }
    KeyRows {
        y: root.keysTop
        width: root.width
        visible: !root.sheetShown && !root.hand
        viewModel: root.viewModel
        unit: root.unit
        keyHeight: root.keyHeight
    }
    // Made when it is first wanted, and kept: what stands on the pad must not go while the other words are looked at.
    Loader {
        x: root.inset
        y: root.keysTop
        width: root.width - 2 * x
        height: root.handHeight
        visible: root.hand && !root.sheetShown
        active: root.hand || item

        sourceComponent: HandBoard {
            viewModel: root.viewModel
            used: root.hand
        }
    }
    Loader {
        x: root.inset
        y: root.keysTop
        width: root.width - 2 * x
        height: root.hand ? root.handHeight : root.lines * (root.keyHeight + root.gap) - root.gap
        active: root.sheetShown

        sourceComponent: CandidateSheet {
            viewModel: root.viewModel
            first: bar.shown
            turnWidth: bar.moreWidth
        }
    }
}
