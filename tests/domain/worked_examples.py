"""Every worked example of the domain reference, W-01 to W-51, as data: the facts, and the days that a rule gives.

Whoever changes a rule, in the program or in the content, changes nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Example:
    """The facts, and the days that a rule gives for them.

    `outer` is the later reading's day where the law can be read in two ways, `limit` the outer limit of a period that
    may be made longer, `advised` the working day before a day on which offices are shut; each is the last day unless
    the example says. `holidays` are the school's, first and last day; None where no school is needed.
    """

    name: str
    rule: str
    inputs: dict[str, date]
    last_day: date
    outer: date
    limit: date
    advised: date
    holidays: tuple[tuple[date, date], ...] | None = None

    @property
    def number(self) -> str:
        """The example's number in the domain reference."""
        return self.name[:4]


def _example(name: str, rule: str, inputs: dict[str, str], last_day: str, **others: str) -> Example:
    given = {input_: date.fromisoformat(written) for input_, written in inputs.items()}
    outer, limit, advised = (date.fromisoformat(others.get(key, last_day)) for key in ("outer", "limit", "advised"))
    return Example(name, rule, given, date.fromisoformat(last_day), outer, limit, advised)


def _school(
    name: str, rule: str, inputs: dict[str, str], last_day: str, *holidays: tuple[str, str], **others: str
) -> Example:
    made = _example(name, rule, inputs, last_day, **others)
    shut = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in holidays)
    return Example(**{**vars(made), "holidays": shut})


def _notice(written: str, certificate: str = "") -> dict[str, str]:
    return {"notice": written} | ({"certificate": certificate} if certificate else {})


def ids(examples: Iterable[Example]) -> list[str]:
    """Name examples for a test's report."""
    return [f"{example.name} {example.rule}" for example in examples]


APPEALS = (
    _example("W-01", "R-1", _notice("2026-11-20"), "2027-01-20"),
    _example("W-01", "R-7", _notice("2026-11-20"), "2027-01-20"),
    _example("W-02", "R-1", _notice("2026-11-02"), "2027-01-04"),
    # The Tribunal’s rules do not reach the adviser’s date. That they might is held as the other reading.
    _example("W-02", "R-7", _notice("2026-11-02"), "2027-01-02", outer="2027-01-04", advised="2026-12-31"),
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
    _example("W-13", "R-7", _notice("2027-06-10"), "2027-08-10", outer="2027-09-01"),
    _example("W-14", "R-1", _notice("2027-05-28", "2027-07-12"), "2027-09-01"),
    _example("W-15", "R-1", _notice("2027-06-30"), "2027-09-01"),
    _example("W-16", "R-1", _notice("2027-07-01"), "2027-09-01"),
    _example("W-17", "R-1", _notice("2026-07-31"), "2026-09-30"),
    _example("W-18", "R-1", _notice("2027-05-31"), "2027-07-30", outer="2027-08-02"),
    _example("W-19", "R-1", _notice("2027-01-26"), "2027-03-30"),
    _example("W-20", "R-1", _notice("2027-03-31"), "2027-06-01"),
    _example("W-21", "R-7", _notice("2026-09-23"), "2026-11-23"),
    _example("W-21", "R-8", {"no-mediation": "2026-11-23"}, "2026-11-26"),
    _example("W-21", "R-1", _notice("2026-09-23", "2026-11-26"), "2027-01-04"),
    _example("W-22", "R-2", _notice("2026-09-23"), "2026-11-23"),
    # Section I alone has no certificate: one that somebody holds all the same must not move the date that is shown.
    _example("W-22 with a certificate", "R-2", _notice("2026-09-23", "2026-11-20"), "2026-11-23", outer="2026-12-21"),
)
"""About an appeal."""

OTHERS = (
    _example("W-23", "R-9-meeting", {"mediation-request": "2026-11-12"}, "2026-12-12"),
    _example("W-23", "R-9-certificate", {"cannot-arrange": "2026-12-12"}, "2026-12-16"),
    _example("W-24", "R-8", {"no-mediation": "2026-12-23"}, "2026-12-30"),
    _example("W-25", "R-13-6-weeks", {"request": "2026-09-07"}, "2026-10-19"),
    _example("W-25", "R-13-16-weeks", {"request": "2026-09-07"}, "2026-12-28"),
    _example("W-25", "R-13-20-weeks", {"request": "2026-09-07"}, "2027-01-25"),
    _example("W-26", "R-13-6-weeks", {"request": "2022-12-30"}, "2023-02-10"),
    _example("W-26", "R-13-20-weeks", {"request": "2022-12-30"}, "2023-05-19"),
    _example("W-27", "R-13-draft-comments", {"draft": "2026-11-17"}, "2026-12-01"),
    _example("W-28", "R-22-decision", {"review": "2026-11-05"}, "2026-12-03"),
    _example("W-28", "R-22-final-plan", {"review": "2026-11-05"}, "2027-01-28"),
    # “Before 15 February” is 14 February; that most pages say “by” is held as the other reading. So in W-30.
    _example("W-29", "R-23-school", {"move": "2027-09-01"}, "2027-02-14", outer="2027-02-15"),
    _example("W-30", "R-23-post-16", {"move": "2027-09-01"}, "2027-03-30", outer="2027-03-31"),
    _example("W-30", "R-23-later", {"move": "2027-09-01"}, "2027-04-01"),
    _example("W-31", "R-24", {"request": "2026-11-23"}, "2026-12-08"),
    _example("W-32", "R-12", {"act": "2026-06-15"}, "2026-12-14"),
    _example("W-33", "R-12", {"act": "2026-02-20"}, "2026-08-19"),
    # On a day that is no working day the working day before is shown; that the date moves on is the other reading.
    _example("W-34", "R-12", {"act": "2026-06-26"}, "2026-12-24", outer="2026-12-29"),
    _example("W-35", "R-12", {"act": "2026-05-24"}, "2026-11-23"),
    _example("W-36", "R-12", {"act": "2026-08-31"}, "2027-02-26", outer="2027-03-01"),
    _school("W-37", "R-19-panel", {"posted": "2004-09-13"}, "2004-10-06"),
    _school("W-38", "R-19-panel", {"given": "2026-11-24"}, "2026-12-15"),
    _school("W-39", "R-19-panel", {"given": "2026-12-08"}, "2027-01-12", ("2026-12-21", "2027-01-01")),
    _example("W-40", "R-15-stage-1", {"complaint": "2026-11-09"}, "2026-11-23", limit="2026-12-07"),
    _example("W-40", "R-15-stage-2", {"statement": "2026-11-09"}, "2026-12-14", limit="2027-02-11"),
    _example("W-41", "R-15-ask-stage-3", {"stage-2-reply": "2026-11-27"}, "2026-12-29"),
    _example("W-42", "R-14-acknowledge", {"complaint": "2026-11-23"}, "2026-11-30"),
    _example("W-42", "R-14-answer", {"complaint": "2026-11-23"}, "2026-12-14", limit="2026-12-30"),
    _example(
        "W-42 acknowledged",
        "R-14-answer",
        {"complaint": "2026-11-23", "acknowledged": "2026-11-30"},
        "2026-12-14",
        limit="2026-12-30",
    ),
    _example("W-43", "R-21-ask-stage-1", {"decision": "2026-11-27"}, "2026-12-29"),
    _example("W-44", "R-21-panel", {"stage-2-request": "2026-12-01"}, "2027-01-29"),
    _example("W-45", "R-16-complain", {"event": "2025-12-10", "noticed": "2026-01-15"}, "2027-01-15"),
    _example("W-45", "R-16-acknowledge", {"complaint": "2026-11-18"}, "2026-11-23"),
    # Ambiguous by a day: the example names the later day, and the earlier is shown. 22 November 2026 is a Sunday.
    _example("W-46", "R-17", {"known": "2025-11-23"}, "2026-11-22", outer="2026-11-23", advised="2026-11-20"),
    _school("W-47", "R-20-appeal", {"decision": "2027-03-01"}, "2027-04-13", ("2027-03-26", "2027-04-09")),
    _example("W-48", "R-25-recommendations", {"recommendation": "2026-11-02"}, "2026-12-07"),
    _example("W-49", "R-25-confirm", {"not-opposed": "2026-11-02"}, "2026-11-16"),
    _example("W-49", "R-25-no-plan", {"not-opposed": "2026-11-02"}, "2027-01-11"),
    _example("W-49", "R-25-final-plan", {"not-opposed": "2026-11-02"}, "2027-02-08"),
    _example("W-50", "A17-agreement", {"agreement": "2026-11-23"}, "2026-12-07"),
    _example("W-51", "R-26", {"act": "2026-10-01"}, "2027-01-01", advised="2026-12-31"),
)
"""About every other date."""

EXAMPLES = APPEALS + OTHERS
