"""Services of others: a record of a feed as the table of a listing, with what is left out of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kiosk.content.checks.contacts import is_page
from kiosk.content.open_referral.contact_details import email, phones
from kiosk.content.open_referral.hours import hours
from kiosk.content.open_referral.plain_words import day_in_words
from kiosk.content.open_referral.postal import address
from kiosk.content.open_referral.record import Record, places_below, shown

SHOWN = ("active", "temporarily closed")
"""The statuses of services that the kiosk shows; a record that gives none is active."""
GONE = ("inactive", "defunct")
_CLOSED = "It is closed for now."
_YEAR = timedelta(days=365)


def translated(record: Record, page: str, today: date) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the table of a service, but for its id, organization and roles, and the place of each part of it.

    `page` is the address of the record on the web, empty where it has none.
    """
    table: dict[str, Any] = {key: record.words(key) for key in ("name", "description", "application_process")}
    table["fees_description"] = _fees(record, today)
    table["alert"] = record.words("alert") or (_CLOSED if record.word("status").casefold() == SHOWN[1] else "")
    table["url"], table["email"] = web_page(record, "url"), email(record)
    table |= _reviewed(record, today)
    table["source_url"] = page or table["url"]
    found, times = phones(record), hours(_schedules(record), today)
    table["phone"] = [_phone(each.number, each.kind, each.description) for each in found]
    table["schedule"] = [{"description": words} for words in times]
    table["address"], at = address(record)
    places = {key: record.where(key) for key in table}
    places |= places_below("phone", (each.place for each in found), "number", "description")
    places |= places_below("schedule", (each.place for each in times.values()))
    places |= {"address": at} if at else {}
    return {key: value for key, value in table.items() if value}, places


def web_page(record: Record, key: str) -> str:
    """Return the web address at a key, if it is a safe one; any other is left out and said."""
    page = record.word(key)
    if not page or is_page(page, "https"):
        return page
    reason = "it does not begin with https://" if is_page(page, "http") else "it is not a web address"
    record.remark(f"was left out: “{shown(page)}” cannot be shown, as {reason}.", key)
    return ""


def _phone(number: str, kind: str, description: str) -> Mapping[str, str]:
    phone = {"number": number, "type": kind}
    return {**phone, "description": description} if description else phone


def _fees(record: Record, today: date) -> str:
    """Return what it costs: in words, or that it is free where every price that holds today is 0."""
    words = record.words("fees_description") or record.words("fees")
    options = [option for option in record.records("cost_options") if _holds(option, today)]
    amounts = [option.values.get("amount") for option in options]
    free = bool(amounts) and all(type(amount) in (int, float) and amount == 0 for amount in amounts)
    if not words and amounts and not free:
        record.remark("were left out: prices have no fields here. Say the cost in the mapping file.", "cost_options")
    return words or ("Free" if free else "")


def _holds(option: Record, today: date) -> bool:
    first, last = option.day("valid_from"), option.day("valid_to")
    return (first is None or first <= today) and (last is None or last >= today)


def _schedules(record: Record) -> list[Record]:
    """Return the schedules of a service; where it has none of its own, those of its places."""
    own = record.records("schedules")
    at_locations = record.records("service_at_locations")
    there = [schedule for each in at_locations for schedule in each.records("schedules", "regular_schedules")]
    locations = [location for each in at_locations if (location := each.record("location"))]
    return own or there or [schedule for each in locations for schedule in each.records("schedules")]


def _reviewed(record: Record, today: date) -> dict[str, Any]:
    """Return when the details were looked at, until when that may be enough, and how old they seem."""
    assured, modified = (_past(record, key, today) for key in ("assured_date", "last_modified"))
    known = [day for day in (assured, modified) if day]
    made: dict[str, Any] = {"apparent_date": day_in_words(max(known)) if known else "undated"}
    made["confidence"] = "high" if assured and today - assured <= _YEAR else "medium"
    return {**made, "reviewed_on": assured, "review_by": assured + _YEAR} if assured else made


def _past(record: Record, key: str, today: date) -> date | None:
    day = record.day(key)
    if day and day > today:
        record.remark(f"was left out: {day} is still to come.", key)
        return None
    return day
