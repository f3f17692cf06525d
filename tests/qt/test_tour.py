"""The tour: every screen once, drawn side by side for who wants to see the whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.app import Start, tour
from kiosk.config import Config, Kiosk
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.places import Place
from kiosk.domain.preferences import Preferences, TextSize
from kiosk.qt.tour import LAYOUTS, USUAL, Layout, stops
from tests.qt.conftest import STOKE
from tests.samples import TODAY

SMALL = Layout("small", 640, 480, 3.0, Preferences(text_size=TextSize.LARGE))
TALL = Layout("tall", 480, 900, 2.0, Preferences())


def test_every_kind_of_place_is_a_stop(shipped_content: Path) -> None:
    """No screen is left out of the tour, and none is there twice."""
    with ContentStore(shipped_content) as store:
        all_stops = list(stops(Edition(store, STOKE), Preferences(), TODAY))
    assert {type(stop.session.place) for stop in all_stops} == set(Place.__args__)
    names = [stop.name for stop in all_stops]
    assert len(set(names)) == len(names)


def test_every_question_and_outcome_is_a_stop(edition: Edition) -> None:
    """Each by the shortest way to it."""
    names = {stop.name for stop in stops(edition, Preferences(), TODAY)}
    wanted = {f"question-{id_}" for id_ in edition.graph.questions}
    assert wanted | {f"outcome-{outcome.id}" for outcome in edition.store.outcomes()} <= names


def test_each_stop_is_shown_as_the_visitor_wants_it(edition: Edition) -> None:
    """A layout's size of text is that of every stop."""
    assert {stop.session.preferences for stop in stops(edition, SMALL.preferences, TODAY)} == {SMALL.preferences}


def test_the_usual_layouts_are_layouts() -> None:
    """What is drawn when nothing is asked for can be asked for, and names are given once."""
    names = [layout.name for layout in LAYOUTS]
    assert set(USUAL) <= set(names)
    assert len(set(names)) == len(names)


@pytest.fixture(scope="module")
def folder(qapp: QObject, tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an album: the tiny content set, on a small screen and a tall one."""
    folder = tmp_path_factory.mktemp("album")
    start = Start(Config(kiosk=Kiosk(STOKE)), tiny, TODAY, windowed=True)
    assert tour(start, folder, (SMALL, TALL)) == len(list(folder.rglob("*.png")))
    return folder


def test_the_pictures_are_of_their_layout_and_not_blank(folder: Path) -> None:
    """Each is as large as its screen, and shows something."""
    for layout in (SMALL, TALL):
        pictures = [QImage(str(path)) for path in (folder / layout.name).iterdir()]
        assert {picture.size().toTuple() for picture in pictures} == {(layout.width, layout.height)}
        assert all(colours(picture) > 2 for picture in pictures)


def test_a_screen_that_goes_further_down_has_a_picture_of_each_page(folder: Path) -> None:
    """More is touched until nothing more comes; no page is drawn twice."""
    pages = [path.read_bytes() for path in sorted((folder / "small").glob("outcome-appeal*.png"))]
    assert len(pages) > 3
    assert len(set(pages)) == len(pages)


def colours(picture: QImage) -> int:
    """Return how many colours are found here and there in a picture."""
    places = ((x, y) for x in range(0, picture.width(), 40) for y in range(0, picture.height(), 40))
    return len({picture.pixel(x, y) for x, y in places})


def test_the_index_links_every_picture_and_nothing_else(folder: Path) -> None:
    """Each picture is there to see and to open; no link leads outside."""
    index = (folder / "index.html").read_text("utf-8")
    linked = re.findall(r'href="([^"]+)"', index)
    assert sorted(linked) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))
    assert sorted(re.findall(r'src="([^"]+)"', index)) == sorted(linked)
    assert index.count("<h2>") == len(set(re.findall(r"<h2>([^<]+)</h2>", index)))
