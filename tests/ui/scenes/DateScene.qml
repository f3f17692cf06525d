// Choosing a day of a month.
import QtQuick
import Kiosk.Controls

Scene {
    id: root

    Heading {
        text: root.words("What is the date on the letter?", "Welches Datum steht auf dem Bescheid?")
    }
    BodyText {
        look: BodyText.Look.Lead
        text: "Touch the day in October 2026."
    }
    DayGrid {
        blanks: 3
        weekdays: root.longWords ? ["Poniedziałek", "Wtorek", "Środa", "Czwartek", "Piątek", "Sobota", "Niedziela"]
            : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        days: ListModel {
            id: month
            Component.onCompleted: {
                for (let n = 1; n <= 31; ++n)
                    append({ number: n, text: `${n}`, spoken: `${n} October 2026`, enabled: n <= 23, today: n === 23 });
            }
        }
    }
}
