"""The address of a record: where a service can be visited, else where it gets its post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kiosk.content.checks.contacts import is_postcode
from kiosk.content.open_referral.record import Record, shown

_HERE = ("", "gb", "gbr", "uk", "united kingdom", "great britain", "england", "en", "gb-eng")
_PHYSICAL, _POSTAL, _VIRTUAL = "physical", "postal", "virtual"
_PACKED = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")


def address(record: Record) -> tuple[dict[str, Any], str]:
    """Return the address of a service as a listing has it, and its place in the feed; empty ones where there is none.

    A physical address comes before a postal one. Where there are several, the first is taken and the others are said.
    """
    found = sorted(_addresses(record), key=lambda each: each[0] == _POSTAL)
    if not found:
        return {}, ""
    for _, _, other in found[1:]:
        other.remark("was left out: a service has one address here. Choose in the mapping file.")
    _, table, first = found[0]
    return table, first.place


def _addresses(record: Record) -> Iterator[tuple[str, dict[str, Any], Record]]:
    """Yield the kind and the table of each address that there is, each table once."""
    seen: list[dict[str, Any]] = []
    for at_location in record.records("service_at_locations"):
        location = at_location.record("location")
        if location is None or location.word("location_type").casefold() == _VIRTUAL:
            continue
        of_location = location.word("location_type").casefold()
        for each in location.records("addresses", "physical_addresses"):
            kind = each.word("address_type").casefold() or of_location or _PHYSICAL
            table = {} if kind == _VIRTUAL else _table(each)
            if table and table not in seen:
                seen.append(table)
                yield kind, table, each


def _table(each: Record) -> dict[str, Any]:
    country = each.word("country").casefold()
    if country not in _HERE:
        each.remark(f"was left out: it is in {shown(country).upper()}, not in England.")
        return {}
    first, second = each.words("address_1").strip(" ,"), each.words("address_2").strip(" ,")
    if not first:
        each.remark("was left out: it has no “address_1”.")
        return {}
    lines = ", ".join(dict.fromkeys(line for line in (first, second) if line))
    table = {"address_1": lines, "city": each.words("city"), "postal_code": _postcode(each)}
    return {key: value for key, value in table.items() if value}


def _postcode(each: Record) -> str:
    written = each.word("postal_code")
    code = _PACKED.sub(r"\1 \2", re.sub(r"[\s-]", "", written.upper()))
    if code and not is_postcode(code):
        each.remark(f"was left out: “{shown(written)}” is not a postcode, written like ST3 6HZ.", "postal_code")
        return ""
    return code
