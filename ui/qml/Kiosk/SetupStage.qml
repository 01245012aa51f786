// The first day, over everything: one thing a page, and three places that never move: back, leave out, go on.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property SetupViewModel viewModel
    readonly property bool last: viewModel.page === "done"

    function source(page: string): string {
        switch (page) {
        case "language":
            return "SetupLanguage.qml";
        case "ruler":
            return "SetupRuler.qml";
        case "centre":
            return "SetupCentre.qml";
        case "pin":
            return "SetupPin.qml";
        case "tap":
            return "SetupTap.qml";
        default:
            return "SetupDone.qml";
        }
    }

    function goOn(): string {
        switch (viewModel.page) {
        case "language":
            return qsTr("Go on");
        case "ruler":
            return qsTr("It is as wide as my card");
        case "centre":
            return viewModel.busy ? qsTr("Calling the centre…") : viewModel.can ? qsTr("Enrol") : qsTr("Type address and code");
        case "pin":
            return viewModel.can ? qsTr("Go on") : qsTr("Type a PIN");
        case "tap":
            return viewModel.can ? qsTr("Go on") : qsTr("Touch the field first");
        default:
            return qsTr("Open to visitors");
        }
    }

    color: Theme.page
    Accessible.role: Accessible.Dialog
    Accessible.name: name.text

    TapHandler {}

    Words {
        id: name

        x: Theme.margin
        y: Theme.mm(9)
        text: qsTr("First day")
        bold: true
        font.pixelSize: Theme.section
        wrapMode: Text.NoWrap
    }
    Words {
        x: root.width - Theme.margin - width
        anchors.verticalCenter: name.verticalCenter
        color: Theme.inkSoft
        wrapMode: Text.NoWrap
        text: root.last ? "" : qsTr("Step %1 of %2").arg(root.viewModel.at).arg(root.viewModel.total)
    }
    Rule {
        x: Theme.margin
        y: Theme.header - Theme.mm(8)
        width: root.width - 2 * x
        position: root.last ? root.viewModel.total : root.viewModel.at
        total: root.viewModel.total
    }
    Loader {
        id: body

        readonly property string page: root.source(root.viewModel.page)

        function load(): void {
            setSource(Qt.resolvedUrl(page), { "viewModel": root.viewModel });
        }

        y: Theme.header
        width: root.width
        height: actions.y - y - Theme.mm(6)
        onPageChanged: load()
        Component.onCompleted: load()
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.mm(Theme.portrait ? 14 : 6)
        width: root.width - 2 * x

        ActionButton {
            objectName: "setupBack"
            width: actions.leftWidth
            height: actions.height
            visible: root.viewModel.page !== "language"
            words: qsTr("Back")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("back")
        }
        ActionButton {
            objectName: "setupSkip"
            x: actions.middleX
            width: actions.middleWidth
            height: actions.height
            visible: !root.last
            words: qsTr("Later")
            onClicked: root.viewModel.want("skip")
        }
        ActionButton {
            objectName: "setupGo"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            waiting: !root.viewModel.can
            words: root.goOn()
            onClicked: root.viewModel.want(root.last ? "finish" : "go")
        }
    }
}
