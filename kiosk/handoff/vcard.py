"""Contact cards: a service as a vCard 3.0 (RFC 2426), short enough for a code that a phone can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.directory import Address, Phone, Service
from kiosk.domain.text import Words

MOST_BYTES = 362
"""What a code of version 14 holds at error level M: at 1.5 mm a module it is 12 cm wide, as much as a tablet shows."""

_PHONE_TYPES = {"voice": "WORK,VOICE", "textphone": "WORK,TEXTPHONE", "text": "WORK,CELL"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def contact_card(service: Service, words: Words, council: str = "") -> str:
    """Return a service's contact card, the same for the same service; `council` is named in its note.

    A card that would be longer than MOST_BYTES goes without the lines that do not fit, the least useful first.
    """
    name = _escaped(service.name)
    head = ("BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}")
    # Lines end as the RFC wants but are not folded at 75 bytes: not every phone puts them together again.
    return "".join(f"{line}\r\n" for line in _fitting(head, _details(service, words, council), "END:VCARD"))


def _details(service: Service, words: Words, council: str) -> Iterator[str]:
    for phone in service.phones:
        yield _phone(phone)
    if service.email:
        yield f"EMAIL:{_escaped(service.email)}"
    if service.web_page:
        yield f"URL:{_escaped(service.web_page)}"
    yield f"NOTE:{_escaped(_note(service, words, council))}"
    if service.organization.name != service.name:
        yield f"ORG:{_escaped(service.organization.name)}"
    if service.address:
        yield _address(service.address)


def _phone(phone: Phone) -> str:
    return f"TEL;TYPE={_PHONE_TYPES[phone.kind]}:{_escaped(phone.number)}"


def _address(address: Address) -> str:
    street, city, code = (_escaped(part) for part in (address.address_1, address.city, address.postal_code))
    return f"ADR;TYPE=WORK:;;{street};{city};;{code};"


def _note(service: Service, words: Words, council: str) -> str:
    read = service.fact.reviewed_on
    month = words.phrase(f"date-month-{read.month}")
    phrase = "card-note-council" if council else "card-note"
    return words.phrase(phrase, council=council, day=read.day, month=month, year=read.year)


def _escaped(value: str) -> str:
    lines = "\n".join(value.splitlines())
    return "".join(char for char in lines if char == "\n" or char.isprintable()).translate(_ESCAPES)


def _fitting(head: tuple[str, ...], details: Iterable[str], last: str) -> list[str]:
    lines = list(head)
    room = MOST_BYTES - sum(_size(line) for line in (*head, last))
    for line in details:
        if _size(line) <= room:
            lines.append(line)
            room -= _size(line)
    return [*lines, last]


def _size(line: str) -> int:
    return len(line.encode()) + len("\r\n")
