"""Deadline rules of every shape are read, stored and read back; what is wrong with one is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.domain.deadlines import Deadline, work_out
from kiosk.domain.rules import Count, DayOfYear, Limb, Party, Reading, Roll, Rule, Take, Unit
from tests.samples import TODAY, Sample

MORE = "rules/more.toml"
HEAD = """\
[[rule]]
id = "R-14"
title = "They must answer by this day"
words = "They have 10 days."
passed = "They are late."
sources = ["L1"]
"""
ANSWER = """\
binds = "body"
take = "earliest"
roll = "previous-working-day"
advise_working_day = true
age = true
[[rule.limb]]
input = "notice"
add = 5
unit = "working-days"
then = [{ add = 10, unit = "school-days", at_most = 20 }]
[[rule.limb]]
input = "certificate"
on = "02-15"
less_days = 1
optional = true
[rule.other]
roll = "next-working-day"
[[rule.other.limb]]
input = "notice"
subtract = 5
unit = "months"
[[rule.other.limb]]
input = "certificate"
add = 15
unit = "days"
first_day_counts = true
[[rule.other.closure]]
from = "08-01"
to = "08-31"
"""
PLAIN = """\
[[rule.limb]]
input = "notice"
add = 10
unit = "days"
"""


def test_every_shape_of_a_rule_is_read(sample: Sample) -> None:
    sample.add(MORE, HEAD + ANSWER)
    [rule] = sample.content().rules["R-14"]
    assert (rule.group, rule.version, rule.binds) == ("", "", Party.BODY)
    assert rule.advise_working_day
    assert rule.age
    answer = (Count(5, Unit.WORKING_DAYS), Count(10, Unit.SCHOOL_DAYS, at_most=20))
    by_day = (DayOfYear(2, 15), Count(-1, Unit.DAYS))
    limbs = (Limb("notice", answer), Limb("certificate", by_day, optional=True))
    assert rule.reading == Reading(limbs, Take.EARLIEST, Roll.PREVIOUS)
    assert rule.other is not None
    assert [limb.periods for limb in rule.other.limbs] == [
        (Count(-5, Unit.MONTHS),),
        (Count(15, Unit.DAYS, first_day_counts=True),),
    ]
    assert rule.other.roll is Roll.NEXT
    assert rule.other.closures[0].contains(date(2026, 8, 31))


def test_every_shape_of_a_rule_is_stored(sample: Sample, tmp_path: Path) -> None:
    sample.add(MORE, HEAD + ANSWER)
    build(sample.folder, tmp_path / "content.db", TODAY)
    with ContentStore(tmp_path / "content.db") as store:
        assert store.rules() == sample.content().rules
        assert list(store.rules()) == ["R-1", "R-14"]


def test_a_rule_may_have_versions_of_the_law_one_after_another(sample: Sample, tmp_path: Path) -> None:
    old, new = "effective_to = 2029-08-31\n", 'version = "later"\neffective_from = 2029-09-01\n'
    sample.add(MORE, HEAD + old + PLAIN + HEAD + new + PLAIN.replace("10", "20"))
    build(sample.folder, tmp_path / "content.db", TODAY)
    with ContentStore(tmp_path / "content.db") as store:
        versions, working = store.rules()["R-14"], store.working_calendar()
        assert [rule.key for rule in versions] == ["R-14", "R-14.later"]
        assert versions == sample.content().rules["R-14"]
        assert store.words("en")(versions[1].words) == "They have 10 days."
    for notice, last_day in ((date(2029, 8, 31), date(2029, 9, 10)), (date(2029, 9, 1), date(2029, 9, 21))):
        made = work_out(versions, {"notice": notice}, working)
        assert isinstance(made, Deadline)
        assert made.last_day == last_day


def problems(sample: Sample, rule: str) -> list[str]:
    sample.add(MORE, rule)
    return [problem.removeprefix("rules/more.toml: ") for problem in sample.problems()]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("add = 5", "add = 5\nsubtract = 5", "limb 1: has “add” and “subtract”. Choose one."),
        (
            "add = 5",
            "subtract = 5",
            "limb 1, subtract: cannot be counted in working-days: use days, weeks or months.",
        ),
        ("add = 5\n", "", "limb 1: “add” is missing."),
        ("at_most = 20", "at_most = 9", "limb 1, then 1, at_most: is less than 10."),
        ("at_most = 20", "atmost = 20", "limb 1, then 1: There is no key “atmost” here. Did you mean “at_most”?"),
        ('on = "02-15"', 'on = "02-29"', "limb 2, on: “02-29” is not a day of every year, written like 12-25."),
        ('on = "02-15"', 'on = "02-15"\nunit = "days"', "limb 2: There is no key “unit” here."),
        ("[rule.other]", "[rule.other]\nage = true", "other: There is no key “age” here."),
        ('binds = "body"', 'binds = "council"', "binds: “council” is not known here."),
        ("age = true", 'age = true\nversion = "New"', "version: “New” is no id: use"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said_once(sample: Sample, before: str, after: str, problem: str) -> None:
    assert before in ANSWER
    [said] = problems(sample, HEAD + ANSWER.replace(before, after, 1))
    assert said.startswith(f"rule R-14, {problem}" if not problem.startswith("rule") else problem)


def test_two_versions_of_a_rule_need_names_of_their_own(sample: Sample) -> None:
    later = "effective_from = 2029-09-01\n"
    [said] = problems(sample, HEAD + "effective_to = 2029-08-31\n" + PLAIN + HEAD + later + PLAIN)
    assert said == "rule R-14: The id “R-14” is taken already, in rules/more.toml. Choose another."


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("effective_to = 2029-08-31\n", "effective_from = 2029-09-01\n", True),
        ("effective_from = 2029-09-01\n", "effective_to = 2029-08-31\n", True),
        ("effective_to = 2029-09-01\n", "effective_from = 2029-09-01\n", False),
        ("effective_from = 2029-09-01\n", "effective_to = 2029-09-01\n", False),
        ("effective_from = 2029-09-01\n", "effective_from = 2030-09-01\n", False),
        ("", "", False),
    ],
)
def test_versions_of_a_rule_are_in_force_on_different_days(
    sample: Sample, first: str, second: str, apart: bool
) -> None:
    overlap = "rule R-14: Is in force on days of another version too. Set effective_to and effective_from apart."
    found = problems(sample, HEAD + first + PLAIN + HEAD + 'version = "later"\n' + second + PLAIN)
    assert found == ([] if apart else [overlap])


def test_each_input_of_a_rule_needs_its_phrases(sample: Sample) -> None:
    sample.add(MORE, HEAD + PLAIN.replace("notice", "review"))
    assert sample.problems() == [
        "phrases.toml: phrase: “event-review” is missing.",
        "phrases.toml: phrase: “input-review” is missing.",
        "phrases.toml: phrase: “start-review” is missing.",
    ]


def test_a_step_gives_any_of_the_inputs_where_any_will_do(sample: Sample) -> None:
    sample.change("rules.toml", 'unit = "months"', 'unit = "months"\noptional = true')
    assert sample.problems() == []
    sample.change("steps/send-appeal.toml", '{ notice = "letter-date" }', "{}")
    assert sample.problems() == [
        "steps/send-appeal.toml: Rule “R-1” needs the input “notice” or “certificate”. Say which question answers it."
    ]


def test_a_step_may_count_from_any_of_the_inputs_that_a_path_asks_for(sample: Sample) -> None:
    sample.change("rules.toml", 'unit = "months"', 'unit = "months"\noptional = true')
    sample.change("steps/send-appeal.toml", '{ notice = "letter-date" }', '{ certificate = "letter-date" }')
    assert sample.problems() == []


def test_every_version_of_a_rule_is_known_to_a_step(sample: Sample, tmp_path: Path) -> None:
    sample.change("rules.toml", 'take = "latest"', 'take = "latest"\neffective_to = 2029-08-31')
    later = HEAD.replace("R-14", "R-1") + 'version = "later"\neffective_from = 2029-09-01\n'
    sample.add(MORE, later + PLAIN.replace("notice", "certificate"))
    assert sample.problems() == [
        "steps/send-appeal.toml: Rule “R-1” needs the input “certificate”. Say which question answers it."
    ]


def rules_by_id(sample: Sample) -> dict[str, Rule]:
    return {rule.id: rule for rule in sample.content().every_rule()}


def test_what_to_say_is_two_sentences(sample: Sample) -> None:
    sample.change("outcomes/talk.toml", "Can we talk?", "Can we talk? Or meet?")
    problem = "outcomes/talk.toml: “say” has to be two sentences, and is “I am not sure. Can we talk? Or meet?”"
    assert sample.problems() == [problem]


def test_a_step_gives_no_date_to_a_rule_of_school_days(sample: Sample) -> None:
    sample.change("rules.toml", 'unit = "months"\n[[rule.limb]]', 'unit = "school-days"\n[[rule.limb]]')
    sample.change("steps/send-appeal.toml", '{ notice = "letter-date" }', "{}")
    assert sample.problems() == []


def test_a_number_with_rules_stands_under_a_subject(sample: Sample) -> None:
    sample.change("rules.toml", 'subject = "appeals"\n', "")
    assert sample.problems() == [
        "rules.toml: group R-1: Name its subject. Known are: appeals.",
        "rules.toml: subject appeals: No number with rules stands under it.",
    ]


def test_a_subject_that_is_not_there_is_named(sample: Sample) -> None:
    sample.change("rules.toml", 'subject = "appeals"\n', 'subject = "apeals"\n')
    assert "rules.toml: group R-1: Name its subject. Did you mean “appeals”?" in sample.problems()


def test_the_symbol_of_a_subject_is_drawn(sample: Sample) -> None:
    sample.change("rules.toml", 'symbol = "gavel"', 'symbol = "gavvel"')
    assert sample.problems() == ["rules.toml: subject appeals: There is no symbol “gavvel”. Did you mean “gavel”?"]


def test_the_calculator_offers_at_most_eight(sample: Sample) -> None:
    more = "".join(f'[[subject]]\nid = "s{n}"\ntitle = "More"\nsymbol = "gavel"\n' for n in range(8))
    sample.add("rules.toml", more + sample.read("rules.toml"))
    many = "rules.toml: calculator: More than 8 options are offered: s0, s1, s2, s3, s4, s5, s6, s7, appeals."
    assert many in sample.problems()


def test_numbers_and_rules_may_stand_in_any_of_the_files(sample: Sample) -> None:
    sample.add(
        MORE, '[[group]]\nid = "R-3"\ntitle = "Months"\nwords = "They are long."\nsources = ["L1"]\n' + HEAD + PLAIN
    )
    assert list(sample.content().rule_groups) == ["R-1", "R-3"]
    assert rules_by_id(sample)["R-1"].group == "R-1"
    assert rules_by_id(sample)["R-14"].group == ""
