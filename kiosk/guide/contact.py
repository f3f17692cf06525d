"""A service's contact details, line by line, and how far to trust them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.directory import Phone, Service
from kiosk.domain.text import Words
from kiosk.guide.dates import short_date


class ContactKind(StrEnum):
    """What a line of contact details is."""

    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    ADDRESS = "address"
    SCHEDULE = "schedule"
    PROCESS = "process"
    FEES = "fees"


@dataclass(frozen=True)
class ContactLine:
    """One line: what it is, what to read, and a few words about it ("Textphone", "When you can get in touch")."""

    kind: ContactKind
    text: str
    detail: str


def contact_lines(words: Words, service: Service) -> tuple[ContactLine, ...]:
    """Return everything held about reaching a service, the most useful first; only what is there."""
    return (
        *(
            ContactLine(ContactKind.PHONE, dialled(phone.number), _phone_detail(words, phone))
            for phone in service.phones
        ),
        *_schedules(words, service),
        *_lines(words, service),
    )


def provenance(words: Words, service: Service) -> str:
    """Return where the details come from and how old they are, with the request to check them."""
    read = words.phrase("provenance", date=short_date(words, service.fact.reviewed_on))
    age = words.phrase("provenance-age", age=service.apparent_date) if service.apparent_date else ""
    return f"{read} {age}".strip()


def web_address(url: str) -> str:
    """Return a web address as people read and type it: without "https://" and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def dialled(number: str) -> str:
    """Return a number as people in England dial it: with 0 for the country's +44."""
    return f"0{number.removeprefix('+44').lstrip()}" if number.startswith("+44") else number


def _phone_detail(words: Words, phone: Phone) -> str:
    kind = words.phrase(f"phone-{phone.kind}")
    return f"{kind}: {words(phone.description)}" if phone.description else kind


def _schedules(words: Words, service: Service) -> Iterator[ContactLine]:
    for schedule in service.schedules:
        yield ContactLine(ContactKind.SCHEDULE, words(schedule), words.phrase("contact-schedule"))


def _lines(words: Words, service: Service) -> Iterator[ContactLine]:
    address = ", ".join(service.address.lines()) if service.address else ""
    texts = {
        ContactKind.EMAIL: service.email,
        ContactKind.WEB: web_address(service.web_page),
        ContactKind.ADDRESS: address,
        ContactKind.PROCESS: words(service.application_process),
        ContactKind.FEES: words(service.fees_description),
    }
    for kind, text in texts.items():
        if text:
            yield ContactLine(kind, text, words.phrase(f"contact-{kind}"))
