"""Rules of deadline rules: each can be worked out, is listed, and says one thing for one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kiosk.content.content import Content
from kiosk.content.reading.entry import nearest
from kiosk.domain.rules import Rule
from kiosk.errors import Problem


def rules_can_be_worked_out(content: Content) -> Iterator[Problem]:
    """Every reading of a rule has a limb: otherwise it could have nothing to count from."""
    for rule in content.every_rule():
        if not all(reading.limbs for reading in rule.readings):
            yield content.problem(f"rule.{rule.key}", "Needs a limb, to count from.")


def rules_are_listed(content: Content) -> Iterator[Problem]:
    """A rule that stands under a number names one that is in the list."""
    for rule in content.every_rule():
        if rule.group and rule.group not in content.rule_groups:
            hint = nearest(rule.group, content.rule_groups)
            yield content.problem(f"rule.{rule.key}", f"There is no group “{rule.group}”. {hint}")


def versions_are_apart(content: Content) -> Iterator[Problem]:
    """No two versions of a rule are in force on the same day."""
    for versions in content.rules.values():
        for rule, later in combinations(versions, 2):
            if _overlap(rule, later):
                message = "Is in force on days of another version too. Set effective_to and effective_from apart."
                yield content.problem(f"rule.{later.key}", message)


def _overlap(rule: Rule, other: Rule) -> bool:
    first, second = rule.fact, other.fact
    begins_too_late = first.effective_to and second.effective_from and first.effective_to < second.effective_from
    ends_too_soon = first.effective_from and second.effective_to and second.effective_to < first.effective_from
    return not begins_too_late and not ends_too_soon
