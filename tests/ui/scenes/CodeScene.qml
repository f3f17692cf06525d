// A service's code, and one as large as there is room.
import Kiosk.Controls

Scene {
    id: root

    QrCode {
        source: root.code
        modules: root.modules
        name: "Code with the contact details of SENDIASS"
    }
}
