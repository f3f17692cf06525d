"""The tour: every screen of sample journeys drawn to pictures, with an index page that shows them side by side."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QMetaObject, Qt
from PySide6.QtQuick import QQuickWindow

from kiosk.content.edition import Edition
from kiosk.domain.calculator import CALCULATOR
from kiosk.domain.flow import Question, Replay, ToDeadlines, ToOutcome
from kiosk.domain.places import (
    CodePlace,
    CouncilsPlace,
    DayPlace,
    DisplayPlace,
    FlowPlace,
    HelpersPlace,
    MonthPlace,
    PersonPlace,
    Place,
    ServicePlace,
    ServicesPlace,
    TermPlace,
    WhyPlace,
    WorkingPlace,
    YearPlace,
)
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.domain.session import Session
from kiosk.domain.walk import shortest
from kiosk.qt.session import SessionViewModel

MM_PER_INCH = 25.4
STYLE = "body{font-family:sans-serif;margin:2em}div{display:flex;flex-wrap:wrap;gap:1em}img{height:30em}"
LETTER_AGE = 21
"""Days since the letter of a sample journey."""


@dataclass(frozen=True)
class Layout:
    """A screen to draw on: pixels, pixels in a millimetre, and how the visitor wants it shown."""

    name: str
    width: int
    height: int
    pixels_per_mm: float
    preferences: Preferences


LAYOUTS = (
    Layout("portrait", 1080, 1920, 102 / MM_PER_INCH, Preferences()),
    Layout("landscape", 1920, 1080, 102 / MM_PER_INCH, Preferences()),
    Layout("laptop", 1366, 768, 100 / MM_PER_INCH, Preferences()),
    Layout("largest", 1080, 1920, 102 / MM_PER_INCH, Preferences(text_size=TextSize.LARGEST)),
    Layout("laptop-largest", 1366, 768, 100 / MM_PER_INCH, Preferences(text_size=TextSize.LARGEST)),
    Layout("high-contrast", 1080, 1920, 102 / MM_PER_INCH, Preferences(contrast=Contrast.HIGH)),
    Layout("dark", 1080, 1920, 102 / MM_PER_INCH, Preferences(contrast=Contrast.DARK)),
)

USUAL = ("portrait", "landscape", "laptop")
"""The layouts that are drawn when none is named."""


@dataclass(frozen=True)
class Stop:
    """One screen of the tour: its name and the session that shows it."""

    name: str
    session: Session


class Album:
    """The pictures of a tour in a folder, layout by layout."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pictures: dict[str, list[tuple[str, Path]]] = {}

    def __len__(self) -> int:
        """Return how many pictures have been drawn."""
        return sum(len(drawn) for drawn in self._pictures.values())

    def draw(self, layout: Layout, session: SessionViewModel, window: QQuickWindow, today: date) -> None:
        """Draw every stop in one layout."""
        (self._folder / layout.name).mkdir(parents=True, exist_ok=True)
        window.resize(layout.width, layout.height)
        for stop in stops(session.edition, layout.preferences, today):
            drawn = _draw_stop(session, window, stop, self._folder / layout.name)
            self._pictures.setdefault(stop.name, []).extend((layout.name, path) for path in drawn)

    def write_index(self) -> Path:
        """Write the page that shows the pictures side by side; return where it is."""
        index = self._folder / "index.html"
        index.write_text(_index(self._folder, self._pictures), encoding="utf-8")
        return index


def stops(edition: Edition, preferences: Preferences, today: date) -> Iterator[Stop]:
    """Yield every question and outcome by its shortest way, and every other place once."""
    yield Stop("attract", Session(preferences=preferences))
    here = Session(preferences=preferences)
    for name, place in _places(edition, today):
        yield Stop(name, here.go(place))
    letter = today - timedelta(days=LETTER_AGE)
    for flow in (edition.store.first_flow, CALCULATOR):
        for replay in shortest(edition.graph, flow, letter):
            yield from _flow_stops(replace(here.go(FlowPlace(flow)), responses=replay.responses), replay, edition)


def _places(edition: Edition, today: date) -> Iterator[tuple[str, Place]]:
    directory = edition.directory
    dated = next((q for q in edition.graph.questions.values() if q.kind == "date"), None)
    yield "display", DisplayPlace()
    yield "person", PersonPlace()
    yield "councils", CouncilsPlace()
    yield "councils-region", CouncilsPlace(edition.store.authorities()[0].region)
    for term in edition.store.terms():
        yield f"term-{term.id}", TermPlace(term.id)
    yield "helpers", HelpersPlace()
    for group in directory.groups:
        yield f"helpers-{group.id}", HelpersPlace(group.id)
    for role in directory.roles:
        if directory.filling(role).instead or len(directory.filling(role).services) > 1:
            yield f"services-{role}", ServicesPlace(role)
    for service in directory.services:
        yield f"service-{service.id}", ServicePlace(service.id, service.roles[0])
    yield "code", CodePlace(directory.services[0].id, directory.services[0].roles[0])
    if dated:
        yield "year", YearPlace(dated.id)
        yield "month", MonthPlace(dated.id, today.year)
        yield "day", DayPlace(dated.id, today.year, today.month)


def _flow_stops(session: Session, replay: Replay, edition: Edition) -> Iterator[Stop]:
    match replay.at:
        case Question() as question:
            yield Stop(f"question-{question.id}", session)
        case ToDeadlines(group, start):
            yield Stop(f"deadlines-{group}-{start}", session)
        case ToOutcome(outcome):
            yield from _outcome_stops(session, replay, edition, outcome)


def _outcome_stops(session: Session, replay: Replay, edition: Edition, outcome: str) -> Iterator[Stop]:
    yield Stop(f"outcome-{outcome}", session)
    dated = edition.guidance(outcome, replay.responses).deadlines()
    for step in dated[:1]:
        yield Stop(f"working-{outcome}", session.go(WorkingPlace(step.step.id)))
        yield Stop(f"why-{outcome}", session.go(WhyPlace()))


def _draw_stop(session: SessionViewModel, window: QQuickWindow, stop: Stop, folder: Path) -> list[Path]:
    session.turn(lambda _: stop.session)
    drawn: list[Path] = []
    while not drawn or _more(window):
        _settle()
        path = folder / (f"{stop.name}.png" if not drawn else f"{stop.name}-{len(drawn) + 1}.png")
        window.grabWindow().save(str(path))
        drawn.append(path)
    return drawn


def _more(window: QQuickWindow) -> bool:
    before = window.property("contentPosition")
    QMetaObject.invokeMethod(window, "more", Qt.ConnectionType.DirectConnection)
    return bool(window.property("contentPosition") != before)


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _index(folder: Path, pictures: dict[str, list[tuple[str, Path]]]) -> str:
    rows = "".join(
        f"<h2>{html.escape(name)}</h2><div>{''.join(_figure(folder, *shown) for shown in drawn)}</div>"
        for name, drawn in pictures.items()
    )
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Tour</title><style>{STYLE}</style>'
    return f"{head}{rows}</html>\n"


def _figure(folder: Path, layout: str, path: Path) -> str:
    source = html.escape(path.relative_to(folder).as_posix())
    picture = f'<a href="{source}"><img src="{source}" alt="" loading="lazy"></a>'
    return f"<figure>{picture}<figcaption>{html.escape(layout)}</figcaption></figure>"
