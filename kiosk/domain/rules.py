"""Deadline rules as data: limbs, the periods they are made of, which of them counts, and how the law may be read.

Sources: domain reference 3.1, rules R-1 to R-27. The arithmetic is in `kiosk.domain.deadlines`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.fact import Fact
from kiosk.domain.text import Text


class Unit(StrEnum):
    """What a period is counted in. School days need the school's own calendar."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_DAYS = "working-days"
    SCHOOL_DAYS = "school-days"


class Take(StrEnum):
    """Which limb counts when there are several."""

    LATEST = "latest"
    EARLIEST = "earliest"


class Roll(StrEnum):
    """What becomes of an end date that is no working day."""

    NONE = "none"
    NEXT = "next-working-day"
    PREVIOUS = "previous-working-day"


class Party(StrEnum):
    """Who has to act by the date: the family, or a body such as the council that owes them something."""

    FAMILY = "family"
    BODY = "body"


@dataclass(frozen=True)
class Count:
    """So many of a unit after the day reached so far, or before it where `number` is negative.

    `first_day_counts`: the day reached is itself the first of them (R-13, R-17). `at_most`: the outer limit in the
    same unit, 0 for none ("10 working days, at most 20": R-14, R-15).
    """

    number: int
    unit: Unit
    first_day_counts: bool = False
    at_most: int = 0


@dataclass(frozen=True)
class DayOfYear:
    """A fixed day in the year of the day reached so far: 15 February of the year of a move (R-23)."""

    month: int
    day: int


Period = Count | DayOfYear


@dataclass(frozen=True)
class Limb:
    """One way to the end date: from an input, one period after another (R-14: 5 working days, then 10 more)."""

    input: str
    periods: tuple[Period, ...]
    optional: bool = False


@dataclass(frozen=True)
class Closure:
    """Days of the year, both inclusive, in which a period does not end; it may run over the new year (R-5).

    Each end is (month, day).
    """

    first: tuple[int, int]
    last: tuple[int, int]

    def contains(self, day: date) -> bool:
        """Say whether the day falls inside."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last

    def last_day_from(self, day: date) -> date:
        """Return the last day of the closure that this day falls in."""
        year = day.year + ((day.month, day.day) > self.last)
        return date(year, *self.last)


@dataclass(frozen=True)
class Reading:
    """One way to read the law: limbs, which of them counts, and what moves the end date."""

    limbs: tuple[Limb, ...]
    take: Take = Take.LATEST
    roll: Roll = Roll.NONE
    closures: tuple[Closure, ...] = ()

    def lacking(self, known: Collection[str]) -> tuple[str, ...]:
        """Return the inputs that this reading still needs; where any one input will do, all of them."""
        if self.any_input_will_do:
            named = [limb.input for limb in self.limbs]
            return () if any(name in known for name in named) else tuple(dict.fromkeys(named))
        required = (limb.input for limb in self.limbs if not limb.optional)
        return tuple(name for name in dict.fromkeys(required) if name not in known)

    @property
    def any_input_will_do(self) -> bool:
        """Whether it can be worked out from any one of its inputs."""
        return all(limb.optional for limb in self.limbs)

    def units(self) -> frozenset[Unit]:
        """Return what its periods are counted in."""
        periods = (period for limb in self.limbs for period in limb.periods)
        return frozenset(period.unit for period in periods if isinstance(period, Count))

    @property
    def needs_working_days(self) -> bool:
        """Whether bank holidays can change what it gives."""
        counted = self.units() & {Unit.WORKING_DAYS, Unit.SCHOOL_DAYS}
        return bool(counted or self.closures) or self.roll is not Roll.NONE


@dataclass(frozen=True)
class Rule:
    """One version of how a date is worked out. `other` is the other reading where the law can be read in two ways.

    `group`: the rule's number in the law's list, such as R-13; empty where it stands alone. `version`: empty for the
    first of an id. `advise_working_day`: an end that is no working day is shown with the one before it. `age`: what
    was read may be out of date, and the visitor is told to check. `ahead`: what it counts from may be still to come.
    """

    id: str
    title: Text
    words: Text
    passed: Text
    reading: Reading
    fact: Fact
    other: Reading | None = None
    group: str = ""
    version: str = ""
    binds: Party = Party.FAMILY
    advise_working_day: bool = False
    age: bool = False
    ahead: bool = False

    @property
    def key(self) -> str:
        """What tells this version from every other: the id, and the version if it has one."""
        return f"{self.id}.{self.version}" if self.version else self.id

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The reading that the rule goes by, and the other one if there is one."""
        return (self.reading,) if self.other is None else (self.reading, self.other)

    @property
    def inputs(self) -> Mapping[str, bool]:
        """Each input of either reading, in order, and whether it can be left out."""
        named: dict[str, bool] = {}
        for limb in self._limbs():
            named[limb.input] = named.get(limb.input, True) and (limb.optional or limb not in self.reading.limbs)
        return named

    @property
    def needs_school_days(self) -> bool:
        """Whether it cannot be worked out without the school's own calendar."""
        return any(Unit.SCHOOL_DAYS in reading.units() for reading in self.readings)

    @property
    def needs_working_days(self) -> bool:
        """Whether bank holidays can change what it gives."""
        return self.advise_working_day or any(reading.needs_working_days for reading in self.readings)

    def counts_from(self, inputs: Mapping[str, date]) -> date | None:
        """Return the day that decides which version of the law holds: that of the notice or act.

        It is the first input that is known, in the order of the limbs; None where none is.
        """
        return next((inputs[limb.input] for limb in self.reading.limbs if limb.input in inputs), None)

    def holds_on(self, day: date) -> bool:
        """Say whether this version of the rule is in force for a notice or act of this day."""
        return self.fact.holds_on(day)

    def _limbs(self) -> Iterator[Limb]:
        for reading in self.readings:
            yield from reading.limbs


@dataclass(frozen=True)
class Subject:
    """What somebody may need a date for, such as a complaint: the calculator asks for it first."""

    id: str
    title: Text
    symbol: str


@dataclass(frozen=True)
class RuleGroup:
    """A number of the law's list of time limits, such as R-13, and the rules that stand under it.

    A number without rules gives no date of its own: its words say what other rules rest on (R-3 to R-6, R-10, R-11).
    It then has no subject either.
    """

    id: str
    title: Text
    words: Text
    fact: Fact
    subject: str = ""


def version_for(versions: Sequence[Rule], inputs: Mapping[str, date]) -> Rule | None:
    """Return the version of a rule that holds for these dates, or None: the day of the notice or act decides."""
    for rule in versions:
        day = rule.counts_from(inputs)
        if day is not None and rule.holds_on(day):
            return rule
    return None


def version_on(versions: Sequence[Rule], day: date) -> Rule:
    """Return the version of a rule in force on a day; the last one where none is."""
    return next((rule for rule in versions if rule.holds_on(day)), versions[-1])
