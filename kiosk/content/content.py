"""Content: everything the kiosk says, as domain objects, before it is built into a database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.content.disagreements import DisagreementMap
from kiosk.content.language import Language
from kiosk.content.reading_level.unavoidable import Unavoidable
from kiosk.content.signoffs import SignOff
from kiosk.domain.authority import Authority
from kiosk.domain.directory import Role, RoleGroup, Service
from kiosk.domain.fact import Fact, Source
from kiosk.domain.flow import FlowGraph
from kiosk.domain.glossary import Term
from kiosk.domain.outcome import Outcome, Step
from kiosk.domain.rules import Rule, RuleGroup, Subject
from kiosk.domain.text import Text
from kiosk.errors import Problem

PAGE = "page."
"""What the id of a source begins with that is a service's own page, and not in the register."""


@dataclass(frozen=True)
class Origin:
    """Where something stands in the sources: the file, relative to the data folder, and the place in it."""

    file: str
    place: str = ""


@dataclass(frozen=True)
class Content:
    """Everything the kiosk says, as it was read from one folder.

    `rules` are every version of each, by id. `words` are by language and words id. `origins` say where each thing
    stands: by text id, and by `question.<id>`, `outcome.<id>`, `step.<id>`, `rule.<key>`, `role.<id>`, `service.<id>`
    and the like.
    """

    title: Text
    published: date
    first_flow: str
    graph: FlowGraph
    disagreements: DisagreementMap
    outcomes: Mapping[str, Outcome]
    steps: Mapping[str, Step]
    subjects: tuple[Subject, ...]
    rule_groups: Mapping[str, RuleGroup]
    rules: Mapping[str, tuple[Rule, ...]]
    groups: tuple[RoleGroup, ...]
    roles: Mapping[str, Role]
    services: tuple[Service, ...]
    terms: tuple[Term, ...]
    authorities: Mapping[str, Authority]
    sources: Mapping[str, Source]
    languages: tuple[Language, ...]
    words: Mapping[str, Mapping[str, str]]
    signoffs: tuple[SignOff, ...]
    unavoidable: tuple[Unavoidable, ...]
    bank_holidays: frozenset[date]
    origins: Mapping[str, Origin]

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Yield every fact, with the key of what it is about."""
        yield from ((f"outcome.{outcome.id}", outcome.fact) for outcome in self.outcomes.values())
        yield from ((f"step.{step.id}", step.fact) for step in self.steps.values())
        yield from ((f"rule_group.{group.id}", group.fact) for group in self.rule_groups.values())
        yield from ((f"rule.{rule.key}", rule.fact) for rule in self.every_rule())
        yield from ((f"service.{service.id}", service.fact) for service in self.services)
        yield from ((f"term.{term.id}", term.fact) for term in self.terms)

    def every_rule(self) -> Iterator[Rule]:
        """Yield every version of every deadline rule."""
        for versions in self.rules.values():
            yield from versions

    def problem(self, key: str, message: str, part: str = "") -> Problem:
        """Say that something is wrong with the thing or text of this key; `part` is where in it, such as `email`."""
        origin = self.origins[key]
        return Problem(origin.file, ", ".join(each for each in (origin.place, part) if each), message.strip())
