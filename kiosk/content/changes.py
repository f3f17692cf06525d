"""What changed between two sets of content: thing by thing, and of each thing fact by fact, in English words.

A set of content is a folder of sources or a content database; either becomes a `Snapshot`, and two are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.store import ContentStore
from kiosk.domain.fact import Fact
from kiosk.domain.outcome import Step
from kiosk.domain.rules import Count
from kiosk.domain.text import Text

_NAMES = ("name", "title", "text")
"""The fields by which things are called, the first that a thing has."""
_REVIEW = "fact, reviewed on"


@dataclass(frozen=True)
class Snapshot:
    """Everything that a set of content says: each thing by its kind and id, and the English words of words ids."""

    things: Mapping[str, Any]
    words: Callable[[str], str]

    def name(self, key: str) -> str:
        """Return what a thing is called."""
        thing = self.things[key]
        called = next(getattr(thing, field) for field in _NAMES if hasattr(thing, field))
        return self.words(called.id) if isinstance(called, Text) else str(called)

    def facts(self, key: str) -> dict[str, str]:
        """Return every fact of a thing, in words, by where it stands in it."""
        return dict(self._facts(self.things[key], ()))

    def _facts(self, value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        if isinstance(value, Text):
            yield from self._said(value, path)
        elif isinstance(value, Step) and path:
            yield ", ".join(path), value.id  # a thing by itself: what it says is told once, there
        elif isinstance(value, Count):
            yield ", ".join(path), _counted(value)  # one fact: a number says nothing without its unit
        elif is_dataclass(value):
            for field in fields(value):
                yield from self._facts(getattr(value, field.name), (*path, field.name.replace("_", " ")))
        elif isinstance(value, tuple):
            for number, inner in enumerate(value, 1):
                name = "" if isinstance(inner, Text) else getattr(inner, "id", "")
                yield from self._facts(inner, (*path, str(name or number)))
        elif value not in (None, ""):
            yield ", ".join(path), str(value)

    def _said(self, text: Text, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        yield ", ".join(path), self.words(text.id)
        for audience in sorted(text.variants):
            yield ", ".join((*path, f"to a {audience}")), self.words(text.words_id(audience))


@dataclass(frozen=True)
class Difference:
    """One fact of a thing that is not as it was; `before` or `after` is empty where there was or is none."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A thing that is new (no `before`), gone (no `after`), or says something else; `key` is its kind and id."""

    key: str
    before: str
    after: str
    differences: tuple[Difference, ...] = ()
    reviewed_on: str = ""
    """The day of the last review, where it is still that of before: nobody has looked at what changed."""


def of_content(content: Content) -> Snapshot:
    """Return what a folder of sources says."""
    words = content.words[ENGLISH]
    kinds = {
        "question": content.graph.questions.values(),
        "outcome": content.outcomes.values(),
        "step": content.steps.values(),
        "rule": content.every_rule(),
        "role": content.roles.values(),
        "service": content.services,
        "word": content.terms,
        "council": content.authorities.values(),
    }
    return Snapshot(_keyed(kinds), lambda words_id: words.get(words_id, ""))


def of_store(store: ContentStore) -> Snapshot:
    """Return what a content database says."""
    outcomes, authorities = store.outcomes(), store.authorities()
    directories = [store.directory(code) for code in ("", *(authority.code for authority in authorities))]
    kinds = {
        "question": store.graph().questions.values(),
        "outcome": outcomes,
        "step": [step for outcome in outcomes for route in outcome.routes for step in route.steps],
        "rule": [rule for versions in store.rules().values() for rule in versions],
        "role": directories[0].roles.values(),
        "service": [service for directory in directories for service in directory.services],
        "word": store.terms(),
        "council": authorities,
    }
    return Snapshot(_keyed(kinds), store.words(ENGLISH).lookup)


def changes(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Yield every thing that is gone, new or changed: first those of before, in their order, then the new ones."""
    for key in old.things:
        if key not in new.things:
            yield Change(key, old.name(key), "")
        elif found := tuple(_differences(old.facts(key), new.facts(key))):
            yield Change(key, old.name(key), new.name(key), found, _not_reviewed(old, new, key))
    for key in new.things:
        if key not in old.things:
            yield Change(key, "", new.name(key))


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for fact in dict.fromkeys((*before, *after)):
        if before.get(fact, "") != after.get(fact, ""):
            yield Difference(fact, before.get(fact, ""), after.get(fact, ""))


def _counted(count: Count) -> str:
    said = f"{abs(count.number)} {count.unit}{' before' if count.number < 0 else ''}"
    most = f", at most {count.at_most}" if count.at_most else ""
    return f"{said}{most}{', the first day counted' if count.first_day_counts else ''}"


def _not_reviewed(old: Snapshot, new: Snapshot, key: str) -> str:
    if not isinstance(getattr(new.things[key], "fact", None), Fact):
        return ""
    before, after = old.facts(key)[_REVIEW], new.facts(key)[_REVIEW]
    return after if before == after else ""


def _keyed(kinds: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
    """Return things by their kind and what tells them apart: a version of a rule by its key, a council by its code."""
    return {f"{kind} {_id(thing)}": thing for kind, things in kinds.items() for thing in things}


def _id(thing: Any) -> str:
    return next(str(getattr(thing, name)) for name in ("key", "code", "id") if hasattr(thing, name))
