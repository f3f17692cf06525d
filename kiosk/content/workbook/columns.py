"""Columns: what stands where in a workbook. Its sheets are written, read and explained from these alone."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from kiosk.domain.text import AUDIENCES

SEVERAL = "roles"
"""The key that has a column for each of several choices."""
MOST_SEVERAL = 50
"""No service has so many roles; there are some twenty."""
NEEDED = " *"
"""What the heading of a column ends in that has to be filled in."""
OTHER_WORDS = "Other words for some people"


class Kind(Enum):
    """What stands in a column's cells."""

    WORDS = auto()  # what families read; it may be said in other words to some of them
    NAME = auto()
    CODE = auto()  # an address, a postcode, an id
    PHONE = auto()
    DAY = auto()
    CHOICE = auto()
    CODES = auto()  # several, parted by commas
    ORGANIZATION = auto()  # names a row of another sheet
    SERVICE = auto()


@dataclass(frozen=True)
class Column:
    """A column: `key` is the place of its value in a table of the listing, such as `address, postal_code`.

    `band` is the heading over several columns, and `hint` says what to write. A column that is `needed` has to be
    filled in, `unless` that of another heading is. `audience` is whose words it holds, where not everybody's; `number`
    counts the columns of one key.
    """

    key: str
    heading: str
    kind: Kind
    width: int
    hint: str
    band: str = ""
    needed: bool = False
    unless: str = ""
    audience: str = ""
    number: int = 1

    @property
    def title(self) -> str:
        """The heading as it is written."""
        return self.heading + NEEDED if self.needed else self.heading

    def is_missing(self, filled: Container[str]) -> bool:
        """Whether this column has to be filled in where only those of some headings are."""
        return self.needed and self.heading not in filled and not (self.unless and self.unless in filled)

    def numbered(self, number: int) -> Column:
        """Return this column once more, for another choice; only the first is needed."""
        return replace(self, number=number, heading=f"{self.heading} {number}", needed=False)


@dataclass(frozen=True)
class SheetPlan:
    """A sheet: its name, what one row of it is, what it is for, its columns in order, and rows of examples.

    An example is a mapping of headings to what stands below them; its first cell begins with “Example”.
    """

    name: str
    thing: str
    about: str
    plain_columns: tuple[Column, ...]
    examples: tuple[Mapping[str, object], ...]

    def columns(self, several: int) -> tuple[Column, ...]:
        """Return every column; `several` is how many there are of the key that has one for each choice."""
        return (*self._each(several), *self._other_words())

    def _each(self, several: int) -> Iterator[Column]:
        for column in self.plain_columns:
            yield column
            if column.key == SEVERAL:
                yield from (column.numbered(number) for number in range(2, several + 1))

    def _other_words(self) -> Iterator[Column]:
        """Yield the columns for words of its own to an audience, at the end."""
        for column in self.plain_columns:
            for audience in AUDIENCES if column.kind is Kind.WORDS else ():
                whom = audience.replace("-", " ")
                yield replace(
                    column,
                    key=f"{column.key}, {audience}",
                    heading=f"{column.heading}, to a {whom}",
                    hint=f"Only where a {whom} has to read other words than everybody else.",
                    band=OTHER_WORDS,
                    needed=False,
                    audience=audience,
                )
