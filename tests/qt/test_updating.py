"""Updating runs a command of its own, one at a time, and says what came of it whatever the command does."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess, QTimer
from pytestqt.qtbot import QtBot

from kiosk.qt import updating as module
from kiosk.qt.updating import EVERY, FIRST, JITTER, Updating

SAYS = "import sys; print({!r}); sys.exit({})"


class Timer(QTimer):
    """A timer that never fires by itself, and notes for how long it was set."""

    def __init__(self) -> None:
        super().__init__()
        self.set_for: list[int] = []

    def start(self, milliseconds: int = 0) -> None:
        self.set_for.append(milliseconds)


def command(line: str, code: int = 0) -> list[str]:
    """Return a command that says a line and ends with a code."""
    return [sys.executable, "-c", SAYS.format(line, code)]


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[list[Updating]]:
    """What a test makes is closed after it."""
    updatings: list[Updating] = []
    yield updatings
    for updating in updatings:
        updating.close()


def ended(qtbot: QtBot, updating: Updating) -> list[str]:
    """Run it once and return what came of it."""
    with qtbot.waitSignal(updating.ended, timeout=20_000) as signal:
        assert updating.run("anywhere")
    return list(signal.args)


def test_it_says_what_the_command_says(qtbot: QtBot, made: list[Updating], caplog: pytest.LogCaptureFixture) -> None:
    """New, the same, or kept with a reason: the last is worth a line of the log."""
    for result, code in (("new", 0), ("same", 0), ("kept", 5)):
        updating = Updating(command(f'{{"result": "{result}", "published": "", "sentence": "So it is."}}', code))
        made.append(updating)
        assert ended(qtbot, updating) == [result, "So it is."]
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == ["So it is."]
    caplog.clear()


@pytest.mark.parametrize("line", ["", "nonsense", "[]", '{"result": "new"}', "{" * 5000])
def test_a_command_that_says_nothing_sensible_changes_nothing(
    qtbot: QtBot, made: list[Updating], line: str, caplog: pytest.LogCaptureFixture
) -> None:
    made.append(Updating(command(line, 1)))
    assert ended(qtbot, made[0]) == ["kept", "The update ended without a word."]
    caplog.clear()


def test_a_command_that_is_not_there(qtbot: QtBot, made: list[Updating], caplog: pytest.LogCaptureFixture) -> None:
    made.append(Updating(["no-such-program"]))
    assert ended(qtbot, made[0]) == ["kept", "The update could not be started."]
    assert "no-such-program cannot be started" in caplog.text
    caplog.clear()


def test_a_command_that_never_ends_is_ended(
    qtbot: QtBot, made: list[Updating], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "LONGEST", 100)
    made.append(Updating([sys.executable, "-c", "input()"]))
    made[0]._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    made[0]._process.setInputChannelMode(QProcess.InputChannelMode.ManagedInputChannel)
    assert ended(qtbot, made[0]) == ["kept", "The update ended without a word."]
    caplog.clear()


def test_one_at_a_time(qtbot: QtBot, made: list[Updating]) -> None:
    made.append(Updating([sys.executable, "-c", "input()"]))
    assert made[0].run("here")
    assert not made[0].run("there")


def test_it_looks_soon_and_then_every_hour_but_never_on_the_dot(
    qtbot: QtBot, made: list[Updating], caplog: pytest.LogCaptureFixture
) -> None:
    timer = Timer()
    updating = Updating(command('{"result": "same", "sentence": "So it is."}'), timer)
    made.append(updating)
    updating.begin("https://example.org/send")
    for _ in range(3):
        with qtbot.waitSignal(updating.ended, timeout=20_000):
            timer.timeout.emit()
    first, *others = timer.set_for
    assert FIRST * (1 - JITTER) <= first <= FIRST * (1 + JITTER)
    assert all(EVERY * (1 - JITTER) <= each <= EVERY * (1 + JITTER) for each in others)
    assert len({first, *others}) == 4


def test_the_source_comes_last(qtbot: QtBot, made: list[Updating]) -> None:
    said = "import json, sys; print(json.dumps({'result': 'same', 'sentence': ' '.join(sys.argv[1:])}))"
    made.append(Updating([sys.executable, "-c", said, "update", "--json"]))
    assert ended(qtbot, made[0]) == ["same", "update --json --from anywhere"]
