// 字号和显示: how large the type is, white on black, everything lower. For this visitor alone; gone with the visit.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ShellViewModel shell

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.headTop(height)
        width: root.width - 2 * x
        title: qsTr("Easier to read or to reach")
        hint: qsTr("Only for you, until you leave.")
        beside: !Theme.portrait
    }
    Pager {
        id: pager

        barPlace: actions.barPlace
        x: Theme.margin
        y: head.y + head.height + Theme.mm(6)
        width: root.width - 2 * x
        height: actions.y - y - Theme.mm(6)
        contents: Column {
            width: pager.width
            spacing: Theme.mm(Theme.portrait && !Theme.low ? 6 : 4)

            SectionHead {
                width: parent.width
                words: qsTr("Size of type")
            }
            Row {
                id: sizes

                readonly property int count: root.shell.scales.length

                width: parent.width
                spacing: Theme.gutter

                Repeater {
                    model: root.shell.scales

                    TouchCard {
                        id: size

                        required property int modelData

                        objectName: "scale_" + modelData
                        width: (sizes.width - (sizes.count - 1) * sizes.spacing) / sizes.count
                        height: Theme.mm(Theme.portrait && !Theme.low ? 56 : 42)
                        words: qsTr("%1 percent", "size of type").arg(modelData)
                        chosen: root.shell.scale === modelData
                        Accessible.role: Accessible.RadioButton
                        Accessible.checkable: true
                        Accessible.checked: chosen
                        onClicked: root.shell.chooseScale(modelData)

                        Words {
                            id: sample

                            x: (parent.width - width) / 2
                            y: (parent.height - number.height - height) / 2
                            //: One letter or character, shown small to large
                            text: qsTr("A")
                            bold: size.chosen
                            font.pixelSize: Theme.mm(8.5 * size.modelData / 100)
                            spacing: Theme.labelled
                            Accessible.ignored: true
                        }
                        Words {
                            id: number

                            x: (parent.width - width) / 2
                            y: parent.height - height - Theme.mm(2)
                            text: size.modelData + "%"
                            bold: size.chosen
                            font.pixelSize: Theme.chrome
                            spacing: Theme.labelled
                            Accessible.ignored: true
                        }
                    }
                }
            }
            Grid {
                id: wishes

                // One under the other where a word would not fit beside its box.
                readonly property bool narrow: [contrast.words, low.words].some(words => Breaks.width(words, Theme.tile, true) > (pager.width - Theme.gutter) / 2 - Theme.mm(36))

                width: parent.width
                columns: narrow ? 1 : 2
                spacing: Theme.gutter

                Wish {
                    id: contrast

                    objectName: "contrast"
                    words: qsTr("White on black")
                    chosen: root.shell.contrast
                    onClicked: root.shell.toggleContrast()
                }
                Wish {
                    id: low

                    objectName: "lowReach"
                    words: qsTr("Everything lower")
                    chosen: root.shell.lowReach
                    onClicked: root.shell.toggleLowReach()
                }
            }
            SectionHead {
                width: parent.width
                visible: root.shell.speech
                words: qsTr("How loud it is read")
            }
            VolumeRow {
                width: parent.width
                visible: root.shell.speech
                shell: root.shell
            }
        }
    }

    component Wish: ChoiceCard {
        several: true
        width: (wishes.width - (wishes.columns - 1) * wishes.spacing) / wishes.columns
        height: Math.max(implicitHeight, Theme.mm(Theme.portrait && !Theme.low ? 34 : 28))
        wordSize: Theme.tile
    }

    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "closeSheet"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            words: qsTr("That is fine")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.shell.closeSheet()
        }
    }
}
