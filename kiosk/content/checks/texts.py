"""Rules of texts: plain English, said the same way everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.reading_level.grade import sentences
from kiosk.domain.text import AUDIENCES
from kiosk.errors import Problem

MOST_WORDS = 20
_LETTER = re.compile(r"\w")
NAMES_OF_LAWS = ".law."
_PARENTS_WORDS = re.compile(r"\byour child\b", re.IGNORECASE)


def short_sentences(content: Content) -> Iterator[Problem]:
    """No sentence has more than 20 words; names of laws are as long as they are."""
    for words_id, words in content.words[ENGLISH].items():
        longest = max(sentences(words), key=_length)
        if _length(longest) > MOST_WORDS and NAMES_OF_LAWS not in words_id:
            message = f"A sentence has {_length(longest)} words: “{longest}” Use {MOST_WORDS} at most."
            yield problem(content, words_id, message)


def curly_quotes(content: Content) -> Iterator[Problem]:
    """Quotes are curly."""
    for words_id, words in content.words[ENGLISH].items():
        if re.search("['\"]", words):
            yield problem(content, words_id, "Has a straight quote. Write ‘ ’ or “ ”.")


def single_spaces(content: Content) -> Iterator[Problem]:
    """Words are parted by one space, and none stands outside."""
    for words_id, words in content.words[ENGLISH].items():
        if "  " in words or words != words.strip():
            yield problem(content, words_id, "Has a space too many.")


def words_fit_audiences(content: Content) -> Iterator[Problem]:
    """Nobody but a parent hears “your child”."""
    for words_id, words in content.words[ENGLISH].items():
        text, _, audience = words_id.partition("@")
        heard_by = {audience} if audience else _without_variant(content, text)
        if heard_by - {AUDIENCES[0]} and _PARENTS_WORDS.search(words):
            yield problem(content, words_id, "Says “your child” to somebody who is no parent. Add variants.")


def incomplete_languages(content: Content) -> Iterator[Problem]:
    """A language is complete when every text of today is translated; only then is it offered."""
    texts = content.words[ENGLISH]
    for language in content.languages:
        missing = [words_id for words_id in texts if words_id not in content.words[language.code]]
        if missing:
            first = min(missing)
            message = f"{len(missing)} of {len(texts)} texts are not translated, the first “{first}”; not offered."
            yield content.problem(f"language.{language.code}", message)


def problem(content: Content, words_id: str, message: str) -> Problem:
    """Say that something is wrong with the words of an id; to whom they are said, where not to everybody."""
    text, _, audience = words_id.partition("@")
    return content.problem(text, f"({audience}) {message}" if audience else message)


def _without_variant(content: Content, text: str) -> set[str]:
    return {audience for audience in AUDIENCES if f"{text}@{audience}" not in content.words[ENGLISH]}


def _length(sentence: str) -> int:
    return sum(_LETTER.search(word) is not None for word in sentence.split())
