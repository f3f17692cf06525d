"""Sign-offs: who has read an outcome and found it right, bound to exactly the words and rules that they read."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.language import ENGLISH
from kiosk.domain.text import Text

if TYPE_CHECKING:
    from kiosk.content.content import Content
    from kiosk.domain.outcome import Outcome

SIGNOFFS = "signoffs.toml"
_HASH_LENGTH = 16
_NOT_SIGNED = {"fact", "sources", "symbol"}
"""What a sign-off does not speak of: sources have review dates of their own."""


@dataclass(frozen=True)
class SignOff:
    """Somebody, by name or role, found an outcome right on a day; `hash` says which words and rules those were."""

    outcome: str
    hash: str
    by: str
    on: date


@dataclass(frozen=True)
class Standing:
    """The sign-offs of an outcome: those of what it says today, and those of what it said before."""

    signed: tuple[SignOff, ...]
    outdated: tuple[SignOff, ...]


def fingerprint(content: Content, outcome: Outcome) -> str:
    """Return the hash of all that an outcome says to anybody, of its steps, and of the rules behind its dates."""
    steps = [step for route in outcome.routes for step in route.steps]
    rules = sorted({step.deadline.rule for step in steps if step.deadline})
    said = [_plain(content, each) for each in (outcome, *(content.rules[rule] for rule in rules))]
    written = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).hexdigest()[:_HASH_LENGTH]


def standing(content: Content, outcome: Outcome) -> Standing:
    """Return who has signed an outcome, and who signed it before its words or rules changed."""
    today = fingerprint(content, outcome)
    about = [each for each in content.signoffs if each.outcome == outcome.id]
    return Standing(
        signed=tuple(each for each in about if each.hash == today),
        outdated=tuple(each for each in about if each.hash != today),
    )


def sign(folder: Path, signoff: SignOff) -> None:
    """Write one more sign-off at the end of those in a data folder."""
    lines = ("[[signoff]]", *(f"{name} = {_toml(getattr(signoff, name))}" for name in ("outcome", "hash", "by", "on")))
    with (folder / SIGNOFFS).open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(lines) + "\n")


def _toml(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _plain(content: Content, value: object) -> object:
    """Return a value as JSON can hold it, with the words of each text in its place."""
    if isinstance(value, Text):
        ids = {value.id, *map(value.words_id, value.variants)}
        return {words_id: content.words[ENGLISH].get(words_id, "") for words_id in ids}
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _plain(content, inner) for name, inner in named.items() if name not in _NOT_SIGNED}
    if isinstance(value, tuple):
        return [_plain(content, inner) for inner in value]
    return value if value is None else str(value)
