"""Working days in England and Wales, school days, and how months are counted."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_MONTHS_IN_YEAR = 12
_TUESDAY, _THURSDAY, _SATURDAY = 1, 3, 5
_CHRISTMAS, _NEW_YEAR = range(25, 29), range(1, 4)
"""The days of December and of January that Christmas, Boxing Day and New Year's Day may be kept on."""


@dataclass(frozen=True)
class Holiday:
    """Days on which a school is shut, both ends inclusive."""

    first: date
    last: date

    def days(self) -> Iterable[date]:
        """Return each of its days."""
        return (self.first + timedelta(days=count) for count in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class WorkingCalendar:
    """Monday to Friday, without the bank holidays of England and Wales (Good Friday and Christmas Day among them).

    The bank holidays are known from `known_from` to `known_to`. Outside, weekdays are counted as working days, which
    gives the earlier date; going back, only days on which no bank holiday has ever fallen by rule are taken.
    """

    bank_holidays: frozenset[date]
    known_from: date = date.min
    known_to: date = date.max

    @classmethod
    def of_whole_years(cls, bank_holidays: Iterable[date]) -> WorkingCalendar:
        """Return the calendar of a list that names all the bank holidays of its first year, its last, and between."""
        listed = frozenset(bank_holidays)
        first, last = min(listed, default=date.max), max(listed, default=date.min)
        return cls(listed, first.replace(month=1, day=1), last.replace(month=_MONTHS_IN_YEAR, day=31))

    def is_working_day(self, day: date) -> bool:
        """Say whether offices are open on this day, as far as is known."""
        return day.weekday() < _SATURDAY and day not in self.bank_holidays

    def on_or_after(self, day: date) -> date:
        """Return the first working day that is not before this day."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """Return the last day that is not after this day and on which offices are surely open."""
        while not self._is_surely_working_day(day):
            day -= _ONE_DAY
        return day

    def add(self, day: date, working_days: int) -> date:
        """Return the day this many working days after `day`, which itself is not counted."""
        for _ in range(working_days):
            day = self.on_or_after(day + _ONE_DAY)
        return day

    def knows(self, first: date, last: date) -> bool:
        """Say whether the bank holidays of all these days are known, both ends inclusive."""
        return self.known_from <= first and last <= self.known_to

    def without(self, holidays: Iterable[Holiday]) -> WorkingCalendar:
        """Return the school days of a school that is shut on these holidays, weekends and bank holidays."""
        shut = {day for holiday in holidays for day in holiday.days()}
        return replace(self, bank_holidays=self.bank_holidays | shut)

    def _is_surely_working_day(self, day: date) -> bool:
        return self.is_working_day(day) and (self.knows(day, day) or not _may_be_bank_holiday(day))


def add_months(day: date, months: int) -> date:
    """Return the same day-number `months` later, or that month's last day where there is none (rule R-3)."""
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_from(day: date, months: int) -> date:
    """Return the last day of a period of months that starts with this day (rules R-12 and R-17).

    It is the day before the same day-number; where the month has no such day, that month's last day.
    """
    same = add_months(day, months)
    return same - _ONE_DAY if same.day == day.day else same


def _may_be_bank_holiday(day: date) -> bool:
    """Say whether bank holidays fall on such a day: they are Mondays, Good Friday, or at Christmas and New Year."""
    at_christmas = (day.month == _MONTHS_IN_YEAR and day.day in _CHRISTMAS) or (day.month == 1 and day.day in _NEW_YEAR)
    return at_christmas or not _TUESDAY <= day.weekday() <= _THURSDAY
