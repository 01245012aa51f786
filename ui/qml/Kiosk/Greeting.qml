// The greeting and the first question with its five faces: one block, always on top of home.
import QtQuick
import Kiosk.Models

Column {
    id: root

    required property HomeViewModel home
    readonly property real above: (welcome.visible ? welcome.height : 0) + question.height
    readonly property real bandWanted: Theme.mm(Theme.elder ? 54 : 55) + Math.max(0, band.tallest - Theme.label * 1.2)
    readonly property bool wrapped: question.lineCount > 1
    property real bandHeight: bandWanted
    // What a page has for all of it.
    property real room: 0

    spacing: 0

    Words {
        id: welcome

        width: root.width
        // A lying screen has no line to spare above a question of two lines.
        visible: Theme.textScale <= 1.25 && (Theme.portrait || !root.wrapped)
        text: qsTr("Welcome.")
        color: Theme.inkSoft
    }
    Title {
        id: question

        width: root.width
        says: root.home.question || qsTr("How satisfied are you with today's service?")
        largest: Theme.hero
        spacing: 1.3
        bottomPadding: Theme.mm(Theme.portrait ? 5.5 : lineCount > 1 ? 5 : 8)
    }
    FaceBand {
        id: band

        width: root.width
        height: listed ? Math.max(listedHeight, root.bandHeight) : root.bandHeight
        mayList: Theme.portrait && !Theme.low && root.above + listedHeight <= root.room
        words: root.home.grades.length === 5 ? root.home.grades
             : [qsTr("Very satisfied"), qsTr("Satisfied"), qsTr("Fairly satisfied"), qsTr("Dissatisfied"), qsTr("Very dissatisfied")]
        onRated: level => root.home.rate(level)
    }
}
