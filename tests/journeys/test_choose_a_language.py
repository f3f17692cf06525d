"""Somebody reads no English: their language is one touch away at any moment, and nothing is lost by touching it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk import catalogs
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.preferences import Preferences, TextSize
from kiosk.domain.session import Session
from kiosk.qt.tour import MM_PER_INCH, stops
from tests.conftest import TODAY
from tests.helpers.layout import Piece, screen
from tests.helpers.pseudo import Tongue, content_in, interface_in, longer
from tests.helpers.visitor import Visitor
from tests.journeys.test_be_left_alone import lets_time_run_out
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused
from tests.journeys.test_read_every_screen import Look, faults, looks_round, some

ENGLISH = Tongue("en", "English")
LONG = Tongue("en-XA", "Énglish lóng", reviewed=False)
LEFTWARD = Tongue("ar-x-test", "Léftward", direction="rtl")
UNFINISHED = Tongue("cy", "Cymraeg", complete=False)
TONGUES = (LONG, LEFTWARD, UNFINISHED)

AUTHORITY = "E06000021"
UNREVIEWED = "No speaker has checked this translation yet."


@pytest.fixture(scope="module")
def many_tongues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content that we ship, in languages that nobody speaks as well."""
    return content_in(TONGUES, tmp_path_factory.mktemp("tongues"), TODAY)


@pytest.fixture(autouse=True)
def interpreted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Let the interface speak these languages; afterwards the application runs from left to right again."""
    folder = interface_in(TONGUES, tmp_path / "locale")
    monkeypatch.setattr(catalogs, "catalog", partial(catalogs.catalog, folder=folder))
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def visitor(visit: Callable[..., Visitor], many_tongues: Path) -> Visitor:
    """Somebody before a kiosk that speaks many languages."""
    return visit(AUTHORITY, content=many_tongues)


def begins_in(visitor: Visitor, tongue: Tongue) -> None:
    """Choose a language at the first screen, by its own name."""
    visitor.touches(tongue.endonym)
    visitor.speaks(longer)


def prefers(visitor: Visitor, tongue: Tongue, before: Callable[[str], str] = str) -> None:
    """Choose a language at the Display screen, and come back. `before` says things in the language until then."""
    says: Callable[[str], str] = str if tongue is ENGLISH else longer
    visitor.touches(before("Display"))
    visitor.touches(tongue.endonym)
    visitor.speaks(says)
    visitor.touches(says("Back"))


def piece(visitor: Visitor, words: str) -> Piece:
    """Return what shows these words."""
    return next(each for each in screen(visitor.window).pieces if each.words == words)


def test_complete_languages_are_offered_by_their_own_names(visitor: Visitor) -> None:
    """English and the two complete ones stand on the first screen; the unfinished one does not."""
    offered = {"English", LONG.endonym, LEFTWARD.endonym, UNFINISHED.endonym} & set(visitor.buttons())
    assert offered == {"English", LONG.endonym, LEFTWARD.endonym}
    visitor.touches("Display")
    assert UNFINISHED.endonym not in visitor.buttons()


def test_one_language_is_no_choice(visit: Callable[..., Visitor]) -> None:
    """Where everything is in English alone, no language is offered."""
    visitor = visit(AUTHORITY)
    assert "English" not in visitor.buttons()
    visitor.touches("Display")
    assert "Language" not in visitor.names()


def test_one_touch_at_the_first_screen_changes_every_word(visitor: Visitor) -> None:
    """Heading, buttons and bar speak the language; so do the questions that follow."""
    begins_in(visitor, LONG)
    assert visitor.heading() == longer("Do you disagree with a decision?")
    assert visitor.buttons()[-5:] == [
        longer(n) for n in ("Back", "Start again", "Listen", "Display", "Talk to a person")
    ]
    visitor.touches(longer("Touch here to start"))
    assert visitor.heading() == longer("Who is asking?")
    untranslated = [name for name in visitor.names() if not name.startswith("[")]
    assert not untranslated


def test_switching_keeps_every_answer(visitor: Visitor) -> None:
    """In the middle of it all, the language changes and the outcome stays, with its date."""
    is_refused(visitor)
    before = visitor.session.session
    prefers(visitor, LONG)
    assert visitor.heading() == longer("You can challenge this.")
    assert visitor.sees("16")
    assert visitor.session.session.responses == before.responses
    prefers(visitor, ENGLISH, longer)
    assert visitor.session.session == before
    assert visitor.heading() == "You can challenge this."


def test_an_answer_is_changed_in_the_new_language(visitor: Visitor) -> None:
    """The chips speak it too, and lead back to their questions."""
    is_refused(visitor)
    prefers(visitor, LONG)
    visitor.touches(longer("The council"))
    assert visitor.heading() == longer("Whose decision is it?")
    visitor.touches(longer("Back"))
    assert visitor.heading() == longer("You can challenge this.")


def test_a_language_from_right_to_left_mirrors_the_screen(visitor: Visitor) -> None:
    """Symbols stand to the right of their words, Back to the right of the bar, and English turns it all back."""
    visitor.touches("Touch here to start")
    assert symbol_of(visitor, "I am a parent or carer") < middle(piece(visitor, "Who is asking?"))
    prefers(visitor, LEFTWARD)
    asked, option, back, person = (
        longer(words) for words in ("Who is asking?", "I am a parent or carer", "Back", "Talk to a person")
    )
    heading = piece(visitor, asked)
    assert heading.box.right() > visitor.window.width() * 0.9
    assert symbol_of(visitor, option) > middle(piece(visitor, option))
    assert visitor.finds(back).where.left() > visitor.finds(person).where.right()
    prefers(visitor, ENGLISH, longer)
    assert visitor.finds("Back").where.right() < visitor.finds("Talk to a person").where.left()
    assert piece(visitor, "Who is asking?").box.left() < visitor.window.width() * 0.1


def test_everything_works_from_right_to_left(visitor: Visitor) -> None:
    """A mirrored visit goes on, back, and on again."""
    begins_in(visitor, LEFTWARD)
    visitor.touches(longer("Touch here to start"))
    visitor.touches(longer("I am a parent or carer"))
    second = visitor.heading()
    visitor.touches(longer("Back"))
    assert visitor.heading() == longer("Who is asking?")
    visitor.touches(longer("I am a parent or carer"))
    assert visitor.heading() == second


def test_start_again_speaks_english_again(visitor: Visitor) -> None:
    """The language ends with the visit, and so does its direction."""
    begins_in(visitor, LEFTWARD)
    visitor.touches(longer("Touch here to start"))
    visitor.touches(longer("Start again"))
    assert visitor.heading() == "Do you disagree with a decision?"
    assert visitor.session.session == Session()
    assert visitor.finds("Back").where.right() < visitor.finds("Talk to a person").where.left()


def test_who_went_away_leaves_no_language_behind(visitor: Visitor) -> None:
    """When the time has run out, the next visitor is spoken to in English."""
    begins_in(visitor, LEFTWARD)
    lets_time_run_out(visitor)
    assert visitor.sees(longer("Are you still there?"))
    lets_time_run_out(visitor, 60)
    assert visitor.heading() == "Do you disagree with a decision?"
    assert visitor.buttons()[-5:] == ["Back", "Start again", "Listen", "Display", "Talk to a person"]


def test_a_translation_that_nobody_checked_says_so(visitor: Visitor) -> None:
    """Beside the language stands that no speaker has read it; not beside one that somebody has."""
    visitor.touches("Display")
    said = {each.name: each.description for each in visitor.looks() if each.is_button}
    assert said[LONG.endonym] == UNREVIEWED
    assert said[LEFTWARD.endonym] == said["English"] == ""


LOOKS = (
    Look("portrait-long", (1080, 1920), 102, Preferences(LONG.code)),
    Look("laptop-long", (1366, 768), 100, Preferences(LONG.code)),
    Look("portrait-leftward-largest", (1080, 1920), 102, Preferences(LEFTWARD.code, TextSize.LARGEST)),
)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_cut_off_with_words_that_are_longer(
    visit: Callable[..., Visitor], many_tongues: Path, look: Look
) -> None:
    """With words 40 % longer, from either side, the screens are as whole as in English."""
    visitor = visit(AUTHORITY, content=many_tongues, size=look.size, pixels_per_mm=look.dots_per_inch / MM_PER_INCH)
    with ContentStore(many_tongues) as store:
        tour = list(stops(Edition(store, AUTHORITY), look.preferences, TODAY))
    there = some(tour, LOOKS.index(look), len(LOOKS))
    found = [f"{name}: {fault}" for name, shown in looks_round(visitor, look, there) for fault in faults(shown, look)]
    assert not found, "\n".join(found)


def symbol_of(visitor: Visitor, option: str) -> float:
    """Return where the tile's symbol of an option stands, across the screen."""
    symbols = [each for each in screen(visitor.window).pieces if each.kind == "symbol" and each.button]
    return middle(next(each for each in symbols if each.button and each.button.words == option))


def middle(each: Piece) -> float:
    """Return the middle of something, across the screen."""
    return each.box.center().x()
