// What is not on home: the other aspects, and what belongs to none.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property HomeViewModel viewModel

    TilePage {
        anchors.fill: parent
        title: qsTr("Something else")
        hint: qsTr("Choose what it is about")
        tiles: root.viewModel.others
        onOpened: code => root.viewModel.open(code)
    }
}
