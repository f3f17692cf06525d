"""Notes: what is wrong with the content, as a list that changes where it changes and stays in its place elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

from kiosk.content.findings import Findings
from kiosk.errors import Problem

_NOWHERE = QModelIndex()
_DISPLAY_ROLE, _USER_ROLE = 0, 0x100


@dataclass(frozen=True)
class Note:
    """One thing to put right, or with `warning` to know of. `leads`: it is the first of its file, `opens`: of its kind.

    `file`, `place` and `message` are a problem's.
    """

    file: str
    place: str
    message: str
    warning: bool
    leads: bool
    opens: bool


def notes(findings: Findings) -> tuple[Note, ...]:
    """Return the notes of a reading: problems first."""
    return (*_of_a_kind(findings.problems, False), *_of_a_kind(findings.warnings, True))


def _of_a_kind(problems: Sequence[Problem], warning: bool) -> Iterator[Note]:
    before = ""
    for number, each in enumerate(problems):
        yield Note(each.file, each.place, each.message, warning, each.file != before, number == 0)
        before = each.file


class NoteListModel(QAbstractListModel):
    """Notes; each field is a role with the field's name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self._roles = {_USER_ROLE + 1 + i: each.name for i, each in enumerate(fields(Note))}

    def change(self, now: tuple[Note, ...]) -> None:
        """Hold these notes; whoever shows them sees only those change that did."""
        before = _alike(self._notes, now)
        after = _alike(self._notes[before:][::-1], now[before:][::-1])
        gone, come = len(self._notes) - before - after, len(now) - before - after
        if gone:
            self.beginRemoveRows(_NOWHERE, before, before + gone - 1)
            self._notes = self._notes[:before] + self._notes[before + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, before, before + come - 1)
            self._notes = now
            self.endInsertRows()

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the fields' names by role number."""
        return {number: QByteArray(name.encode()) for number, name in self._roles.items()}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY_ROLE) -> Any:
        """Return one field of one note; None for a role that is not a field."""
        if not index.isValid() or role not in self._roles:
            return None
        return getattr(self._notes[index.row()], self._roles[role])


def _alike(first: Sequence[Note], second: Sequence[Note]) -> int:
    """Return how many notes both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
