"""The composition of the preview: it runs until it is ended, and takes nothing over for good."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.config import Config
from kiosk.preview import Desk, preview
from kiosk.qt.log import LastResort
from tests.samples import Sample

TOO_LONG = 99


@pytest.fixture
def desk(qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with a data folder; what a running preview takes over is put back, and nothing runs for ever."""
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    messages, hook = qInstallMessageHandler(None), sys.excepthook
    qInstallMessageHandler(messages)
    watchdog = QTimer(singleShot=True)
    watchdog.timeout.connect(lambda: qapp.exit(TOO_LONG))
    watchdog.start(60_000)
    yield Desk(Sample(tmp_path / "data").write().folder, Config())
    qInstallMessageHandler(messages)
    sys.excepthook = hook
    assert list((tmp_path / "scratch").iterdir()) == []


def test_it_runs_until_its_window_is_closed(desk: Desk) -> None:
    """Exit code 0, and no window is left."""

    def close() -> None:
        assert isinstance(sys.excepthook, LastResort)
        [window] = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
        assert window.title() == f"Preview of {desk.data}"
        window.close()

    QTimer.singleShot(0, close)
    assert preview(desk) == 0


def test_it_runs_until_it_is_interrupted(desk: Desk) -> None:
    """Ctrl+C in the terminal that it was started from."""
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    assert preview(desk) == 0


def test_with_three_bugs_in_a_minute_it_ends_with_an_error(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """As the kiosk does."""

    def bug() -> None:
        raise RuntimeError("a bug")

    for milliseconds in (10, 20, 30):
        QTimer.singleShot(milliseconds, bug)
    assert preview(desk) == 1
    assert [record.levelname for record in caplog.records] == ["CRITICAL"] * 3
    caplog.clear()


def test_a_window_that_cannot_be_made_leaves_nothing_behind(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The fixture looks for it."""
    monkeypatch.setattr(paths, "UI", tmp_path)
    with pytest.raises(RuntimeError, match="the lines above say why"):
        preview(desk)
    caplog.clear()
