"""Reading a feed: those of its services that have a role here become a listing; everything else is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from kiosk.content.council import Council
from kiosk.content.listing import Listing, Table
from kiosk.content.open_referral.catalogue import Item, Source, catalogue
from kiosk.content.open_referral.choosing import Choice, Chooser
from kiosk.content.open_referral.foreign import GONE, SHOWN, translated
from kiosk.content.open_referral.mapping import ServiceMapping
from kiosk.content.open_referral.organizations import Organizations
from kiosk.content.open_referral.record import Notes, Record, shown
from kiosk.content.open_referral.restored import restored
from kiosk.content.submission import Submission
from kiosk.errors import ContentError

_OLDEST = 2020
_ALMOST = 0.9
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_KEPT = ("application_process", "fees_description", "url", "email", "phone", "schedule", "address")
"""What stays as it was where a feed says nothing of it: the UK profile has no field for half of it."""
_STAND_INS = {"name": "Somebody", "description": "They help.", "source_url": "https://www.example.org/"}
"""What is checked in the place of what is missing. It is never written: that it is missing is a problem."""
_SAY = "Say it in the mapping file."
_SAY_WHERE = "Say the address that the file was published at: --published-at."


@dataclass(frozen=True)
class Taken:
    """What was taken of a feed, as a council hands it in; how many services that is, and those without a role here."""

    submission: Submission
    count: int
    without_role: tuple[Item, ...]


def read(source: Source, council: Council, mapping: ServiceMapping, today: date, only_these: bool = False) -> Taken:
    """Read the services of a feed that have a role here, and put them into the listing that a council has.

    A role comes from the mapping; else from an export of ours; else from the service of the listing that was read at
    the same address. What else the listing has stays, unless it is to have `only_these`. Raises ContentError where the
    feed cannot be had, or holds nothing though something is expected of it. All else that is wrong stands in the
    submission.
    """
    notes = Notes(source.name)
    chooser = Chooser(source, council, mapping, notes)
    reading = _Reading(source, council, mapping, today, notes, only_these)
    found = catalogue(source, notes)
    if not (found or notes.problems or notes.remarks) and (council.listing.services or mapping.services):
        raise ContentError(f"{source.name} holds no services at all, so nothing was imported. Ask whoever runs it.")
    reading.take(chooser.choices(found))
    submission = Submission(
        file=source.name,
        listing=reading.listing(),
        places={**reading.places, **reading.organizations.places},
        problems=tuple(dict.fromkeys(notes.problems)),
        notes=tuple(dict.fromkeys(notes.remarks)),
        unsure=frozenset(reading.unsure),
    )
    return Taken(submission, len(reading.services), tuple(chooser.without_role))


class _Reading:
    """A feed as it is read: the tables so far by their ids, and where each stands."""

    def __init__(
        self,
        source: Source,
        council: Council,
        mapping: ServiceMapping,
        today: date,
        notes: Notes,
        only_these: bool,
    ) -> None:
        self.services: dict[str, dict[str, Any]] = {}
        self.organizations = Organizations(council)
        self.places: dict[str, str] = {}
        self.unsure: set[str] = set()
        self._source = source
        self._council = council
        self._mapping = mapping
        self._today = today
        self._notes = notes
        self._only_these = only_these
        self._gone: set[str] = set()
        self._decided_ids = {str(mapped.instead.get("id", "")) for mapped in mapping.services.values()}
        self._there = {str(table.get("id")): table for table in council.listing.services}

    def take(self, choices: Iterable[Choice]) -> None:
        """Read every service that is taken."""
        for choice in choices:
            self._take(choice.item, choice.roles, choice.id)
        self._tell_of_rivals()

    def listing(self) -> Listing:
        """Return what the council has with these services in it."""
        services = tuple({**self._staying(), **self.services}.values())
        used, before = (
            {str(each.get("organization")) for each in tables} for tables in (services, self._there.values())
        )
        return Listing(self._council.code, self.organizations.tables(used, before), services)

    def _tell_of_rivals(self) -> None:
        """Say where a new service has a role that another one of the listing keeps: it may be the same."""
        others = {id_: table for id_, table in self._staying().items() if id_ not in self.services}
        for id_, service in self.services.items():
            roles = () if id_ in self._there else service["roles"]
            for other, table in others.items():
                if {*roles} & {*table.get("roles", ())} and not self._is_decided(id_, other):
                    message = f"is new, and “{table.get('name')}” of the listing has this role too."
                    same = f'If it is the same, give it that id in the mapping file: id = "{other}".'
                    Record(self._notes, self.places[f"service {id_}"], {}).remark(f"{message} {same}")

    def _is_decided(self, id_: str, other: str) -> bool:
        """Whether somebody gave a new service an id of its own; one that is almost that of the other is mistyped."""
        return id_ in self._decided_ids and not get_close_matches(id_, [other], cutoff=_ALMOST)

    def _staying(self) -> dict[str, Table]:
        """Return the services of the listing that stay, whatever the feed says."""
        return {id_: table for id_, table in self._there.items() if not self._only_these and id_ not in self._gone}

    def _take(self, item: Item, roles: tuple[str, ...], id_: str) -> None:
        if self._is_not_shown(item, id_):
            return
        if id_ in self.services:
            message = f"has the id “{id_}” here, as another one has. Give each its own in the mapping file."
            item.record.complain(message)
            return
        item = self._in_full(item)
        instead = self._mapping.of(item.id).instead
        table, places = self._table(item, id_)
        organization = "" if "organization" in instead else self.organizations.id(item)
        run_by = {"organization": organization} if organization else {}
        table = {"id": id_, **run_by, **table, "roles": list(roles), **instead}
        if self._is_too_old(item, table):
            return
        places = _decided(places, instead, item.record.place)
        self.places |= {f"service {id_}": item.record.place}
        self.places |= {f"service {id_}, {key}": place for key, place in places.items()}
        self._expect_whole(item, table)
        self.services[id_] = table

    def _is_not_shown(self, item: Item, id_: str) -> bool:
        status = Record(Notes(""), "", item.record.values).word("status").casefold()
        if not status or status in SHOWN:
            return False
        gone = status in GONE
        self._gone |= {id_} if gone else set()
        why = f"its status is “{shown(status)}”" if gone else f"nobody knows the status “{shown(status)}”"
        before = " It is taken out of the listing." if gone and id_ in self._there else ""
        item.record.remark(f"was left out: {why}.{before}", "status")
        return True

    def _in_full(self, item: Item) -> Item:
        """Return a service with all that hangs on it, where the list does not hold that."""
        if not item.is_short:
            return item
        full = self._source.full(item.id)
        if not isinstance(full, dict):
            item.record.remark("has no full record: only what the list says of it is taken.")
            return item
        return item.in_full(full)

    def _table(self, item: Item, id_: str) -> tuple[dict[str, Any], dict[str, str]]:
        if item.marks.service:
            return restored(item.record, item.marks)
        table, places = translated(item.record, self._source.address(item.id), self._today)
        return {**self._kept(item, id_, table), **table}, places

    def _kept(self, item: Item, id_: str, table: Table) -> Table:
        """Return what stays of the service that the listing has: what the feed says nothing of."""
        before = self._there.get(id_, {})
        kept = {key: before[key] for key in _KEPT if key in before and key not in table}
        if "alert" in before and not {"alert", "phone", "email"} & table.keys():
            kept["alert"] = before["alert"]
        if kept:
            names = ", ".join(key.replace("_", " ") for key in kept)
            item.record.remark(f"says nothing of these, so they stay as they are in the listing: {names}.")
        return kept

    def _is_too_old(self, item: Item, table: Table) -> bool:
        years = [int(year) for year in _YEAR.findall(str(table.get("apparent_date", "")))]
        old = not item.marks.service and bool(years) and min(years) < _OLDEST
        if old:
            message = f"it is of {table['apparent_date']}, and details from before {_OLDEST} are not shown"
            item.record.remark(f"was left out: {message}. If they still hold, have them assured where they are kept.")
        return old

    def _expect_whole(self, item: Item, table: dict[str, Any]) -> None:
        """Complain of what has to be there, and let something stand in for it while the rest is checked."""
        for key, stand_in in _STAND_INS.items():
            if key not in table and not (key == "source_url" and "sources" in table):
                item.record.complain(f"is missing. {_SAY_WHERE if key == 'source_url' else _SAY}", key)
                table[key] = stand_in
                self.unsure.add(f"service {table['id']}")
        if "organization" not in table:
            self.unsure.add(f"service {table['id']}")


def _decided(places: dict[str, str], instead: Table, place: str) -> dict[str, str]:
    """Return the places of the parts of a service, with those that the mapping gives in the place of the feed's."""
    given = {key: f"{place}, {key} in the mapping" for key in instead}
    lists = [key for key in instead if isinstance(instead[key], list)]
    below = {f"{key} {number}": given[key] for key in lists for number in range(1, len(instead[key]) + 1)}
    feed = {part: there for part, there in places.items() if re.split("[ ,]", part)[0] not in instead}
    return {**feed, **given, **below}
