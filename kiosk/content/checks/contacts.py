"""Rules of contact details: a number, address or page that cannot be right is a mistake in copying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kiosk.content.content import PAGE, Content
from kiosk.domain.directory import Service
from kiosk.errors import Problem

_PHONE = re.compile(r"(\+44 ?)?[0-9 ]+")
_PHONE_DIGITS = range(10, 12)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_OLDEST_PAGE = 2020
_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def phones(content: Content) -> Iterator[Problem]:
    """A phone number is one of the United Kingdom: 10 or 11 digits from the 0 on, parted by spaces."""
    for service in content.services:
        for number, phone in enumerate(service.phones, 1):
            if not is_phone(phone.number):
                message = f"“{phone.number}” is not a phone number of the United Kingdom."
                yield _problem(content, service, f"phone {number}, number", message)


def emails(content: Content) -> Iterator[Problem]:
    """An e-mail address has the form of one."""
    for service in content.services:
        if service.email and not is_email(service.email):
            yield _problem(content, service, "email", f"“{service.email}” is not an e-mail address.")


def postcodes(content: Content) -> Iterator[Problem]:
    """A postcode has the form of one, with its space."""
    for service in content.services:
        code = service.address.postal_code if service.address else ""
        if code and not is_postcode(code):
            message = f"“{code}” is not a postcode, written like ST3 6HZ."
            yield _problem(content, service, "address, postal_code", message)


def pages(content: Content) -> Iterator[Problem]:
    """A web page is safe (https); an unsafe one is said only if it was read there."""
    for service in content.services:
        own = service.organization
        pages = ((f"service.{service.id}", service.url, "url"), (f"organization.{own.id}", own.website, "website"))
        for key, page, part in pages:
            if page and not is_page(page, "https") and not _was_read(content, service, page):
                yield content.problem(key, f"“{page}” is not a web address that begins with https://.", part)


def sources(content: Content) -> Iterator[Problem]:
    """A source's address is a web address."""
    for source in content.sources.values():
        if not is_page(source.address, "https", "http"):
            part = "source_url" if source.id.startswith(PAGE) else "address"
            yield content.problem(f"source.{source.id}", f"“{source.address}” is not a web address.", part)


def local_pages_are_recent(content: Content) -> Iterator[Problem]:
    """What helps here was read on a page of 2020 or later, as far as the page's age is known."""
    for service in content.services:
        years = [int(year) for year in _YEAR.findall(service.apparent_date)]
        if service.authority and years and min(years) < _OLDEST_PAGE:
            message = f"The page is of {service.apparent_date}. Details from before {_OLDEST_PAGE} are left out."
            yield _problem(content, service, "apparent_date", message)


def is_phone(number: str) -> bool:
    """Whether this is a phone number of the United Kingdom, as it is written here."""
    national = number.replace("+44", "0", 1).replace(" ", "")
    return bool(_PHONE.fullmatch(number)) and national.startswith("0") and len(national) in _PHONE_DIGITS


def is_email(address: str) -> bool:
    """Whether this has the form of an e-mail address."""
    return bool(_EMAIL.fullmatch(address))


def is_postcode(code: str) -> bool:
    """Whether this has the form of a postcode, with its space."""
    return bool(_POSTCODE.fullmatch(code))


def is_page(address: str, *schemes: str) -> bool:
    """Whether this is a web address of one of these schemes."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in schemes and bool(_HOST.fullmatch(host)) and not re.search(r"\s", address)


def _problem(content: Content, service: Service, part: str, message: str) -> Problem:
    return content.problem(f"service.{service.id}", message, part)


def _was_read(content: Content, service: Service, page: str) -> bool:
    read = (content.sources[source].address for source in service.fact.sources if source in content.sources)
    return is_page(page, "http") and any(urlsplit(address)[:2] == urlsplit(page)[:2] for address in read)
