"""Reading deadline rules: `rules.toml`, which lists the numbers they stand under, and the files of `rules/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading.facts import fact
from kiosk.content.reading.readings import optional_reading, reading
from kiosk.content.reading.texts import text
from kiosk.domain.rules import Party, Rule, RuleGroup, Subject


@dataclass
class RuleBook:
    """The subjects, the numbers of the list of rules, and every version of every rule by its id, each in its order."""

    subjects: list[Subject] = field(default_factory=list)
    groups: dict[str, RuleGroup] = field(default_factory=dict)
    rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)


def rule_book(draft: Draft) -> RuleBook:
    """Return all that the files say about rules."""
    book = RuleBook()
    for entry in _entries(draft):
        book.subjects += map(_subject, entry.entries("subject"))
        book.groups |= {group.id: group for group in map(_group, entry.entries("group"))}
        for rule in map(_rule, entry.entries("rule")):
            book.rules[rule.id] = (*book.rules.get(rule.id, ()), rule)
        entry.close()
    return book


def _entries(draft: Draft) -> Iterator[Entry]:
    yield files.file(draft, "rules.toml")
    yield from (entry for _, entry in files.folder(draft, "rules"))


def _subject(entry: Entry) -> Subject:
    id_ = entry.identity()
    entry.claim(f"subject.{id_}")
    subject = Subject(id_, text(entry, "title", f"subject.{id_}.title"), entry.optional_string("symbol"))
    entry.close()
    return subject


def _group(entry: Entry) -> RuleGroup:
    id_ = entry.code()
    entry.claim(f"rule_group.{id_}")
    group = RuleGroup(
        id=id_,
        title=text(entry, "title", f"rule_group.{id_}.title"),
        words=text(entry, "words", f"rule_group.{id_}.words"),
        fact=fact(entry),
        subject=entry.optional_string("subject"),
    )
    entry.close()
    return group


def _rule(entry: Entry) -> Rule:
    id_, version = entry.code(), entry.optional_identity("version")
    key = f"rule.{id_}.{version}" if version else f"rule.{id_}"
    entry.claim(key)
    rule = Rule(
        id=id_,
        title=text(entry, "title", f"{key}.title"),
        words=text(entry, "words", f"{key}.words"),
        passed=text(entry, "passed", f"{key}.passed"),
        reading=reading(entry),
        fact=fact(entry),
        other=optional_reading(entry, "other"),
        group=entry.optional_string("group"),
        version=version,
        binds=entry.one_of("binds", Party, Party.FAMILY),
        advise_working_day=entry.flag("advise_working_day", missing=False),
        age=entry.flag("age", missing=False),
        ahead=entry.flag("ahead", missing=False),
    )
    entry.close()
    return rule
