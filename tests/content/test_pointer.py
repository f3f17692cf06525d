"""The pointer to the content that is shown: one small file, read as it was written or refused whole."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.pointer import MOST_REFUSED, Pointer
from kiosk.content.release import release_id, turn_of
from kiosk.errors import ContentError
from tests.helpers.any_json import JSON


def test_a_pointer_is_read_as_it_was_written() -> None:
    pointer = Pointer("000002-ab", "000001-cd", False, 2, ("000003-ef",))
    assert Pointer.from_bytes(pointer.to_bytes()) == pointer


KEPT = st.fixed_dictionaries(dict.fromkeys(("active", "previous", "proven", "starts", "refused"), JSON))


@given(written=JSON | KEPT)
@example(written={"active": "", "previous": "", "proven": True, "starts": float("inf"), "refused": []})
@example(written={"active": "9" * 5000 + "-a", "previous": "", "proven": True, "starts": 0, "refused": []})
@example(written={"active": "..", "previous": "", "proven": True, "starts": 0, "refused": []})
@settings(max_examples=50)
def test_whatever_is_written_there_is_a_pointer_or_an_error_of_ours(written: Any) -> None:
    """Never one that leads anywhere but to a release."""
    try:
        pointer = Pointer.from_bytes(json.dumps(written).encode())
    except ContentError as error:
        assert str(error).startswith("The pointer to the content is damaged (")
        return
    for release in (pointer.active, pointer.previous, *pointer.refused):
        assert "/" not in release
        assert "." not in release
        assert turn_of(release) >= 0


def test_only_so_many_refusals_are_remembered() -> None:
    pointer = Pointer()
    for number in range(MOST_REFUSED + 5):
        pointer = pointer.refusing(release_id(number, "ab"))
    assert len(pointer.refused) == MOST_REFUSED
    assert pointer.refused[-1] == release_id(MOST_REFUSED + 4, "ab")


def test_one_that_never_was_good_is_not_the_last_good_one() -> None:
    """Two new ones in a row: what is kept to go back to is the one before both."""
    pointer = Pointer("1-a").moved_to("2-b", proven=False).moved_to("3-c", proven=False)
    assert pointer == Pointer("3-c", "1-a", False)
    assert replace(pointer, proven=True).moved_to("4-d", proven=True).previous == "3-c"


@pytest.mark.parametrize(
    ("id_", "turn"), [("000012-ab", 12), ("", 0), ("x-ab", 0), ("-ab", 0), ("1000000-ab", 1000000)]
)
def test_the_turn_stands_in_the_name(id_: str, turn: int) -> None:
    assert turn_of(id_) == turn
