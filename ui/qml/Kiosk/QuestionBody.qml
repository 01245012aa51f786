// The answers of a question, by its kind. A kind's body is made once and kept; only the one in view has content.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property QuestionViewModel viewModel
    required property VoiceViewModel voice
    // Bodies made so far, by their turns: when the screen is there, one with each beat of the timer.
    property int ready: 0
    property Item barPlace: null
    readonly property string kind: viewModel.kind
    readonly property var part: viewModel.parts.length > 0 ? viewModel.parts[0] : null
    readonly property string name: part ? part.name : ""
    readonly property var value: part ? viewModel.values[name] : undefined
    readonly property var several: value === undefined ? [] : Array.isArray(value) ? value : [`${value}`]

    component Body: Loader {
        required property var kinds
        required property int turn
        readonly property bool current: kinds.includes(root.kind)

        anchors.fill: parent
        visible: current
        active: current || turn <= root.ready || item // whole at once, as in Main.qml
    }

    Body {
        kinds: ["list", "pack", "several", "severalPack", "rank"]
        turn: 1

        sourceComponent: ChoiceBody {
            barPlace: root.barPlace
            choices: visible && root.part ? root.part.choices : []
            chosen: visible ? root.several : []
            several: root.kind.startsWith("several")
            ordered: root.kind === "rank"
            pack: root.kind.endsWith("ack")
            onToggled: name => root.viewModel.choose(root.name, name)
        }
    }
    Body {
        kinds: ["faces"]
        turn: 2

        sourceComponent: FacesBody {
            barPlace: root.barPlace
            choices: visible && root.part ? root.part.choices : []
            chosen: visible ? root.several : []
            onToggled: name => root.viewModel.choose(root.name, name)
        }
    }
    Body {
        kinds: ["scale"]
        turn: 3

        sourceComponent: ScaleBody {
            barPlace: root.barPlace
            from: visible && root.part ? root.part.low : 0
            to: visible && root.part ? root.part.high : 0
            step: visible && root.part ? root.part.step : 1
            value: visible && typeof root.value === "number" ? root.value : from - 1
            onPicked: value => root.viewModel.setValue(root.name, value)
        }
    }
    Body {
        kinds: ["group"]
        turn: 4

        sourceComponent: GroupBody {
            barPlace: root.barPlace
            parts: visible ? root.viewModel.parts : []
            values: root.viewModel.values
            onAnswered: (name, choice) => root.viewModel.choose(name, choice)
            onPicked: (name, value) => root.viewModel.setValue(name, value)
        }
    }
    Body {
        kinds: ["note"]
        turn: 5

        sourceComponent: NoteBody {
            barPlace: root.barPlace
            words: visible && root.part ? root.part.hint : ""
        }
    }
    Body {
        kinds: ["notice"]
        turn: 6

        sourceComponent: NoticeBody {
            barPlace: root.barPlace
            lines: visible && root.part ? root.part.lines : []
        }
    }
    Body {
        kinds: ["acknowledge"]
        turn: 7

        sourceComponent: AcknowledgeBody {
            barPlace: root.barPlace
            words: visible && root.part ? root.part.hint || root.part.label : ""
            given: visible && root.value === true
            onConfirmed: root.viewModel.setValue(root.name, true)
        }
    }
    Body {
        kinds: ["voice"]
        turn: 12

        sourceComponent: VoiceBody {
            barPlace: root.barPlace
            voice: root.voice
        }
    }
    Entry {
        kinds: ["text", "lines"]
        turn: 8
        page: "TextBody.qml"
    }
    Entry {
        kinds: ["number", "decimal", "phone"]
        turn: 9
        page: "NumberBody.qml"
    }
    Entry {
        kinds: ["date"]
        turn: 10
        page: "DateBody.qml"
    }
    Entry {
        kinds: ["draw"]
        turn: 11
        page: "DrawBody.qml"
    }
    Timer {
        interval: root.ready > 0 ? 40 : 300
        repeat: true
        running: root.ready < 12
        onTriggered: ++root.ready
    }

    // What needs a keyboard or a pen is read from its own file.
    component Entry: Body {
        required property string page

        Component.onCompleted: setSource(Qt.resolvedUrl(page), { "viewModel": root.viewModel })
    }
}
