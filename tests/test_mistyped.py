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
        (
            'a = "x" y\n',
            "the line goes on after its value has ended; inside words, write “curly” quotes (at line 1, column 9)",
        ),
        (
            "a = 2026-13-01\n",
            "the line goes on after its value has ended; inside words, write “curly” quotes (at line 1, column 9)",
        ),
        (
            'a = "Say "no" to it"\n',
            "the line goes on after its value has ended; inside words, write “curly” quotes (at line 1, column 11)",
        ),
        (
            'a = { any = "Say "no" to it" }\n',
            "a { is not closed with }, or lacks a comma; inside words, write “curly” quotes (at line 1, column 19)",
        ),
        ("a = { b = 1, b = 2 }\n", "this name is there twice (at line 1, column 19)"),
        ('a = "x', "a quote is missing at the end (at end of document)"),
        ("“a” = 1\n", "a line begins with a name and =, or with a [table] (at line 1, column 1)"),
        ("a = 2026-02-30\n", "this day is in no calendar (at line 1, column 5)"),
        ("[[a]\n", "a [[table]] is not closed with ]] (at line 1, column 4)"),
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
