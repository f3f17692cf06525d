"""The composition root: which content is opened, how long it stays open, and what ends the kiosk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.app import Start, keeping_right, opened, run
from kiosk.config import Config, Content, Kiosk, Updates
from kiosk.content.release import Number
from kiosk.content.releases import Releases
from kiosk.errors import ContentError, UsageError
from kiosk.qt.log import LastResort
from tests.conftest import TODAY

TOO_LONG = 99
STOKE = Config(kiosk=Kiosk("E06000021"))


def test_the_day_is_the_clocks_unless_it_is_given() -> None:
    """What is shown as of a day is shown as of that day."""
    assert Start(Config(), as_of=TODAY).today() == TODAY
    assert date.today() <= Start(Config()).today() <= date.today()


def test_content_is_looked_for_where_it_was_asked_for_first() -> None:
    """The command line, then the settings, then what came with the program."""
    config = Config(content=Content("settings.db"))
    came_with_it = paths.content_database()
    assert list(Start(config, Path("line.db")).databases()) == [Path("line.db"), Path("settings.db"), came_with_it]
    assert list(Start(Config()).databases()) == [came_with_it]


def test_the_content_is_closed_with_the_window(qapp: QGuiApplication, shipped_content: Path) -> None:
    """Nothing can be read any more; the file may be replaced."""
    with opened(Start(STOKE, shipped_content, windowed=True)) as (session, window):
        assert window.window.isVisible()
        store = session.edition.store
        assert store.rules()
    with pytest.raises(ContentError):
        store.rules()


def test_the_content_is_closed_when_something_goes_wrong(qapp: QGuiApplication, shipped_content: Path) -> None:
    """An error while the window is open leaves nothing open, and is not swallowed."""
    with (
        pytest.raises(ZeroDivisionError),
        opened(Start(STOKE, shipped_content, windowed=True)) as (session, _),
    ):
        store = session.edition.store
        raise ZeroDivisionError
    with pytest.raises(ContentError):
        store.rules()


def test_without_content_there_is_a_window_all_the_same(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It says whom to ring, and can be closed."""
    monkeypatch.setattr(paths, "BUNDLED_CONTENT", tmp_path / "nowhere.db")
    monkeypatch.setattr(paths, "BUILT_CONTENT", tmp_path / "nowhere.db")
    with opened(Start(STOKE, windowed=True)) as (session, window):
        assert session.screen.name == "OutOfService"
        assert window.window.isVisible()
    assert len(caplog.records) == 1
    caplog.clear()


def test_the_screen_is_as_dense_as_the_settings_say(qapp: QGuiApplication, shipped_content: Path) -> None:
    """A test's own number comes first, then the settings'."""
    dense = replace(STOKE, display=replace(STOKE.display, pixels_per_mm=9.0))
    for given, wanted in ((None, 9.0), (5.5, 5.5)):
        with opened(Start(dense, shipped_content, windowed=True), given) as (session, _):
            assert session.pixelsPerMm == wanted


def test_the_idle_time_is_as_long_as_the_settings_say(qapp: QGuiApplication, shipped_content: Path) -> None:
    """Seconds of the settings are seconds of the clock."""
    slow = replace(STOKE, inactivity=replace(STOKE.inactivity, idle_seconds=600, warning_seconds=30))
    with opened(Start(slow, shipped_content, windowed=True)) as (session, _):
        session.display()
        assert session.inactivity.timer.interval() == 600_000
        session.inactivity.timer.timeout.emit()
        assert session.secondsLeft == 30


@pytest.fixture
def put_back(qapp: QGuiApplication) -> Iterator[None]:
    """Put back what a running kiosk takes over: Qt's messages, and what nobody caught. Nothing runs for ever."""
    messages, hook = qInstallMessageHandler(None), sys.excepthook
    qInstallMessageHandler(messages)
    watchdog = QTimer(singleShot=True)
    watchdog.timeout.connect(lambda: qapp.exit(TOO_LONG))
    watchdog.start(10_000)
    yield
    qInstallMessageHandler(messages)
    sys.excepthook = hook


def test_the_kiosk_runs_until_it_is_ended(put_back: None, shipped_content: Path) -> None:
    """After the first frame, when it is asked to stop there, it ends well."""
    seen: list[bool] = []

    def at_first_frame() -> None:
        seen.append(QGuiApplication.topLevelWindows()[0].isVisible())
        assert isinstance(sys.excepthook, LastResort)

    assert run(Start(STOKE, shipped_content, windowed=True), at_first_frame) == 0
    assert seen == [True]


def test_content_that_was_given_is_kept_as_it_is(qapp: QGuiApplication, shipped_content: Path) -> None:
    """An author's or a check's database is no release, and nothing looks for another."""
    start = Start(STOKE, shipped_content, windowed=True, keeps=True)
    with opened(start) as (session, _), keeping_right(start, session) as renewal:
        assert renewal is None


@pytest.mark.parametrize("kept", [True, False], ids=["fetched before", "nothing was ever fetched"])
def test_content_that_was_seen_before_the_kiosk_was_closed_is_proven(
    put_back: None, shipped_content: Path, tmp_path: Path, kept: bool
) -> None:
    """However soon it is closed: only what never came to be seen is rolled back at the third start."""
    releases = Releases(tmp_path / "state")
    if kept:
        hashed = sha256(shipped_content.read_bytes()).hexdigest()
        release = releases.stage(shipped_content, Number(1, 1), date(2100, 1, 1), hashed)
    settings = replace(STOKE, updates=Updates(releases=str(releases.folder)))
    assert run(Start(settings, as_of=date(2100, 1, 1), windowed=True, keeps=True), lambda: None) == 0
    if kept:
        assert (releases.pointer.active, releases.pointer.proven) == (release.id, True)
    else:
        assert not releases.folder.exists()


def test_what_waits_is_shown_by_a_kiosk_that_goes_on(
    put_back: None, shipped_content: Path, tmp_path: Path, qapp: QGuiApplication
) -> None:
    """Soon after its first frame it keeps its content right, until it is closed."""
    releases = Releases(tmp_path / "state")
    settings = replace(STOKE, updates=Updates(str(tmp_path), releases=str(releases.folder)))
    watch = QTimer(interval=50)

    def look() -> None:
        if releases.folder.is_dir() and releases.pointer.active:
            qapp.exit(0)
        elif not releases.folder.is_dir():
            hashed = sha256(shipped_content.read_bytes()).hexdigest()
            releases.stage(shipped_content, Number(1, 1), date(2100, 1, 1), hashed)

    watch.timeout.connect(look)
    watch.start()
    assert run(Start(settings, as_of=date(2100, 1, 1), windowed=True, keeps=True)) == 0
    watch.stop()
    assert releases.pointer.proven


def test_a_kiosk_with_three_bugs_in_a_minute_ends_with_an_error(
    put_back: None, shipped_content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Exit code 1 tells whoever started it to start it again."""

    def bug() -> None:
        raise RuntimeError("a bug")

    for milliseconds in (10, 20, 30):
        QTimer.singleShot(milliseconds, bug)
    assert run(Start(STOKE, shipped_content, windowed=True)) == 1
    assert [record.levelname for record in caplog.records] == ["CRITICAL"] * 3
    caplog.clear()


def test_a_council_that_is_not_known_is_the_callers_error(put_back: None, shipped_content: Path) -> None:
    """No window is opened for a code that nobody has."""
    with pytest.raises(UsageError, match="No authority has the code 'E06009921'"):
        run(Start(Config(kiosk=Kiosk("E06009921")), shipped_content, windowed=True))
