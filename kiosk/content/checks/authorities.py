"""Rules of authorities: somebody is responsible everywhere, before, on and after the day that one follows another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from kiosk.content.content import Content
from kiosk.content.reading.entry import nearest
from kiosk.domain.authority import Authority
from kiosk.errors import Problem

_ONS = re.compile(r"E[0-9]{8}")
_PROVISIONAL = re.compile(r"provisional(-[a-z]+)+")


def periods(content: Content) -> Iterator[Problem]:
    """No authority ends before it begins."""
    for authority in content.authorities.values():
        first, last = authority.valid_from, authority.valid_to
        if first is not None and last is not None and last < first:
            yield _problem(content, authority, "valid_to comes before valid_from.")


def successions(content: Content) -> Iterator[Problem]:
    """Whom an authority succeeds is there, and ends on the day before it begins."""
    for authority in content.authorities.values():
        before = content.authorities.get(authority.succeeds)
        if authority.succeeds and before is None:
            hint = nearest(authority.succeeds, content.authorities)
            yield _problem(content, authority, f"There is no authority “{authority.succeeds}” to succeed. {hint}")
        elif before is not None and not _follows(before, authority):
            message = f"Has to begin on the day after {before.name} ({before.code}) ends: see valid_from and valid_to."
            yield _problem(content, authority, message)


def endings(content: Content) -> Iterator[Problem]:
    """Where an authority ends, another succeeds it, and visitors are told."""
    succeeded = {authority.succeeds for authority in content.authorities.values()}
    for authority in content.authorities.values():
        if authority.valid_to is not None and authority.code not in succeeded:
            yield _problem(content, authority, "Ends, but no authority succeeds it. Add who is responsible then.")
        if authority.valid_to is not None and authority.notice is None:
            yield _problem(content, authority, "Ends, but has no “notice” that its services may have moved.")


def codes(content: Content) -> Iterator[Problem]:
    """A code is the ONS code; where that is not known, it is marked as provisional and looks it."""
    for authority in content.authorities.values():
        if authority.provisional and not _PROVISIONAL.fullmatch(authority.code):
            yield _problem(content, authority, "A provisional code looks like provisional-east-surrey.")
        if not authority.provisional and not _ONS.fullmatch(authority.code):
            yield _problem(
                content, authority, "A code is E and eight digits. If it is not known, add: provisional = true"
            )


def _follows(before: Authority, after: Authority) -> bool:
    day = timedelta(days=1)
    return before.valid_to is not None and after.valid_from is not None and after.valid_from - before.valid_to == day


def _problem(content: Content, authority: Authority, message: str) -> Problem:
    return content.problem(f"authority.{authority.code}", message)
