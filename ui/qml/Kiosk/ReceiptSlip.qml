// The receipt: the code in two groups of five, and where the centre has an address, the code to scan.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property ThanksViewModel viewModel
    readonly property bool scannable: viewModel.address !== ""
    readonly property real codeSide: Theme.mm(Theme.portrait ? 81 : Theme.textScale > 1 ? 64 : 74)
    readonly property real codeRoom: scannable ? codeSide + Theme.mm(18) : 0
    // Both groups on one line, where it is wide enough.
    readonly property bool abreast: !scannable || width > Theme.mm(320)
    readonly property int signSize: Math.min(Theme.code, Math.floor((width - codeRoom - Theme.mm(abreast ? 34 : 20)) / (abreast ? 10 : 5) - Theme.mm(4)) / 0.66)

    height: Math.max(left_.height, scannable ? right_.height : 0) + 2 * left_.y
    radius: Theme.radius
    color: Theme.card
    border.color: Theme.line
    border.width: Theme.border

    Column {
        id: left_

        x: Theme.mm(12)
        y: Theme.mm(Theme.textScale > 1 ? 5 : 8)
        width: root.width - x - root.codeRoom - Theme.mm(6)
        spacing: Theme.mm(Theme.portrait || Theme.textScale === 1 ? 3 : 1)

        Words {
            width: parent.width
            text: qsTr("Your receipt code")
            font.pixelSize: Theme.chrome
            color: Theme.inkSoft
        }
        Flow {
            width: parent.width
            spacing: root.abreast ? Theme.mm(10) : 0
            flow: root.abreast ? Flow.LeftToRight : Flow.TopToBottom
            Accessible.role: Accessible.StaticText
            Accessible.name: root.viewModel.groups.join(" ")

            Repeater {
                model: root.viewModel.groups

                Words {
                    required property string modelData

                    text: modelData
                    bold: true
                    font.pixelSize: root.signSize
                    font.letterSpacing: Theme.mm(4)
                    wrapMode: Text.NoWrap
                    spacing: 1.18
                    Accessible.ignored: true
                }
            }
        }
        Words {
            width: parent.width
            text: qsTr("Take a picture or write it down.\nNo login is needed to look it up.")
            font.pixelSize: Theme.portrait ? Theme.chrome : Breaks.steps(Theme.chrome, Theme.floor).find(size => size === Theme.floor || text.split("\n").reduce((sum, line) => sum + Breaks.lines(line, size, false, width), 0) <= 3)
            color: Theme.inkSoft
            spacing: 1.4
        }
        Words {
            width: parent.width
            visible: root.viewModel.seq > 0
            text: qsTr("Entry %1 · %2", "number in the record, and short link").arg(root.viewModel.seq).arg(root.viewModel.link)
            color: Theme.inkSoft
            font.pixelSize: Theme.portrait ? Theme.sized(7, 9, Theme.chromeScale) : Theme.floor
            spacing: 1.3
        }
    }
    Dashes {
        x: root.width - root.codeRoom
        y: Theme.mm(5)
        height: root.height - 2 * y
        visible: root.scannable
    }
    Column {
        id: right_

        x: root.width - root.codeRoom + Theme.mm(10)
        y: Theme.mm(6)
        width: root.codeSide
        visible: root.scannable
        spacing: Theme.mm(4)

        Image {
            width: root.codeSide
            height: root.codeSide
            sourceSize: Qt.size(width, height)
            smooth: false
            mirror: Theme.mirrored
            asynchronous: true
            source: root.scannable ? "image://qr/" + encodeURIComponent(root.viewModel.address) : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Code to scan: opens your receipt")
        }
        Caption {
            width: parent.width
            size: Breaks.best([says], Breaks.steps(Theme.chrome, Theme.floor), false, width, 2)
            says: qsTr("Scan with WeChat to look it up by phone")
            spacing: 1.4
        }
    }
}
