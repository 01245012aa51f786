// The answers of a question, by its kind. A kind's body is made once and kept; only the one in view has content.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property QuestionViewModel viewModel
    required property VoiceViewModel voice
    // Set when the first question is there: bodies of the other kinds are made ready in idle moments.
    property bool warm: false
    property Item barPlace: null
    readonly property string kind: viewModel.kind
    readonly property var part: viewModel.parts.length > 0 ? viewModel.parts[0] : null
    readonly property string name: part ? part.name : ""
    readonly property var value: part ? viewModel.values[name] : undefined
    readonly property var several: value === undefined ? [] : Array.isArray(value) ? value : [`${value}`]

    component Body: Loader {
        required property var kinds
        property bool begun: false
        readonly property bool current: kinds.includes(root.kind)

        anchors.fill: parent
        visible: current
        active: current || root.warm || item
        asynchronous: begun || !current
        onStatusChanged: if (status === Loader.Loading)
            begun = true
    }

    Body {
        kinds: ["list", "pack", "several", "severalPack", "rank"]

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

        sourceComponent: FacesBody {
            barPlace: root.barPlace
            choices: visible && root.part ? root.part.choices : []
            chosen: visible ? root.several : []
            onToggled: name => root.viewModel.choose(root.name, name)
        }
    }
    Body {
        kinds: ["scale"]

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

        sourceComponent: NoteBody {
            barPlace: root.barPlace
            words: visible && root.part ? root.part.hint : ""
        }
    }
    Body {
        kinds: ["notice"]

        sourceComponent: NoticeBody {
            barPlace: root.barPlace
            lines: visible && root.part ? root.part.lines : []
        }
    }
    Body {
        kinds: ["acknowledge"]

        sourceComponent: AcknowledgeBody {
            barPlace: root.barPlace
            words: visible && root.part ? root.part.hint || root.part.label : ""
            given: visible && root.value === true
            onConfirmed: root.viewModel.setValue(root.name, true)
        }
    }
    Body {
        kinds: ["voice"]

        sourceComponent: VoiceBody {
            barPlace: root.barPlace
            voice: root.voice
        }
    }
    Entry {
        kinds: ["text", "lines"]
        page: "TextBody.qml"
    }
    Entry {
        kinds: ["number", "decimal", "phone"]
        page: "NumberBody.qml"
    }
    Entry {
        kinds: ["date"]
        page: "DateBody.qml"
    }
    Entry {
        kinds: ["draw"]
        page: "DrawBody.qml"
    }
    Timer {
        interval: 300
        running: true
        onTriggered: root.warm = true
    }

    // What needs a keyboard or a pen is read from its own file.
    component Entry: Body {
        required property string page

        Component.onCompleted: setSource(Qt.resolvedUrl(page), { "viewModel": root.viewModel })
    }
}
