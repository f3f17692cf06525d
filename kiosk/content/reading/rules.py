"""Reading deadline rules."""

from __future__ import annotations

from datetime import date

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading.facts import fact
from kiosk.content.reading.texts import text
from kiosk.domain.deadlines import Closure, Limb, Roll, Rule, Take, Unit

_LEAP_YEAR = 2024
_LEAP_DAY = (2, 29)
_NO_DAY = (1, 1)


def rules(draft: Draft) -> dict[str, Rule]:
    """Return every deadline rule by its id."""
    entry = files.file(draft, "rules.toml")
    found = [_rule(below) for below in entry.entries("rule")]
    entry.close()
    return {rule.id: rule for rule in found}


def _rule(entry: Entry) -> Rule:
    id_ = entry.code()
    entry.claim(f"rule.{id_}")
    rule = Rule(
        id=id_,
        title=text(entry, "title", f"rule.{id_}.title"),
        words=text(entry, "words", f"rule.{id_}.words"),
        passed=text(entry, "passed", f"rule.{id_}.passed"),
        limbs=tuple(_limb(below) for below in entry.entries("limb")),
        fact=fact(entry),
        take=entry.one_of("take", Take, Take.LATEST),
        roll=entry.one_of("roll", Roll, Roll.NONE),
        closures=tuple(_closure(below) for below in entry.entries("closure")),
        advise_working_day=entry.flag("advise_working_day", missing=False),
    )
    entry.close()
    return rule


def _limb(entry: Entry) -> Limb:
    limb = Limb(
        input=entry.identity("input"),
        add=entry.number("add", least=1),
        unit=entry.one_of("unit", Unit),
        optional=entry.flag("optional", missing=False),
        less_days=entry.number("less_days", least=0, missing=0),
    )
    entry.close()
    return limb


def _closure(entry: Entry) -> Closure:
    closure = Closure(_day_of_year(entry, "from"), _day_of_year(entry, "to"))
    entry.close()
    return closure


def _day_of_year(entry: Entry, key: str) -> tuple[int, int]:
    word = entry.string(key)
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{word}")
    except ValueError:
        day = None
    if word and (day is None or (day.month, day.day) == _LEAP_DAY):
        entry.complain(f"“{word}” is not a day of every year, written like 12-25.", key)
    return (day.month, day.day) if day else _NO_DAY
