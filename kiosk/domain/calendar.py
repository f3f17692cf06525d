"""Working days in England and Wales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkingCalendar:
    """Monday to Friday, without the bank holidays of England and Wales (Good Friday and Christmas Day among them)."""

    bank_holidays: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        """Say whether offices are open on this day."""
        return day.weekday() < _SATURDAY and day not in self.bank_holidays

    def on_or_after(self, day: date) -> date:
        """Return the first working day that is not before this day."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """Return the last working day that is not after this day."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def add(self, day: date, working_days: int) -> date:
        """Return the day this many working days after `day`, which itself is not counted."""
        for _ in range(working_days):
            day = self.on_or_after(day + _ONE_DAY)
        return day
