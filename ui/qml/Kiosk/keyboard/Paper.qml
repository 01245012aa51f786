// Ruled letter paper. The frame is the focus: this is where the keys write. A finger sets the cursor.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Rectangle {
    id: root

    required property KeyboardViewModel viewModel
    property string placeholder: ""
    readonly property alias item: edit
    // Where there is little room, as beside the keys of a lying screen in large type, lines come before ornament.
    readonly property bool tight: height < Theme.answer * 1.75 * 3 + Theme.small + Theme.mm(5)
    readonly property int pitch: Math.round(edit.font.pixelSize * (tight ? 1.6 : 1.75))
    readonly property int padding: Theme.mm(tight ? 4 : 6)
    readonly property int footLine: tight ? 0 : Theme.small + Theme.mm(3)
    readonly property int lines: Math.max(1, Math.floor((height - footLine - Theme.mm(tight ? 1 : 2)) / pitch))
    // The buttons take width, and less width makes more lines: decided when both have settled, so that it does not flutter.
    property bool overflows: false

    function measure(): void {
        const over = edit.contentHeight > sheet.height + 1;
        if (over || edit.contentHeight + pitch <= sheet.height)
            overflows = over;
    }


    color: Theme.card
    radius: Theme.radius
    border.color: Theme.chosen
    border.width: Theme.mm(1)

    onPitchChanged: viewModel.rule(pitch)

    Flickable {
        id: sheet

        x: root.padding
        y: Theme.mm(root.tight ? 1 : 2)
        width: root.width - 2 * x - (root.overflows ? Theme.mm(20) : 0)
        height: root.lines * root.pitch
        contentHeight: Math.max(height, edit.contentHeight)
        onHeightChanged: Qt.callLater(root.measure)
        interactive: root.overflows
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Repeater {
            model: Math.max(root.lines, edit.lineCount)

            Rectangle {
                required property int index

                y: (index + 1) * root.pitch - height
                width: sheet.width
                height: Theme.ruleThin
                color: Theme.hair
            }
        }
        TextEdit {
            id: edit

            objectName: "paper"
            LayoutMirroring.enabled: Theme.mirrored
            transform: Unturned {
                item: edit
            }
            y: -Theme.mm(0.8)
            width: sheet.width
            color: Theme.ink
            selectionColor: Theme.chosenWash
            selectedTextColor: Theme.ink
            font.family: Theme.family
            font.pixelSize: root.tight ? Theme.body : Theme.answer
            wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
            textFormat: TextEdit.PlainText
            cursorVisible: true
            onCursorVisibleChanged: if (!cursorVisible)
                cursorVisible = true
            cursorDelegate: Item {
                Rectangle {
                    y: (parent.height - height) / 2
                    width: Theme.mm(0.8)
                    height: Math.round(edit.font.pixelSize * 1.25)
                    color: Theme.chosen
                }
            }
            Accessible.role: Accessible.EditableText
            //: The field that a visitor writes in, for a screen reader
            Accessible.name: root.placeholder || qsTr("Your words")
            // Copying would leave a visitor's words behind for the next one.
            Keys.onPressed: event => event.accepted = (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)) !== 0
            onTextChanged: root.viewModel.notice()
            onContentHeightChanged: Qt.callLater(root.measure)
            onCursorRectangleChanged: sheet.follow(cursorRectangle)
        }
        MouseArea {
            y: sheet.contentY
            width: sheet.width
            height: sheet.height
            onClicked: mouse => root.viewModel.place(edit.positionAt(mouse.x, mouse.y + y))
        }

        function follow(cursor: rect): void {
            const line = Math.floor((cursor.y + 1) / root.pitch);
            const top = Math.round(contentY / root.pitch);
            if (line < top)
                contentY = line * root.pitch;
            else if (line >= top + root.lines)
                contentY = (line - root.lines + 1) * root.pitch;
        }

        function turn(by: int): void {
            const most = contentHeight - height;
            contentY = Math.max(0, Math.min(most, (Math.round(contentY / root.pitch) + by) * root.pitch));
        }
    }
    Words {
        x: root.padding
        y: sheet.y + (root.pitch - lineHeight) / 2
        width: sheet.width
        visible: edit.length === 0 && !root.viewModel.undecided
        text: root.placeholder
        color: Theme.inkSoft
        font.pixelSize: Theme.body
        wrapMode: Text.NoWrap
        elide: Text.ElideNone
    }
    Words {
        x: root.width - width - root.padding
        y: root.height - height - Theme.mm(2)
        //: Characters written, of how many that fit
        text: qsTr("%1 / %2 characters").arg(root.viewModel.used).arg(root.viewModel.maximum)
        visible: root.viewModel.used > 0 && !root.tight
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        spacing: Theme.labelled
        wrapMode: Text.NoWrap
    }
    Column {
        x: root.width - width - Theme.mm(3)
        y: Theme.mm(3)
        spacing: Theme.mm(4)
        visible: root.overflows

        Key {
            objectName: "paperUp"
            width: Theme.mm(Theme.elder ? 19 : 17)
            height: width
            side: true
            face: ""
            pictogram: "ui-up.svg"
            words: qsTr("Text up")
            onClicked: sheet.turn(-1)
        }
        Key {
            objectName: "paperDown"
            width: Theme.mm(Theme.elder ? 19 : 17)
            height: width
            side: true
            face: ""
            pictogram: "ui-down.svg"
            words: qsTr("Text down")
            onClicked: sheet.turn(1)
        }
    }
}
