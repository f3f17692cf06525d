"""Rules of what is never said: names that are gone, and sentences that take a family’s right away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.checks.texts import NAMES_OF_LAWS, problem
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.reading_level.grade import sentences
from kiosk.errors import Problem

_NEVER = {
    re.compile(pattern, re.IGNORECASE): instead
    for pattern, instead in {
        r"\bEHCPs?\b": "Say “EHC plan”, not “EHCP”.",
        r"\bCCGs?\b": "Say “integrated care board (ICB)”: there is no CCG any more.",
        r"\bESFA\b": "Say “Department for Education”: there is no ESFA any more.",
        r"\bstatements? of (?:SEN|special)\b": "Say “EHC plan”: there are no statements any more.",
        r"\bLDAs?\b": "Say “EHC plan”: there are no learning difficulty assessments any more.",
        r"\bISPs?\b|\bindividual support plans?\b": "An individual support plan is no right today. Take it out.",
        r"\bHealthwatch\b": "Healthwatch is to end. Take it out.",
        r"\bdisputes?\b": "Say “disagreement”, not “dispute”.",
        r"\byou cannot do anything\b|\bnothing you can do\b": "There is always something to do. Say what.",
        r"\bmust (?:go to|attend|have|try|take part in) (?:a )?mediation\b(?! adv| cert)": "Mediation is a choice.",
    }.items()
}
_OVER = re.compile(r"\bit is (?:all )?over\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)


def never_said(content: Content) -> Iterator[Problem]:
    """No text, and no name of a service, says what is never said; names of laws are as they are."""
    for words_id, words in content.words[ENGLISH].items():
        if NAMES_OF_LAWS not in words_id:
            yield from (problem(content, words_id, instead) for instead in _said(words))
    for service in content.services:
        for key, thing in (("service", service), ("organization", service.organization)):
            yield from (content.problem(f"{key}.{thing.id}", instead, "name") for instead in _said(thing.name))


def never_over(content: Content) -> Iterator[Problem]:
    """Nobody is told that it is over: a late appeal can still be asked for."""
    for words_id, words in content.words[ENGLISH].items():
        for sentence in sentences(words):
            found = _OVER.search(sentence)
            if found and not _NOT.search(sentence[: found.start()]):
                yield problem(content, words_id, "Never say that it is over. Say what can still be done.")


def _said(words: str) -> Iterator[str]:
    return (instead for pattern, instead in _NEVER.items() if pattern.search(words))
