"""The sources of the content: the folder that authors write, read whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kiosk.content.content import Content, Origin
from kiosk.content.reading import directory, files, rules, translations
from kiosk.content.reading.bank_holidays import bank_holidays
from kiosk.content.reading.disagreements import disagreements
from kiosk.content.reading.draft import Draft, Review
from kiosk.content.reading.facts import sources
from kiosk.content.reading.flows import graph
from kiosk.content.reading.glossary import terms
from kiosk.content.reading.outcomes import outcomes, steps
from kiosk.content.reading.phrases import phrases
from kiosk.content.reading.roles import groups_and_roles
from kiosk.content.reading.signoffs import signoffs
from kiosk.content.reading.texts import text
from kiosk.content.reading.unavoidable import unavoidable
from kiosk.domain.text import Text
from kiosk.errors import ContentError

_AS_IT_IS: Mapping[str, bytes] = MappingProxyType({})


def read(folder: Path, instead: Mapping[str, bytes] = _AS_IT_IS) -> Content:
    """Read the content of a folder; `data/README.md` describes its shape.

    `instead` are files, by their names in the folder, as they would be: each is read in the place of the one there.
    Raises ContentError with every problem met on the way; what is said is not checked yet.
    """
    if not folder.is_dir():
        raise ContentError(f"There is no folder {folder} to read content from.")
    draft = Draft(folder, instead)
    content = _read(draft)
    if draft.problems:
        raise ContentError(f"The content in {folder} cannot be read.", draft.problems)
    return content


@dataclass(frozen=True)
class _About:
    """What `content.toml` says of the whole."""

    title: Text
    published: date
    first_flow: str


def _read(draft: Draft) -> Content:
    files.complain_of_strangers(draft)
    about = _about(draft)
    phrases(draft)
    groups, roles = groups_and_roles(draft)
    authorities = directory.authorities(draft)
    services, pages = directory.services(draft, authorities)
    known_steps = steps(draft)
    flows, answers = graph(draft), outcomes(draft, known_steps)
    book = rules.rule_book(draft)
    register, explained = sources(draft), terms(draft)
    map_, short = disagreements(draft), unavoidable(draft)
    languages, words = translations.languages(draft)  # last: by now every English word is there
    return Content(
        title=about.title,
        published=about.published,
        first_flow=about.first_flow,
        graph=flows,
        disagreements=map_,
        outcomes=answers,
        steps=known_steps,
        subjects=tuple(book.subjects),
        rule_groups=book.groups,
        rules=book.rules,
        groups=groups,
        roles=roles,
        services=services,
        terms=explained,
        authorities=authorities,
        sources={**register, **pages},
        languages=languages,
        words=words,
        signoffs=signoffs(draft),
        unavoidable=short,
        bank_holidays=bank_holidays(),
        origins=draft.origins,
    )


def _about(draft: Draft) -> _About:
    entry = files.file(draft, "content.toml")
    draft.origins["content"] = Origin("content.toml")
    draft.review = Review(entry.day("reviewed_on"), entry.day("review_by"), entry.string("reviewer"))
    about = _About(text(entry, "title", "content.title"), entry.day("published"), entry.string("first_flow"))
    entry.close()
    return about
