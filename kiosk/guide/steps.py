"""Steps in words."""

from __future__ import annotations

from kiosk.domain.outcome import Step
from kiosk.domain.text import Words


def step_label(words: Words, step: Step) -> str:
    """Return whether a step has to be taken: in its own words, else in those of its necessity."""
    return words(step.label) if step.label else words.phrase(f"necessity-{step.necessity}")
