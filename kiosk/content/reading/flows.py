"""Reading flows: questions, options, and where each option leads."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.reading import files
from kiosk.content.reading.conditions import branches, condition
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading.texts import optional_text, text
from kiosk.domain.flow import Flow, FlowGraph, Option, Question, QuestionKind
from kiosk.domain.text import AUDIENCES


def graph(draft: Draft) -> FlowGraph:
    """Return every question of every flow."""
    entries = list(files.folder(draft, "flows"))
    firsts = {stem: _first(entry) for stem, entry in entries}
    found = [_flow(stem, entry, firsts) for stem, entry in entries]
    return FlowGraph(
        flows={flow.id: flow for flow, _ in found},
        questions={question.id: question for _, questions in found for question in questions},
    )


def own_id(entry: Entry, stem: str, kind: str) -> str:
    """Return the id of a file, which is the file's name; a problem where it says another inside."""
    id_ = entry.identity()
    if id_ and id_ != stem:
        entry.complain(f"The id “{id_}” is not the file’s name. Make them the same.", "id")
    entry.claim(f"{kind}.{stem}")
    return stem


def _first(entry: Entry) -> str:
    first = entry.value("first")
    return first if isinstance(first, str) else ""


def _flow(stem: str, entry: Entry, firsts: Mapping[str, str]) -> tuple[Flow, list[Question]]:
    id_ = own_id(entry, stem, "flow")
    flow = Flow(id_, text(entry, "title", f"flow.{id_}.title"), entry.string("first"))
    questions = [_question(id_, below, firsts) for below in entry.entries("question")]
    entry.close()
    return flow, questions


def _question(flow: str, entry: Entry, firsts: Mapping[str, str]) -> Question:
    id_ = entry.identity()
    entry.claim(f"question.{id_}")
    said = f"flow.{flow}.{id_}"
    question = Question(
        id=id_,
        flow=flow,
        kind=entry.one_of("kind", QuestionKind),
        text=text(entry, "text", f"{said}.text"),
        options=tuple(_option(id_, said, below, firsts) for below in entry.entries("option")),
        hint=optional_text(entry, "hint", f"{said}.hint"),
        branches=branches(entry, firsts),
    )
    entry.close()
    return question


def _option(question: str, said: str, entry: Entry, firsts: Mapping[str, str]) -> Option:
    id_ = entry.identity()
    entry.claim(f"option.{question}.{id_}")
    words = text(entry, "text", f"{said}.{id_}.text")
    option = Option(
        id=id_,
        text=words,
        chip=optional_text(entry, "chip", f"{said}.{id_}.chip") or words,
        hint=optional_text(entry, "hint", f"{said}.{id_}.hint"),
        symbol=entry.optional_string("symbol"),
        audience=entry.word_among("audience", AUDIENCES),
        when=condition(entry),
        branches=branches(entry, firsts),
    )
    entry.close()
    return option
