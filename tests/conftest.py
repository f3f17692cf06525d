"""Fixtures used everywhere. Warnings, Qt's messages and log lines that a test does not expect fail it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from hypothesis import settings
from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from kiosk import app as kiosk_app
from kiosk import paths
from kiosk.config import Config, Display
from kiosk.content.build import build
from kiosk.qt.engine import application
from tests.helpers.visitor import Visitor

# Speed is for the benchmark. Where a change is to land, the same examples each time.
settings.register_profile("patient", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("patient")

TODAY = date(2026, 11, 23)
PORTRAIT = (1080, 1920)
PIXELS_PER_MM = 102 / 25.4
HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)

_said_by_qt: list[str] = []


def pytest_configure() -> None:
    """Listen to Qt where pytest-qt does not: after a test, while its window is taken down."""
    qInstallMessageHandler(_listen)


def _listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind not in HARMLESS:
        _said_by_qt.append(message)


@pytest.fixture(autouse=True)
def no_late_words_of_qt() -> Iterator[None]:
    """Fail a test after which Qt complains."""
    yield
    said = _said_by_qt[:]
    _said_by_qt.clear()
    assert not said, f"Qt said: {said}"


@pytest.fixture(autouse=True)
def a_loop_that_runs() -> None:
    """Mend what a program that ended in an earlier test left behind.

    Its window was closed by its end, and asked Qt to end once more; heard after the program's own loop, that ends every
    other loop of the process at once, until the application's runs again.
    """
    app = QCoreApplication.instance()
    if app is None:
        return
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    if loop.exec() == -1:
        QTimer.singleShot(0, app.quit)
        app.exec()


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The one application of a test process."""
    return application(Display())


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse and does not clear it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    lines = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    assert not lines, f"unexpected log lines: {lines}"


@pytest.fixture(scope="session")
def shipped_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content that we ship, built anew."""
    database = tmp_path_factory.mktemp("content") / "content.db"
    build(paths.DATA, database, TODAY)
    return database


@pytest.fixture
def visit(qapp: QGuiApplication, shipped_content: Path) -> Iterator[Callable[..., Visitor]]:
    """Open the real window on the content that we ship, for an authority, and give the visitor before it."""
    with ExitStack() as stack:

        def open_kiosk(
            authority: str = "E06000021",
            content: Path | None = shipped_content,
            size: tuple[int, int] = PORTRAIT,
            config: Config | None = None,
            today: date = TODAY,
            pixels_per_mm: float = PIXELS_PER_MM,
        ) -> Visitor:
            settings = config or Config()
            settings = replace(settings, kiosk=replace(settings.kiosk, authority=authority))
            start = kiosk_app.Start(settings, content, today, windowed=True)
            session, window = stack.enter_context(kiosk_app.opened(start, pixels_per_mm))
            return Visitor(session, window.window, size)

        yield open_kiosk


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    """Somebody who stands before the kiosk in Stoke-on-Trent."""
    return visit()
