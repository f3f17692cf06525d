"""`send-kiosk deadline`: the date that a rule gives, and how it was worked out, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.arguments import DAY, FILE, day, known, words_in
from kiosk.content.store import ContentStore
from kiosk.domain.calendar import Holiday
from kiosk.domain.deadlines import Deadline, Lack, Undated
from kiosk.domain.rules import Rule, RuleGroup
from kiosk.domain.text import Words
from kiosk.errors import UsageError
from kiosk.guide.dated import Facts, dates_report, listed, worked_out
from kiosk.guide.printed_dates import dates_as_text, list_as_text

NO_HOLIDAYS = "none"
YEARS = range(1990, 2200)
"""The years that a date can be worked out in."""
LONGEST_HOLIDAY = timedelta(days=366)


@click.command()
@click.argument("asked", metavar="[RULE]", required=False)
@click.option("--input", "given", multiple=True, metavar="NAME=YYYY-MM-DD", help="A date that the rule counts from.")
@click.option(
    "--holiday",
    "shut",
    multiple=True,
    metavar="FIRST..LAST",
    help="A holiday of the school, for a rule of school days; “none” where there is none.",
)
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Say it as of this day; else today.")
@click.option("--language", default="en", metavar="CODE", help="The language to say it in.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every date and id.")
@click.option("--content", type=FILE, help="The content database; else the bundled one.")
def deadline(
    asked: str | None,
    given: tuple[str, ...],
    shut: tuple[str, ...],
    as_of: datetime | None,
    language: str,
    as_json: bool,
    content: Path | None,
) -> None:
    """Work out a date: RULE is one rule, or a number such as R-13 for all the rules under it.

    Without RULE it lists every rule and the dates that it counts from.
    """
    today = as_of.date() if as_of else date.today()
    with ContentStore(content or paths.content_database()) as store:
        book = _Book(store, words_in(store, language), today, as_json)
        click.echo(book.answer(asked, given, shut) if asked else book.everything(), nl=False)


@dataclass(frozen=True)
class _Book:
    """The rules of one content database, in one language, as of a day."""

    store: ContentStore
    words: Words
    today: date
    as_json: bool

    def everything(self) -> str:
        """Return the list of all the rules."""
        return self._listed(self.store.rule_groups(), self.store.rules())

    def answer(self, asked: str, given: Iterable[str], shut: Sequence[str]) -> str:
        """Return what one rule gives, or all the rules under a number; what a number says that has no rules.

        Raises UsageError where a date is lacking.
        """
        rules = self._rules(asked)
        if not rules:
            return self._listed({asked: self.store.rule_groups()[asked]}, {})
        working = self.store.working_calendar()
        inputs = _inputs(asked, rules, given, self.today)
        school = working.without(_holidays(shut, self.today)) if shut else None
        dated = _answered(worked_out(rules.values(), Facts(inputs, working, school)))
        if not dated:
            raise UsageError("\n".join(_needed(asked, rules, self.words)))
        read = dict.fromkeys(source for each in dated for source in each.rule.fact.sources)
        report = dates_report(self.words, dated, self.store.sources(read), self.today)
        return _json(report) if self.as_json else dates_as_text(self.words, report)

    def _listed(self, groups: Mapping[str, RuleGroup], rules: Mapping[str, Sequence[Rule]]) -> str:
        every = listed(self.words, groups, rules, self.today)
        return _json(every) if self.as_json else list_as_text(every)

    def _rules(self, asked: str) -> dict[str, tuple[Rule, ...]]:
        rules = self.store.rules()
        known("rule", asked, [*rules, *self.store.rule_groups()])
        under = {id_: versions for id_, versions in rules.items() if versions[-1].group == asked}
        return {asked: rules[asked]} if asked in rules else under


def _inputs(asked: str, rules: Mapping[str, Sequence[Rule]], given: Iterable[str], today: date) -> dict[str, date]:
    names = dict.fromkeys(name for versions in rules.values() for rule in versions for name in rule.inputs)
    inputs: dict[str, date] = {}
    for each in given:
        name, equals, written = each.partition("=")
        if not equals:
            raise UsageError(f"--input {each!r} is not of the form NAME=YYYY-MM-DD.")
        known("input", name, names, f" of the rule {asked!r}")
        if name in inputs:
            raise UsageError(f"The input {name!r} is given twice.")
        inputs[name] = _near_day(written, today)
    return inputs


def _near_day(written: str, today: date) -> date:
    found = day(written, today)
    if found.year not in YEARS:
        raise UsageError(f"{written} is too far off: dates are worked out from {YEARS[0]} to {YEARS[-1]}.")
    return found


def _holidays(shut: Sequence[str], today: date) -> Iterator[Holiday]:
    for each in shut if shut != (NO_HOLIDAYS,) else ():
        first, dots, last = each.partition("..")
        if not dots:
            raise UsageError(f"--holiday {each!r} is not of the form FIRST..LAST, such as 2026-12-21..2027-01-01.")
        holiday = Holiday(_near_day(first, today), _near_day(last, today))
        if not timedelta(0) <= holiday.last - holiday.first <= LONGEST_HOLIDAY:
            raise UsageError(f"--holiday {each!r} has to end after it begins, and within a year.")
        yield holiday


def _answered(dated: Iterable[Deadline | Undated]) -> list[Deadline | Undated]:
    """Return what can be said: a date, or why there is none even though every input is known."""
    return [each for each in dated if isinstance(each, Deadline) or each.lack is not Lack.INPUT]


def _needed(asked: str, rules: Mapping[str, Sequence[Rule]], words: Words) -> Iterator[str]:
    latest = [versions[-1] for versions in rules.values()]
    one_of = len(latest) > 1 or any(rule.reading.any_input_will_do for rule in latest)
    yield f"{asked} needs {'one of these dates' if one_of else 'a date'}:"
    for name in dict.fromkeys(name for rule in latest for name in rule.reading.lacking(())):
        yield f"  --input {name}=YYYY-MM-DD   {words.phrase(f'input-{name}')}"


def _json(report: object) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
