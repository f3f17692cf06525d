"""The content is renewed while the kiosk stands there: under nobody's finger, and never for the worse.

A real central folder, the real command in a process of its own, the real window.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk import app as kiosk_app
from kiosk import paths
from kiosk.config import Config, Kiosk, Person, Updates
from kiosk.content.release import Number, Release
from kiosk.content.releases import Releases
from kiosk.qt import sticks as sticks_module
from kiosk.qt import updating as updating_module
from kiosk.qt.renewal import Renewal
from kiosk.updates.naming import BUNDLE_NAME
from tests.conftest import PIXELS_PER_MM, PORTRAIT
from tests.helpers.central import Central
from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused

PATIENCE = 30_000
OLD, NEW = "This information is of 23 November 2026.", "This information is of 27 November 2026."
PHONE = "01632 960 001"
PHONE_ON_ONE_LINE = PHONE.replace(" ", "\xa0")


def knows_no_council(content: Path) -> None:
    """Give the council that this kiosk is set to another code."""
    run(content, "UPDATE authority SET code = 'E99999999' WHERE code = 'E06000021'")
    run(content, "UPDATE service SET authority = 'E99999999' WHERE authority = 'E06000021'")


def breaks_at_an_outcome(content: Path) -> None:
    """Spoil what only an outcome reads."""
    run(content, "UPDATE route SET condition = '[[]]'")


def run(content: Path, statement: str) -> None:
    """Change a database, whatever refers to what."""
    with closing(sqlite3.connect(content)) as connection, connection:
        connection.execute(statement)


def dated(content: Path, published: str, target: Path) -> Path:
    """Make content that is the same but for its date."""
    shutil.copy(content, target)
    run(target, f"UPDATE content SET published = '{published}'")
    return target


@dataclass
class Place:
    """A kiosk in a library: its releases, its sticks, and the central folder that it may be set to."""

    folder: Path
    content: Path
    qtbot: QtBot
    stack: ExitStack
    today: date = date(2026, 11, 28)
    source: str = ""
    central: Central = field(init=False)
    renewal: Renewal = field(init=False)

    def __post_init__(self) -> None:
        self.central = Central(self.folder / "central", now=datetime.now(UTC))
        (self.folder / "root.json").write_bytes(self.central.root)
        self.sticks.mkdir()

    @property
    def sticks(self) -> Path:
        """Where sticks show up."""
        return self.folder / "media"

    @property
    def releases(self) -> Releases:
        """What is kept, looked at anew."""
        return Releases(self.folder / "state")

    def publish(self, published: str = "2026-11-27") -> None:
        """Publish content of this date."""
        made = dated(self.content, published, self.folder / f"{published}.db")
        self.central.publish(made.read_bytes(), published)

    def stage(self, published: str, spoil: Callable[[Path], None] = lambda path: None) -> Release:
        """Have content wait, as an update would leave it; it may be spoilt first."""
        made = dated(self.content, published, self.folder / "waits.db")
        spoil(made)
        hashed = sha256(made.read_bytes()).hexdigest()
        return self.releases.stage(made, Number(1, int(published[-2:])), date.fromisoformat(published), hashed)

    def opens(self) -> Visitor:
        """Switch the kiosk on, and stand before it."""
        kept = Updates(self.source, *(str(self.folder / name) for name in ("root.json", "state", "media")))
        config = Config(kiosk=Kiosk("E06000021"), person=Person(phone=PHONE), updates=kept)
        start = kiosk_app.Start(config, as_of=self.today, windowed=True, keeps=True)
        session, window = self.stack.enter_context(kiosk_app.opened(start, PIXELS_PER_MM))
        visitor = Visitor(session, window.window, PORTRAIT)
        renewal = self.stack.enter_context(kiosk_app.keeping_right(start, session))
        assert renewal is not None
        self.renewal = renewal
        self.qtbot.waitUntil(lambda: not renewal.is_looking(), timeout=PATIENCE)
        return visitor

    def looks(self) -> None:
        """Have the kiosk look for what waits, and wait until it has."""
        self.renewal.look()
        self.qtbot.waitUntil(lambda: not self.renewal.is_looking(), timeout=PATIENCE)

    def waits_for(self, seen: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE)


@pytest.fixture
def place(
    tmp_path: Path, shipped_content: Path, qtbot: QtBot, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    monkeypatch.setattr(paths, "content_database", lambda: shipped_content)
    monkeypatch.setattr(updating_module, "FIRST", 0)
    monkeypatch.setattr(sticks_module, "EVERY", 50)
    with ExitStack() as stack:
        yield Place(tmp_path, shipped_content, qtbot, stack)


def test_new_content_is_fetched_and_shown_while_nobody_is_there(place: Place) -> None:
    """The process of its own finds it; the screen shows it; the one before stays as the last good one."""
    place.publish()
    place.source = str(place.central.folder)
    visitor = place.opens()
    assert visitor.sees(OLD)
    place.waits_for(lambda: visitor.sees(NEW))
    place.waits_for(lambda: place.releases.pointer.active)
    assert place.releases.pointer.proven
    visitor.touches("Touch here to start")
    assert visitor.heading() == "Who is asking?"


def test_a_visit_is_never_disturbed(place: Place) -> None:
    """Content that waits is not shown under anybody's finger; when the visit ends, it is."""
    visitor = place.opens()
    is_refused(visitor)
    waiting = place.stage("2026-11-27")
    session = visitor.session.session
    place.looks()
    assert visitor.heading() == "You can challenge this."
    assert (visitor.session.session, visitor.session.about.contentDate) == (session, "23 November 2026")
    assert place.releases.pointer.active == ""
    visitor.touches("Start again")
    place.waits_for(lambda: visitor.sees(NEW))
    place.waits_for(lambda: place.releases.pointer.active == waiting.id)


def test_content_that_waits_is_shown_at_the_next_start(place: Place) -> None:
    """An update that ended just before the power went."""
    waiting = place.stage("2026-11-27")
    assert place.opens().sees(NEW)
    place.waits_for(lambda: place.releases.pointer.proven and place.releases.pointer.active == waiting.id)


def test_content_that_cannot_be_opened_is_never_shown(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """It knows no council by this code: the screen stays, the log says why, and it is not tried again."""
    visitor = place.opens()
    waiting = place.stage("2026-11-27", knows_no_council)
    place.looks()
    place.waits_for(lambda: place.releases.pointer.refused == (waiting.id,))
    assert visitor.sees(OLD)
    assert f"The release {waiting.id} cannot be shown: No authority has the code 'E06000021'." in caplog.text
    assert place.releases.staged() is None
    caplog.clear()


def test_content_that_was_damaged_here_may_be_fetched_again(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """The disk spoilt it after it was checked: it is thrown away, not refused."""
    visitor = place.opens()
    waiting = place.stage("2026-11-27")
    waiting.database.write_bytes(b"?" * waiting.length)
    place.looks()
    place.waits_for(lambda: not waiting.folder.exists())
    assert place.releases.pointer.refused == ()
    assert visitor.sees(OLD)
    caplog.clear()


@pytest.mark.parametrize("proven", [False, True], ids=["at once", "after it was proven"])
def test_content_that_breaks_on_the_screen_gives_way_to_the_last_good(
    place: Place, proven: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Opened and read through, and yet it breaks at an outcome: the first screen of the content before stands there."""
    visitor = place.opens()
    waiting = place.stage("2026-11-27", breaks_at_an_outcome)
    place.looks()
    assert visitor.sees(NEW)
    if proven:
        place.waits_for(lambda: place.releases.pointer.active == waiting.id)
    is_refused(visitor)
    place.waits_for(lambda: visitor.sees(OLD))
    place.waits_for(lambda: place.releases.staged() is None and place.releases.pointer.active == "")
    visitor.touches("Touch here to start")
    assert visitor.heading() == "Who is asking?"
    assert "Out of service" in caplog.text
    caplog.clear()


def test_a_start_with_damaged_content_shows_the_last_good(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """The active release does not open: the one before is shown, and the pointer says so."""
    good, bad = place.stage("2026-11-25"), None
    place.releases.activate(good, proven=True)
    bad = place.stage("2026-11-27")
    place.releases.activate(bad, proven=True)
    bad.database.write_bytes(b"?" * bad.length)
    assert place.opens().sees("This information is of 25 November 2026.")
    assert place.releases.pointer.active == good.id
    assert not bad.folder.exists()
    caplog.clear()


def test_a_release_that_never_comes_to_be_seen_is_rolled_back(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """Twice the program ended before its screen stood there; at the third start the one before is shown."""
    bad = place.stage("2026-11-27")
    place.releases.begin()
    place.releases.begin()
    assert (place.releases.pointer.active, place.releases.pointer.starts) == (bad.id, 2)
    assert place.opens().sees(OLD)
    assert place.releases.pointer.refused == (bad.id,)
    caplog.clear()


def test_a_newer_program_comes_before_an_older_release(place: Place) -> None:
    """The program was updated, with newer content inside than what was fetched before."""
    older = place.stage("2026-11-20")
    place.releases.activate(older, proven=True)
    assert place.opens().sees(OLD)


def test_a_stick_is_found_read_and_told_of_in_a_sentence(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is touched but to say that the sentence was read; an older stick afterwards changes nothing."""
    place.source = "usb"
    place.publish("2026-11-26")
    old = place.central.bundle(place.folder / "old.zip")
    place.publish()
    visitor = place.opens()
    stick = place.sticks / "KINGSTON"
    stick.mkdir()
    place.central.bundle(stick / BUNDLE_NAME)
    place.waits_for(lambda: visitor.sees("The content of 27 November 2026 is here and was checked."))
    place.waits_for(lambda: visitor.sees(NEW))
    visitor.touches("I have read this")
    assert not visitor.sees("For staff: the stick")
    shutil.rmtree(stick)
    visitor.waits(200)  # two looks
    stick.mkdir()
    shutil.copy(old, stick / BUNDLE_NAME)
    place.waits_for(lambda: visitor.sees("older than what this kiosk has had already"))
    shutil.rmtree(stick)
    place.waits_for(lambda: not visitor.sees("For staff: the stick"))
    assert visitor.sees(NEW)
    caplog.clear()


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 1, 22), "This information is of 23 November 2026."),
        (date(2027, 1, 23), "Some of it may have changed. Check it before you rely on it."),
        (date(2027, 3, 24), f"Some of it may have changed. Ring {PHONE_ON_ONE_LINE}."),
        (date(2026, 11, 22), "This screen’s date is 22 November 2026. That cannot be right"),
    ],
    ids=["60 days", "61 days", "121 days", "before its own day"],
)
def test_the_age_of_the_content_is_told(place: Place, today: date, told: str, caplog: pytest.LogCaptureFixture) -> None:
    """On the first screen; and with the details of whoever helps as well, once it is not fresh."""
    place.today = today
    visitor = place.opens()
    assert visitor.sees(told)
    visitor.touches("Just show me who can help")
    visitor.touches("Free, independent advice")
    visitor.touches("SENDIASS")
    assert visitor.sees(told) == (told != OLD)
    caplog.clear()
