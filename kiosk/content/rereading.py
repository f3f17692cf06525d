"""Reading a whole content database back, so that it can be put to the rules that its sources were put to."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk.content.content import Content, Origin
from kiosk.content.database import Database
from kiosk.content.tables import (
    authorities,
    directory,
    disagreements,
    facts,
    flows,
    glossary,
    outcomes,
    rules,
    signoffs,
    texts,
    unavoidable,
)


class Origins(dict[str, Origin]):
    """Where things stand that were read from a database: it does not keep the files, so each is named by its key.

    `step.get-advice.text` stands at “step get-advice.text”, in the database.
    """

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, key: str) -> Origin:
        return Origin(self._file, key.replace(".", " ", 1))


def read_database(path: Path) -> Content:
    """Read all that a content database holds: what `sources.read` gave to whoever built it, but for the origins.

    Raises ContentTooNewError for a newer format, ContentError for what is missing, damaged or not ours. What is said is
    not checked.
    """
    with closing(Database(path)) as database:
        return read_whole(database, path.name)


def read_whole(database: Database, name: str) -> Content:
    """Read all that an open database holds; `name` is what problems call it. Raises ContentError for damage."""
    with database.reading():
        about = database.row("SELECT * FROM content")
        languages = texts.read_languages(database)
        return Content(
            title=database.text(about["title"]),
            published=date.fromisoformat(about["published"]),
            first_flow=about["first_flow"],
            graph=flows.read_graph(database),
            disagreements=disagreements.read_disagreements(database),
            outcomes={id_: outcomes.read_outcome(database, id_) for id_ in outcomes.read_outcome_ids(database)},
            steps=outcomes.read_steps(database),
            subjects=rules.read_subjects(database),
            rule_groups=rules.read_groups(database),
            rules=rules.read_rules(database),
            groups=directory.read_groups(database),
            roles=directory.read_roles(database),
            services=directory.read_services(database),
            terms=glossary.read_terms(database),
            authorities={authority.code: authority for authority in authorities.read_authorities(database)},
            sources=facts.read_register(database),
            languages=languages,
            words={language.code: texts.read_words(database, language.code) for language in languages},
            signoffs=signoffs.read_signoffs(database),
            unavoidable=unavoidable.read_unavoidable(database),
            bank_holidays=rules.read_bank_holidays(database),
            origins=Origins(name),
        )
