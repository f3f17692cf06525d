"""The rules of content, by noun: one small function for each, which yields what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, islice

from kiosk import paths
from kiosk.content.checks import (
    authorities,
    contacts,
    directory,
    facts,
    flows,
    glossary,
    impartial,
    never,
    outcomes,
    phrases,
    plain,
    references,
    rules,
    symbols,
    texts,
)
from kiosk.content.checks.given import given
from kiosk.content.checks.survey import Survey, walk_every_path
from kiosk.content.checks.verdict import Proof, Verdict
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.errors import Problem

__all__ = ["MOST_PROBLEMS", "Proof", "Verdict", "check"]

MOST_PROBLEMS = 100
"""How many problems are named where one is enough."""

_Rule = Callable[[Content], Iterator[Problem]]

_FIRST: tuple[_Rule, ...] = (
    references.flows_begin,
    references.destinations,
    references.conditions,
    references.roles,
    references.rules,
    references.sources,
    references.rows,
    references.signoffs,
    flows.last_branches,
)
"""Rules that the paths rest on: while one is broken, no path is walked."""

_THINGS: tuple[_Rule, ...] = (
    texts.short_sentences,
    outcomes.two_sentences_to_say,
    never.never_said,
    never.never_over,
    texts.curly_quotes,
    texts.single_spaces,
    texts.words_fit_audiences,
    plain.reading_level,
    plain.terms_are_used,
    phrases.every_phrase_is_there,
    phrases.placeholders,
    facts.reviews_are_ordered,
    facts.effects_are_ordered,
    facts.local_services_are_reviewed,
    contacts.phones,
    contacts.emails,
    contacts.postcodes,
    contacts.pages,
    contacts.sources,
    contacts.local_pages_are_recent,
    directory.services_can_be_reached,
    authorities.periods,
    authorities.successions,
    authorities.endings,
    authorities.codes,
    directory.local_roles_fall_back,
    rules.rules_can_be_worked_out,
    rules.rules_are_listed,
    rules.versions_are_apart,
    rules.subjects_hold_every_rule,
)
"""Rules of one thing by itself."""

_WHOLE: tuple[_Rule, ...] = (
    directory.national_roles_are_filled,
    directory.roles_are_filled_everywhere,
    directory.everything_is_used,
    glossary.terms_are_met,
    rules.the_calculator_offers_few,
    impartial.every_row_is_answered,
    impartial.advice_is_listed_first,
    impartial.the_council_comes_after,
)
"""Rules of things together; they need every name to be known."""


def check(content: Content, today: date, building: bool = True) -> Verdict:
    """Put content to every rule, as of a day; where it is not `building`, to those for a kiosk that is to show it.

    What only whoever builds content can put right keeps none from a kiosk: what it has instead is older. Nor does the
    day then decide about problems, so a clock that is wrong keeps nothing out (docs/decisions/0006). And then a hundred
    problems are enough: to find them all could take for ever.
    """
    most = None if building else MOST_PROBLEMS
    first = list(islice(_broken(content, _FIRST), most))
    walked = Survey(content) if first else walk_every_path(content)
    together = () if first else chain(_broken(content, _WHOLE), _paths(walked))
    built = _when_built(content, today) if building else ()
    problems = islice(chain(first, _broken(content, _THINGS), built, together), most)
    return Verdict(
        problems=tuple(sorted(set(problems), key=_place)),
        overdue=tuple(sorted(facts.overdue(content, today), key=_place)),
        incomplete=tuple(texts.incomplete_languages(content)),
        proof=_proof(walked),
    )


def _broken(content: Content, rules: tuple[_Rule, ...]) -> Iterator[Problem]:
    """Yield what breaks rules."""
    return (problem for rule in rules for problem in rule(content))


def _when_built(content: Content, today: date) -> Iterator[Problem]:
    """Yield what whoever builds content has to put right, and what does no harm where it is shown."""
    drawn = {path.stem for path in (paths.RESOURCES / "icons").glob("*.svg")}
    yield from symbols.symbols(content, drawn)
    yield from phrases.no_phrase_is_idle(content)
    yield from facts.bank_holidays_reach(content, today)


def _paths(walked: Survey) -> Iterator[Problem]:
    """Yield what is wrong with paths."""
    content, every = walked.content, given(walked)
    asked_later = [*flows.conditions_look_back(walked), *outcomes.conditions_look_back(content, every)]
    yield from flows.paths_end(walked)
    yield from asked_later
    yield from outcomes.every_path_is_proved(content, every, directory.roles_without_phone(content))
    yield from outcomes.dates_are_asked(content, every)
    if not walked.problems and not asked_later:  # else what is out of reach follows from what is said already
        yield from flows.everything_is_reached(walked)
        yield from flows.everything_is_used(walked)
        yield from outcomes.everything_is_shown(content, every)


def _proof(walked: Survey) -> Proof:
    content = walked.content
    return Proof(
        paths=len(walked.paths),
        questions=len(walked.before),
        outcomes=len({path.outcome for path in walked.paths}),
        texts=len(content.words[ENGLISH]),
        services=len(content.services),
        languages=sum(language.complete for language in content.languages),
    )


def _place(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.place, problem.message
