// The code that takes a half-filled form to a phone: what to do, the code pixel by pixel, a short code to type, what stays behind.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property HandoffViewModel viewModel
    readonly property bool upright: Theme.portrait
    readonly property int space: Theme.mm(upright && Theme.textScale === 1 ? 8 : 5)
    // A lying screen of a small panel has room for what must be said and no more.
    readonly property bool tight: !upright && height < Theme.mm(150)

    // White to its edge, its quiet zone in it: black on white in every theme.
    Rectangle {
        id: ground

        x: root.upright ? Math.round((root.width - width) / 2) : Theme.margin
        y: root.upright ? Math.round(Math.max(head.y + head.height + root.space, Theme.textScale > 1 ? 0 : Theme.controlsTop)) : Theme.mm(6)
        width: Math.max(root.viewModel.side, Theme.mm(66))
        height: width
        color: Theme.codeLight

        Image {
            objectName: "handoffCode"
            x: Math.round((ground.width - width) / 2)
            y: x
            width: root.viewModel.side
            height: root.viewModel.side
            smooth: false
            mirror: Theme.mirrored
            cache: false
            fillMode: Image.Pad
            source: root.viewModel.source
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Code to scan: opens what you filled in")
        }
        Words {
            anchors.centerIn: parent
            width: parent.width - Theme.mm(12)
            visible: root.viewModel.side === 0
            horizontalAlignment: Text.AlignHCenter
            color: Theme.codeDark
            text: root.viewModel.problem === "small" ? qsTr("This screen is too small for a code.")
                : root.viewModel.problem ? qsTr("The code could not be made. Your answers are still here.")
                : qsTr("One moment")
        }
    }
    ScreenHead {
        id: head

        x: root.upright ? Theme.margin : told.x
        y: Theme.mm(root.upright ? 8 : 6)
        width: root.upright ? root.width - 2 * x : told.width
        visible: !root.tight
        height: visible ? implicitHeight : 0
        title: qsTr("Go on by phone")
        modest: true
        brief: Theme.elder && Theme.textScale > 1
        hint: root.upright ? qsTr("Open WeChat, tap Scan, and point it at the code.") : ""
    }
    Pager {
        id: told

        x: root.upright ? Theme.margin : ground.x + ground.width + Theme.mm(10)
        y: root.upright ? ground.y + ground.height + root.space : head.y + head.height + Theme.mm(3)
        width: root.width - x - Theme.margin
        height: actions.y - y - Theme.gap
        barPlace: root.upright ? actions.wideBarPlace : actions.barPlace
        apart: root.upright && Theme.textScale > 1
        contents: Column {
            width: told.width
            spacing: Theme.mm(3)

            Words {
                width: parent.width
                visible: root.tight
                bold: true
                text: qsTr("Go on by phone")
                font.pixelSize: Theme.section
                spacing: 1.3
            }
            Words {
                width: parent.width
                visible: !root.upright
                text: qsTr("Open WeChat, tap Scan, and point it at the code.")
            }
            Words {
                width: parent.width
                visible: !root.tight
                text: qsTr("What you have filled in goes along. No log-in, no name.")
                color: Theme.inkSoft
                font.pixelSize: root.upright ? Theme.chrome : Theme.body
            }
            Column {
                width: parent.width
                visible: root.viewModel.short !== ""

                Words {
                    width: parent.width
                    text: qsTr("Or open %1 and type:").arg("\u2066" + root.viewModel.address + "\u2069")
                }
                Words {
                    objectName: "shortCode"
                    width: parent.width
                    text: root.viewModel.short
                    bold: true
                    font.pixelSize: Theme.title
                    font.letterSpacing: Theme.mm(2)
                    wrapMode: Text.NoWrap
                    spacing: 1.2
                }
            }
            Repeater {
                model: root.viewModel.left

                Words {
                    required property string modelData

                    width: told.width
                    bold: true
                    color: Theme.pending
                    text: qsTr("Too long to come along, please write it again by phone: %1").arg(modelData)
                }
            }
            Words {
                width: parent.width
                visible: root.viewModel.drawing
                bold: true
                color: Theme.pending
                text: qsTr("Your drawing does not come along.")
            }
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "handoffDone"
            x: actions.width - width
            width: Math.max(actions.rightWidth, actions.leftWidth)
            height: actions.height
            main: true
            waiting: root.viewModel.side === 0 && root.viewModel.problem === ""
            words: waiting ? qsTr("One moment") : qsTr("I have it")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.viewModel.finish()
        }
    }
}
