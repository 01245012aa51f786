// Home. The greeting is the first question, one tap from its answer. Nothing here is filled with red.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property HomeViewModel viewModel
    readonly property real inner: width - 2 * Theme.margin
    readonly property real below: Theme.mm(Theme.portrait ? 7 : 5)
    readonly property var tiles: viewModel.tiles

    Loader {
        x: Theme.margin
        y: Theme.mm(8)
        width: root.inner
        height: root.height - y - root.below
        sourceComponent: Theme.low ? low : Theme.portrait || Theme.textScale > 1.25 ? upright : wide
    }

    Component {
        id: upright

        HomeUpright {
            viewModel: root.viewModel
            tiles: root.tiles
        }
    }
    Component {
        id: low

        HomeLow {
            viewModel: root.viewModel
            tiles: root.tiles
        }
    }
    Component {
        id: wide

        HomeWide {
            viewModel: root.viewModel
            tiles: root.tiles
        }
    }
}
