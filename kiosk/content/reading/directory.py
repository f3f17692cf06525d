"""Reading the directory: authorities, organizations and services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.content.content import PAGE
from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry, nearest
from kiosk.content.reading.facts import fact
from kiosk.content.reading.texts import optional_text, text
from kiosk.domain.authority import Authority
from kiosk.domain.directory import CONFIDENCES, PHONE_KINDS, Address, Organization, Phone, Service
from kiosk.domain.fact import Source
from kiosk.domain.text import Text


def authorities(draft: Draft) -> dict[str, Authority]:
    """Return every authority by its code."""
    entry = files.file(draft, "authorities.toml")
    found = [_authority(below) for below in entry.entries("authority")]
    entry.close()
    return {authority.code: authority for authority in found}


def services(draft: Draft, authorities: Mapping[str, Authority]) -> tuple[tuple[Service, ...], dict[str, Source]]:
    """Return every service, national ones first, and the sources that are a service's own page."""
    files_ = [*_national(draft), *_local(draft, authorities)]
    organizations = {o.id: o for _, entry in files_ for o in _organizations(entry)}
    found: list[Service] = []
    pages: dict[str, Source] = {}
    for authority, entry in files_:
        for below in entry.entries("service"):
            service, page = _service(authority, below, organizations)
            found.append(service)
            pages.update({page.id: page} if page else {})
        entry.close()
    return tuple(found), pages


def _authority(entry: Entry) -> Authority:
    code = entry.code("code")
    entry.claim(f"authority.{code}")
    authority = Authority(
        code=code,
        name=entry.string("name"),
        official_name=entry.string("official_name"),
        kind=entry.string("kind"),
        region=entry.string("region"),
        valid_from=entry.optional_day("valid_from"),
        valid_to=entry.optional_day("valid_to"),
        succeeds=entry.optional_string("succeeds"),
        provisional=entry.flag("provisional", missing=False),
        notice=optional_text(entry, "notice", f"authority.{code}.notice"),
    )
    entry.close()
    return authority


def _national(draft: Draft) -> Iterator[tuple[str, Entry]]:
    for _, entry in files.folder(draft, "services"):
        yield "", entry


def _local(draft: Draft, authorities: Mapping[str, Authority]) -> Iterator[tuple[str, Entry]]:
    for stem, entry in files.folder(draft, "authorities"):
        code = entry.code("authority")
        if code and code != stem:
            entry.complain(f"The authority “{code}” is not the file’s name. Make them the same.", "authority")
        if stem not in authorities and "authorities.toml" not in draft.unread:
            entry.complain(f"There is no authority “{stem}”. {nearest(stem, authorities)}")
        yield stem, entry


def _organizations(entry: Entry) -> Iterator[Organization]:
    for below in entry.entries("organization"):
        id_ = below.identity()
        below.claim(f"organization.{id_}")
        yield Organization(id_, below.string("name"), below.optional_string("website"))
        below.close()


def _service(authority: str, entry: Entry, organizations: Mapping[str, Organization]) -> tuple[Service, Source | None]:
    id_ = entry.identity()
    entry.claim(f"service.{id_}")
    page = _page(id_, entry) if authority else None
    service = Service(
        id=id_,
        organization=_organization(entry, organizations),
        name=entry.string("name"),
        description=text(entry, "description", f"service.{id_}.description"),
        fact=fact(entry, [page.id, *entry.strings("sources")] if page else None),
        roles=_roles(entry),
        phones=tuple(_phone(id_, n, below) for n, below in enumerate(entry.entries("phone"), 1)),
        schedules=tuple(_schedule(id_, n, below) for n, below in enumerate(entry.entries("schedule"), 1)),
        address=_address(entry),
        email=entry.optional_string("email"),
        url=entry.optional_string("url"),
        application_process=optional_text(entry, "application_process", f"service.{id_}.application_process"),
        fees_description=optional_text(entry, "fees_description", f"service.{id_}.fees_description"),
        alert=optional_text(entry, "alert", f"service.{id_}.alert"),
        confidence=entry.word_among("confidence", CONFIDENCES, missing=CONFIDENCES[0]),
        apparent_date=entry.optional_string("apparent_date"),
        authority=authority,
    )
    entry.close()
    return service, page


def _page(service: str, entry: Entry) -> Source | None:
    """Return the page that a local service's details were read on, as a source of its own."""
    address = entry.optional_string("source_url")
    if not address:
        return None
    read_on = entry.optional_day("reviewed_on") or entry.draft.review.reviewed_on
    id_ = f"{PAGE}{service}"
    entry.claim(f"source.{id_}")
    return Source(id_, entry.string("name"), address, read_on, entry.optional_string("apparent_date"))


def _organization(entry: Entry, organizations: Mapping[str, Organization]) -> Organization:
    id_ = entry.string("organization")
    if id_ and id_ not in organizations:
        entry.complain(f"There is no organization “{id_}”. {nearest(id_, organizations)}", "organization")
    return organizations.get(id_, Organization(id_, ""))


def _roles(entry: Entry) -> tuple[str, ...]:
    roles = entry.strings("roles")
    if not roles:
        entry.complain('No role is named. Say what the service is there for: roles = ["…"].')
    return roles


def _phone(service: str, number: int, entry: Entry) -> Phone:
    phone = Phone(
        number=entry.string("number"),
        kind=entry.word_among("type", PHONE_KINDS, missing=PHONE_KINDS[0]),
        description=optional_text(entry, "description", f"service.{service}.phone.{number}.description"),
    )
    entry.close()
    return phone


def _schedule(service: str, number: int, entry: Entry) -> Text:
    schedule = text(entry, "description", f"service.{service}.schedule.{number}.description")
    entry.close()
    return schedule


def _address(entry: Entry) -> Address | None:
    below = entry.entry("address")
    if below is None:
        return None
    city, postal_code = below.optional_string("city"), below.optional_string("postal_code")
    address = Address(below.string("address_1"), city, postal_code)
    below.close()
    return address
