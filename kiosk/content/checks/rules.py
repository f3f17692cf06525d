"""Rules of deadline rules: each can be worked out, is listed, and says one thing for one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kiosk.content.content import Content
from kiosk.content.reading.entry import nearest
from kiosk.domain.calculator import Calculator
from kiosk.domain.rules import Rule
from kiosk.errors import Problem

MOST_OPTIONS = 8
"""On a screen of the calculator: a list to look something up in, so more than on a question to think about."""


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


def subjects_hold_every_rule(content: Content) -> Iterator[Problem]:
    """The calculator reaches every rule: each number that has rules stands under a subject, and no subject is empty."""
    numbered = {rule.group for rule in content.every_rule()}
    subjects = [subject.id for subject in content.subjects]
    for group in content.rule_groups.values():
        if (group.id in numbered or group.subject) and group.subject not in subjects:
            yield content.problem(f"rule_group.{group.id}", f"Name its subject. {nearest(group.subject, subjects)}")
    used = {group.subject for group in content.rule_groups.values() if group.id in numbered}
    every_rule_is_listed = numbered <= {"", *content.rule_groups}
    for subject in content.subjects:
        if every_rule_is_listed and subject.id not in used:
            yield content.problem(f"subject.{subject.id}", "No number with rules stands under it.")


def the_calculator_offers_few(content: Content) -> Iterator[Problem]:
    """No question of the calculator has more options than fit a screen."""
    graph = Calculator(content.subjects, content.rule_groups, content.rules).graph()
    for question in graph.questions.values():
        if len(question.options) > MOST_OPTIONS:
            offered = ", ".join(option.id for option in question.options)
            yield Problem("rules.toml", question.id, f"More than {MOST_OPTIONS} options are offered: {offered}.")


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
