"""Voices: every text in the words of each audience, and conditions in the words of the questions."""

from __future__ import annotations

from html import escape

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.domain.flow import Question
from kiosk.domain.response import ALWAYS, ANSWERED, DATED, Condition
from kiosk.domain.text import AUDIENCES, Text, Words

_AUDIENCES = {
    "parent": "Parent or carer",
    "young-person": "Young person",
    "helper": "Somebody helping",
}
_EVERYBODY_ELSE = "Everybody else"
_SAID_OF_ANSWERS = {DATED: "a date", ANSWERED: "any answer"}


class Voices:
    """The English words of some content, as HTML."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._said = content.words[ENGLISH]
        self.words = Words(ENGLISH, self._said.__getitem__)

    def plain(self, text: Text) -> str:
        """Return a text as everybody hears it, or else as a parent does; not yet HTML."""
        return self._said.get(text.id) or self.words(text)

    def all(self, text: Text | None) -> str:
        """Return a text in the words of each audience that has words of its own; nothing for no text."""
        if text is None:
            return ""
        if not text.variants:
            return escape(self._said[text.id])
        heard = {_AUDIENCES[each]: self._said[text.words_id(each)] for each in AUDIENCES if each in text.variants}
        if text.id in self._said:
            heard[_EVERYBODY_ELSE] = self._said[text.id]
        return "".join(f'<span class="voice"><b>{who}</b> {escape(words)}</span>' for who, words in heard.items())

    def only_if(self, condition: Condition) -> str:
        """Return a condition in words, as a line of its own; nothing for one that always holds."""
        if condition == ALWAYS:
            return ""
        asked = " and ".join(self._wanted(question, values) for question, values in condition.wanted)
        return f'<p class="only">Only if {asked}</p>'

    def answer(self, question: Question, value: str) -> str:
        """Return an answer, or a kind of answer, in a few words; not yet HTML."""
        option = question.option(value)
        return self.plain(option.chip) if option else _SAID_OF_ANSWERS.get(value, value)

    def _wanted(self, question_id: str, values: tuple[str, ...]) -> str:
        question = self.content.graph.questions[question_id]
        answers = " or ".join(f"<b>{escape(self.answer(question, value))}</b>" for value in values)
        return f"“{escape(self.plain(question.text))}” has the answer {answers}"
