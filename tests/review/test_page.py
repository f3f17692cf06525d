"""The review on paper: every word stands on it, in every voice, with its dates, helpers, sources and sign-offs."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.signoffs import SignOff, fingerprint, sign
from kiosk.review.page import page
from tests.samples import Sample

APPEAL = "outcomes/appeal.toml"


def paper(content: Content, authority: str = "", *only: str) -> str:
    """Return the page without its tags."""
    made = page(content, content.authorities[authority] if authority else None, only)
    return unescape(re.sub(r"<[^>]+>", "", made.partition("</style>")[2]))


def test_every_word_stands_on_the_paper(sample: Sample) -> None:
    content = sample.content()
    made = paper(content, "E06000021")
    assert [words_id for words_id, words in content.words[ENGLISH].items() if words not in made] == []


def test_a_text_is_given_in_every_voice(sample: Sample) -> None:
    sample.change(APPEAL, '"They refused."', '{ parent = "A.", young-person = "B.", helper = "C." }')
    made = paper(sample.content())
    assert "Parent or carer A.Young person B.Somebody helping C." in made
    assert "Somebody helping Help them to askEverybody else Ask the council" in made


def test_who_gets_there_is_said_by_the_answers_that_decide(sample: Sample) -> None:
    made = paper(sample.content())
    left_out = "Answers that change nothing are left out."
    assert f"4 complete paths lead here, in these ways. {left_out}They refuse → " not in made
    assert f"4 complete paths lead here, in these ways. {left_out}They refuseWhy" in made
    assert f"3 complete paths lead here, in these ways. {left_out}Parent → Something elseI am" in made


def test_one_path_is_one(sample: Sample) -> None:
    sample.change("flows/challenge.toml", 'id = "rude"', 'id = "rude"\naudience = "young-person"')
    sample.change(
        "flows/challenge.toml",
        'when = { who = "young-person" }\nto = "outcome:talk"',
        'when = { who = "young-person" }\nto = "outcome:sorry"',
    )
    sample.add("outcomes/sorry.toml", sample.read("outcomes/talk.toml").replace('"talk"\nrows', '"sorry"\nrows'))
    assert "One complete path leads here" in paper(sample.content(), "", "sorry")


def test_where_every_answer_leads_to_one_outcome_nothing_decides(sample: Sample) -> None:
    sample.add("flows/challenge.toml", sample.read("flows/challenge.toml").replace("flow:letter", "outcome:talk"))
    sample.change("flows/challenge.toml", 'when = { who = "young-person" }\n', "")
    assert "Whatever is answered." in paper(sample.content(), "", "talk")


def test_a_council_that_ends_says_what_then(sample: Sample) -> None:
    sample.change("authorities.toml", "valid_from = 1997-04-01", 'valid_to = 2027-03-31\nnotice = "It ended."')
    assert "Stoke-on-TrentIt ended." in paper(sample.content())


def test_conditions_are_given_in_words(sample: Sample) -> None:
    made = paper(sample.content())
    assert "Only if “When was it sent?” has the answer a date" in made
    assert "Only if “Who is asking?” has the answer any answer" in made
    assert "Only if “When was it sent?” has the answer I do not know" in made


def test_the_rule_is_worked_out_for_a_sample_letter_with_and_without_what_is_optional(sample: Sample) -> None:
    made = paper(sample.content(), "", "appeal")
    assert made.count("Sample: ") == 2
    assert made.count("add-months-many") == 2  # from the letter, in both samples
    assert made.count("add-months-one") == 1  # from the certificate, in one


def test_a_rule_with_nothing_optional_has_one_sample(sample: Sample) -> None:
    sample.change("rules.toml", 'unit = "months"\noptional = true', 'unit = "months"')
    sample.change("steps/send-appeal.toml", '"letter-date" }', '"letter-date", certificate = "letter-date" }')
    assert paper(sample.content(), "", "appeal").count("Sample: ") == 1


def test_school_days_are_left_to_the_schools_calendar(sample: Sample) -> None:
    sample.change("rules.toml", 'unit = "months"\n[[rule.limb]]', 'unit = "school-days"\n[[rule.limb]]')
    assert "undated-school-calendar" in paper(sample.content(), "", "appeal")


def test_a_rule_says_when_it_is_in_force(sample: Sample) -> None:
    sample.change("rules.toml", 'take = "latest"', 'take = "latest"\neffective_from = 2020-07-21')
    assert "R-1, in force from 2020-07-21" in paper(sample.content(), "", "appeal")


def test_every_time_limit_stands_below_its_number_or_alone(sample: Sample) -> None:
    made = paper(sample.content())
    assert (
        "Every time limitR-1: An appealAsked for under “An appeal”You have 2 months.It must arrive by this day R-1"
        in made
    )
    sample.change("rules.toml", 'group = "R-1"\n', "")
    assert (
        "Every time limitR-1: An appealAsked for under “An appeal”You have 2 months.It must arrive by this day R-1"
        in paper(sample.content())
    )


def test_who_helps_is_named_with_and_without_a_council(sample: Sample) -> None:
    made = paper(sample.content(), "E06000021", "talk")
    assert "No council setStoke-on-Trent" in made
    assert "Nobody yet. Instead: The HelplineAdvice in Stoke" in made
    assert "01782 000001" in made
    assert "Where nobody is known: Ask at this desk." in made
    assert "Stoke" not in paper(sample.content(), "", "talk")


def test_every_source_stands_with_its_address_and_date(sample: Sample) -> None:
    made = paper(sample.content())
    assert "L1A lawhttps://law.example.org/12026-11-23undated" in made
    assert "Review by 2027-05-23. In force from 2014-09-01. In force to 2029-08-31." in made


def test_one_outcome_can_stand_alone(sample: Sample) -> None:
    made = paper(sample.content(), "", "talk")
    assert "You can talk." in made
    assert "You can challenge this." not in made
    assert "month-3" not in made


def test_what_an_outcome_lacks_is_left_out(sample: Sample) -> None:
    made = page(sample.content(), None, ["talk"])
    assert "<h3>Watch out</h3>" not in made
    assert "<h3>The law</h3>" not in made
    assert "Answers no row of the map." in made


def test_unsigned_is_said_until_somebody_signs_these_words(sample: Sample) -> None:
    assert "0 of 2 outcomes are signed." in paper(sample.content())
    assert paper(sample.content()).count("Unsigned. Nobody has signed this outcome yet.") == 2
    content = sample.content()
    hash_ = fingerprint(content, content.outcomes["talk"])
    sign(sample.folder, SignOff("talk", hash_, "SENDIASS & co", date(2026, 11, 20)))
    made = paper(sample.content())
    assert "1 of 2 outcomes are signed." in made
    assert "Signed by SENDIASS & co on 2026-11-20." in made


def test_changing_a_word_shows_the_outcome_as_unsigned(sample: Sample) -> None:
    content = sample.content()
    hash_ = fingerprint(content, content.outcomes["talk"])
    sign(sample.folder, SignOff("talk", hash_, "an adviser", date(2026, 11, 20)))
    sample.change("steps/ask-council.toml", "Ask why.", "Ask them why.")
    made = paper(sample.content(), "", "talk")
    assert "talk unsigned: changed" in made
    assert "Unsigned. The words or rules have changed since they were signed." in made
    assert f"Before that, an adviser signed {hash_} on 2026-11-20." in made
