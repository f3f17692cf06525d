"""Reading `data/`: every problem is named, by file and place, and nothing else is ever raised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.content import Origin
from kiosk.content.sources import read
from kiosk.domain.response import Condition
from kiosk.domain.text import Text
from kiosk.errors import ContentError
from tests.samples import FILES, Sample

COUNCIL, LETTER, FIRST = "steps/ask-council.toml", "flows/letter.toml", "flows/challenge.toml"
STOKE, HELPLINE = "authorities/E06000021.toml", "services/helpline.toml"

VALUES = ("3", "-1", "1.5", "true", "[]", "[[]]", "{}", "{ a = 1 }", '""', '"x"', '["x"]', "[{}]", "2026-01-01", "nan")
"""Something of every kind that TOML knows."""

BROKEN = {
    "missing key": (
        LETTER,
        'title = "The letter"\n',
        "",
        "flows/letter.toml: “title” is missing.",
    ),
    "unknown key near a known one": (
        LETTER,
        'text = "I do',
        'texxt = "x"\ntext = "I do',
        "flows/letter.toml: question letter-date, option unknown: There is no key “texxt” here. Did you mean “text”?",
    ),
    "unknown key near none": (
        "rules.toml",
        'input = "notice"',
        'zzz = 1\ninput = "notice"',
        "rules.toml: rule R-1, limb 1: There is no key “zzz” here."
        " Known are: add, at_most, first_day_counts, input, less_days, on, optional, subtract, then, unit.",
    ),
    "a number for words": (
        COUNCIL,
        'label = "If you like"',
        "label = 3",
        "steps/ask-council.toml: label: must be words in double quotes.",
    ),
    "words for a number": (
        "rules.toml",
        "add = 2",
        'add = "2"',
        "rules.toml: rule R-1, limb 1, add: must be a whole number from 1 to 1000.",
    ),
    "a number beyond reason": (
        "rules.toml",
        "add = 2",
        "add = 99999999999999999999",
        "rules.toml: rule R-1, limb 1, add: must be a whole number from 1 to 1000.",
    ),
    "a number left out": (
        "rules.toml",
        "add = 2\n",
        "",
        "rules.toml: rule R-1, limb 1: “add” is missing.",
    ),
    "words for a flag": (
        "rules.toml",
        "optional = true",
        'optional = "yes"',
        "rules.toml: rule R-1, limb 2, optional: must be true or false, without quotes.",
    ),
    "a flag left out": (
        "roles.toml",
        "independent = false\n",
        "",
        "roles.toml: role council: “independent” is missing.",
    ),
    "words for a day": (
        "content.toml",
        "published = 2026-11-23",
        'published = "23 November"',
        "content.toml: published: must be a day, written like 2026-11-23 and without quotes.",
    ),
    "a moment for a day": (
        "outcomes/talk.toml",
        "effective_from = 2014-09-01",
        "effective_from = 2014-09-01T10:00:00",
        "outcomes/talk.toml: effective_from: must be a day, written like 2026-11-23 and without quotes.",
    ),
    "words for a list": (
        "outcomes/appeal.toml",
        'rows = ["A1", "A2"]',
        'rows = "A1"',
        'outcomes/appeal.toml: rows: must be a list of words in double quotes, such as ["a", "b"].',
    ),
    "the same thing twice in a list": (
        "outcomes/appeal.toml",
        'rows = ["A1", "A2"]',
        'rows = ["A1", "A1"]',
        "outcomes/appeal.toml: rows: names the same thing twice.",
    ),
    "words for a table": (
        COUNCIL,
        'when = { who = "answered" }',
        'when = "always"',
        "steps/ask-council.toml: when: must be a table, below a line [when].",
    ),
    "a number for branches": (
        LETTER,
        'to = "outcome:appeal"',
        "to = 3",
        "flows/letter.toml: question letter-date, to: must be a list of tables, each below a line [[to]].",
    ),
    "a number for a condition": (
        COUNCIL,
        '{ who = "answered" }',
        "{ who = 3 }",
        'steps/ask-council.toml: when, who: must be a list of words in double quotes, such as ["a", "b"].',
    ),
    "nothing said": (
        COUNCIL,
        "If you like",
        " ",
        "steps/ask-council.toml: label: is empty. Leave the line out, or say something.",
    ),
    "two lines": (
        COUNCIL,
        "If you like",
        "If\\nyou like",
        "steps/ask-council.toml: label: has a line break, a tab or another control character. Write one line.",
    ),
    "unknown word": (
        COUNCIL,
        'necessity = "choice"',
        'necessity = "choise"',
        "steps/ask-council.toml: necessity: “choise” is not known here. Did you mean “choice”?",
    ),
    "unknown rule word": (
        "rules.toml",
        'take = "latest"',
        'take = "last"',
        "rules.toml: rule R-1, take: “last” is not known here. Did you mean “latest”?",
    ),
    "unknown audience of an option": (
        FIRST,
        'audience = "parent"',
        'audience = "parents"',
        "flows/challenge.toml: question who, option parent, audience: “parents” is not known here."
        " Did you mean “parent”?",
    ),
    "unknown variant": (
        FIRST,
        '{ parent = "What',
        '{ father = "x", parent = "What',
        "flows/challenge.toml: question decision, text: “father” is not an audience."
        " Known are: any, helper, parent, young-person.",
    ),
    "an audience that hears nothing": (
        FIRST,
        ', any = "What was decided?"',
        "",
        "flows/challenge.toml: question decision, text: says nothing to some audiences. Add “any”.",
    ),
    "an id that is none": (
        "outcomes/appeal.toml",
        'id = "no-fee"',
        'id = "No fee"',
        "outcomes/appeal.toml: watch_out No fee, id: “No fee” is no id:"
        " use lower-case letters and digits, joined by hyphens.",
    ),
    "a phrase that is no id": (
        "phrases.toml",
        "[phrase]",
        '[phrase]\n"a@b" = "x"',
        "phrases.toml: phrase: “a@b” is no id: use lower-case letters and digits, joined by hyphens.",
    ),
    "an id that cannot be said": (
        "sources.toml",
        'id = "L1"',
        "id = 3",
        "sources.toml: source 1, id: must be words in double quotes.",
    ),
    "an id that is not the file's name": (
        "steps/get-advice.toml",
        'id = "get-advice"',
        'id = "advice"',
        "steps/get-advice.toml: id: The id “advice” is not the file’s name. Make them the same.",
    ),
    "an authority that is not the file's name": (
        STOKE,
        'authority = "E06000021"',
        'authority = "E06000003"',
        "authorities/E06000021.toml: authority: The authority “E06000003” is not the file’s name. Make them the same.",
    ),
    "an authority that is not there": (
        "authorities.toml",
        'code = "E06000021"',
        'code = "E06000022"',
        "authorities/E06000021.toml: There is no authority “E06000021”. Did you mean “E06000022”?",
    ),
    "a question's id twice": (
        LETTER,
        'id = "letter-date"',
        'id = "who"',
        "flows/letter.toml: question who: The id “who” is taken already, in flows/challenge.toml. Choose another.",
    ),
    "an option's id twice": (
        FIRST,
        'id = "other"',
        'id = "refuse"',
        "flows/challenge.toml: question decision, option refuse:"
        " The id “refuse” is taken already, in flows/challenge.toml. Choose another.",
    ),
    "an organization's id twice": (
        STOKE,
        '[[organization]]',
        '[[organization]]\nid = "helpline"\nname = "Again"\n[[organization]]',
        "authorities/E06000021.toml: organization helpline:"
        " The id “helpline” is taken already, in services/helpline.toml. Choose another.",
    ),
    "unknown flow": (
        FIRST,
        'to = "flow:letter"',
        'to = "flow:leter"',
        "flows/challenge.toml: question decision, option refuse, to: There is no flow “leter”."
        " Did you mean “letter”?",
    ),
    "unknown step": (
        "outcomes/talk.toml",
        '"ask-council"',
        '"ask-counsil"',
        "outcomes/talk.toml: route talk, steps: There is no step “ask-counsil”. Did you mean “ask-council”?",
    ),
    "unknown organization": (
        HELPLINE,
        'organization = "helpline"',
        'organization = "helpine"',
        "services/helpline.toml: service helpline, organization: There is no organization “helpine”."
        " Did you mean “helpline”?",
    ),
    "no source": (
        "outcomes/appeal.toml",
        'text = "It is free."\nwhen = { letter-date = "unknown" }\nsources = ["L1"]',
        'text = "It is free."\nwhen = { letter-date = "unknown" }',
        'outcomes/appeal.toml: watch_out no-fee: No source is named. Say where this was read: sources = ["…"].',
    ),
    "no role": (
        HELPLINE,
        'roles = ["national-advice"]\n',
        "",
        "services/helpline.toml: service helpline: No role is named."
        ' Say what the service is there for: roles = ["…"].',
    ),
    "no inputs": (
        "steps/send-appeal.toml",
        'inputs = { notice = "letter-date" }\n',
        "",
        "steps/send-appeal.toml: deadline: “inputs” is missing."
        " Say which date question answers each input of the rule.",
    ),
    "a day that not every year has": (
        "rules.toml",
        'from = "12-25"',
        'from = "02-29"',
        "rules.toml: rule R-1, closure 1, from: “02-29” is not a day of every year, written like 12-25.",
    ),
    "a day that no year has": (
        "rules.toml",
        'to = "01-01"',
        'to = "13-01"',
        "rules.toml: rule R-1, closure 1, to: “13-01” is not a day of every year, written like 12-25.",
    ),
    "a day of the year left out": (
        "rules.toml",
        'to = "01-01"\n',
        "",
        "rules.toml: rule R-1, closure 1: “to” is missing.",
    ),
}  # fmt: skip


def test_the_sample_is_right(sample: Sample) -> None:
    assert sample.problems() == []


@pytest.mark.parametrize(("file", "before", "after", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    sample.change(file, before, after)
    assert sample.problems() == [problem]


@pytest.mark.parametrize("line", ["title = [", f"title = {'9' * 5000}", f"title = {'[' * 9999}{']' * 9999}"])
def test_a_file_that_is_not_toml_is_named(sample: Sample, line: str) -> None:
    sample.change(COUNCIL, "title =", f"{line}\ntitle =")
    [problem] = sample.problems()
    assert problem.startswith("steps/ask-council.toml: This is not TOML")


def test_broken_toml_names_the_line(sample: Sample) -> None:
    sample.change(COUNCIL, "title = {", "title = [")
    assert "line 4" in sample.problems()[0]


def test_every_problem_is_given_not_the_first_alone(sample: Sample) -> None:
    sample.change(COUNCIL, 'necessity = "choice"', 'necessity = "choise"')
    sample.change(LETTER, 'title = "The letter"', "title = 3")
    sample.add("rules.toml", "[[rule")
    assert {problem.partition(":")[0] for problem in sample.problems()} == {COUNCIL, LETTER, "rules.toml"}


def test_a_step_that_resembles_none_of_many_can_be_written(sample: Sample) -> None:
    for number in range(30):
        sample.add(f"steps/way-{number}.toml", sample.read(COUNCIL).replace("ask-council", f"way-{number}"))
    sample.change("outcomes/talk.toml", '"ask-council"', '"zzz"')
    said = "There is no step “zzz”. Take it out, or write steps/zzz.toml."
    assert sample.problems() == [f"outcomes/talk.toml: route talk, steps: {said}"]


def test_a_flow_that_cannot_be_read_is_named_once(sample: Sample) -> None:
    sample.change("flows/letter.toml", "title =", "title = ”")
    [problem] = sample.problems()
    assert problem.startswith("flows/letter.toml: This is not TOML")


def test_the_mark_that_some_editors_put_before_the_first_line_is_no_problem(sample: Sample) -> None:
    sample.add(COUNCIL, b"\xef\xbb\xbf" + sample.read(COUNCIL).encode())
    assert sample.problems() == []


def test_a_file_that_is_no_text_is_named(sample: Sample) -> None:
    sample.add(COUNCIL, b'# A note.\nid = "\xff"')
    assert sample.problems() == [
        "steps/ask-council.toml: This file is not UTF-8 text: line 2 is wrong. Save it as UTF-8."
    ]


def test_a_folder_in_a_file_s_place_is_named(sample: Sample) -> None:
    sample.remove("rules.toml")
    (sample.folder / "rules.toml").mkdir()
    assert sample.problems() == ["rules.toml: This file cannot be read: Is a directory."]


@pytest.mark.parametrize("name", [name for name in FILES if "/" not in name])
def test_a_missing_file_is_named_once(sample: Sample, name: str) -> None:
    sample.remove(name)
    assert sample.problems() == [f"{name}: This file is not there. Put it back."]


@pytest.mark.parametrize(("folder", "named"), [("steps", "steps"), (".", "data")])
def test_a_folder_that_cannot_be_read_is_named_once(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, folder: str, named: str
) -> None:
    there, refused = Path.iterdir, sample.folder / folder

    def iterdir(path: Path) -> Iterator[Path]:
        if path == refused:
            raise PermissionError(13, "Permission denied")
        return there(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    problem = f"{named}: This folder cannot be read: Permission denied."
    assert [each for each in sample.problems() if "folder" in each] == [problem]


def test_a_missing_folder_is_an_empty_one(sample: Sample) -> None:
    sample.remove(STOKE)
    (sample.folder / "authorities").rmdir()
    assert sample.problems() == []


def test_no_folder_at_all_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"There is no folder .*nowhere to read content from"):
        read(tmp_path / "nowhere")


def test_a_file_that_nothing_reads_is_named(sample: Sample) -> None:
    sample.add("rule.toml", "")
    sample.add("steps/ask.txt", "")
    sample.add("steps/notes.md", "")
    sample.add("steps/.swap", "")
    assert sample.problems() == [
        "rule.toml: This is not read. Take it out, or correct its name. Did you mean “rules.toml”?",
        "steps/ask.txt: This is not read: names in steps/ end in .toml.",
    ]


def test_texts_are_called_by_their_place(sample: Sample) -> None:
    content = sample.content()
    words = content.words["en"]
    assert words["flow.challenge.decision.text"] == "What was decided?"
    assert words["flow.challenge.decision.text@parent"] == "What about your child?"
    assert words["flow.challenge.who.parent.chip"] == "Parent"
    assert words["outcome.appeal.route.talk.title"] == "Or talk"
    assert words["outcome.appeal.watch_out.no-fee.text"] == "It is free."
    assert words["step.send-appeal.deadline.unknown"] == "Ask today."
    assert words["service.helpline.schedule.1.description"] == "Monday to Friday"
    assert words["role.local-advice.fallback.text"] == "Ask at this desk."
    assert content.origins["role.local-advice.fallback.text"] == Origin(
        "roles.toml", "role local-advice, fallback, text"
    )


def test_a_chip_is_the_text_where_there_is_none(sample: Sample) -> None:
    option = sample.content().graph.questions["who"].option("young-person")
    assert option is not None
    assert option.chip == option.text == Text("flow.challenge.who.young-person.text")


def test_facts_have_the_review_of_the_whole_or_their_own(sample: Sample) -> None:
    content = sample.content()
    assert content.steps["get-advice"].fact.reviewer == "a reviewer"
    assert next(s for s in content.services if s.id == "stoke-advice").fact.reviewer == "another reviewer"


def test_a_local_service_can_be_its_own_source(sample: Sample) -> None:
    content = sample.content()
    service = next(s for s in content.services if s.id == "stoke-council")
    [source] = [content.sources[each] for each in service.fact.sources]
    assert (source.title, source.address) == ("The SEND team", "https://www.example.org/team")


def test_a_local_service_may_have_other_sources_too(sample: Sample) -> None:
    sample.change(
        STOKE, 'source_url = "https://www.example.org/team"', 'source_url = "https://a.org"\nsources = ["L1"]'
    )
    service = next(s for s in sample.content().services if s.id == "stoke-council")
    assert service.fact.sources == ("page.stoke-council", "L1")


def test_conditions_name_one_answer_or_several(sample: Sample) -> None:
    content = sample.content()
    assert content.steps["ask-council"].when == Condition((("who", ("answered",)),))
    decision = content.graph.questions["decision"].option("other")
    assert decision is not None
    assert decision.branches[0].when == Condition((("who", ("young-person",)),))


def broken(scratch: Sample, file: str, text: str | bytes) -> None:
    """Read with another text in the place of a file's own."""
    scratch.add(file, text)
    try:
        scratch.problems()
    finally:
        scratch.add(file, FILES[file])


@settings(deadline=None)
@given(file=st.sampled_from(sorted(FILES)), junk=st.binary(max_size=40), at=st.floats(0, 1))
def test_no_bytes_raise_anything_else(scratch: Sample, file: str, junk: bytes, at: float) -> None:
    whole = FILES[file].encode()
    cut = int(at * len(whole))
    broken(scratch, file, whole[:cut] + junk + whole[cut:])


@settings(deadline=None)
@given(file=st.sampled_from(sorted(FILES)), line=st.integers(0, 60), value=st.sampled_from(VALUES))
def test_no_value_raises_anything_else(scratch: Sample, file: str, line: int, value: str) -> None:
    lines = FILES[file].splitlines()
    key, equals, _ = lines[line % len(lines)].partition("=")
    lines[line % len(lines)] = f"{key}= {value}" if equals else value
    broken(scratch, file, "\n".join(lines))
