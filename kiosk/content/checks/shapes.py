"""Rules of shape: what reading proves of sources on the way, for content that was read from a database.

The other rules may then take it for granted: every text has words, every line says something and is no longer than a
screen can show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any
from unicodedata import category

from kiosk.content.checks import readings
from kiosk.content.checks.ids import is_id
from kiosk.content.content import PAGE, Content
from kiosk.content.language import DIRECTIONS, ENGLISH, Language
from kiosk.domain.directory import CONFIDENCES, PHONE_KINDS, Phone, Service
from kiosk.domain.fact import Fact, Source
from kiosk.domain.flow import Option
from kiosk.domain.glossary import OR
from kiosk.domain.outcome import LawReference, WatchOut
from kiosk.domain.response import Condition
from kiosk.domain.rules import Reading, Subject
from kiosk.domain.text import AUDIENCES, Text
from kiosk.errors import Problem

MOST_LETTERS = 1_000
"""In one line."""
MOST_ENGLISH = 2_000_000
"""Letters in all that is said in English."""
MOST_FORMS = 20
"""In which a term is written."""
MOST_WANTED = 20
"""Questions of one condition, and answers to each of them."""

_SYMBOL = re.compile(r"[a-z0-9_]*")
_MAY_BE_EMPTY = {(Subject, "symbol"), (Source, "apparent_date")}
"""Besides what has the empty line as its default."""
_AMONG: Mapping[tuple[type, str], tuple[str, ...]] = MappingProxyType(
    {
        (Option, "audience"): ("", *AUDIENCES),
        (Phone, "kind"): PHONE_KINDS,
        (Service, "confidence"): CONFIDENCES,
        (Language, "direction"): DIRECTIONS,
    }
)
"""Words of which there are but a few."""
_LISTS = ("rows", "roles", "sources", "fallback_roles", "rights")
_NEVER_EMPTY = {(Fact, "sources"), (WatchOut, "sources"), (LawReference, "sources"), (Service, "roles")}


def shapes(content: Content) -> Iterator[Problem]:
    """Yield what nobody could have read from sources."""
    yield from _words(content)
    yield from _languages(content)
    for key, thing in _things(content):
        yield from (content.problem(key, message) for message in _faults(content, thing))
    for term in content.terms:
        if content.words[ENGLISH].get(term.forms.id, "").count(OR) >= MOST_FORMS:
            yield content.problem(f"term.{term.id}", f"Is written in more than {MOST_FORMS} forms.")
    for id_, versions in content.rules.items():
        if not versions:
            yield content.problem(f"rule.{id_}", "Has no version.")


def _words(content: Content) -> Iterator[Problem]:
    for code, words in content.words.items():
        for words_id, said in words.items():
            for message in _line(said, may_be_empty=False):
                yield content.problem(f"words.{code}.{words_id}", message)
    letters = sum(map(len, content.words.get(ENGLISH, {}).values()))
    if letters > MOST_ENGLISH:
        yield content.problem("words.en", f"English has {letters} letters in all; {MOST_ENGLISH} is the most.")


def _languages(content: Content) -> Iterator[Problem]:
    if not content.languages or content.languages[0].code != ENGLISH:
        yield content.problem("language.en", "English has to be the first language.")
        return
    english = content.words[ENGLISH].keys()
    for language in content.languages:
        said = content.words[language.code].keys()
        if said - english:
            yield content.problem(f"language.{language.code}", f"English has no text “{min(said - english)}”.")
        if language.complete is not (said == english):
            yield content.problem(f"language.{language.code}", "Is said to be complete or not, and that is wrong.")


def _things(content: Content) -> Iterator[tuple[str, object]]:
    """Yield each thing with its key."""
    named: dict[str, Iterable[Any]] = {
        "flow": content.graph.flows.values(),
        "question": content.graph.questions.values(),
        "outcome": content.outcomes.values(),
        "step": content.steps.values(),
        "subject": content.subjects,
        "rule_group": content.rule_groups.values(),
        "rule": content.every_rule(),
        "group": content.groups,
        "role": content.roles.values(),
        "service": content.services,
        "term": content.terms,
        "authority": content.authorities.values(),
        "source": content.sources.values(),
        "row": content.disagreements.rows.values(),
        "language": content.languages,
        "signoff": content.signoffs,
        "unavoidable": content.unavoidable,
    }
    yield "content.title", content.title
    yield from ((f"used.{right}", condition) for right, condition in content.disagreements.used.items())
    for kind, things in named.items():
        yield from ((f"{kind}.{_called(thing)}", thing) for thing in things)


def _called(thing: object) -> str:
    return next(str(getattr(thing, name)) for name in ("key", "code", "id", "outcome", "words") if hasattr(thing, name))


def _faults(content: Content, value: object) -> Iterator[str]:
    """Yield what is wrong with a value, and with all that it holds."""
    if isinstance(value, Text):
        yield from _text(content, value)
    elif isinstance(value, Condition):
        yield from _condition(value)
    elif isinstance(value, Reading):
        yield from readings.faults(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _faults(content, each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _field(content, value, field)
    elif value is not None and not isinstance(value, (int, date)):
        yield from _line(value, may_be_empty=False)


def _field(content: Content, owner: object, field: Field[Any]) -> Iterator[str]:
    value, this = getattr(owner, field.name), (type(owner), field.name)
    if field.type in ("str", str):
        may_be_empty = field.default == "" or this in _MAY_BE_EMPTY
        faults: Iterator[str] = chain(_line(value, may_be_empty), _word(this, value) if isinstance(value, str) else ())
    elif field.name in _LISTS:
        faults = _list(value, may_be_empty=this not in _NEVER_EMPTY)
    else:
        yield from _faults(content, value)
        return
    yield from (f"“{field.name}”: {fault}" for fault in faults)


def _line(said: object, may_be_empty: bool) -> Iterator[str]:
    if not isinstance(said, str):
        yield "Is no text."
    elif not said.strip() and not (may_be_empty and not said):
        yield "Is empty."
    elif len(said) > MOST_LETTERS:
        yield f"Has {len(said)} letters; {MOST_LETTERS} is the most."
    elif any(category(letter) == "Cc" for letter in said):
        yield "Has a line break, a tab or another control character."


def _word(this: tuple[type, str], word: str) -> Iterator[str]:
    _, field = this
    if (field in ("id", "code") or (field == "version" and word)) and not is_id(word.removeprefix(PAGE)):
        yield "Is no id."
    if field == "symbol" and not _SYMBOL.fullmatch(word):
        yield "Is no name of a symbol."
    if word not in _AMONG.get(this, (word,)):
        yield f"Has to be one of: {', '.join(_AMONG[this])}."


def _list(value: tuple[str, ...], may_be_empty: bool) -> Iterator[str]:
    if not value and not may_be_empty:
        yield "Names nothing."
    if len(set(value)) < len(value):
        yield "Names the same thing twice."
    for each in value:
        yield from _line(each, may_be_empty=False)


def _text(content: Content, text: Text) -> Iterator[str]:
    """A text has words for everybody, and the variants that it says."""
    english = content.words[ENGLISH]
    if any(text.words_id(audience) not in english for audience in AUDIENCES):
        yield f"The text “{text.id}” has no words."
    if text.variants != {audience for audience in AUDIENCES if f"{text.id}@{audience}" in english}:
        yield f"The text “{text.id}” has other variants than it says."


def _condition(condition: Condition) -> Iterator[str]:
    most = max([len(condition.wanted), *(len(values) for _, values in condition.wanted)])
    if most > MOST_WANTED:
        yield f"A condition names more than {MOST_WANTED} questions, or answers of one."
    named = [name for question, values in condition.wanted for name in (question, *values)]
    if not all(map(is_id, named)):
        yield "A condition names what is no id."
