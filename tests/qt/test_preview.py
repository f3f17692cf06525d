"""The parts of the preview: the lookout, the reader, the notes, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kiosk.content.findings import Findings
from kiosk.errors import Problem
from kiosk.qt.interruption import ended_by_signals
from kiosk.qt.preview import lookout as lookouts
from kiosk.qt.preview.lookout import Lookout
from kiosk.qt.preview.notes import Note, NoteListModel, notes
from kiosk.qt.preview.reader import Reader
from tests.samples import TODAY, Sample

PATIENCE = 60_000
"""Milliseconds: on a busy machine everything takes longer."""
NEVER = 600.0
"""Seconds: longer than any test takes."""
HANGS = [sys.executable, "-c", "import time; print('{', flush=True); time.sleep(600)"]


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """A data folder."""
    return Sample(tmp_path / "data").write()


def found(qtbot: QtBot, reader: Reader, database: Path) -> Findings:
    """Read once; return what was found."""
    with qtbot.waitSignal(reader.finished, timeout=PATIENCE) as told:
        reader.start(database, TODAY)
        assert reader.busy
    assert not reader.busy
    return told.args[0]


@pytest.mark.parametrize("poll", [NEVER, 0.05], ids=["told by the system", "by looking"])
def test_the_lookout_sees_changes_however_it_comes_to_know(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, poll: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what the operating system tells, and where it tells nothing, as of a network drive."""
    if poll != NEVER:
        monkeypatch.setattr(Lookout, "_watch", lambda self: None)
    lookout = Lookout(sample.folder, poll)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE):
        lookout.start()
    for words in ("It helps a bit.", "It helps a lot.", "It helps them."):  # watched again after each
        with qtbot.waitSignal(lookout.changed, timeout=PATIENCE):
            other = sample.folder / "outcomes" / ".talk.toml.new"
            other.write_text(sample.read("outcomes/talk.toml").replace("It helps.", words), encoding="utf-8")
            other.replace(sample.folder / "outcomes" / "talk.toml")
    lookout.stop()


def test_files_that_never_settle_are_taken_as_they_are(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that somebody writes into the folder holds nothing up."""
    monkeypatch.setattr(lookouts, "SETTLING", 0.001)
    numbers = iter(range(10**9))
    monkeypatch.setattr(lookouts, "sight", lambda folder: {folder: (next(numbers),)})
    lookout = Lookout(sample.folder, NEVER)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE):
        lookout.start()
    lookout.stop()
    assert next(numbers) == lookouts.MOST_LOOKS


def test_a_drive_that_is_slow_is_looked_at_less_often(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window has its time for other things."""
    clock = iter(range(10**9))
    monkeypatch.setattr(lookouts, "monotonic", lambda: next(clock))  # a look takes a second
    lookout = Lookout(sample.folder)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE):
        lookout.start()
    assert lookout._timer.interval() == 40_000
    lookout.stop()


def test_a_lookout_that_was_never_started_can_be_stopped(qapp: QGuiApplication, sample: Sample) -> None:
    """Where the window cannot be opened."""
    Lookout(sample.folder).stop()


def test_the_reader_builds_what_is_right(qapp: QGuiApplication, qtbot: QtBot, sample: Sample, tmp_path: Path) -> None:
    """In a process of its own; the findings come back."""
    findings = found(qtbot, Reader(sample.folder), tmp_path / "1.db")
    assert (findings.problems, findings.proof[:16]) == ((), "7 complete paths")
    assert (tmp_path / "1.db").is_file()


def test_a_reading_that_hangs_is_ended_and_said_to_be(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, tmp_path: Path
) -> None:
    """After the time it may take."""
    [problem] = found(qtbot, Reader(sample.folder, HANGS, bound=0.3), tmp_path / "1.db").problems
    assert problem.message == "The reading took more than 0.3 seconds and was stopped. Save a file to read again."


def test_a_reading_that_is_stopped_tells_nobody(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, tmp_path: Path
) -> None:
    """No process is left behind, and none waits to be buried."""
    reader = Reader(sample.folder, HANGS)
    with qtbot.assertNotEmitted(reader.finished, wait=10):
        reader.start(tmp_path / "1.db", TODAY)
        qtbot.waitUntil(lambda: reader._process.bytesAvailable() > 0, timeout=PATIENCE)
        number = reader._process.processId()
        reader.stop()
    assert not reader.busy
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("raise RuntimeError('a bug')", "The reading broke off: RuntimeError: a bug."),
        ("import os; os.abort()", "The reading broke off: no reason was given."),
        ("import sys; sys.exit('send-kiosk: The disk is full.')", "The reading broke off: The disk is full."),
        ("print('{')", "The reading broke off: no reason was given."),
    ],
    ids=["bug", "crash", "error", "nonsense"],
)
def test_a_reading_that_breaks_off_says_why(
    qapp: QGuiApplication, qtbot: QtBot, sample: Sample, tmp_path: Path, script: str, message: str
) -> None:
    """In its last line."""
    reader = Reader(sample.folder, [sys.executable, "-c", script])
    assert found(qtbot, reader, tmp_path / "1.db").problems == (Problem("data", "", message),)


def test_a_folder_that_is_gone_is_said_to_be(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """And what to do."""
    [problem] = found(qtbot, Reader(tmp_path / "data"), tmp_path / "1.db").problems
    assert problem.message == f"The folder {tmp_path / 'data'} is gone. Put it back, and it is read again."


def test_a_program_that_does_not_start_is_said_not_to(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """With the system's reason."""
    reader = Reader(tmp_path, [str(tmp_path / "nowhere")])
    with qtbot.waitSignal(reader.finished, timeout=PATIENCE) as told:
        reader.start(tmp_path / "1.db", TODAY)
    [problem] = told.args[0].problems
    assert problem.message.startswith("The reading cannot be started (")


PROBLEMS = st.lists(st.builds(Problem, st.sampled_from("ab"), st.just(""), st.sampled_from("xyz")), max_size=4)
FOUND = st.builds(lambda first, second: Findings(tuple(first), tuple(second)), PROBLEMS, PROBLEMS)


def test_notes_lead_with_their_file_and_warnings_come_last() -> None:
    """Each kind says where it begins."""
    problems = (Problem("a", "1", "x"), Problem("a", "2", "y"), Problem("b", "", "z"))
    assert notes(Findings(problems, (Problem("b", "", "w"),))) == (
        Note("a", "1", "x", warning=False, leads=True, opens=True),
        Note("a", "2", "y", warning=False, leads=False, opens=False),
        Note("b", "", "z", warning=False, leads=True, opens=False),
        Note("b", "", "w", warning=True, leads=True, opens=True),
    )


@given(st.lists(FOUND, max_size=4))
def test_the_list_of_notes_holds_what_was_found_last(qapp: QGuiApplication, found: list[Findings]) -> None:
    """However it changes, its rows come and go as a list's must; Qt's own tester looks on."""
    owner = QObject()
    model = NoteListModel(owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, owner)
    roles = model.roleNames()
    for findings in found:
        model.change(notes(findings))
        held = [
            Note(**{bytes(name.data()).decode(): model.data(model.index(row), role) for role, name in roles.items()})
            for row in range(model.rowCount())
        ]
        assert held == list(notes(findings))
    assert model.data(model.index(99)) is None
    assert model.data(model.index(0), 0) is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "asked to end"])
def test_a_signal_ends_it_in_order(qapp: QCoreApplication, number: signal.Signals) -> None:
    """Its loop returns; afterwards signals do what they did."""
    before = signal.getsignal(number)
    watchdog = QTimer(singleShot=True)
    watchdog.timeout.connect(lambda: qapp.exit(99))
    watchdog.start(PATIENCE)
    sends = f"import os; os.kill({os.getpid()}, {number:d})"
    with ended_by_signals(qapp), subprocess.Popen([sys.executable, "-c", sends]):
        assert qapp.exec() == 0
    watchdog.stop()
    assert signal.getsignal(number) is before
