"""Authorities over time: the right council before, on and after the day that one follows another."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.authority import Authority, authorities_on, responsible_on

LAST, FIRST = date(2027, 3, 31), date(2027, 4, 1)


def authority(code: str, **settings: object) -> Authority:
    """Make an authority named after its code."""
    return Authority(code, code, code, "County", "South East", **settings)  # type: ignore[arg-type]


KENT = authority("kent")
SURREY = authority("surrey", valid_to=LAST)
EAST = authority("east-surrey", valid_from=FIRST, succeeds="surrey")
WEST = authority("west-surrey", valid_from=FIRST, succeeds="surrey")
ALL = (EAST, KENT, SURREY, WEST)
BEFORE, AFTER = (KENT, SURREY), (EAST, KENT, WEST)


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2014, 9, 1), BEFORE),
        (date(2027, 3, 31), BEFORE),
        (date(2027, 4, 1), AFTER),
        (date(2027, 4, 2), AFTER),
        (date(2040, 1, 1), AFTER),
    ],
)
def test_each_day_has_the_authorities_of_that_day(day: date, there: tuple[Authority, ...]) -> None:
    assert authorities_on(ALL, day) == there


@pytest.mark.parametrize(
    ("day", "of_surrey", "of_east"),
    [
        (date(2027, 3, 31), (SURREY,), (SURREY,)),
        (date(2027, 4, 1), (EAST, WEST), (EAST,)),
        (date(2027, 4, 2), (EAST, WEST), (EAST,)),
    ],
)
def test_somebody_is_responsible_on_each_day(
    day: date, of_surrey: tuple[Authority, ...], of_east: tuple[Authority, ...]
) -> None:
    assert responsible_on(ALL, SURREY, day) == of_surrey
    assert responsible_on(ALL, EAST, day) == of_east
    assert responsible_on(ALL, KENT, day) == (KENT,)


def test_nobody_is_known_before_the_first_authority_or_after_the_last() -> None:
    """No list goes back for ever; the checker sees to it that it goes on."""
    assert responsible_on([authority("old", valid_to=LAST)], authority("old", valid_to=LAST), FIRST) == ()
    assert responsible_on([authority("new", valid_from=FIRST)], authority("new", valid_from=FIRST), LAST) == ()


def test_both_ends_of_validity_belong_to_it() -> None:
    short = authority("short", valid_from=FIRST, valid_to=FIRST)
    assert [short.valid_on(day) for day in (LAST, FIRST, date(2027, 4, 2))] == [False, True, False]
    assert [short.has_begun(day) for day in (LAST, FIRST)] == [False, True]
    assert [short.has_ended(day) for day in (FIRST, date(2027, 4, 2))] == [False, True]
