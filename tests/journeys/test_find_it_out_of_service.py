"""The content is missing or broken: there is still a screen, with somebody to ring, and the log says why in a sentence.

What came inside the program is shown where it opens. The visitor never sees a technical sentence or a blank window.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.config import Config, OutOfService, Person
from kiosk.domain.session import Session
from tests.helpers.visitor import Visitor
from tests.journeys.test_be_left_alone import lets_time_run_out
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused

CONFIG = Config(person=Person(where="Ask at the desk by the door"), out_of_service=OutOfService(phone="01632 960 001"))
SORRY = "Sorry, this screen cannot help you just now"
TECHNICAL = ("database", "content.db", "Error", "Traceback", "None", "undefined")

Spoil = Callable[[Path], None]


def is_whole(database: Path) -> None:
    """Leave it as it is."""


def is_missing(database: Path) -> None:
    """Take the file away."""
    database.unlink()


def is_empty(database: Path) -> None:
    """Leave nothing in it."""
    database.write_bytes(b"")


def is_cut_short(database: Path) -> None:
    """Leave the first half, as a copy that was broken off."""
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def is_scratched(database: Path) -> None:
    """Spoil what stands in the second half; the beginning is as it should be."""
    content = database.read_bytes()
    half = len(content) // 2
    database.write_bytes(content[:half] + b"\xff" * half)


def is_something_else(database: Path) -> None:
    """Put a letter there."""
    database.write_text("Dear Sir or Madam, " * 400, encoding="utf-8")


def is_not_ours(database: Path) -> None:
    """Put another program's database there."""
    database.unlink()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE bookmark (address)")


def is_too_new(database: Path) -> None:
    """Raise the format above what this program reads."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA user_version = 99")


def breaks(content: Path, way: Spoil, visitor: Visitor) -> None:
    """Spoil a file in its place while it is read; what a small file's reader remembers of it is forgotten."""
    way(content)
    visitor.session.edition.store._database._connection.execute("PRAGMA shrink_memory")


WAYS = (is_missing, is_empty, is_cut_short, is_scratched, is_something_else, is_not_ours, is_too_new)


@pytest.fixture
def spoiled(tmp_path: Path, shipped_content: Path) -> Callable[[Spoil], Path]:
    """Return a copy of the content, spoiled in a way."""

    def spoil(way: Spoil) -> Path:
        copy = tmp_path / f"{way.__name__}.db"
        shutil.copy(shipped_content, copy)
        way(copy)
        return copy

    return spoil


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shipped_content: Path) -> Path:
    """Return what came inside the program: a copy of the content."""
    bundled = tmp_path / "bundled.db"
    shutil.copy(shipped_content, bundled)
    monkeypatch.setattr(paths, "BUNDLED_CONTENT", bundled)
    monkeypatch.setattr(paths, "BUILT_CONTENT", tmp_path / "nowhere" / "content.db")
    return bundled


def is_out_of_service(visitor: Visitor) -> bool:
    """Say whether the screen says sorry and whom to ring, in plain words, and is not blank."""
    names = visitor.names()
    assert not [name for name in names if any(word in name for word in TECHNICAL)]
    picture = visitor.photographs()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 20) for y in range(0, picture.height(), 5)}
    assert len(colours) > 2
    return visitor.heading() == SORRY and {CONFIG.person.where, CONFIG.out_of_service.phone} <= set(names)


def log_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was logged, each in one line without a traceback, and clear it: it was expected."""
    assert not [record for record in caplog.records if record.exc_info]
    lines = [record.getMessage() for record in caplog.records]
    assert all(line.endswith(".") and "\n" not in line for line in lines), lines
    caplog.clear()
    return lines


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_the_bundled_content_is_shown_instead(
    visit: Callable[..., Visitor],
    spoiled: Callable[[Spoil], Path],
    bundled: Path,
    caplog: pytest.LogCaptureFixture,
    way: Spoil,
) -> None:
    """Whatever happened to the content, the visitor is helped from what is inside the program; the log names it."""
    content = spoiled(way)
    visitor = visit(content=content, config=CONFIG)
    [line] = log_lines(caplog)
    assert str(content) in line
    is_refused(visitor)
    assert visitor.heading() == "You can challenge this."


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_without_any_content_the_screen_says_whom_to_ring(
    visit: Callable[..., Visitor],
    spoiled: Callable[[Spoil], Path],
    bundled: Path,
    caplog: pytest.LogCaptureFixture,
    way: Spoil,
) -> None:
    """Where the bundled content does not open either, there is the phone number; the log has a sentence for each."""
    way(bundled)
    content = spoiled(way)
    visitor = visit(content=content, config=CONFIG)
    assert is_out_of_service(visitor)
    lines = log_lines(caplog)
    assert len(lines) == 2
    assert str(content) in lines[0]


def test_the_persons_number_is_rung_where_there_is_no_other(
    visit: Callable[..., Visitor], spoiled: Callable[[Spoil], Path], bundled: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Settings that give only a person's number give that one."""
    bundled.unlink()
    config = Config(person=Person(phone="01632 960 000"))
    visitor = visit(content=spoiled(is_missing), config=config)
    assert visitor.sees("01632 960 000")
    log_lines(caplog)


def test_nothing_leads_anywhere_while_out_of_service(
    visit: Callable[..., Visitor], spoiled: Callable[[Spoil], Path], bundled: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Display and Talk to a person leave the screen as it is, and nothing is there to go back to."""
    is_empty(bundled)
    visitor = visit(content=spoiled(is_empty), config=CONFIG)
    for name in ("Display", "Talk to a person"):
        visitor.touches(name)
        assert is_out_of_service(visitor)
        assert not visitor.finds("Back").enabled
        assert not visitor.finds("Start again").enabled
    log_lines(caplog)


@pytest.mark.parametrize("way", [is_empty, is_something_else], ids=lambda way: way.__name__)
def test_content_that_breaks_before_the_first_touch(
    visit: Callable[..., Visitor], spoiled: Callable[[Spoil], Path], caplog: pytest.LogCaptureFixture, way: Spoil
) -> None:
    """A file that is overwritten in its place while the kiosk waits: the first touch shows whom to ring."""
    content = spoiled(is_whole)
    visitor = visit(content=content, config=CONFIG)
    breaks(content, way, visitor)
    visitor.touches("Touch here to start")
    assert is_out_of_service(visitor)
    [line] = log_lines(caplog)
    assert str(content) in line


def test_content_that_breaks_in_the_middle_of_a_visit(
    visit: Callable[..., Visitor], spoiled: Callable[[Spoil], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """The visitor sees whom to ring, in their own contrast and size; their answers are gone."""
    content = spoiled(is_whole)
    visitor = visit(content=content, config=CONFIG)
    visitor.touches("Display")
    visitor.touches("Largest")
    visitor.touches("Back")
    is_refused(visitor)
    breaks(content, is_empty, visitor)
    visitor.touches("Why am I seeing this?")
    assert is_out_of_service(visitor)
    assert visitor.session.session.responses == Session().responses
    assert visitor.session.textScale == 1.6
    lets_time_run_out(visitor, 61)
    assert is_out_of_service(visitor)
    assert visitor.session.session == Session()
    [line] = log_lines(caplog)
    assert str(content) in line


def is_replaced(database: Path) -> None:
    """Put another file in its place at one stroke, as an update does."""
    new = database.with_suffix(".new")
    is_something_else(new)
    new.replace(database)


@pytest.mark.parametrize("way", [is_missing, is_replaced], ids=lambda way: way.__name__)
def test_content_that_is_taken_away_is_shown_until_the_next_start(
    visit: Callable[..., Visitor], spoiled: Callable[[Spoil], Path], way: Spoil
) -> None:
    """A file that is deleted or replaced changes nothing for who is there."""
    content = spoiled(is_whole)
    visitor = visit(content=content, config=CONFIG)
    breaks(content, way, visitor)
    is_refused(visitor)
    assert visitor.heading() == "You can challenge this."
