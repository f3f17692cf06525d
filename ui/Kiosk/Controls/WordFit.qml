// How large a font may be for the longest word to fit: labels in narrow places wrap between words, never within,
// but at a soft hyphen.
import QtQuick
import Kiosk.Theme

FontMetrics {
    id: root

    function fitting(labels: list<string>, room: real, largest: int): int {
        const words = labels.join(" ").split(/[\s\u00ad]/);
        const widest = words.reduce((most, word) => Math.max(most, root.advanceWidth(word)), 1);
        return Math.min(largest, Math.floor(root.font.pixelSize * room / widest));
    }

    font.family: Theme.family
    font.pixelSize: 100
    font.weight: Theme.strong
}
