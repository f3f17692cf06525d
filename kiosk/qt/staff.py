"""What staff are told on the screen: what came of the stick they brought."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffViewModel(QObject):
    """A sentence for staff, who stand before the screen; quiet as long as there is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reading = False
        self._sentence = ""

    def tell(self, sentence: str, reading: bool = False) -> None:
        """Show a sentence, or that a stick is being read; an empty one is the end of it."""
        self._sentence, self._reading = sentence, reading
        self.changed.emit()

    def is_reading(self) -> bool:
        """Say whether a stick is being read."""
        return self._reading

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Whether a stick is being read."""
        return self._reading

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What came of the last stick; empty when it is gone, or was acknowledged."""
        return self._sentence

    @Slot()
    def acknowledge(self) -> None:
        """Say that the sentence was read."""
        self.tell("")
