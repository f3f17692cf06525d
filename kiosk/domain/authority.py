"""Authorities: the councils responsible for education, by ONS code, and who follows whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.domain.text import Text


@dataclass(frozen=True)
class Authority:
    """A council responsible for education. The validity dates are inclusive; None means without limit.

    `succeeds` is the code of the authority that it takes over from, empty for none. A `provisional` code is our own,
    for as long as the ONS code is not known. `notice` is what is said of the services of an authority that has ended.
    """

    code: str
    name: str
    official_name: str
    kind: str
    region: str
    valid_from: date | None = None
    valid_to: date | None = None
    succeeds: str = ""
    provisional: bool = False
    notice: Text | None = None

    def has_begun(self, day: date) -> bool:
        """Whether its first day is here or past."""
        return self.valid_from is None or self.valid_from <= day

    def has_ended(self, day: date) -> bool:
        """Whether its last day is past."""
        return self.valid_to is not None and self.valid_to < day

    def valid_on(self, day: date) -> bool:
        """Whether it is responsible for education on a day."""
        return self.has_begun(day) and not self.has_ended(day)


def authorities_on(authorities: Iterable[Authority], day: date) -> tuple[Authority, ...]:
    """Return the authorities that are responsible on a day, in their order."""
    return tuple(each for each in authorities if each.valid_on(day))


def responsible_on(authorities: Iterable[Authority], authority: Authority, day: date) -> tuple[Authority, ...]:
    """Return who is responsible on a day where an authority is, was or will be.

    That is the authority itself; once it has ended, those that succeed it; before it begins, the one it succeeds.
    """
    if authority.valid_on(day):
        return (authority,)
    if authority.has_ended(day):
        return tuple(each for each in authorities_on(authorities, day) if each.succeeds == authority.code)
    return tuple(each for each in authorities_on(authorities, day) if each.code == authority.succeeds)
