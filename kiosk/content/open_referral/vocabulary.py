"""Our own words in Open Referral: what a listing says and HSDS has no field for, as attributes with terms of ours.

Every id is made from ours (RFC 9562, version 5), so that the same service has the same id in every export.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from kiosk.content.open_referral.record import Notes, Record

FACTS = "send-kiosk facts"
ROLES = "send-kiosk service roles"
IDENTIFIER = "send-kiosk"
"""The type of the identifier that an organization has here."""
SERVICE_ID, AUTHORITY = "service-id", "authority"
AT = "@"
"""Stands between a text's key and the audience that has words of its own: `description@parent`."""

_NAMESPACE = UUID("5a1c7a0e-6c0b-5c55-9d2e-5e4d6b1f0a31")
_MEANINGS: Mapping[str, str] = {
    SERVICE_ID: "The id of the service in send-kiosk.",
    AUTHORITY: "The GSS code of the council whose service it is.",
    "confidence": "How sure we are of the details: high or medium.",
    "apparent_date": "The age of the page that the details were read on.",
    "source_url": "The page that the details were read on.",
    "sources": "A source of the details, by its id in send-kiosk.",
    "reviewed_on": "The day on which the details were last looked at.",
    "review_by": "The day by which the details have to be looked at again.",
    "reviewer": "Who looked at the details.",
    "effective_from": "The first day on which this holds.",
    "effective_to": "The last day on which this holds.",
}
_OF_A_TEXT = "The words of a text for one audience."


def uuid(*path: str) -> str:
    """Return the id of the thing at a path of our ids, such as `service`, `surrey-sendiass`, `phone`, `1`."""
    return str(uuid5(_NAMESPACE, "/".join(path)))


def attribute(entity: str, owner: str, term: Mapping[str, Any], value: str = "", number: int = 1) -> dict[str, Any]:
    """Return the attribute that links the thing with this uuid to a term."""
    made = {
        "id": uuid("attribute", owner, term["id"], str(number)),
        "link_id": owner,
        "link_entity": entity,
        "link_type": term["taxonomy"],
        "taxonomy_term_id": term["id"],
        "taxonomy_term": dict(term),
    }
    return {**made, "value": value} if value else made


def fact(key: str) -> dict[str, Any]:
    """Return the term of a fact, such as `confidence`."""
    return _term(FACTS, key, key.replace("_", " ").replace("-", " "), _MEANINGS.get(key, _OF_A_TEXT))


def role(id_: str, name: str, does: str) -> dict[str, Any]:
    """Return the term of a service role."""
    return _term(ROLES, id_, name, does)


def _term(taxonomy: str, code: str, name: str, description: str) -> dict[str, Any]:
    terms = {"id": uuid("term", taxonomy, code), "code": code, "name": name, "description": description}
    return {**terms, "taxonomy": taxonomy, "taxonomy_id": uuid("taxonomy", taxonomy), "language": "en"}


@dataclass(frozen=True)
class Marks:
    """What the attributes of a record say in our words: the values of each fact, and roles, in their order."""

    facts: Mapping[str, tuple[str, ...]]
    roles: tuple[str, ...]

    @property
    def service(self) -> str:
        """The id that the service has here; empty for a record that is not ours."""
        return self.one(SERVICE_ID)

    def one(self, key: str) -> str:
        """Return the value of a fact; empty where there is none."""
        return next(iter(self.facts.get(key, ())), "")


def marks(values: Mapping[str, Any]) -> Marks:
    """Return what the attributes of a record say in our words; nothing is said of those that are not ours."""
    found = list(_terms(Record(Notes(""), "", values, exact=True)))
    facts: dict[str, tuple[str, ...]] = {}
    for taxonomy, code, value in found:
        if taxonomy == FACTS and value:
            facts[code] = (*facts.get(code, ()), value)
    roles = dict.fromkeys(code for taxonomy, code, _ in found if taxonomy == ROLES and code)
    return Marks(facts, tuple(roles))


def _terms(record: Record) -> Iterator[tuple[str, str, str]]:
    for each in record.records("attributes"):
        term = each.record("taxonomy_term")
        if term is not None:
            yield term.word("taxonomy"), term.word("code"), each.word("value")
