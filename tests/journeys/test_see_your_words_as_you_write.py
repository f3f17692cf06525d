"""An author writes: the kiosk in the preview follows what is saved, where the author is, and says what is wrong."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.config import Config, Kiosk
from kiosk.preview import Desk, opened
from kiosk.qt.preview.view_model import PreviewViewModel
from tests.helpers.layout import cut_off, overlaps, screen
from tests.helpers.visitor import Role, Visitor
from tests.samples import SPLIT, STOKE_FROM, TODAY, Sample

SIZE = (1366, 768)
SIZES = ((1920, 1080), (960, 1000), (680, 480), SIZE)
"""A desk's screen, half of one, the least that the window becomes, and a laptop's."""
PATIENCE = 60_000
"""Milliseconds: on a busy machine a reading takes longer."""
WELL = "All is well"
TALK, FLOW, ASK = "outcomes/talk.toml", "flows/challenge.toml", "steps/ask-council.toml"
ELSEWHERE = "The answers no longer lead to where you were. You are at the nearest place that is left."


@dataclass(frozen=True)
class Author:
    """Somebody who edits a data folder, and has the preview beside the editor."""

    data: Sample
    preview: PreviewViewModel
    kiosk: Visitor
    qtbot: QtBot

    def waits_for(self, words: str) -> None:
        """Look at the window until it says something."""
        self.qtbot.waitUntil(lambda: words in self.kiosk.names(), timeout=PATIENCE)

    def waits_to_be_read(self) -> None:
        """Wait until something is told of the content."""
        with self.qtbot.waitSignal(self.preview.found, timeout=PATIENCE):
            pass

    def notes(self) -> list[str]:
        """Return every note as it is spoken."""
        return self.kiosk.names(Role.ListItem)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the system's scratch folders are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def sits_down(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path, scratch: Path) -> Iterator[Callable[..., Author]]:
    """Open the preview on a data folder; afterwards nothing is left of it."""
    with ExitStack() as stack:

        def sit_down(
            data: Sample | None = None, authority: str = "E06000021", reading: Sequence[str] | None = None
        ) -> Author:
            data = data or Sample(tmp_path / "data").write()
            desk = Desk(data.folder, Config(kiosk=Kiosk(authority)), TODAY, reading)
            preview, session, window = stack.enter_context(opened(desk))
            return Author(data, preview, Visitor(session, window.window, SIZE), qtbot)

        yield sit_down
    assert list(scratch.iterdir()) == []


@pytest.fixture
def author(sits_down: Callable[..., Author]) -> Author:
    """Somebody whose content is right, and read."""
    author = sits_down()
    author.waits_for(WELL)
    return author


def is_told_to_talk(author: Author) -> None:
    """Answer the questions that lead to an outcome."""
    author.kiosk.touches("Touch here to start")
    author.kiosk.touches("I am a parent")
    author.kiosk.touches("Something else")
    assert author.kiosk.heading() == "You can talk."


def test_the_kiosk_says_what_was_saved_where_the_author_is(author: Author, tmp_path: Path) -> None:
    """In place, by a file put in the other's place, and all files at once, as at a checkout: the answers stay."""
    is_told_to_talk(author)
    assert not author.kiosk.session.inactivity.timer.isActive()  # who edits for an hour has not gone away
    author.data.change(TALK, "You can talk.", "You can talk to them.")
    author.waits_for("You can talk to them.")
    new = author.data.folder / "outcomes" / "talk.toml.new"
    new.write_text(author.data.read(TALK).replace("talk to them", "talk with them"), encoding="utf-8")
    new.replace(author.data.folder / TALK)
    author.waits_for("You can talk with them.")
    branch = Sample(tmp_path / "branch").write()
    branch.change(FLOW, 'chip = "Parent"', 'chip = "A parent"')
    branch.change(TALK, "You can talk.", "You can speak.")
    shutil.copytree(branch.folder, author.data.folder, dirs_exist_ok=True)
    author.waits_for("You can speak.")
    assert {"A parent", "Something else"} <= set(author.kiosk.buttons())


def test_the_author_stays_as_far_down_the_screen(sits_down: Callable[..., Author], tmp_path: Path) -> None:
    """What is being written stays in view."""
    data = Sample(tmp_path / "data").write()
    for step in ("steps/get-advice.toml", ASK):
        data.change(step, 'text = "', 'text = "' + "It is free. " * 70)
    author = sits_down(data)
    author.waits_for(WELL)
    is_told_to_talk(author)
    author.kiosk.touches("More")
    down = author.kiosk.window.property("contentPosition")
    assert down > 0
    data.change(ASK, 'any = "Ask the council"', 'any = "Ask them"')
    author.waits_for("Ask them")
    assert author.kiosk.window.property("contentPosition") == down


def test_content_that_is_wrong_is_listed_and_the_last_that_was_right_goes_on(author: Author) -> None:
    """Every problem, by file and place; mended, its words are shown."""
    is_told_to_talk(author)
    spoilt = (
        author.data.read(TALK).replace("You can talk.", "You can  talk.").replace("You said so.", "You don't know.")
    )
    author.data.add(TALK, spoilt)
    author.waits_for("2 problems")
    assert author.notes() == [
        f"{TALK}: title: Has a space too many.",
        f"{TALK}: why: Has a straight quote. Write ‘ ’ or “ ”.",
    ]
    assert not [fault for size in SIZES for fault in panel_faults(author, size)]
    assert author.kiosk.heading() == "You can talk."
    assert author.kiosk.sees("The kiosk still shows the content of ")
    author.kiosk.touches("Why am I seeing this?")
    assert author.kiosk.sees("You said so.")
    author.data.add(TALK, spoilt.replace("  talk", " talk").replace("don't", "do not"))
    author.waits_for(WELL)
    assert author.kiosk.sees("You do not know.")
    assert author.notes() == []


def panel_faults(author: Author, size: tuple[int, int]) -> list[str]:
    """Say what is cut off or covered in the panel, in a window of this size."""
    author.kiosk.window.resize(*size)
    author.kiosk.waits()
    seen = screen(author.kiosk.window)
    left = next(piece.box.left() for piece in seen.pieces if piece.words == "Council")
    pieces = tuple(piece for piece in seen.pieces if piece.box.left() >= left - 1)
    panel = replace(seen, pieces=pieces, view=QRectF())  # the list scrolls in its own box, not in the kiosk's
    assert {"2 problems", "Has a space too many.", "Read again"} <= {piece.words for piece in panel.pieces}
    return [*cut_off(panel), *overlaps(panel)]


def test_where_an_outcome_is_gone_the_visit_goes_to_the_nearest_place(author: Author) -> None:
    """The panel says so, until the author goes on. Where it comes back, so does a visit that was left alone."""
    is_told_to_talk(author)
    author.data.change(FLOW, 'id = "other"', 'id = "another"')
    author.waits_for(ELSEWHERE)
    assert author.kiosk.heading() == "What about your child?"
    author.kiosk.touches("Display")
    assert ELSEWHERE not in author.kiosk.names()
    author.kiosk.touches("Back")
    author.data.change(FLOW, 'id = "another"', 'id = "other"')
    author.waits_for("You can talk.")
    assert ELSEWHERE not in author.kiosk.names()


def test_half_of_a_file_is_no_problem_where_the_rest_follows(author: Author) -> None:
    """What was read while files changed is read again before anything is said of it."""
    seen: list[int] = []
    author.preview.found.connect(lambda: seen.append(author.preview.property("problems")))
    whole = author.data.read(TALK)
    author.data.add(TALK, whole[: len(whole) // 2])
    author.qtbot.waitUntil(lambda: author.preview.property("reading"), timeout=PATIENCE)
    author.data.add(TALK, whole.replace("You can talk.", "You can talk now."))
    author.waits_to_be_read()
    assert seen == [0]


def test_what_goes_on_changing_is_told_in_between(author: Author) -> None:
    """Somebody whose editor saves all the time hears of problems all the same."""
    author.preview.readingChanged.connect(author.preview.readAgain)
    author.data.add(TALK, "[[")
    author.waits_to_be_read()
    assert author.preview.property("problems") == 1
    author.preview.readingChanged.disconnect(author.preview.readAgain)


def test_a_folder_that_is_gone_and_comes_back(author: Author, tmp_path: Path) -> None:
    """The kiosk goes on, and follows again."""
    is_told_to_talk(author)
    elsewhere = Sample(tmp_path / "elsewhere")
    shutil.move(author.data.folder, elsewhere.folder)
    author.waits_for("1 problem")
    assert author.notes() == [f"data: The folder {author.data.folder} is gone. Put it back, and it is read again."]
    assert author.kiosk.heading() == "You can talk."
    elsewhere.change(TALK, "You can talk.", "You can talk again.")
    shutil.move(elsewhere.folder, author.data.folder)
    author.waits_for("You can talk again.")


def test_who_starts_with_broken_content_sees_what_is_wrong_and_then_the_kiosk(
    sits_down: Callable[..., Author], tmp_path: Path
) -> None:
    """Nothing is shown before there is something right to show: not that the kiosk is out of service, either.

    The arrow keys and pages go through the list of problems; F5 reads once more.
    """
    data = Sample(tmp_path / "data").write()
    right = {name: data.read(name) for name in (FLOW, "outcomes/appeal.toml", TALK)}
    for name, words in right.items():
        data.add(name, words.replace(".", ".  ").replace("?", "?  "))
    author = sits_down(data)
    author.waits_to_be_read()
    assert author.kiosk.sees("The kiosk appears as soon as this is put right.")
    assert author.kiosk.buttons() == ["Read again", "Today"]
    goes_through_the_problems(author)
    presses(author, Qt.Key.Key_F5)
    assert author.preview.property("reading")
    author.waits_to_be_read()
    for name, words in right.items():
        data.add(name, words)
    author.waits_for("Touch here to start")


def goes_through_the_problems(author: Author) -> None:
    """From the first to the last, and to each with its words."""
    author.qtbot.waitUntil(lambda: len(author.notes()) > 1, timeout=PATIENCE)
    first, second, *_ = author.notes()
    count = author.preview.property("problems")
    goes_to(author, first)
    presses(author, Qt.Key.Key_Down)
    assert focused(author) == second
    presses(author, Qt.Key.Key_Up)
    heard = [focused(author)]
    assert heard == [first]
    for _ in range(count):
        presses(author, Qt.Key.Key_PageDown)
        heard.append(focused(author))
    assert len(set(heard)) < count / 2
    last = heard[-1]
    presses(author, Qt.Key.Key_Down)
    assert focused(author) == last
    presses(author, Qt.Key.Key_PageUp)
    assert focused(author) != last


def presses(author: Author, *keys: Qt.Key) -> None:
    """Press keys and let them go."""
    for key in keys:
        QTest.keyClick(author.kiosk.window, key)
        author.kiosk.waits()


def focused(author: Author) -> str:
    """Return the name of what the keyboard is on."""
    there = QAccessible.queryAccessibleInterface(author.kiosk.window.activeFocusItem())
    return there.text(QAccessible.Text.Name) if there else ""


def goes_to(author: Author, name: str) -> None:
    """Press Tab until the keyboard is on this."""
    for _ in range(30):
        presses(author, Qt.Key.Key_Tab)
        if focused(author) == name:
            return
    raise AssertionError(f"the keyboard never came to {name!r}")


def test_another_council_is_one_choice_away(sits_down: Callable[..., Author]) -> None:
    """One that nobody knows is said to be none. The letters of a name lead to it, and the visit goes on there."""
    author = sits_down(authority="E06000022")
    author.waits_for(WELL)
    assert author.kiosk.sees("No authority has the code 'E06000022'. Did you mean E06000021 (Stoke-on-Trent)?")
    assert author.kiosk.session.about.council == ""
    is_told_to_talk(author)
    goes_to(author, "Council")
    presses(author, Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Return)
    assert author.kiosk.session.about.council == "Redcar and Cleveland"
    assert author.kiosk.heading() == "You can talk."
    assert not author.kiosk.sees("No authority has the code")
    presses(author, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert author.kiosk.session.about.council == ""


def writes_day(author: Author, day: str) -> None:
    """Write a day into its field, and take it."""
    goes_to(author, "Shown as of the day, as YYYY-MM-DD")
    QTest.keySequence(author.kiosk.window, "Ctrl+A")
    for letter in day:
        QTest.keyClick(author.kiosk.window, letter)
    presses(author, Qt.Key.Key_Return)


def test_the_kiosk_is_shown_as_of_a_day(sits_down: Callable[..., Author], tmp_path: Path) -> None:
    """A council that has ended by then says so, and what is to be reviewed by then is listed."""
    data = Sample(tmp_path / "data").write()
    data.change("authorities.toml", STOKE_FROM, SPLIT)
    author = sits_down(data)
    author.waits_for(WELL)
    assert not author.kiosk.sees("It ended.")
    writes_day(author, "next year")
    assert author.kiosk.sees("That is no day. Write it as YYYY-MM-DD, such as 2027-04-01.")
    writes_day(author, "2027-04-01")
    assert author.kiosk.sees("It ended.")
    assert not author.kiosk.sees("That is no day.")
    author.waits_to_be_read()
    assert author.kiosk.sees("1 thing to look at in time.")
    [overdue] = author.notes()
    assert "Should have been looked at again by 2027-01-01." in overdue
    author.kiosk.touches_at(author.kiosk.finds("Today").where.center())
    assert not author.preview.property("dayIsChosen")


def test_the_window_can_be_closed_while_the_content_is_read(sits_down: Callable[..., Author]) -> None:
    """However long that takes; the fixture looks for what is left."""
    author = sits_down(reading=[sys.executable, "-c", "import time; time.sleep(600)"])
    author.qtbot.waitUntil(lambda: author.preview.property("reading"), timeout=PATIENCE)
    assert author.kiosk.heading() == "Reading…"
    assert author.kiosk.sees("The kiosk appears in a moment.")
