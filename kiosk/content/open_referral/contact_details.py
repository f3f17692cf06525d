"""Contact details of a record: phones and e-mail, wherever Open Referral lets them stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.checks.contacts import is_email, is_phone
from kiosk.content.mailbox import is_personal
from kiosk.content.open_referral.record import Record, shown
from kiosk.content.workbook import phone_numbers

_KINDS = {
    "text": "text",
    "sms": "text",
    "textphone": "textphone",
    "minicom": "textphone",
}
_NO_VOICE = ("fax", "pager", "video")
_QUOTES = " \"'“”‘’"
_TEL = re.compile(r"(?:tel(?:ephone)?|phone)\s*:?\s*", re.IGNORECASE)
_EXTENSION = re.compile(r",?\s*(?<![A-Za-z])(?:ext(?:ension)?|x)[.:]?\s*([0-9]{1,6})$", re.IGNORECASE)
_REMARK = re.compile(r"(.*[0-9])\s*\(([^()]*[A-Za-z][^()]*)\)")
_SEVERAL = re.compile(r"\s*(?:[/,;&]|\bor\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class FoundPhone:
    """A phone number with its kind, and what is said of it; `place` is where it stood in the feed."""

    number: str
    kind: str
    description: str
    place: str


def phones(record: Record) -> list[FoundPhone]:
    """Return the phones of a service, each number once; what is no number of the United Kingdom is left out and said.

    Those of its organization are not taken: they may be of somebody else.
    """
    found: dict[str, FoundPhone] = {}
    for phone, department in _phone_records(record):
        for each in _numbers(phone, department):
            found.setdefault(each.number.replace("+44", "0", 1).replace(" ", ""), each)
    return list(found.values())


def email(record: Record) -> str:
    """Return the first e-mail address that is not a person's own; the others are left out and said."""
    chosen = ""
    contacts = [contact for holder in _holders(record) for contact in holder.records("contacts")]
    for holder, name in ((record, ""), *((contact, contact.word("name")) for contact in contacts)):
        address = _address(holder, name)
        if address and chosen and address.casefold() != chosen.casefold():
            holder.remark(f"was left out: “{chosen}” is taken, and one is enough.", "email")
        chosen = chosen or address
    return chosen


def _holders(record: Record) -> Iterator[Record]:
    """Yield all that phones and contacts may hang on."""
    yield record
    for at_location in record.records("service_at_locations"):
        yield at_location
        location = at_location.record("location")
        if location is not None:
            yield location


def _phone_records(record: Record) -> Iterator[tuple[Record, str]]:
    for holder in _holders(record):
        yield from ((phone, "") for phone in holder.records("phones"))
        for contact in holder.records("contacts"):
            yield from ((phone, contact.words("department")) for phone in contact.records("phones"))


def _numbers(phone: Record, department: str) -> Iterator[FoundPhone]:
    kind = phone.word("type").casefold()
    written = _written(phone)
    if not written:
        phone.remark("was left out: it is missing.", "number")
        return
    if kind in _NO_VOICE:
        phone.remark(f"was left out: it is a {kind} number.")
        return
    number, said = _parted(written)
    numbers = [number] if is_phone(number) else [phone_numbers.of_text(part) for part in _SEVERAL.split(number)]
    if not all(map(is_phone, numbers)):
        phone.remark(f"was left out: “{shown(written)}” is not a phone number of the United Kingdom.", "number")
        return
    description = _description(phone, said, department)
    yield from (FoundPhone(each, _KINDS.get(kind, "voice"), description, phone.place) for each in numbers)


def _written(phone: Record) -> str:
    """Return a number as it is written; where it came without quotes, with the 0 that it lost."""
    value = phone.values.get("number")
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = phone.word("number")
        return (phone_numbers.of_digits(int(digits)) or digits) if digits.isascii() and digits.isdigit() else digits
    return _TEL.sub("", phone.word("number").strip(_QUOTES), count=1)


def _parted(written: str) -> tuple[str, str]:
    """Return a number, and what is said in it besides: an extension, or a remark in brackets."""
    extension = _EXTENSION.search(written)
    if extension:
        return phone_numbers.of_text(written[: extension.start()]), f"Extension {extension[1]}"
    number = phone_numbers.of_text(written)
    remark = None if is_phone(number) else _REMARK.fullmatch(written)
    if remark:
        return phone_numbers.of_text(remark[1]), remark[2][:1].upper() + remark[2][1:]
    return number, ""


def _description(phone: Record, said: str, department: str) -> str:
    extension = phone.word("extension")
    parts = [phone.words("description") or department, f"Extension {shown(extension)}" if extension else "", said]
    *before, last = list(dict.fromkeys(part for part in parts if part)) or [""]
    return " ".join((*(part if part.endswith((".", "!", "?")) else f"{part}." for part in before), last))


def _address(holder: Record, name: str) -> str:
    """Return the e-mail address of a service or contact, if it may be shown."""
    address = holder.word("email").strip(_QUOTES + "<>;,").removeprefix("mailto:").strip()
    if not address:
        return ""
    if not is_email(address):
        holder.remark(f"was left out: “{shown(address)}” is not an e-mail address.", "email")
        return ""
    if is_personal(address, name):
        holder.remark("was left out: it looks like a person’s own mailbox. Give that of the team.", "email")
        return ""
    return address
