"""Rules of facts: each says when it was looked at, and when it must be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.content.content import Content
from kiosk.errors import Problem

_LONGEST_REVIEW = timedelta(days=366)
_LOOK_AHEAD = timedelta(days=180)
"""As far as most deadlines reach from the day of a letter; what lies beyond says so, and is shown early."""


def reviews_are_ordered(content: Content) -> Iterator[Problem]:
    """Nothing is to be reviewed before it was."""
    for key, fact in content.facts():
        if fact.review_by < fact.reviewed_on:
            message = f"review_by ({fact.review_by}) comes before reviewed_on ({fact.reviewed_on})."
            yield content.problem(key, message, "review_by")


def effects_are_ordered(content: Content) -> Iterator[Problem]:
    """Nothing ends before it begins."""
    for key, fact in content.facts():
        if fact.effective_from and fact.effective_to and fact.effective_to < fact.effective_from:
            yield content.problem(key, "effective_to comes before effective_from.", "effective_to")


def local_services_are_reviewed(content: Content) -> Iterator[Problem]:
    """What helps here was looked at by the content's date, and is looked at again within a year."""
    for service in content.services:
        reviewed_on, review_by = service.fact.reviewed_on, service.fact.review_by
        if service.authority and reviewed_on > content.published:
            message = f"reviewed_on ({reviewed_on}) comes after the content’s date ({content.published})."
            yield content.problem(f"service.{service.id}", message, "reviewed_on")
        if service.authority and review_by - reviewed_on > _LONGEST_REVIEW:
            message = f"Local details are looked at again within a year: review_by is {review_by}."
            yield content.problem(f"service.{service.id}", message, "review_by")


def bank_holidays_reach(content: Content, today: date) -> Iterator[Problem]:
    """The bank holidays are known for as long as a deadline reaches."""
    known_to = max(content.bank_holidays, default=date.min)
    if known_to < today + _LOOK_AHEAD:
        message = f"Bank holidays are known to {known_to} only. Install a newer govuk-bank-holidays."
        yield content.problem("content", message)


def overdue(content: Content, today: date) -> Iterator[Problem]:
    """Everything said should have been looked at again before its day has passed."""
    for key, fact in content.facts():
        if fact.review_by < today:
            yield content.problem(key, f"Should have been looked at again by {fact.review_by}. Read its sources anew.")
