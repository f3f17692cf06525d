"""The appendix: questions, the glossary and the phrases, which belong to no outcome alone."""

from __future__ import annotations

from html import escape

from kiosk.content.language import ENGLISH
from kiosk.domain.flow import Branch, Flow, Option, Question, ToOutcome, ToQuestion
from kiosk.domain.glossary import Term
from kiosk.review.routes import cited
from kiosk.review.voices import Voices

_PHRASE = "phrase."


def html(voices: Voices) -> str:
    """Return every word that stands on no page of an outcome."""
    return f"{_questions(voices)}{_glossary(voices)}{_phrases(voices)}{_notices(voices)}"


def _questions(voices: Voices) -> str:
    flows = "".join(_flow(voices, flow) for flow in voices.content.graph.flows.values())
    return f'<section class="appendix" id="questions"><h2>Questions</h2>{flows}</section>'


def _flow(voices: Voices, flow: Flow) -> str:
    questions = (each for each in voices.content.graph.questions.values() if each.flow == flow.id)
    asked = "".join(_question(voices, question) for question in questions)
    return f"<h3>{voices.all(flow.title)} <small>{flow.id}</small></h3>{asked}"


def _question(voices: Voices, question: Question) -> str:
    options = "".join(_option(voices, option) for option in question.options)
    hint = f"<p>{voices.all(question.hint)}</p>" if question.hint else ""
    leads = _leads(voices, question.branches)
    return (
        f'<div class="question"><h4>{voices.all(question.text)} <small>{question.id}</small></h4>'
        f"{hint}<ul>{options}</ul>{leads}</div>"
    )


def _option(voices: Voices, option: Option) -> str:
    hint = f"<br><i>{voices.all(option.hint)}</i>" if option.hint else ""
    chip = voices.all(option.chip)
    said = f"{voices.all(option.text)}{hint} <small>shown later as “{chip}”</small>"
    return f"<li>{said}{voices.only_if(option.when)}{_leads(voices, option.branches)}</li>"


def _leads(voices: Voices, branches: tuple[Branch, ...]) -> str:
    return "".join(f'<div class="leads">→ {_target(branch)}{voices.only_if(branch.when)}</div>' for branch in branches)


def _target(branch: Branch) -> str:
    if isinstance(branch.go, ToQuestion):
        return f"question {branch.go.question}"
    assert isinstance(branch.go, ToOutcome)
    return f'outcome <a href="#{branch.go.outcome}">{branch.go.outcome}</a>'


def _asked(voices: Voices, term: Term) -> str:
    return f"<b>{voices.all(term.question)}</b> " if term.question else ""


def _glossary(voices: Voices) -> str:
    terms = "".join(
        f"<dt>{voices.all(term.name)} <small>found as {voices.all(term.forms)}</small></dt>"
        f"<dd>{_asked(voices, term)}{voices.all(term.meaning)} {voices.all(term.more)}"
        f" {cited(term.fact.sources)}</dd>"
        for term in voices.content.terms
    )
    return f'<section class="appendix" id="glossary"><h2>Words explained by a touch</h2><dl>{terms}</dl></section>'


def _phrases(voices: Voices) -> str:
    said = voices.content.words[ENGLISH].items()
    rows = "".join(
        f"<tr><td>{words_id.removeprefix(_PHRASE)}</td><td>{escape(words)}</td></tr>"
        for words_id, words in said
        if words_id.startswith(_PHRASE)
    )
    table = f'<table class="index"><tbody>{rows}</tbody></table>'
    return f'<section class="appendix" id="phrases"><h2>Phrases used in many places</h2>{table}</section>'


def _notices(voices: Voices) -> str:
    ended = ((each.name, each.notice) for each in voices.content.authorities.values() if each.notice)
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{voices.all(notice)}</dd>" for name, notice in ended)
    head = "Councils that end, and what is said from then on"
    return f'<section class="appendix" id="notices"><h2>{head}</h2><dl>{lines}</dl></section>' if lines else ""
