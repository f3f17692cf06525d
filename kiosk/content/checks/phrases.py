"""Rules of phrases: the content has each that the program needs, with its placeholders, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.reading.entry import nearest
from kiosk.domain.phrases import phrases_with
from kiosk.errors import Problem

_PREFIX = "phrase."
_FILE = "phrases.toml"


def every_phrase_is_there(content: Content) -> Iterator[Problem]:
    """Every phrase that the program needs is there."""
    for name in sorted(_needed(content).keys() - _known(content)):
        yield Problem(_FILE, "phrase", f"“{name}” is missing.")


def no_phrase_is_idle(content: Content) -> Iterator[Problem]:
    """No phrase is there that the program does not say: its name is misspelt, or a newer program’s."""
    needed = _needed(content)
    for name in sorted(_known(content) - needed.keys()):
        hint = nearest(name, needed)
        yield content.problem(f"{_PREFIX}{name}", f"The program says no such phrase. {hint}")


def placeholders(content: Content) -> Iterator[Problem]:
    """Every phrase has the placeholders that the program fills, in every language."""
    needed = _needed(content)
    for language in content.languages:
        words = content.words[language.code]
        for name, wanted in needed.items():
            words_id = f"{_PREFIX}{name}"
            if words_id in words and _placeholders(words[words_id]) != sorted(wanted):
                yield _problem(content, language.code, words_id, wanted)


def _known(content: Content) -> set[str]:
    return {id_.removeprefix(_PREFIX) for id_ in content.words[ENGLISH] if id_.startswith(_PREFIX)}


def _needed(content: Content) -> Mapping[str, frozenset[str]]:
    """Return every phrase that the program and the rules of the content need."""
    return phrases_with(dict.fromkeys(name for rule in content.every_rule() for name in rule.inputs))


def _placeholders(words: str) -> list[str] | None:
    """Return the placeholders of a phrase; None where it cannot be filled."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        return None
    if any(spec or conversion for _, _, spec, conversion in parts):
        return None
    return sorted({name for _, name, _, _ in parts if name is not None})


def _problem(content: Content, language: str, words_id: str, wanted: frozenset[str]) -> Problem:
    needed = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
    message = f"The placeholders have to be: {needed}."
    if language == ENGLISH:
        return content.problem(words_id, message)
    return Problem(content.origins[f"language.{language}"].file, words_id, message)
