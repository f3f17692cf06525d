"""The stage: what the preview shows. The newest content that was right, for one council, as of one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.edition import Edition
from kiosk.content.ground import ground
from kiosk.content.store import ContentStore
from kiosk.domain.authority import Authority
from kiosk.domain.flow import FlowGraph
from kiosk.domain.following import follow, whereabouts
from kiosk.domain.places import Place
from kiosk.domain.session import Session
from kiosk.errors import ContentError, UsageError
from kiosk.qt.session import SessionViewModel

KEPT = 2
"""The content shown, and that before it: a screen on its way out may still ask for its words."""


@dataclass
class ShownDay:
    """The day that everything is shown as of; None means the clock's."""

    chosen: date | None = None

    def __call__(self) -> date:
        """Return the day."""
        return self.chosen or date.today()


@dataclass(frozen=True)
class _Visit:
    """A visit on some content, and where on it that is."""

    session: Session
    where: tuple[Place, object]


class Stage:
    """Puts content under the session. `authority` is the code of the council that the kiosk stands in, or empty."""

    def __init__(self, session: SessionViewModel, authority: str, day: ShownDay) -> None:
        self._session = session
        self._day = day
        self._stores: list[ContentStore] = []
        self._graph = FlowGraph({}, {})
        self._left: _Visit | None = None
        self._arrived: _Visit | None = None
        self.authority = authority
        self.unknown = ""
        """Why the council is not shown, in a sentence; empty where it is, or none is wanted."""

    @property
    def shown(self) -> bool:
        """Whether there is any content to show."""
        return bool(self._stores)

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """Every council that the content knows, by name."""
        known = self._stores[-1].authorities() if self._stores else ()
        return tuple(sorted(known, key=lambda each: each.name))

    @property
    def moved(self) -> bool:
        """Whether the visitor is elsewhere than before the content changed, and has not gone on since."""
        if self._left is None or self._arrived is None or self._session.session != self._arrived.session:
            return False
        return self._left.where != self._arrived.where

    def show(self, database: Path) -> None:
        """Show the content of a database. Raises ContentError where it cannot be read."""
        store = ContentStore(database)
        try:
            self._follow(store)
        except ContentError:
            store.close()
            raise
        self._stores.append(store)
        while len(self._stores) > KEPT:
            old = self._stores.pop(0)
            old.close()
            old.path.unlink(missing_ok=True)

    def stand_in(self, authority: str) -> None:
        """Show the content for another council; empty for none."""
        self.authority = authority
        if self._stores:
            self._follow(self._stores[-1], moving_house=True)

    def as_of(self, day: date | None) -> None:
        """Show the content as of another day; None for the clock's."""
        self._day.chosen = day
        if self._stores:
            self._follow(self._stores[-1])

    def close(self) -> None:
        """Close the content; nothing can be shown any more."""
        for store in self._stores:
            store.close()

    def _follow(self, store: ContentStore, moving_house: bool = False) -> None:
        edition = self._edition(store)
        left = self._visit()
        session = left.session.live_in("") if moving_house else left.session
        arrived = follow(session, ground(_at_home(edition, session.authority)))
        self._session.follow(edition, arrived)
        self._left, self._graph = left, edition.graph
        self._arrived = _Visit(arrived, whereabouts(arrived, self._graph))

    def _visit(self) -> _Visit:
        """Return the visit to go on with: where nobody has touched since, that which was left."""
        now = self._session.session
        if self._left is not None and self._arrived is not None and now == self._arrived.session:
            return self._left
        return _Visit(now, whereabouts(now, self._graph))

    def _edition(self, store: ContentStore) -> Edition:
        try:
            self.unknown = ""
            return Edition(store, self.authority, self._day())
        except UsageError as error:
            self.unknown = str(error)
            return Edition(store, "", self._day())


def _at_home(edition: Edition, authority: str) -> Edition:
    """Return the content as the visitor sees it, who may have chosen a council of their own."""
    known = edition.store.authority(authority) if authority else None
    return Edition(edition.store, known.code, edition.on) if known else edition
