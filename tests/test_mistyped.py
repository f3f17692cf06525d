"""What is wrong in a TOML file is said for whoever typed it."""

from __future__ import annotations

import tomllib

import pytest

from kiosk.mistyped import mistyped


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('a = "x\n', "a quote is missing at the end of the line (at line 1, column 7)"),
        ("a = b\n", "a value is missing, or stands in no straight quotes (at line 1, column 5)"),
        ("a = “x”\n", "a value is missing, or stands in no straight quotes (at line 1, column 5)"),
        ("a =", "a value is missing, or stands in no straight quotes (at end of document)"),
        ('a = "x" y\n', "the line goes on after its value has ended (at line 1, column 9)"),
        ("a = 2026-13-01\n", "the line goes on after its value has ended (at line 1, column 9)"),
        ('a "x"\n', "after a name stands = (at line 1, column 3)"),
        ("a = 1\na = 2\n", "this name is there twice (at line 2, column 6)"),
        ("[a]\n[a]\n", "this [table] is there twice (at line 2, column 3)"),
        ('a = ["x" "y"]\n', "a list is not closed with ], or lacks a comma (at line 1, column 10)"),
        ("[a\n", "a [table] is not closed with ] (at line 1, column 3)"),
        ('a = "\\q"\n', "a \\ in straight quotes is written \\\\ (at line 1, column 8)"),
        ('a = "\0"\n', "there is a character that cannot stand here (at line 1, column 6)"),
    ],
)
def test_a_slip_is_named_in_plain_words(typed: str, said: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(typed)
    assert mistyped(caught.value) == said


def test_what_has_no_plain_words_is_said_as_the_parser_does() -> None:
    assert mistyped(ValueError("Something new (at line 1, column 2)")) == "Something new (at line 1, column 2)"
