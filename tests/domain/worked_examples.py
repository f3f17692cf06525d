"""The worked examples of the domain reference that a kiosk computes, as data: W-01 to W-25 and W-32 to W-36.

Whoever changes a rule, in the program or in the content, changes nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Example:
    """The facts, and the day that a rule gives for them. `outer` and `advised` are the same unless the example says."""

    name: str
    rule: str
    inputs: dict[str, date]
    last_day: date
    outer: date
    advised: date


def _example(
    name: str, rule: str, inputs: dict[str, str], last_day: str, outer: str = "", advised: str = ""
) -> Example:
    day = date.fromisoformat
    given = {input_: day(written) for input_, written in inputs.items()}
    return Example(name, rule, given, day(last_day), day(outer or last_day), day(advised or last_day))


def _notice(written: str, certificate: str = "") -> dict[str, str]:
    return {"notice": written} | ({"certificate": certificate} if certificate else {})


def ids(examples: Iterable[Example]) -> list[str]:
    """Name examples for a test's report."""
    return [f"{example.name} {example.rule}" for example in examples]


APPEALS = (
    _example("W-01", "R-1", _notice("2026-11-20"), "2027-01-20"),
    _example("W-01", "R-7", _notice("2026-11-20"), "2027-01-20"),
    _example("W-02", "R-1", _notice("2026-11-02"), "2027-01-04"),
    _example("W-02", "R-7", _notice("2026-11-02"), "2027-01-02", advised="2026-12-31"),
    _example("W-03", "R-1", _notice("2026-11-02", "2026-11-27"), "2027-01-04"),
    _example("W-04", "R-1", _notice("2026-11-02", "2026-12-18"), "2027-01-18"),
    _example("W-05", "R-1", _notice("2026-10-01", "2026-11-29"), "2027-01-04"),
    _example("W-05 in 2025", "R-1", _notice("2025-10-01", "2025-11-29"), "2026-01-02"),
    _example("W-06", "R-1", _notice("2026-12-31"), "2027-03-01"),
    _example("W-07", "R-1", _notice("2026-12-30"), "2027-03-01"),
    _example("W-08", "R-1", _notice("2027-12-31"), "2028-02-29"),
    _example("W-09", "R-1", _notice("2026-11-01"), "2027-01-04"),
    _example("W-10", "R-1", _notice("2026-10-26"), "2027-01-04"),
    _example("W-11", "R-1", _notice("2026-10-25"), "2027-01-04"),
    _example("W-12", "R-1", _notice("2027-10-24"), "2027-12-24"),
    _example("W-13", "R-1", _notice("2027-06-10"), "2027-09-01"),
    _example("W-13", "R-7", _notice("2027-06-10"), "2027-08-10"),
    _example("W-14", "R-1", _notice("2027-05-28", "2027-07-12"), "2027-09-01"),
    _example("W-15", "R-1", _notice("2027-06-30"), "2027-09-01"),
    _example("W-16", "R-1", _notice("2027-07-01"), "2027-09-01"),
    _example("W-17", "R-1", _notice("2026-07-31"), "2026-09-30"),
    _example("W-18", "R-1", _notice("2027-05-31"), "2027-07-30", outer="2027-08-02"),
    _example("W-19", "R-1", _notice("2027-01-26"), "2027-03-30"),
    _example("W-20", "R-1", _notice("2027-03-31"), "2027-06-01"),
    _example("W-21", "R-1", _notice("2026-09-23", "2026-11-26"), "2027-01-04"),
    _example("W-21", "R-7", _notice("2026-09-23"), "2026-11-23"),
    _example("W-22", "R-2", _notice("2026-09-23"), "2026-11-23"),
    # Section I alone has no certificate: one that somebody holds all the same must not move the date.
    _example("W-22 with a certificate", "R-2", _notice("2026-09-23", "2026-11-20"), "2026-11-23"),
)
"""About an appeal: R-1 to R-5 and R-7, the rules that the content holds."""

OTHERS = (
    _example("W-21", "R-8", {"told": "2026-11-23"}, "2026-11-26"),
    _example("W-23", "R-9", {"asked": "2026-11-12"}, "2026-12-12"),
    _example("W-24", "R-8", {"told": "2026-12-23"}, "2026-12-30"),
    _example("W-25", "R-13", {"received": "2026-09-07"}, "2026-10-19"),
    _example("W-32", "R-12", {"act": "2026-06-15"}, "2026-12-14"),
    _example("W-33", "R-12", {"act": "2026-02-20"}, "2026-08-19"),
    _example("W-34", "R-12", {"act": "2026-06-26"}, "2026-12-24"),
    _example("W-35", "R-12", {"act": "2026-05-24"}, "2026-11-23"),
    _example("W-36", "R-12", {"act": "2026-08-31"}, "2027-02-26"),
)
"""About other dates: proof that the arithmetic holds for the rules that may follow."""
