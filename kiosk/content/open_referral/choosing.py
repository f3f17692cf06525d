"""Choosing: which services of a feed are taken, for which roles, and under which ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.content.council import Council
from kiosk.content.listing import Table
from kiosk.content.open_referral.catalogue import Item, Source
from kiosk.content.open_referral.mapping import ServiceMapping
from kiosk.content.open_referral.naming import Naming
from kiosk.content.open_referral.record import Notes, Record, shown
from kiosk.content.open_referral.vocabulary import AUTHORITY


@dataclass(frozen=True)
class Choice:
    """A service of a feed that is taken: what it is there for, and the id that it has here."""

    item: Item
    roles: tuple[str, ...]
    id: str


class Chooser:
    """Chooses for a council. `without_role` are the services that nobody has given a role, after `choices`."""

    def __init__(self, source: Source, council: Council, mapping: ServiceMapping, notes: Notes) -> None:
        self.without_role: list[Item] = []
        self._source = source
        self._council = council
        self._mapping = mapping
        self._notes = notes
        self._by_page = _unique(council.listing.services)
        self._of_others: Counter[str] = Counter()

    def choices(self, items: Sequence[Item]) -> Iterator[Choice]:
        """Yield what is taken. An id that is known is not given to another service."""
        self._expect_mapped(items)
        given = [(item, roles) for item in items if (roles := self._roles(item))]
        self._tell_of_others()
        ids = Naming("service", self._council, self._council.listing.services)
        known = [self._known_id(item) for item, _ in given]
        for id_ in filter(None, known):
            ids.claim(id_)
        for (item, roles), id_ in zip(given, known, strict=True):
            yield Choice(item, roles, id_ or ids.made(item.record.words("name") or item.id))

    def _expect_mapped(self, items: Iterable[Item]) -> None:
        ids = {item.id for item in items}
        for id_ in self._mapping.services:
            if id_ not in ids:
                message = "has no service with this id. Correct it in the mapping or --role, or take it out there."
                Record(self._notes, f"service {shown(id_)}", {}).complain(f"{self._source.name} {message}")

    def _roles(self, item: Item) -> tuple[str, ...]:
        """Return the roles that a service has here; none where it has none, or where we published it of others."""
        mapped = self._mapping.of(item.id).roles
        of = item.marks.one(AUTHORITY)
        if not mapped and item.marks.service and of != self._council.code:
            self._of_others[of] += 1
            return ()
        ours = tuple(role for role in item.marks.roles if role in self._council.roles)
        roles = mapped or ours or tuple(self._before(item).get("roles", ()))
        if not roles:
            self._expect_no_words(item)
            self.without_role.append(item)
        return roles

    def _expect_no_words(self, item: Item) -> None:
        """A mapping that names a service without a role would do nothing for it."""
        if item.id in self._mapping.services:
            item.record.complain("has no role in the mapping, and none here. Give it one there, or take it out.")

    def _tell_of_others(self) -> None:
        for code, count in self._of_others.items():
            whose = f"services of the council {shown(code)}" if code else "national services, which stand in services/"
            Record(self._notes, "", {}).remark(f"Left out as {whose}: {count}.")

    def _known_id(self, item: Item) -> str:
        """Return the id that a service has here by decision, by our own mark, or by its address; else none."""
        decided = str(self._mapping.of(item.id).instead.get("id", ""))
        return decided or item.marks.service or str(self._before(item).get("id", ""))

    def _before(self, item: Item) -> Table:
        """Return the service of the listing that was read at the address of this one; an empty one where none was."""
        return self._by_page.get(self._source.address(item.id), {})


def _unique(services: Sequence[Table]) -> dict[str, Table]:
    """Return services by the page that they were read on, where only one was read there."""
    pages = [str(table.get("source_url", "")) for table in services]
    return {page: table for page, table in zip(pages, services, strict=True) if page and pages.count(page) == 1}
