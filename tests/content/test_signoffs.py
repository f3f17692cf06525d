"""Sign-offs: bound to the words and rules of an outcome, and to nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.content import Content
from kiosk.content.signoffs import SignOff, fingerprint, sign, standing
from tests.samples import Sample

DAY = date(2026, 11, 20)


def hash_of(content: Content) -> str:
    return fingerprint(content, content.outcomes["appeal"])


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("outcomes/appeal.toml", "You can challenge this.", "You may challenge this."),
        ("outcomes/appeal.toml", "They refused.", "They said no."),
        ("outcomes/appeal.toml", '["get-advice", "send-appeal"]', '["get-advice", "ask-council", "send-appeal"]'),
        ("outcomes/appeal.toml", '"unknown" }', '"dated" }'),
        ("outcomes/appeal.toml", '["A1", "A2"]', '["A1"]'),
        ("steps/send-appeal.toml", "Send it early.", "Send it today."),
        ("steps/send-appeal.toml", "Ask today.", "Ask now."),
        ("steps/ask-council.toml", "Help them to ask", "Help them ask"),
        ("steps/get-advice.toml", 'necessity = "can"', 'necessity = "must"'),
        ("rules.toml", "add = 2", "add = 3"),
        ("rules.toml", "You can still ask.", "You can ask."),
        ("rules.toml", 'to = "01-01"', 'to = "01-02"'),
    ],
)
def test_a_change_of_words_or_rules_changes_the_hash(sample: Sample, file: str, before: str, after: str) -> None:
    signed = hash_of(sample.content())
    sample.change(file, before, after)
    assert hash_of(sample.content()) != signed


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("steps/get-advice.toml", 'sources = ["L1"]', 'sources = ["L1"]\nreviewed_on = 2026-11-24'),
        ("steps/get-advice.toml", 'symbol = "support_agent"', 'symbol = "person"'),
        ("outcomes/talk.toml", "It helps.", "It may help."),
        ("content.toml", "2027-05-23", "2027-06-23"),
        ("roles.toml", "Free advice.", "Free help."),
    ],
)
def test_a_change_of_anything_else_does_not(sample: Sample, file: str, before: str, after: str) -> None:
    signed = hash_of(sample.content())
    sample.change(file, before, after)
    assert hash_of(sample.content()) == signed


def test_the_hash_is_the_same_every_time(sample: Sample) -> None:
    assert hash_of(sample.content()) == hash_of(sample.content())
    assert len(hash_of(sample.content())) == 16


def test_what_was_signed_is_read_back(sample: Sample) -> None:
    signed = SignOff("appeal", hash_of(sample.content()), 'The “SENDIASS” manager, "A \\ B"', DAY)
    before = SignOff("appeal", "0123456789abcdef", "an adviser", date(2026, 1, 2))
    for each in (before, signed):
        sign(sample.folder, each)
    content = sample.content()
    assert content.signoffs == (before, signed)
    assert standing(content, content.outcomes["appeal"]).signed == (signed,)
    assert standing(content, content.outcomes["appeal"]).outdated == (before,)
    assert standing(content, content.outcomes["talk"]).signed == ()
    assert sample.problems() == []


def test_a_sign_off_of_an_outcome_that_is_gone_is_a_problem(sample: Sample) -> None:
    sign(sample.folder, SignOff("apeal", "0123456789abcdef", "an adviser", DAY))
    assert sample.problems() == ["signoffs.toml: signoff 1: There is no outcome “apeal”. Did you mean “appeal”?"]
