"""What is wrong in a TOML file, for whoever typed it: the parser's words are for programmers."""

from __future__ import annotations

_MEANT = {
    r"Illegal character '\n'": "a quote is missing at the end of the line",
    "Unterminated string": "a quote is missing at the end",
    "Illegal character": "there is a character that cannot stand here",
    "Invalid value": "a value is missing, or stands in no straight quotes",
    "Expected newline": "the line goes on after its value has ended; inside words, write “curly” quotes",
    "Expected '=' after a key in a key/value pair": "after a name stands =",
    "Invalid statement": "a line begins with a name and =, or with a [table]",
    "Invalid date": "this day is in no calendar",
    "Cannot overwrite a value": "this name is there twice",
    "Duplicate inline table key": "this name is there twice",
    "Cannot declare": "this [table] is there twice",
    "Unclosed array": "a list is not closed with ], or lacks a comma",
    "Unclosed inline table": "a { is not closed with }, or lacks a comma; inside words, write “curly” quotes",
    "Expected ']]' at the end of an array declaration": "a [[table]] is not closed with ]]",
    "Expected ']' at the end of a table declaration": "a [table] is not closed with ]",
    "Unescaped": r"a \ in straight quotes is written \\",
}
"""What the parser of Python says, by its beginning, and what it means."""


def mistyped(error: ValueError) -> str:
    """Return what the parser found wrong, in plain words where they are known, and at which line and column."""
    said = str(error)
    what, bracket, where = said.rpartition(" (at ")
    meant = next((words for heard, words in _MEANT.items() if what.startswith(heard)), "")
    return f"{meant}{bracket}{where}" if meant else said
