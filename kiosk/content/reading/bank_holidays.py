"""The bank holidays of England and Wales, from the list that GOV.UK publishes."""

from __future__ import annotations

from datetime import date


def bank_holidays() -> frozenset[date]:
    """Return every bank holiday of the list that came with the package; nothing is fetched."""
    from govuk_bank_holidays.bank_holidays import BankHolidays  # noqa: PLC0415 - only authors have it

    known = BankHolidays(use_cached_holidays=True)
    return frozenset(holiday["date"] for holiday in known.get_holidays(BankHolidays.ENGLAND_AND_WALES))
