"""Rules of deadline rules: each can be worked out, and is used."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.content import Content
from kiosk.errors import Problem


def rules_can_be_worked_out(content: Content) -> Iterator[Problem]:
    """A rule has a limb that is not optional: otherwise it could have nothing to count from."""
    for rule in content.rules.values():
        if all(limb.optional for limb in rule.limbs):
            yield content.problem(f"rule.{rule.id}", "Needs a limb that is not optional, to count from.")


def rules_are_used(content: Content) -> Iterator[Problem]:
    """Every rule is the deadline of some step."""
    used = {step.deadline.rule for step in content.steps.values() if step.deadline}
    for rule in content.rules.values():
        if rule.id not in used:
            yield content.problem(f"rule.{rule.id}", "No step uses this rule. Use it, or take it out.")
