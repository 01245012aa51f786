// The two hidden corners: the name on the left, the clock on the right. Nothing there shows that it can be touched.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel

    Item {
        width: Theme.mm(45)
        height: Theme.header

        PointHandler {
            onActiveChanged: root.viewModel.hold(active)
        }
    }
    Item {
        x: root.width - width
        width: Theme.mm(60)
        height: Theme.header

        PointHandler {
            onActiveChanged: if (!active)
                root.viewModel.tap()
        }
    }
}
