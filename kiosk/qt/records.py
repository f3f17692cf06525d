"""Frozen dataclasses as a list model: each field is a role with the field's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NOWHERE = QModelIndex()
_DISPLAY_ROLE, _USER_ROLE = 0, 0x100  # Qt.ItemDataRole's: importing the Qt namespace costs the first frame 15 ms


class RecordListModel(QAbstractListModel):
    """A list that does not change: a screen's view model is made anew instead."""

    def __init__(self, records: Sequence[DataclassInstance], parent: QObject) -> None:
        super().__init__(parent)
        self._records = tuple(records)
        names = [field.name for field in fields(records[0])] if records else []
        self._roles = {_USER_ROLE + 1 + i: name for i, name in enumerate(names)}

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the fields' names by role number."""
        return {number: QByteArray(name.encode()) for number, name in self._roles.items()}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY_ROLE) -> Any:
        """Return one field of one record; None for a role that is not a field."""
        if not index.isValid() or role not in self._roles:
            return None
        return getattr(self._records[index.row()], self._roles[role])
