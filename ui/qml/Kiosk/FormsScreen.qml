// An aspect that several forms speak about: which of them.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property HomeViewModel viewModel

    TilePage {
        anchors.fill: parent
        title: root.viewModel.category
        hint: qsTr("What would you like to do?")
        tiles: root.viewModel.forms
        onOpened: code => root.viewModel.open(code)
    }
}
