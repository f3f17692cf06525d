// That the content is not of late any more: amber after 60 days; after 120 days, whom to ring before relying on it. And
// that this machine's date cannot be right. Nothing while the content is fresh.
import Kiosk.Controls
import Kiosk.ViewModels

Notice {
    id: root

    required property SessionViewModel session
    readonly property string age: session.about.freshness
    readonly property bool serious: age === "old" || age === "unknown"
    readonly property string ask: session.about.phone ? qsTr("Ring %1.").arg(session.about.phone) : qsTr("Ask here: %1").arg(session.about.where)
    readonly property string reason: age === "unknown" ? qsTr("This screen’s date is %1. That cannot be right, so it cannot count the days.").arg(session.about.today) : qsTr("This information is of %1. Some of it may have changed.").arg(session.about.contentDate)

    kind: Notice.Kind.Date
    text: qsTr("%1 %2").arg(root.reason).arg(root.serious ? root.ask : qsTr("Check it before you rely on it."))
    title: !root.serious ? "" : session.about.phone ? qsTr("Ring to check before you rely on this") : qsTr("Ask before you rely on this")
    visible: root.serious || root.age === "ageing"
}
