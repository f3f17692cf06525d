"""Every date, through the rules that we ship and through the reference, which was written apart.

`python -m tests.data.every_date` prints how many dates were compared for each rule, and every difference.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from kiosk import paths
from kiosk.content.store import ContentStore
from kiosk.domain.calendar import Holiday, WorkingCalendar
from kiosk.domain.deadlines import Deadline, work_out
from kiosk.domain.rules import Rule
from tests.domain.reference_deadlines import BANK_HOLIDAYS, RULES, Answer, Reference, school_holidays

FIRST, LAST = date(2014, 1, 1), date(2040, 12, 31)
APART = (-60, -31, -1, 0, 1, 7, 28, 29, 30, 31, 32, 45, 60, 62, 90, 200)
"""Days between two inputs of a rule."""

WORKING = WorkingCalendar(frozenset(BANK_HOLIDAYS))
SCHOOL = WORKING.without(Holiday(first, last) for first, last in school_holidays())

Inputs = dict[str, date]


@dataclass
class Comparison:
    """How many dates were compared for one rule, and what the two give where they differ."""

    compared: int = 0
    differences: list[str] = field(default_factory=list)


def compare(versions: Sequence[Rule], reference: Reference, step: int = 1) -> Comparison:
    """Work out one rule twice for every date, or every so many."""
    found = Comparison()
    for given in _every_input(reference, step):
        ours, theirs = _answered(versions, given), _referred(reference, given)
        found.compared += 1
        if ours != theirs:
            found.differences.append(f"{given}: {ours}, and by the reference {theirs}")
    return found


def _every_input(reference: Reference, step: int) -> Iterator[Inputs]:
    """Yield each date for each input that can be given alone, and with each other input some days apart."""
    alone = [name for name in reference.inputs if set(reference.inputs) - {name} <= set(reference.optional)]
    for count in range(0, (LAST - FIRST).days + 1, step):
        day = FIRST + timedelta(days=count)
        yield from ({name: day} for name in alone)
        for first, second in combinations(reference.inputs, 2):
            yield from ({first: day, second: day + timedelta(days=apart)} for apart in APART)


def _answered(versions: Sequence[Rule], given: Inputs) -> Answer | None:
    made = work_out(versions, given, WORKING, SCHOOL)
    if isinstance(made, Deadline):
        return Answer(made.last_day, made.outer_day, made.limit_day, made.advised_day)
    return None


def _referred(reference: Reference, given: Inputs) -> Answer | None:
    decides = next(given[name] for name in reference.inputs if name in given)
    if decides < reference.since:
        return None
    return reference.answer(*(given.get(name) for name in reference.inputs))


def main() -> int:
    """Compare everything with the built content, and say what came of it."""
    began, compared, differences = time.monotonic(), 0, 0
    with ContentStore(paths.BUILT_CONTENT) as store:
        rules = store.rules()
    for id_, reference in RULES.items():
        found = compare(rules[id_], reference)
        compared, differences = compared + found.compared, differences + len(found.differences)
        print(f"{id_:32} {found.compared:9,} compared, {len(found.differences)} differences", flush=True)
        print("".join(f"    {each}\n" for each in found.differences[:3]), end="")
    seconds = time.monotonic() - began
    print(f"{len(RULES)} rules, {compared:,} comparisons from {FIRST} to {LAST}: {differences} differences.", end=" ")
    print(f"{seconds:.0f} seconds.")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
