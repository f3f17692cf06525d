"""Records: frozen dataclasses as a list that QML can show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from kiosk.qt.records import RecordListModel


@dataclass(frozen=True)
class Card:
    """A record."""

    text: str
    number: int


CARDS = (Card("first", 1), Card("second", 2))


def test_it_is_a_proper_model(qtmodeltester: ModelTester, qapp: QObject) -> None:
    """Qt's own tester finds nothing wrong, with records and without."""
    for records in (CARDS, ()):
        qtmodeltester.check(RecordListModel(records, qapp))


def test_each_field_is_a_role_of_its_name(qapp: QObject) -> None:
    """QML reads `text` and `number` of each row."""
    model = RecordListModel(CARDS, qapp)
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    rows = [{name: model.data(model.index(row), role) for name, role in roles.items()} for row in range(2)]
    assert rows == [{"text": "first", "number": 1}, {"text": "second", "number": 2}]


def test_nothing_is_known_beyond_the_fields(qapp: QObject) -> None:
    """Another role, or a row that is not there, has no value."""
    model = RecordListModel(CARDS, qapp)
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert model.data(QModelIndex(), next(iter(model.roleNames()))) is None


def test_a_row_has_no_rows(qapp: QObject) -> None:
    """It is a list, not a tree."""
    model = RecordListModel(CARDS, qapp)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0


def test_no_records_have_no_roles(qapp: QObject) -> None:
    """An empty list is an empty list."""
    model = RecordListModel([], qapp)
    assert model.rowCount() == 0
    assert model.roleNames() == {}
