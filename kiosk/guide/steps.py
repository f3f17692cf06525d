"""Steps in words."""

from __future__ import annotations

from kiosk.domain.deadlines import Lack
from kiosk.domain.guidance import GuidedStep
from kiosk.domain.outcome import Step
from kiosk.domain.text import Words
from kiosk.guide.working import why_undated


def step_label(words: Words, step: Step) -> str:
    """Return whether a step has to be taken: in its own words, else in those of its necessity."""
    return words(step.label) if step.label else words.phrase(f"necessity-{step.necessity}")


def date_unknown(words: Words, guided: GuidedStep) -> str:
    """Return what to do today where a step's date cannot be worked out, and why if the visitor cannot know."""
    if guided.undated is None or guided.step.deadline is None:
        return ""
    unknown = words(guided.step.deadline.unknown)
    if guided.undated.lack is Lack.INPUT:
        return unknown
    return f"{why_undated(words, guided.undated)} {unknown}"
