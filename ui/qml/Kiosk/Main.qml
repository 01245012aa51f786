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
        property bool sheet: false
        property bool begun: false
        readonly property bool current: sheet ? window.shell.sheet === name : window.shell.screen === name && window.shell.sheet === ""

        anchors.fill: parent
        visible: current
        active: current || window.warm || item !== null
        // Qt loses the initial properties of a page that is hurried along while it is being made.
        asynchronous: begun || !current
        onStatusChanged: if (status === Loader.Loading)
            begun = true
        Component.onCompleted: setSource(Qt.resolvedUrl(page), models)
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
                    page: "QuestionScreen.qml"
                    models: ({ "viewModel": window.question, "handoff": window.handoff, "voice": window.voice })
                }
                Place {
                    name: "review"
                    page: "ReviewScreen.qml"
                    models: ({ "viewModel": window.review, "handoff": window.handoff })
                }
                Place {
                    name: "handoff"
                    page: "HandoffScreen.qml"
                    models: ({ "viewModel": window.handoff })
                }
                Place {
                    name: "thanks"
                    page: "ThanksScreen.qml"
                    models: ({ "viewModel": window.thanks, "shell": window.shell })
                }
                Place {
                    name: "others"
                    page: "OthersScreen.qml"
                    models: ({ "viewModel": window.home })
                }
                Place {
                    name: "forms"
                    page: "FormsScreen.qml"
                    models: ({ "viewModel": window.home })
                }
                Place {
                    name: "lookup"
                    page: "LookupScreen.qml"
                    models: ({ "viewModel": window.lookup, "home": window.home })
                }
                Place {
                    name: "progress"
                    page: "ProgressScreen.qml"
                    models: ({ "viewModel": window.lookup })
                }
                Place {
                    name: "deeds"
                    page: "DeedsScreen.qml"
                    models: ({ "viewModel": window.lookup })
                }
                Place {
                    name: "board"
                    page: "BoardScreen.qml"
                    models: ({ "viewModel": window.board })
                }
                Place {
                    name: "together"
                    page: "TogetherScreen.qml"
                    models: ({ "viewModel": window.commons })
                }
                Place {
                    name: "staff"
                    page: "StaffSheet.qml"
                    models: ({ "viewModel": window.staff, "shell": window.shell })
                    sheet: true
                }
                Place {
                    name: "display"
                    page: "DisplaySheet.qml"
                    models: ({ "shell": window.shell })
                    sheet: true
                }
                Place {
                    name: "languages"
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
        anchors.fill: parent
        active: window.backstage.training || window.backstage.entering !== ""
        visible: !window.behind
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("StaffBand.qml"), { "viewModel": window.backstage })
    }
    Loader {
        anchors.fill: parent
        active: window.backstage.page !== ""
        onActiveChanged: if (active)
            setSource(Qt.resolvedUrl("StaffStage.qml"), { "viewModel": window.backstage })
    }
    Loader {
        anchors.fill: parent
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
