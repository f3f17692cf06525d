"""Restoring: a record that this program wrote, as the table of a listing that it was written from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.content.open_referral.record import Record, places_below
from kiosk.content.open_referral.vocabulary import AT, IDENTIFIER, Marks, marks
from kiosk.content.reading.texts import ANY

DAYS = ("reviewed_on", "review_by", "effective_from", "effective_to")
WORDS = ("confidence", "apparent_date", "source_url", "reviewer")
"""The facts of a service that stand in attributes."""
TEXTS = ("description", "application_process", "fees_description", "alert")
PLAIN = ("name", "url", "email")
"""What stands in fields of its own."""


def restored(record: Record, said: Marks) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the table of a service, but for its organization and roles, and the place of each part of it."""
    table: dict[str, Any] = {"id": said.service}
    table |= {key: record.word(key) for key in PLAIN if record.word(key)}
    table |= {key: value for key in TEXTS if (value := _text(record, said, key))}
    table |= {key: said.one(key) for key in WORDS if said.one(key)}
    table |= {key: day for key in DAYS if (day := _day(record, said.one(key), key))}
    table |= {"sources": list(said.facts["sources"])} if "sources" in said.facts else {}
    below = {"phone": list(_phones(record)), "schedule": list(_schedules(record))}
    table |= {key: [made for made, _ in found] for key, found in below.items() if found}
    places = places_below("phone", (place for _, place in below["phone"]), "number", "description")
    places |= places_below("schedule", (place for _, place in below["schedule"]))
    table |= {"address": address} if (address := _address(record)) else {}
    return table, places


def identifier(organization: Record) -> str:
    """Return the id that an organization has here; empty where it has none."""
    for each in organization.records("organization_identifiers"):
        if each.word("identifier_type") == IDENTIFIER:
            return each.word("identifier")
    return ""


def _text(record: Record, said: Marks, key: str) -> str | dict[str, str]:
    """Return a text: its words, or its variants by audience."""
    words = record.word(key)
    begin = f"{key}{AT}"
    variants = {code.removeprefix(begin): said.one(code) for code in said.facts if code.startswith(begin)}
    if ANY in variants and words:
        variants[ANY] = words
    return variants or words


def _day(record: Record, word: str, key: str) -> date | None:
    return Record(record.notes, record.place, {key: word}).day(key) if word else None


def _phones(record: Record) -> Iterator[tuple[dict[str, Any], str]]:
    for phone in record.records("phones"):
        said = {"number": phone.word("number"), "type": phone.word("type"), "description": _of(phone)}
        yield {key: value for key, value in said.items() if value}, phone.place


def _schedules(record: Record) -> Iterator[tuple[dict[str, Any], str]]:
    for schedule in record.records("schedules"):
        said = _of(schedule)
        yield ({"description": said} if said else {}), schedule.place


def _of(below: Record) -> str | dict[str, str]:
    return _text(below, marks(below.values), "description")


def _address(record: Record) -> dict[str, str]:
    at_location = record.record("service_at_locations")
    location = at_location.record("location") if at_location else None
    address = location.record("addresses") if location else None
    keys = ("address_1", "city", "postal_code")
    return {key: address.word(key) for key in keys if address.word(key)} if address else {}
