// That the content is not of late any more: amber after 60 days; after 120 days, whom to ring before relying on it.
// Nothing while it is fresh.
import Kiosk.Controls
import Kiosk.ViewModels

Notice {
    id: root

    required property SessionViewModel session
    readonly property bool old: session.about.freshness === "old"
    readonly property string age: qsTr("This information is of %1. Some of it may have changed.").arg(session.about.contentDate)
    readonly property string ask: session.about.phone ? qsTr("Ring %1.").arg(session.about.phone) : qsTr("Ask here: %1").arg(session.about.where)

    kind: Notice.Kind.Date
    text: root.old ? `${root.age} ${root.ask}` : `${root.age} ${qsTr("Check it before you rely on it.")}`
    title: !root.old ? "" : session.about.phone ? qsTr("Ring to check before you rely on this") : qsTr("Ask before you rely on this")
    visible: root.old || session.about.freshness === "ageing"
}
