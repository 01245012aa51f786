// Staff's side of the terminal, over everything. It closes by itself, and says in how many seconds.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property BackstageViewModel viewModel

    function source(page: string): string {
        switch (page) {
        case "pin":
        case "locked":
        case "newpin":
            return "StaffPin.qml";
        case "menu":
            return "StaffMenu.qml";
        case "stick":
            return "StaffStick.qml";
        case "entry":
            return "StaffEntry.qml";
        case "screen":
            return "StaffScreen.qml";
        case "leave":
            return "StaffLeave.qml";
        default:
            return "";
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
        text: qsTr("Staff")
        bold: true
        font.pixelSize: Theme.sized(11, 12, 1)
        wrapMode: Text.NoWrap
    }
    Words {
        objectName: "staffLeft"
        x: root.width - Theme.margin - width
        anchors.verticalCenter: name.verticalCenter
        width: Math.min(implicitWidth, root.width - name.width - 3 * Theme.margin)
        horizontalAlignment: Text.AlignRight
        color: Theme.inkSoft
        font.pixelSize: Breaks.best([text], Breaks.steps(Math.min(Theme.small, Theme.mm(10)), Theme.floor), false, root.width - name.width - 3 * Theme.margin, 2)
        spacing: Theme.labelled
        text: root.viewModel.left > 0 ? qsTr("Untouched, this page closes in %1 s").arg(root.viewModel.left) : ""
    }
    Rectangle {
        x: Theme.margin
        y: Theme.header - Theme.mm(8)
        width: root.width - 2 * x
        height: Theme.ruleThick
        color: Theme.ink
    }
    Loader {
        id: body

        readonly property string page: root.source(root.viewModel.page)

        function load(): void {
            if (page)
                setSource(Qt.resolvedUrl(page), { "viewModel": root.viewModel });
        }

        y: Theme.header
        width: root.width
        height: root.height - y
        onPageChanged: load()
        Component.onCompleted: load()
    }
    StaffClean {
        anchors.fill: parent
        visible: root.viewModel.page === "clean"
        viewModel: root.viewModel
    }
}
