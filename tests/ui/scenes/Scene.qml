// What every scene of the gallery shares: the top row, long foreign words to try, and a code to show.
import QtQuick
import Kiosk.Controls

ScreenLayout {
    id: root

    property bool longWords: false
    property string code: ""
    property int modules: 1

    function words(english: string, german: string): string {
        return longWords ? german : english;
    }

    symbol: "handshake"
    title: words("Disagreeing with a decision", "Widerspruch gegen eine Entscheidung")
    language: words("English", "Deutsch")
}
