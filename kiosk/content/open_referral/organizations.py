"""Organizations of a feed: who runs a service, by the id that they have here."""

from __future__ import annotations

from typing import Any

from kiosk.content.council import Council
from kiosk.content.listing import Table
from kiosk.content.open_referral.catalogue import Item
from kiosk.content.open_referral.foreign import web_page
from kiosk.content.open_referral.naming import Naming
from kiosk.content.open_referral.record import Record
from kiosk.content.open_referral.restored import identifier


class Organizations:
    """The tables of a council's organizations as a feed has them, and the `places` that they stand at."""

    def __init__(self, council: Council) -> None:
        self._council = council
        self._there = {str(table.get("id")): table for table in council.listing.organizations}
        self._ids = Naming("organization", council, council.listing.organizations)
        self._named: dict[str, str] = {}
        self._found: dict[str, dict[str, Any]] = {}
        self.places: dict[str, str] = {}

    def id(self, item: Item) -> str:
        """Return the id of the organization that runs a service; empty, with a problem, where there is none."""
        record = item.record.record("organization")
        name = record.words("name") if record else ""
        if record is None or not name:
            message = 'is missing, or has no name. Name one of the listing in the mapping file: organization = "…".'
            item.record.complain(message, "organization")
            return ""
        ours = identifier(record) if item.marks.service else ""
        if f"organization.{ours}" in self._council.taken:
            return ours  # it stands in another file, such as that of a national charity
        id_ = ours or self._of_name(name)
        self._keep(id_, name, record, {} if ours else self._there.get(id_, {}))
        return id_

    def tables(self, used: set[Any], before: set[Any]) -> tuple[Table, ...]:
        """Return the organizations of the listing that services use now, or that none used before."""
        every = {**self._there, **self._found}
        idle = every.keys() - before - self._found.keys()
        return tuple(table for id_, table in every.items() if id_ in used or id_ in idle)

    def _of_name(self, name: str) -> str:
        called = name.casefold()
        if called not in self._named:
            self._named[called] = self._ids.made(name)
        return self._named[called]

    def _keep(self, id_: str, name: str, record: Record, before: Table) -> None:
        website = record.word("website") if record.exact else web_page(record, "website")
        self._found[id_] = {**before, "id": id_, "name": name, **({"website": website} if website else {})}
        self.places[f"organization {id_}"] = record.place
