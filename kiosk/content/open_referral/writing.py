"""Writing a feed: listings as a page of full HSDS 3.0 services, with what HSDS has no field for in attributes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content import listing as listings
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.listing import Table
from kiosk.content.open_referral.restored import DAYS, PLAIN, TEXTS, WORDS
from kiosk.content.open_referral.vocabulary import (
    AT,
    AUTHORITY,
    IDENTIFIER,
    SERVICE_ID,
    attribute,
    fact,
    role,
    uuid,
)
from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.texts import ANY
from kiosk.domain.authority import Authority
from kiosk.domain.directory import Organization
from kiosk.domain.text import AUDIENCES, Words

_STATISTICS = "http://statistics.data.gov.uk/id/statistical-geography"
"""Where the Office for National Statistics names areas by their codes."""
_HERE = "GB"


@dataclass(frozen=True)
class Publication:
    """What is published: a council's services as its listing has them, and the national ones, if any.

    `content` is all that the folder says: the names of roles and organizations, and when things were looked at.
    """

    content: Content
    council: Authority
    local: tuple[Table, ...]
    national: tuple[Table, ...] = ()

    def text(self) -> str:
        """Return it as the text of a JSON file. The same services, the same text."""
        return json.dumps(self.page(), ensure_ascii=False, indent=2) + "\n"

    def page(self) -> dict[str, Any]:
        """Return the one page of the feed."""
        writer = _Writer(self.content)
        services = [writer.service(table, self.council) for table in self.local]
        services += [writer.service(table, None) for table in self.national]
        return {
            "total_items": len(services),
            "total_pages": 1,
            "page_number": 1,
            "size": len(services),
            "first_page": True,
            "last_page": True,
            "empty": not services,
            "contents": services,
        }


def publication(folder: Path, content: Content, council: Authority, national: bool) -> Publication:
    """Return what a data folder has to publish of a council, and of the whole country too, if that is asked for.

    Raises ContentError where the council's file cannot be read; `content` is that of the same folder.
    """
    everywhere = tuple(_national(folder)) if national else ()
    return Publication(content, council, listings.read(folder, council.code).services, everywhere)


def _national(folder: Path) -> Iterator[Table]:
    for _, entry in files.folder(Draft(folder), "services"):
        yield from (below.values for below in entry.entries("service"))


class _Writer:
    """Makes records of tables."""

    def __init__(self, content: Content) -> None:
        self._organizations = {service.organization.id: service.organization for service in content.services}
        self._served: dict[str, list[str]] = {}
        self._facts = {service.id: service.fact for service in content.services}
        for service in content.services:
            self._served.setdefault(service.organization.id, []).append(service.name)
        words = Words(ENGLISH, content.words[ENGLISH].__getitem__)
        self._roles = {each.id: role(each.id, words(each.name), words(each.does)) for each in content.roles.values()}

    def service(self, table: Table, council: Authority | None) -> dict[str, Any]:
        """Return the record of a service; `council` is whose it is, None for a national one."""
        id_ = str(table["id"])
        own = uuid("service", id_)
        organization = self._organizations[str(table["organization"])]
        record: dict[str, Any] = {"id": own, "organization_id": uuid("organization", organization.id)}
        record |= {key: table[key] for key in PLAIN if key in table}
        record |= {key: _main(table[key]) for key in TEXTS if key in table}
        record |= {"status": "active", "assured_date": self._facts[id_].reviewed_on.isoformat()}
        record["organization"] = self._organization(organization)
        record["phones"] = [_phone(own, id_, n, phone) for n, phone in enumerate(table.get("phone", ()), 1)]
        record["schedules"] = [_schedule(own, id_, n, each) for n, each in enumerate(table.get("schedule", ()), 1)]
        record["service_areas"] = [_area(own, id_, council)]
        record["service_at_locations"] = _at_locations(own, id_, table, council)
        record["attributes"] = [*self._role_attributes(own, table), *_facts(own, table, council)]
        return record

    def _organization(self, organization: Organization) -> dict[str, Any]:
        own = uuid("organization", organization.id)
        known = {"id": uuid("organization", organization.id, "identifier"), "organization_id": own}
        record: dict[str, Any] = {"id": own, "name": organization.name}
        record["description"] = f"Runs: {'; '.join(self._served[organization.id])}."
        record |= {"website": organization.website} if organization.website else {}
        identifier = {**known, "identifier_type": IDENTIFIER, "identifier": organization.id}
        return {**record, "organization_identifiers": [identifier]}

    def _role_attributes(self, own: str, table: Table) -> Iterator[dict[str, Any]]:
        for id_ in table["roles"]:
            yield attribute("service", own, self._roles[id_])


def _facts(own: str, table: Table, council: Authority | None) -> Iterator[dict[str, Any]]:
    """Yield what HSDS has no field for."""
    said = {SERVICE_ID: table["id"], **({AUTHORITY: council.code} if council else {})}
    said |= {key: table[key] for key in WORDS if key in table}
    said |= {key: table[key].isoformat() for key in DAYS if isinstance(table.get(key), date)}
    for key, value in said.items():
        yield attribute("service", own, fact(key), value)
    for number, source in enumerate(table.get("sources", ()), 1):
        yield attribute("service", own, fact("sources"), source, number)
    for key in TEXTS:
        yield from _variants("service", own, key, table.get(key))


def _variants(entity: str, own: str, key: str, text: object) -> Iterator[dict[str, Any]]:
    """Yield the words of a text that speaks to each audience in words of its own."""
    for audience, words in text.items() if isinstance(text, Mapping) else ():
        yield attribute(entity, own, fact(f"{key}{AT}{audience}"), words)


def _main(text: Any) -> str:
    """Return the words that a text has for everybody; where it has none, those for the first audience."""
    if isinstance(text, Mapping):
        return str(next(text[audience] for audience in (ANY, *AUDIENCES) if audience in text))
    return str(text)


def _phone(service: str, id_: str, number: int, phone: Table) -> dict[str, Any]:
    own = uuid("service", id_, "phone", str(number))
    record: dict[str, Any] = {"id": own, "service_id": service, "number": phone["number"]}
    record |= {"type": phone["type"]} if "type" in phone else {}
    return {**record, **_described("phone", own, phone)}


def _schedule(service: str, id_: str, number: int, schedule: Table) -> dict[str, Any]:
    own = uuid("service", id_, "schedule", str(number))
    return {"id": own, "service_id": service, **_described("schedule", own, schedule)}


def _described(entity: str, own: str, table: Table) -> dict[str, Any]:
    text = table.get("description")
    if text is None:
        return {}
    attributes = list(_variants(entity, own, "description", text))
    return {"description": _main(text), **({"attributes": attributes} if attributes else {})}


def _area(service: str, id_: str, council: Authority | None) -> dict[str, Any]:
    area = {"id": uuid("service", id_, "area"), "service_id": service, "name": council.name if council else "England"}
    known = council is not None and not council.provisional
    return {**area, "uri": f"{_STATISTICS}/{council.code}"} if council and known else area


def _at_locations(service: str, id_: str, table: Table, council: Authority | None) -> list[dict[str, Any]]:
    """Return where a service is. HSDS asks for a state or province; what we know is the council's region, if that.

    What an address does not have is an empty text in the fields that HSDS asks for, and nothing is made up.
    """
    address = table.get("address")
    if address is None:
        return []
    own, location = uuid("service", id_, "at-location"), uuid("service", id_, "location")
    record = {
        "id": uuid("service", id_, "address"),
        "location_id": location,
        "address_1": address["address_1"],
        "city": address.get("city", ""),
        "state_province": council.region if council else "",
        "postal_code": address.get("postal_code", ""),
        "country": _HERE,
        "address_type": "physical",
    }
    there = {"id": location, "location_type": "physical", "addresses": [record]}
    return [{"id": own, "service_id": service, "location_id": location, "location": there}]


def unused(content: Content, organizations: Iterable[Table]) -> tuple[str, ...]:
    """Return the names of organizations that run no service: a feed of services cannot hold them."""
    used = {service.organization.id for service in content.services}
    return tuple(str(table["name"]) for table in organizations if table["id"] not in used)
