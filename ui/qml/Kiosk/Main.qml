// The one window: header on top, dock at the foot, and between them the screen of the moment.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Window {
    id: window

    required property ShellViewModel shell
    required property HomeViewModel home
    required property QuestionViewModel question
    required property ReviewViewModel review
    required property ThanksViewModel thanks
    required property LookupViewModel lookup
    required property BoardViewModel board
    required property CommonsViewModel commons
    required property StaffViewModel staff
    required property IdleViewModel idle
    required property HandoffViewModel handoff
    required property BackstageViewModel backstage
    required property SetupViewModel setup
    required property VoiceViewModel voice
    property bool still: false
    // Set after the first frame: screens are made ready one after the other, so that a tap finds them there.
    property bool warm: false
    property int ready: 0 // screens made so far, by their turns
    // Changes with every beat of ui/watchdog.py: a dot of another colour must bring a frame.
    property bool pulse: false
    // While it is locked nothing closes this window but staff (ui/lockdown.py).
    property bool locked: false
    readonly property bool behind: backstage.page !== "" || setup.page !== ""

    color: Theme.page
    onClosing: close => close.accepted = !window.locked
    //: The window's title, for a screen reader
    title: qsTr("Xinsheng")

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: Math.hypot(window.width, window.height) / (window.shell.diagonal * 25.4)
    }
    Binding {
        target: Theme
        property: "windowWidth"
        value: window.width
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: Application.layoutDirection === Qt.RightToLeft
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.shell.scale / 100
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: window.height
    }
    Binding {
        target: Theme
        property: "portrait"
        value: window.height >= window.width
    }
    Binding {
        target: Theme
        property: "elder"
        value: window.shell.elder
    }
    Binding {
        target: Theme
        property: "contrast"
        value: window.shell.contrast
    }
    Binding {
        target: Theme
        property: "lowReach"
        value: window.shell.lowReach
    }
    Binding {
        target: Theme
        property: "still"
        value: window.still
    }
    Binding {
        target: Dates
        property: "language"
        value: window.shell.language
    }

    // A screen in a file of its own: nothing of it is read before it is wanted, or before there is time.
    component Place: Loader {
        required property string name
        required property string page
        required property var models
        required property int turn
        property bool sheet: false
        readonly property bool current: sheet ? window.shell.sheet === name : window.shell.screen === name && window.shell.sheet === ""

        anchors.fill: parent
        visible: current
        // Whole at once, each in a beat of its own and never asynchronously: a model that changes under delegates which
        // are being made piece by piece brings Qt down, and a page hurried along loses its initial properties.
        active: current || turn <= window.ready || item !== null
        Component.onCompleted: setSource(Qt.resolvedUrl(page), models)
    }

    Timer {
        interval: 40
        repeat: true
        running: window.warm && window.ready < 14
        onTriggered: ++window.ready
    }
    Item {
        id: leaf

        anchors.fill: parent
        visible: !window.behind
        transform: Unturned {
            item: leaf
        }

        // Behind a question that must be answered first there is nothing, for the eye, the finger or a screen reader.
        Item {
            anchors.fill: parent
            opacity: window.idle.asks === "" ? 1 : 0
            enabled: window.idle.asks === ""

            Header {
                x: Theme.margin
                width: window.width - 2 * x
                shell: window.shell
            }
            Item {
                id: stage

                objectName: "stage"
                y: Theme.header
                width: window.width
                height: window.height - y - Theme.dock

                HomeScreen {
                    anchors.fill: parent
                    visible: window.shell.screen === "home" && window.shell.sheet === ""
                    viewModel: window.home
                }
                Place {
                    name: "question"
                    turn: 1
                    page: "QuestionScreen.qml"
                    models: ({ "viewModel": window.question, "handoff": window.handoff, "voice": window.voice })
                }
                Place {
                    name: "review"
                    turn: 2
                    page: "ReviewScreen.qml"
                    models: ({ "viewModel": window.review, "handoff": window.handoff })
                }
                Place {
                    name: "handoff"
                    turn: 3
                    page: "HandoffScreen.qml"
                    models: ({ "viewModel": window.handoff })
                }
                Place {
                    name: "thanks"
                    turn: 4
                    page: "ThanksScreen.qml"
                    models: ({ "viewModel": window.thanks, "shell": window.shell })
                }
                Place {
                    name: "others"
                    turn: 5
                    page: "OthersScreen.qml"
                    models: ({ "viewModel": window.home })
                }
                Place {
                    name: "forms"
                    turn: 6
                    page: "FormsScreen.qml"
                    models: ({ "viewModel": window.home })
                }
                Place {
                    name: "lookup"
                    turn: 7
                    page: "LookupScreen.qml"
                    models: ({ "viewModel": window.lookup, "home": window.home })
                }
                Place {
                    name: "progress"
                    turn: 8
                    page: "ProgressScreen.qml"
                    models: ({ "viewModel": window.lookup })
                }
                Place {
                    name: "deeds"
                    turn: 9
                    page: "DeedsScreen.qml"
                    models: ({ "viewModel": window.lookup })
                }
                Place {
                    name: "board"
                    turn: 10
                    page: "BoardScreen.qml"
                    models: ({ "viewModel": window.board })
                }
                Place {
                    name: "together"
                    turn: 11
                    page: "TogetherScreen.qml"
                    models: ({ "viewModel": window.commons })
                }
                Place {
                    name: "staff"
                    turn: 12
                    page: "StaffSheet.qml"
                    models: ({ "viewModel": window.staff, "shell": window.shell })
                    sheet: true
                }
                Place {
                    name: "display"
                    turn: 13
                    page: "DisplaySheet.qml"
                    models: ({ "shell": window.shell })
                    sheet: true
                }
                Place {
                    name: "languages"
                    turn: 14
                    page: "LanguageSheet.qml"
                    models: ({ "shell": window.shell })
                    sheet: true
                }
            }
            Dock {
                y: window.height - height
                width: window.width
                shell: window.shell
                home: window.home
            }
        }
        Loader {
            anchors.fill: parent
            active: window.idle.asks !== ""
            onActiveChanged: if (active)
                setSource(Qt.resolvedUrl("IdleCard.qml"), { "viewModel": window.idle })
        }
    }

    Loader {
        id: bandSheet

        anchors.fill: parent
        transform: Unturned {
            item: bandSheet
        }
        active: window.backstage.training || window.backstage.entering !== ""
        visible: !window.behind
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("StaffBand.qml"), { "viewModel": window.backstage })
    }
    Loader {
        id: staffSheet

        anchors.fill: parent
        transform: Unturned {
            item: staffSheet
        }
        active: window.backstage.page !== ""
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("StaffStage.qml"), { "viewModel": window.backstage })
    }
    Loader {
        id: setupSheet

        anchors.fill: parent
        transform: Unturned {
            item: setupSheet
        }
        active: window.setup.page !== ""
        Component.onCompleted: if (active)
            setSource(Qt.resolvedUrl("SetupStage.qml"), { "viewModel": window.setup })
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("SetupStage.qml"), { "viewModel": window.setup })
    }
    Rectangle {
        width: 1
        height: 1
        color: window.pulse ? Theme.page : Theme.card
    }
    StaffGate {
        anchors.fill: parent
        visible: !window.behind
        viewModel: window.backstage
    }
    // Darker than the screen's lamp allows: it takes no finger away.
    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        color: Theme.codeDark
        opacity: window.backstage.veil
    }

    // Lies over everything and sees every finger that comes down; it takes none away from what lies below.
    Item {
        anchors.fill: parent

        PointHandler {
            onActiveChanged: if (active)
                window.shell.touch()
        }
    }
}
