// Turns pages up and down. The side that leads nowhere keeps its place empty.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    required property int page
    required property int pages
    property int inset: Theme.gap

    readonly property bool narrow: width < Theme.mm(200)

    signal turned(by: int)

    implicitHeight: Math.max(Theme.target, Theme.low ? 0 : 2 * Theme.chrome) + Theme.gap

    component Turn: TouchCard {
        id: turn

        required property string pictogram

        y: root.inset
        width: Math.max(Theme.mm(44), Math.min(Theme.mm(78), (root.width - place.width) / 2 - Theme.mm(4)))
        height: root.height - y
        footHeight: Theme.dockFoot

        Row {
            anchors.centerIn: parent
            spacing: Theme.mm(3)

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                name: turn.pictogram
                size: Theme.mm(9)
                rotation: 90
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                readonly property real room: turn.width - Theme.mm(18)

                width: Math.min(Breaks.width(text, font.pixelSize, false) + 2, room)
                text: turn.words
                font.pixelSize: Breaks.best([turn.words], Breaks.steps(root.narrow ? Math.min(Theme.chrome, (root.height - Theme.mm(6)) / 2.4) : Theme.chrome, Theme.floor), false, room, root.narrow ? 2 : 1)
                spacing: Theme.labelled
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }

    Turn {
        objectName: "pageUp"
        visible: root.page > 0
        words: qsTr("Up")
        pictogram: "ui-back.svg"
        onClicked: root.turned(-1)
    }
    Words {
        id: place

        readonly property string said: qsTr("%1 / %2", "page of pages").arg(root.page + 1).arg(root.pages)

        x: (root.width - width) / 2
        y: root.inset + (root.height - root.inset - height) / 2
        color: Theme.inkSoft
        font.pixelSize: Theme.chrome
        wrapMode: Text.NoWrap
        text: root.narrow ? `${root.page + 1} / ${root.pages}` : said
        Accessible.name: said
    }
    Turn {
        objectName: "pageDown"
        x: root.width - width
        visible: root.page + 1 < root.pages
        words: qsTr("More below")
        pictogram: "ui-next.svg"
        onClicked: root.turned(1)
    }
}
