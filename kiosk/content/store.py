"""The content store: what the kiosk says, read from one content database as it is needed.

Each table is imported when it is first read: the first frame needs hardly any of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kiosk.content.database import Database
from kiosk.content.language import Language
from kiosk.content.tables import texts
from kiosk.domain.text import Text, Words

if TYPE_CHECKING:
    from kiosk.domain.authority import Authority
    from kiosk.domain.calendar import WorkingCalendar
    from kiosk.domain.directory import Directory
    from kiosk.domain.fact import Source
    from kiosk.domain.flow import FlowGraph
    from kiosk.domain.glossary import Term
    from kiosk.domain.outcome import Outcome
    from kiosk.domain.rules import Rule, RuleGroup, Subject


class ContentStore:
    """One content database, opened read-only. Every query may raise ContentError: the file can be damaged."""

    def __init__(self, path: Path) -> None:
        """Open a content database; nothing is read but what it is.

        Raises ContentTooNewError for a newer format, ContentError for what is missing, damaged or not ours.
        """
        self.path = path
        self._database = Database(path)
        self._words: dict[str, Words] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; nothing can be read any more."""
        self._database.close()

    def verify(self) -> None:
        """Read all of the database; raise ContentError where it is damaged."""
        self._database.verify()

    @cached_property
    def title(self) -> Text:
        """What the whole is called."""
        with self._database.reading():
            return self._database.text(self._about["title"])

    @cached_property
    def published(self) -> date:
        """The content's date."""
        with self._database.reading():
            return date.fromisoformat(self._about["published"])

    @cached_property
    def first_flow(self) -> str:
        """The id of the flow that a visit begins with."""
        with self._database.reading():
            return str(self._about["first_flow"])

    def languages(self) -> tuple[Language, ...]:
        """Return every language, English first; only complete ones should be offered."""
        return self._languages

    def words(self, language: str) -> Words:
        """Return the words of a language, looked up as they are said; what it lacks is said in English."""
        if language not in self._words:
            self._words[language] = Words(language, texts.lookup(self._database, language))
        return self._words[language]

    def graph(self) -> FlowGraph:
        """Return every question of every flow."""
        return self._graph

    def outcome(self, outcome_id: str) -> Outcome:
        """Return one outcome."""
        from kiosk.content.tables import outcomes

        with self._database.reading():
            return outcomes.read_outcome(self._database, outcome_id)

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return every outcome."""
        from kiosk.content.tables import outcomes

        with self._database.reading():
            return tuple(self.outcome(id_) for id_ in outcomes.read_outcome_ids(self._database))

    def subjects(self) -> tuple[Subject, ...]:
        """Return what somebody may need a date for."""
        from kiosk.content.tables import rules

        with self._database.reading():
            return rules.read_subjects(self._database)

    def rule_groups(self) -> dict[str, RuleGroup]:
        """Return the numbers that deadline rules stand under, by id."""
        from kiosk.content.tables import rules

        with self._database.reading():
            return rules.read_groups(self._database)

    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """Return every version of every deadline rule, by id."""
        from kiosk.content.tables import rules

        with self._database.reading():
            return rules.read_rules(self._database)

    def working_calendar(self) -> WorkingCalendar:
        """Return the working days of England."""
        from kiosk.content.tables import rules

        with self._database.reading():
            return rules.read_calendar(self._database)

    def authorities(self) -> tuple[Authority, ...]:
        """Return every authority."""
        from kiosk.content.tables import authorities

        with self._database.reading():
            return authorities.read_authorities(self._database)

    def authority(self, code: str) -> Authority | None:
        """Return the authority with this GSS code, or None."""
        from kiosk.content.tables import authorities

        with self._database.reading():
            return authorities.read_authority(self._database, code)

    def directory(self, authority_code: str = "", on: date | None = None) -> Directory:
        """Return the services of one authority and the national ones; for no authority, the national ones alone.

        Of an authority that has ended by the day, and of one that has been succeeded here, the services are former
        ones. What does not hold on the day is left out; without a day, nothing is.
        """
        from kiosk.content.tables import directory

        with self._database.reading():
            return directory.read_directory(self._database, authority_code, on)

    def terms(self) -> tuple[Term, ...]:
        """Return every term of the glossary; they are read once."""
        return self._terms

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Return the sources with these ids, in this order."""
        from kiosk.content.tables import facts

        with self._database.reading():
            return facts.read_sources(self._database, ids)

    @cached_property
    def _about(self) -> sqlite3.Row:
        return self._database.row("SELECT * FROM content")

    @cached_property
    def _graph(self) -> FlowGraph:
        from kiosk.content.tables import flows

        with self._database.reading():
            return flows.read_graph(self._database)

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        from kiosk.content.tables import glossary

        with self._database.reading():
            return glossary.read_terms(self._database)

    @cached_property
    def _languages(self) -> tuple[Language, ...]:
        with self._database.reading():
            return texts.read_languages(self._database)
