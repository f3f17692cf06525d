"""Rules of outcomes: what every path gives a family, whatever they answered."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.checks import impartial
from kiosk.content.checks.given import Fault, Given
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.reading_level.grade import sentences
from kiosk.domain.outcome import Outcome, Step
from kiosk.domain.response import Condition
from kiosk.domain.text import AUDIENCES
from kiosk.errors import Problem

SENTENCES_TO_SAY = 2


def routes_have_steps(each: Given) -> Iterator[Fault]:
    """A route applies, and each that applies has a step."""
    if not each.routes:
        yield f"outcome.{each.outcome.id}", "No route applies."
    for route, steps in each.routes:
        if not steps:
            yield f"route.{each.outcome.id}.{route.id}", "This route applies, but none of its steps does."


def a_way_without_phone(each: Given, without_phone: frozenset[str]) -> Iterator[Fault]:
    """Somebody who helps can be reached without a phone; `without_phone` are the roles where that is so everywhere."""
    helped = [step.role for step in each.steps if step.role]
    if helped and without_phone.isdisjoint(helped):
        yield f"outcome.{each.outcome.id}", "Nobody who helps here can be reached without a phone."


def a_deadline_or_none(each: Given) -> Iterator[Fault]:
    """A step has a deadline, or the outcome says that there is none."""
    if each.outcome.no_deadline is None and not any(step.deadline for step in each.steps):
        yield f"outcome.{each.outcome.id}", "No step has a deadline here. Say so in “no_deadline”."


def two_sentences_to_say(content: Content) -> Iterator[Problem]:
    """What to say on the phone is two sentences, for every audience: as much as can be kept in mind."""
    for outcome in content.outcomes.values():
        for words_id in dict.fromkeys(map(outcome.say.words_id, AUDIENCES)):
            said = content.words[ENGLISH][words_id]
            if len(sentences(said)) != SENTENCES_TO_SAY:
                yield content.problem(f"outcome.{outcome.id}", f"“say” has to be two sentences, and is “{said}”")


def every_path_is_proved(content: Content, every: list[Given], without_phone: frozenset[str]) -> Iterator[Problem]:
    """Put every path to the rules above; a fault is said once, with the first path that shows it."""
    said: set[Fault] = set()
    for each in every:
        faults = {
            *routes_have_steps(each),
            *impartial.helpers_come_first(each, content.roles),
            *impartial.the_first_helper_is_free(each, content),
            *impartial.rights_are_shown(each, content.disagreements),
            *a_way_without_phone(each, without_phone),
            *a_deadline_or_none(each),
        }
        for key, message in sorted(faults - said):
            yield content.problem(key, f"{message} For example: {each.path.example}.")
        said |= faults


def dates_are_asked(content: Content, every: list[Given]) -> Iterator[Problem]:
    """A step with a deadline is kept on some path that asks for the dates it needs, if any."""
    known: dict[str, bool] = {}
    for each in every:
        asked = _asked(each)
        for step in each.steps:
            if step.deadline is not None and step.deadline.inputs:
                known[step.id] = known.get(step.id, False) or _is_dated(content, step, asked)
    for step_id in sorted(step_id for step_id, is_known in known.items() if not is_known):
        yield content.problem(f"step.{step_id}", "No path to this step asks for the dates that its deadline needs.")


def conditions_look_back(content: Content, every: list[Given]) -> Iterator[Problem]:
    """A condition of a step, route or watch-out names questions that are asked on some path to it."""
    asked: dict[str, set[str]] = {}
    for each in every:
        asked.setdefault(each.outcome.id, set()).update(_asked(each))
    wanted: dict[str, set[str]] = {}
    met: dict[str, set[str]] = {}
    for outcome_id, questions in asked.items():
        for key, condition in _conditions(content.outcomes[outcome_id]):
            wanted[key] = set(condition.questions())
            met.setdefault(key, set()).update(questions)
    for key in sorted(wanted):
        for question in sorted(wanted[key] - met[key]):
            yield content.problem(key, f"The condition names question “{question}”, which no path to here asks.")


def everything_is_shown(content: Content, every: list[Given]) -> Iterator[Problem]:
    """Every step, and every route and watch-out of an outcome that is reached, is shown on some path."""
    shown: set[str] = set()
    for each in every:
        shown.update(f"route.{each.outcome.id}.{route.id}" for route, _ in each.routes)
        shown.update(f"step.{step.id}" for step in each.steps)
        notes = (note for note in each.outcome.watch_outs if note.when.holds(each.path.responses))
        shown.update(f"watch_out.{each.outcome.id}.{note.id}" for note in notes)
    reached = {each.outcome.id for each in every}
    for key in sorted(_to_be_shown(content, reached) - shown):
        yield content.problem(key, "No path shows this. Change its condition, use it, or take it out.")


def _asked(each: Given) -> set[str]:
    return {response.question for response in each.path.responses.given}


def _is_dated(content: Content, step: Step, asked: set[str]) -> bool:
    """Say whether these questions give a step the dates that its rule cannot do without."""
    assert step.deadline is not None
    given = {name for name, question in step.deadline.inputs if question in asked}
    return any(not version.reading.lacking(given) for version in content.rules[step.deadline.rule])


def _conditions(outcome: Outcome) -> Iterator[tuple[str, Condition]]:
    for route in outcome.routes:
        yield f"route.{outcome.id}.{route.id}", route.when
        yield from ((f"step.{step.id}", step.when) for step in route.steps)
    yield from ((f"watch_out.{outcome.id}.{note.id}", note.when) for note in outcome.watch_outs)


def _to_be_shown(content: Content, reached: set[str]) -> set[str]:
    """Return the key of each thing to be shown; what belongs to an outcome out of reach is said with that."""
    elsewhere = {
        step.id
        for outcome in content.outcomes.values()
        if outcome.id not in reached
        for route in outcome.routes
        for step in route.steps
    }
    outcomes = [content.outcomes[outcome_id] for outcome_id in reached]
    steps = {f"step.{step}" for step in content.steps.keys() - elsewhere}
    routes = {f"route.{outcome.id}.{route.id}" for outcome in outcomes for route in outcome.routes}
    notes = {f"watch_out.{outcome.id}.{note.id}" for outcome in outcomes for note in outcome.watch_outs}
    return steps | routes | notes
