"""Ways: every path to an outcome, with those together that differ only in answers that change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from kiosk.content.checks.survey import Path, Survey
from kiosk.domain.response import DATED, Response
from kiosk.review.voices import Voices

Answers = tuple[tuple[str, frozenset[str]], ...]
"""The questions of a path, each with the answers that lead on."""


@dataclass(frozen=True)
class Ways:
    """The ways to every outcome; `possible` are all answers that any path gives to a question."""

    paths: Mapping[str, list[Path]]
    possible: Mapping[str, frozenset[str]]

    def to(self, outcome: str) -> list[Answers]:
        """Return the ways to an outcome, the shortest first; only the answers that decide."""
        alike = merged(answers(path) for path in self.paths[outcome])
        deciding = {tuple(each for each in way if each[1] != self.possible[each[0]]) for way in alike}
        return sorted(merged(deciding), key=lambda way: (len(way), [(name, sorted(given)) for name, given in way]))


def ways(survey: Survey) -> Ways:
    """Return the ways through everything that was surveyed."""
    paths: dict[str, list[Path]] = {}
    possible: dict[str, frozenset[str]] = {}
    for path in survey.paths:
        paths.setdefault(path.outcome, []).append(path)
        for question, given in answers(path):
            possible[question] = possible.get(question, frozenset()) | given
    return Ways(paths, possible)


def html(voices: Voices, found: Ways, outcome: str) -> str:
    """Return the ways to an outcome as a list."""
    lines = "".join(f"<li>{_line(voices, way)}</li>" for way in found.to(outcome))
    count = len(found.paths[outcome])
    paths = "One complete path leads" if count == 1 else f"{count} complete paths lead"
    return f"<p>{paths} here, in these ways. Answers that change nothing are left out.</p><ul class='ways'>{lines}</ul>"


def _line(voices: Voices, way: Answers) -> str:
    return " → ".join(_given(voices, question, given) for question, given in way) or "Whatever is answered."


def _given(voices: Voices, question_id: str, given: frozenset[str]) -> str:
    question = voices.content.graph.questions[question_id]
    order = [*(option.id for option in question.options), DATED]
    said = (escape(voices.answer(question, value)) for value in sorted(given, key=order.index))
    return f'<span title="{question_id}">{" <i>or</i> ".join(said)}</span>'


def answers(path: Path) -> Answers:
    """Return one path as a way."""
    return tuple((each.question, frozenset({_value(each)})) for each in path.responses.given)


def _value(response: Response) -> str:
    return DATED if isinstance(response.answer, date) else response.answer


def merged(found: Iterable[Answers]) -> set[Answers]:
    """Put ways together that ask the same questions and differ in the answers to one, until none do."""
    together = set(found)
    while True:
        before = len(together)
        for place in reversed(range(max(map(len, together), default=0))):
            together = _merged_at(together, place)
        if len(together) == before:
            return together


def _merged_at(found: Iterable[Answers], place: int) -> set[Answers]:
    alike: dict[tuple[Answers, str, Answers], frozenset[str]] = {}
    result = set()
    for way in found:
        if place < len(way):
            question, given = way[place]
            key = (way[:place], question, way[place + 1 :])
            alike[key] = alike.get(key, frozenset()) | given
        else:
            result.add(way)
    return result | {(*before, (question, given), *after) for (before, question, after), given in alike.items()}
