"""`send-kiosk route`: what somebody who answers like this can do, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.arguments import DAY, FILE, day, known, words_in
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.flow import FlowGraph, Question, QuestionKind, Replay, ToOutcome
from kiosk.domain.response import Response, Responses
from kiosk.domain.text import Words
from kiosk.errors import UsageError
from kiosk.guide.printed import as_text
from kiosk.guide.report import Background, report


@click.command()
@click.option(
    "--answer", "chosen", multiple=True, metavar="QUESTION=OPTION", help="An answer; give one for each question."
)
@click.option(
    "--date", "dated", multiple=True, metavar="QUESTION=YYYY-MM-DD", help="A date, for a question that asks one."
)
@click.option("--authority", default="", metavar="CODE", help="GSS code of the council, such as E06000021.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Say everything as of this day; else today.")
@click.option("--language", default="en", metavar="CODE", help="The language to say it in.")
@click.option("--flow", metavar="ID", help="The flow to begin with; else the content's first.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every date and id.")
@click.option("--content", type=FILE, help="The content database; else the bundled one.")
def route(
    chosen: tuple[str, ...],
    dated: tuple[str, ...],
    authority: str,
    as_of: datetime | None,
    language: str,
    flow: str | None,
    as_json: bool,
    content: Path | None,
) -> None:
    """Say what somebody who answers like this can do: steps, dates and who helps.

    Without answers, or with too few, it says which question comes next and what can be answered.
    """
    today = as_of.date() if as_of else date.today()
    with ContentStore(content or paths.content_database()) as store:
        edition = Edition(store, authority, today)
        words = words_in(store, language)
        graph = store.graph()  # the calculator has a command of its own: deadline
        start = known("flow", flow or store.first_flow, graph.flows)
        replay = _replay(graph, start, _responses(graph, chosen, dated, today), words)
        click.echo(_said(edition, replay, words.for_audience(replay.audience), today, as_json), nl=False)


def _said(edition: Edition, replay: Replay, words: Words, today: date, as_json: bool) -> str:
    assert isinstance(replay.at, ToOutcome)
    guidance = edition.guidance(replay.at.outcome, replay.responses)
    code = edition.authority.code if edition.authority else ""
    background = Background(today, edition.store.published, code, edition.store.sources)
    made = report(words, replay, guidance, background)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n" if as_json else as_text(words, made)


def _responses(graph: FlowGraph, chosen: Iterable[str], dated: Iterable[str], today: date) -> Responses:
    given = [_chosen(graph, each) for each in chosen] + [_dated(graph, each, today) for each in dated]
    questions = [response.question for response in given]
    for question in questions:
        if questions.count(question) > 1:
            raise UsageError(f"The question {question!r} is answered twice.")
    return Responses(tuple(given))


def _chosen(graph: FlowGraph, given: str) -> Response:
    question, option = _split(graph, "--answer", "QUESTION=OPTION", given)
    options = [each.id for each in question.options]
    if option not in options and question.kind is QuestionKind.DATE:
        raise UsageError(f"The question {question.id!r} asks for a date: --date {question.id}=YYYY-MM-DD.")
    return Response(question.id, known("option", option, options, f" of the question {question.id!r}"))


def _dated(graph: FlowGraph, given: str, today: date) -> Response:
    question, written = _split(graph, "--date", "QUESTION=YYYY-MM-DD", given)
    if question.kind is not QuestionKind.DATE:
        raise UsageError(f"The question {question.id!r} asks for no date. Answer it with {_options(question)}.")
    answer = day(written, today)
    if answer > today:
        raise UsageError(f"The date for {question.id!r}, {answer}, is still to come: today is {today}.")
    return Response(question.id, answer)


def _split(graph: FlowGraph, name: str, form: str, given: str) -> tuple[Question, str]:
    question, equals, answer = given.partition("=")
    if not equals:
        raise UsageError(f"{name} {given!r} is not of the form {form}.")
    return graph.questions[known("question", question, graph.questions)], answer


def _options(question: Question) -> str:
    return ", ".join(option.id for option in question.options)


def _replay(graph: FlowGraph, flow: str, responses: Responses, words: Words) -> Replay:
    """Return where the responses lead. Raises UsageError unless that is an outcome and every one of them counts."""
    replay = graph.replay(flow, responses)
    if isinstance(replay.at, Question):
        raise UsageError("\n".join(_next(replay, replay.at, responses, words.for_audience(replay.audience))))
    if strays := _strays(replay, responses):
        raise UsageError(f"{strays} is not asked on this path: leave the answer out, or change one before it.")
    return replay


def _next(replay: Replay, question: Question, responses: Responses, words: Words) -> Iterator[str]:
    refused = responses.answer_to(question.id)
    if refused is not None:
        yield f"The question {question.id!r} does not offer {refused!r} after these answers."
    elif strays := _strays(replay, responses):
        yield f"{strays} is not asked, or not yet: a question before it waits for an answer."
    yield f"The next question is {question.id!r}: {words(question.text)}"
    if question.kind is QuestionKind.DATE:
        yield f"  --date {question.id}=YYYY-MM-DD"
    for option in question.offered(replay.responses):
        yield f"  --answer {question.id}={option.id}   {words(option.text)}"


def _strays(replay: Replay, responses: Responses) -> str:
    asked = {question.id for question in replay.asked}
    return ", ".join(repr(given.question) for given in responses.given if given.question not in asked)
