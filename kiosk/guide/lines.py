"""Lines of plain text: headings, lists, and none too long for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

WIDTH = 100
"""Characters in a line, at most."""
SIDE = "    "
"""How far a line stands in that belongs to the one above."""


def heading(said: str) -> tuple[str, str, str]:
    """Return a heading, apart from what is above it, and underlined."""
    return "", said, "-" * len(said)


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a list below a heading; nothing for an empty one."""
    listed = [f"- {line}" for line in lines]
    if listed:
        yield from (*heading(title), *listed)


def wrapped(lines: Iterable[str]) -> str:
    """Return lines as one text, each broken where it is too long; what follows stands under its own beginning."""
    return "\n".join(line for each in lines for line in _broken(each)).lstrip("\n") + "\n"


def _broken(line: str) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    hanging = indent + "  " if line.startswith("- ") else indent
    wrapper = TextWrapper(WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(line) or [""]
