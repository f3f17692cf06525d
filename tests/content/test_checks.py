"""The rules of content: each is broken once, and says so in one problem that names file and place."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.checks import check
from tests.samples import ENDING, FILES, SPLIT, STOKE_FROM, TODAY, Sample

COUNCIL, ADVICE, APPEAL_STEP = "steps/ask-council.toml", "steps/get-advice.toml", "steps/send-appeal.toml"
FIRST, LETTER = "flows/challenge.toml", "flows/letter.toml"
APPEAL, TALK = "outcomes/appeal.toml", "outcomes/talk.toml"
STOKE, HELPLINE = "authorities/E06000021.toml", "services/helpline.toml"

OTHER_ROLE = """
[[role]]
id = "more"
name = "More advice"
does = "Advice."
group = "advice"
scope = "national"
independent = true
"""

REFERENCES = {
    "the first flow": (
        "content.toml",
        'first_flow = "challenge"',
        'first_flow = "chalenge"',
        "content.toml: There is no flow “chalenge” to begin with. Did you mean “challenge”?",
    ),
    "a flow's first question": (
        LETTER,
        'first = "letter-date"',
        'first = "who"',
        "flows/letter.toml: There is no question “who” in this flow to begin with. Known are: letter-date.",
    ),
    "a question led to": (
        FIRST,
        'to = "decision"',
        'to = "decison"',
        "flows/challenge.toml: question who: Leads to question “decison”, which is not there. Did you mean “decision”?",
    ),
    "an outcome led to": (
        FIRST,
        'to = "outcome:talk"',
        'to = "outcome:tlak"',
        "flows/challenge.toml: question decision, option rude: Leads to outcome “tlak”, which is not there."
        " Did you mean “talk”?",
    ),
    "a question of a condition": (
        APPEAL,
        'when = { letter-date = "dated" }',
        'when = { letter-day = "dated" }',
        "outcomes/appeal.toml: route talk: The condition names question “letter-day”, which is not there."
        " Did you mean “letter-date”?",
    ),
    "an option of a condition": (
        FIRST,
        'when = { who = "young-person" }',
        'when = { who = "young" }',
        "flows/challenge.toml: question decision, option rude: The condition names option “young”,"
        " which question “who” has not. Known are: answered, parent, young-person.",
    ),
    "a date of a condition on a choice": (
        COUNCIL,
        'when = { who = "answered" }',
        'when = { who = "dated" }',
        "steps/ask-council.toml: The condition names option “dated”, which question “who” has not."
        " Known are: answered, parent, young-person.",
    ),
    "a step's role": (
        ADVICE,
        'role = "local-advice"',
        'role = "advice"',
        "steps/get-advice.toml: role: There is no role “advice”. Did you mean “local-advice”?",
    ),
    "a service's role": (
        HELPLINE,
        '["national-advice"]',
        '["national-advise", "national-advice"]',
        "services/helpline.toml: service helpline, roles:"
        " There is no role “national-advise”. Did you mean “national-advice”?",
    ),
    "a fallback's role": (
        "roles.toml",
        'roles = ["national-advice"]',
        'roles = ["helpline", "national-advice"]',
        "roles.toml: role local-advice, fallback, roles: There is no role “helpline”."
        " Known are: council, local-advice, national-advice.",
    ),
    "a role's group": (
        "roles.toml",
        'group = "advice"',
        'group = "advise"',
        "roles.toml: role local-advice: There is no group “advise”. Did you mean “advice”?",
    ),
    "a deadline's rule": (
        APPEAL_STEP,
        'rule = "R-1"',
        'rule = "R-2"',
        "steps/send-appeal.toml: There is no rule “R-2”. Did you mean “R-1”?",
    ),
    "a rule's input": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ notice = "letter-date", certificat = "letter-date" }',
        "steps/send-appeal.toml: Rule “R-1” has no input “certificat”. Did you mean “certificate”?",
    ),
    "an input's question": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ notice = "who" }',
        "steps/send-appeal.toml: There is no date question “who”. Known are: letter-date.",
    ),
    "an input that the rule needs": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ certificate = "letter-date" }',
        "steps/send-appeal.toml: Rule “R-1” needs the input “notice”. Say which question answers it.",
    ),
    "a fact's source": (
        ADVICE,
        'sources = ["L1"]',
        'sources = ["L2"]',
        "steps/get-advice.toml: sources: There is no source “L2”. Known are: L1.",
    ),
    "a watch-out's source": (
        APPEAL,
        'when = { letter-date = "unknown" }\nsources = ["L1"]',
        'when = { letter-date = "unknown" }\nsources = ["L3"]',
        "outcomes/appeal.toml: watch_out no-fee, sources: There is no source “L3”. Known are: L1.",
    ),
    "a law's source": (
        APPEAL,
        'text = "An Act of 2014"\nsources = ["L1"]',
        'text = "An Act of 2014"\nsources = ["L4"]',
        "outcomes/appeal.toml: law right, sources: There is no source “L4”. Known are: L1.",
    ),
    "a symbol": (
        ADVICE,
        'symbol = "support_agent"',
        'symbol = "support_agents"',
        "steps/get-advice.toml: There is no symbol “support_agents”. Did you mean “support_agent”?",
    ),
}

FLOWS = {
    "the last branch has no condition": (
        FIRST,
        '{ go = "outcome:talk" }',
        '{ when = { who = "parent" }, go = "outcome:talk" }',
        "flows/challenge.toml: question decision, option other: The last branch has a condition."
        " Add one without, for everybody else.",
    ),
    "an option leads somewhere": (
        FIRST,
        'to = "flow:letter"',
        "",
        'flows/challenge.toml: question decision, option refuse: An answer leads nowhere. Say where: to = "…".'
        " For example: who = parent, decision = refuse.",
    ),
    "a date leads somewhere": (
        LETTER,
        'to = "outcome:appeal"\n\n[[question.option]]',
        '[[question.option]]\nto = "outcome:appeal"',
        'flows/letter.toml: question letter-date: An answer leads nowhere. Say where: to = "…".'
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "no path loops": (
        FIRST,
        'text = "They were rude to me"\nwhen = { who = "young-person" }\nto = "outcome:talk"',
        'text = "They were rude to me"\nwhen = { who = "young-person" }\nto = "who"',
        "flows/challenge.toml: question decision: An answer leads back to question “who”."
        " For example: who = young-person, decision = rude.",
    ),
    "two answers at least": (
        FIRST,
        'text = "They refuse"',
        'text = "They refuse"\nwhen = { who = "young-person" }',
        "flows/challenge.toml: question decision: Fewer than 2 answers are offered. For example: who = parent.",
    ),
    "six options at most": (
        LETTER,
        '[[question.option]]\nid = "unknown"\ntext = "I do not know"\n',
        "".join(f'[[question.option]]\nid = "{name}"\ntext = "Why"\n' for name in ("unknown", *"abcdef")),
        "flows/letter.toml: question letter-date: More than 6 options are offered."
        " For example: who = parent, decision = refuse.",
    ),
    "a flow is reached": (
        "flows/more.toml",
        "",
        'id = "more"\ntitle = "More"\nfirst = "more"\n[[question]]\nid = "more"\nkind = "choice"\ntext = "Why?"\n',
        "flows/more.toml: No path leads to this flow. Lead to it, or take it out.",
    ),
    "a question is reached": (
        LETTER,
        "[[question]]",
        '[[question]]\nid = "more"\nkind = "choice"\ntext = "Why?"\n[[question]]',
        "flows/letter.toml: question more: No path leads to this question. Lead to it, or take it out.",
    ),
    "an outcome is reached": (
        "outcomes/more.toml",
        "",
        'id = "more"\ntitle = "Yes."\nsummary = "Yes."\nsay = "Yes. Yes."\nwhy = "Yes."\nsources = ["L1"]\n'
        '[[route]]\nid = "more"\nkind = "talk"\ntitle = "Talk"\nsteps = ["get-advice"]\n',
        "outcomes/more.toml: No path leads to this outcome. Lead to it, or take it out.",
    ),
    "an option is offered": (
        LETTER,
        "[[question.option]]",
        '[[question.option]]\nid = "more"\ntext = "More"\nwhen = { decision = "other" }\n[[question.option]]',
        "flows/letter.toml: question letter-date, option more: No path offers this option."
        " Change its condition, or take it out.",
    ),
    "a branch is taken": (
        FIRST,
        '{ when = { who = ["young-person"] }, go = "outcome:talk" }',
        '{ when = { who = ["young-person"] }, go = "outcome:talk" }, '
        '{ when = { decision = "refuse" }, go = "outcome:talk" }',
        "flows/challenge.toml: question decision, option other: No path takes branch 2."
        " Change its condition, or take it out.",
    ),
    "a question's condition looks back": (
        FIRST,
        'to = "decision"',
        'to = [ { when = { letter-date = "dated" }, go = "decision" }, { go = "decision" } ]',
        "flows/challenge.toml: question who: The condition names question “letter-date”, which never comes before.",
    ),
    "an option's condition looks back": (
        FIRST,
        'when = { who = "young-person" }',
        'when = { letter-date = "dated" }',
        "flows/challenge.toml: question decision, option rude:"
        " The condition names question “letter-date”, which never comes before.",
    ),
}

OUTCOMES = {
    "a route applies": (
        TALK,
        'title = "Talk"',
        'title = "Talk"\nwhen = { who = "parent" }',
        "outcomes/talk.toml: No route applies. For example: who = young-person, decision = other.",
    ),
    "a route has a step": (
        APPEAL,
        'steps = ["ask-council"]',
        "steps = []",
        "outcomes/appeal.toml: route talk: This route applies, but none of its steps does."
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "the main route has an independent helper": (
        APPEAL,
        '["get-advice", "send-appeal"]',
        '["send-appeal"]',
        "outcomes/appeal.toml: route appeal: The main route has no step with an independent helper."
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "the independent helper comes first": (
        TALK,
        '["get-advice", "ask-council"]',
        '["ask-council", "get-advice"]',
        "outcomes/talk.toml: route talk: The independent helper does not come first in the main route."
        " For example: who = parent, decision = other.",
    ),
    "a deadline, or none": (
        TALK,
        'no_deadline = "There is no deadline."\n',
        "",
        "outcomes/talk.toml: No step has a deadline here. Say so in “no_deadline”."
        " For example: who = parent, decision = other.",
    ),
    "a condition names what is asked": (
        TALK,
        "[[route]]",
        '[[watch_out]]\nid = "x"\ntext = "Yes."\nwhen = { letter-date = "dated" }\nsources = ["L1"]\n[[route]]',
        "outcomes/talk.toml: watch_out x: The condition names question “letter-date”, which no path to here asks.",
    ),
    "a watch-out is shown": (
        TALK,
        "[[route]]",
        '[[watch_out]]\nid = "x"\ntext = "Yes."\nwhen = { decision = "refuse" }\nsources = ["L1"]\n[[route]]',
        "outcomes/talk.toml: watch_out x: No path shows this. Change its condition, use it, or take it out.",
    ),
    "a route is shown": (
        TALK,
        "[[route]]",
        '[[route]]\nid = "x"\nkind = "talk"\ntitle = "X"\nwhen = { decision = "refuse" }\n'
        'steps = ["get-advice"]\n[[route]]',
        "outcomes/talk.toml: route x: No path shows this. Change its condition, use it, or take it out.",
    ),
    "a step is shown": (
        "steps/more.toml",
        "",
        'id = "more"\nnecessity = "can"\ntitle = "More"\ntext = "More."\nsources = ["L1"]\n',
        "steps/more.toml: No path shows this. Change its condition, use it, or take it out.",
    ),
}

TEXTS = {
    "short sentences": (
        ADVICE,
        'text = "It is free."',
        f'text = "Yes. {"so " * 20}free."',
        f"steps/get-advice.toml: text: A sentence has 21 words: “{'so ' * 20}free.” Use 20 at most.",
    ),
    "EHC plan": (
        ADVICE,
        "It is free.",
        "It is free. Ask if it is in the EHCP or not.",
        "steps/get-advice.toml: text: Say “EHC plan”, not “EHCP”.",
    ),
    "no CCG": (
        ADVICE,
        "It is free.",
        "Ask the CCG.",
        "steps/get-advice.toml: text: Say “integrated care board (ICB)”: there is no CCG any more.",
    ),
    "curly quotes": (
        ADVICE,
        "It is free.",
        "It's free.",
        "steps/get-advice.toml: text: Has a straight quote. Write ‘ ’ or “ ”.",
    ),
    "single spaces": (
        ADVICE,
        "It is free.",
        "It is  free.",
        "steps/get-advice.toml: text: Has a space too many.",
    ),
    "your child, to a young person": (
        ADVICE,
        'text = "It is free."',
        'text = { parent = "It is free for your child.", any = "It is free for your child." }',
        "steps/get-advice.toml: text: Says “your child” to somebody who is no parent. Add variants.",
    ),
    "your child, to a helper": (
        ADVICE,
        'text = "It is free."',
        'text = { helper = "It is free for your child.", any = "It is free." }',
        "steps/get-advice.toml: text: (helper) Says “your child” to somebody who is no parent. Add variants.",
    ),
    "a phrase that is missing": (
        "phrases.toml",
        'month-3 = "month-3"\n',
        "",
        "phrases.toml: phrase: “month-3” is missing.",
    ),
    "a phrase that nobody says": (
        "phrases.toml",
        "[phrase]\n",
        '[phrase]\nmonth-13 = "Undecimber"\n',
        "phrases.toml: phrase, month-13: The program says no such phrase. Did you mean “month-3”?",
    ),
    "a placeholder too few": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month}",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
    "a placeholder too many": (
        "phrases.toml",
        'month-3 = "month-3"',
        'month-3 = "{month}"',
        "phrases.toml: phrase, month-3: The placeholders have to be: none.",
    ),
    "a placeholder with a form": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month} {year:>9}",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
    "a placeholder that does not close": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month} {year",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
}

FACTS = {
    "reviews are ordered": (
        STOKE,
        "review_by = 2027-01-01",
        "review_by = 2026-09-30",
        "authorities/E06000021.toml: service stoke-advice, review_by:"
        " review_by (2026-09-30) comes before reviewed_on (2026-10-01).",
    ),
    "effects are ordered": (
        TALK,
        "effective_to = 2029-08-31",
        "effective_to = 2014-08-31",
        "outcomes/talk.toml: effective_to: effective_to comes before effective_from.",
    ),
    "a local service was reviewed by the content's date": (
        STOKE,
        "reviewed_on = 2026-10-01",
        "reviewed_on = 2026-11-24",
        "authorities/E06000021.toml: service stoke-advice, reviewed_on:"
        " reviewed_on (2026-11-24) comes after the content’s date (2026-11-23).",
    ),
    "a local service is reviewed within a year": (
        STOKE,
        "review_by = 2027-01-01",
        "review_by = 2027-10-03",
        "authorities/E06000021.toml: service stoke-advice, review_by:"
        " Local details are looked at again within a year: review_by is 2027-10-03.",
    ),
    "a rule counts from something": (
        "rules.toml",
        "[[rule]]",
        '[[rule]]\nid = "R-2"\ntitle = "Yes"\nwords = "Yes."\npassed = "Yes."\nsources = ["L1"]\n[[rule]]',
        "rules.toml: rule R-2: Needs a limb, to count from.",
    ),
    "a rule's other reading counts from something": (
        "rules.toml",
        "[[rule.limb]]",
        '[rule.other]\nroll = "none"\n[[rule.limb]]',
        "rules.toml: rule R-1: Needs a limb, to count from.",
    ),
    "a rule's group is listed": (
        "rules.toml",
        'group = "R-1"',
        'group = "R-11"',
        "rules.toml: rule R-1: There is no group “R-11”. Did you mean “R-1”?",
    ),
    "a rule's versions are apart": (
        "rules/later.toml",
        "",
        '[[rule]]\nid = "R-1"\nversion = "later"\ntitle = "Yes"\nwords = "Yes."\npassed = "Yes."\nsources = ["L1"]\n'
        'effective_from = 2029-09-01\n[[rule.limb]]\ninput = "notice"\nadd = 3\nunit = "months"\n',
        "rules/later.toml: rule R-1: Is in force on days of another version too."
        " Set effective_to and effective_from apart.",
    ),
}

DIRECTORY = {
    "a local role falls back": (
        "roles.toml",
        '[role.fallback]\ntext = "Look in your letter."\nroles = ["local-advice", "national-advice"]\n',
        "",
        "roles.toml: role council: A local role needs a fallback, for where nobody fills it.",
    ),
    "a role is filled in every authority": (
        "roles.toml",
        'roles = ["local-advice", "national-advice"]',
        'roles = ["local-advice"]',
        "roles.toml: role council: Nobody is found for this role in Redcar and Cleveland."
        " Name a national role in its fallback.",
    ),
    "a role is used": (
        "roles.toml",
        "[[role]]",
        OTHER_ROLE.replace('"national"', '"local"')
        + '[role.fallback]\ntext = "Ask."\nroles = ["national-advice"]\n[[role]]',
        "roles.toml: role more: No step names this role and no service fills it. Take it out.",
    ),
    "a group is used": (
        "roles.toml",
        "[[role]]",
        '[[group]]\nid = "more"\ntitle = "More"\nsymbol = "person"\n[[role]]',
        "roles.toml: group more: No role is in this group. Take it out.",
    ),
    "a service can be reached": (
        STOKE,
        'url = "https://www.example.org/team"\n',
        "",
        "authorities/E06000021.toml: service stoke-council: Has no way to contact it."
        " Add one, or say so in “alert” and “application_process”.",
    ),
    "an authority's period": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace(STOKE_FROM, "valid_from = 2027-05-01"),
        "authorities.toml: authority E06000021: valid_to comes before valid_from.",
    ),
    "an authority succeeds one that is there": (
        "authorities.toml",
        STOKE_FROM,
        'succeeds = "E06000004"',
        "authorities.toml: authority E06000021: There is no authority “E06000004” to succeed."
        " Did you mean “E06000003”?",
    ),
    "an authority begins when the other ends": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace("2027-04-01", "2027-04-02"),
        "authorities.toml: authority provisional-new-stoke: Has to begin on the day after"
        " Stoke-on-Trent (E06000021) ends: see valid_from and valid_to.",
    ),
    "an authority that ends is succeeded": (
        "authorities.toml",
        STOKE_FROM,
        ENDING,
        "authorities.toml: authority E06000021: Ends, but no authority succeeds it. Add who is responsible then.",
    ),
    "an authority that ends says so": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace('notice = "It ended."\n', ""),
        "authorities.toml: authority E06000021: Ends, but has no “notice” that its services may have moved.",
    ),
    "a provisional code is marked": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace("provisional = true\n", ""),
        "authorities.toml: authority provisional-new-stoke: A code is E and eight digits."
        " If it is not known, add: provisional = true",
    ),
    "a provisional code looks it": (
        "authorities.toml",
        STOKE_FROM,
        f"{STOKE_FROM}\nprovisional = true",
        "authorities.toml: authority E06000021: A provisional code looks like provisional-east-surrey.",
    ),
    "a local page is recent": (
        STOKE,
        'apparent_date = "of 2026"',
        'apparent_date = "about December 2019"',
        "authorities/E06000021.toml: service stoke-council, apparent_date: The page is of about December 2019."
        " Details from before 2020 are left out.",
    ),
    "a phone number": (
        STOKE,
        'number = "01782 000001"',
        'number = "01782 00001x"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “01782 00001x” is not a phone number of the United Kingdom.",
    ),
    "a phone number's length": (
        STOKE,
        'number = "01782 000001"',
        'number = "01782 0000012"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “01782 0000012” is not a phone number of the United Kingdom.",
    ),
    "a phone number's beginning": (
        STOKE,
        'number = "01782 000001"',
        'number = "11782 000001"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “11782 000001” is not a phone number of the United Kingdom.",
    ),
    "an e-mail address": (
        HELPLINE,
        'email = "ask@helpline.example.org"',
        'email = "ask.helpline.example.org"',
        "services/helpline.toml: service helpline, email: “ask.helpline.example.org” is not an e-mail address.",
    ),
    "a postcode": (
        HELPLINE,
        'postal_code = "SW1A 1AA"',
        'postal_code = "SW1A1AA"',
        "services/helpline.toml: service helpline, address, postal_code:"
        " “SW1A1AA” is not a postcode, written like ST3 6HZ.",
    ),
    "a service's page": (
        STOKE,
        'url = "https://www.example.org/team"',
        'url = "http://www.example.org/team"',
        "authorities/E06000021.toml: service stoke-council, url:"
        " “http://www.example.org/team” is not a web address that begins with https://.",
    ),
    "a page that is none": (
        STOKE,
        'url = "https://www.example.org/team"',
        'url = "https://[www.example.org/team"',
        "authorities/E06000021.toml: service stoke-council, url:"
        " “https://[www.example.org/team” is not a web address that begins with https://.",
    ),
    "an organization's page": (
        HELPLINE,
        'website = "https://helpline.example.org"',
        'website = "helpline.example.org"',
        "services/helpline.toml: organization helpline, website:"
        " “helpline.example.org” is not a web address that begins with https://.",
    ),
    "a source's page": (
        "sources.toml",
        'address = "https://law.example.org/1"',
        'address = "law.example.org/1"',
        "sources.toml: source L1, address: “law.example.org/1” is not a web address.",
    ),
}

RULES = {**REFERENCES, **FLOWS, **OUTCOMES, **TEXTS, **FACTS, **DIRECTORY}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    if before:
        sample.change(file, before, after)
    else:
        sample.add(file, after)
    assert sample.problems() == [problem]


def test_a_step_whose_dates_nobody_asks_for_is_a_problem(sample: Sample) -> None:
    sample.change(TALK, '"ask-council"]', '"ask-council", "send-late"]')
    step = (sample.folder / APPEAL_STEP).read_text(encoding="utf-8")
    sample.add("steps/send-late.toml", step.replace("send-appeal", "send-late"))
    assert sample.problems() == [
        "steps/send-late.toml: No path to this step asks for the dates that its deadline needs."
    ]


def test_a_national_role_that_nobody_fills_is_a_problem(sample: Sample) -> None:
    sample.change("roles.toml", "[[role]]", f"{OTHER_ROLE}[[role]]")
    sample.change(STOKE, 'roles = ["local-advice"]', 'roles = ["local-advice", "more"]')
    assert sample.problems() == ["roles.toml: role more: No national service fills this role. Add one, or take it out."]


def test_a_way_without_a_phone_is_needed_in_every_authority(sample: Sample) -> None:
    sample.change(STOKE, "[[service.phone]]", '[[service.phone]]\nnumber = "01782 000002"\n[[service.phone]]')
    sample.change(STOKE, 'organization = "helpline"', 'organization = "stoke"')
    sample.change(APPEAL, 'when = { letter-date = "dated" }\n', "")
    sample.change(APPEAL, '["ask-council"]', '["get-advice"]')
    assert sample.problems() == [
        "outcomes/appeal.toml: Nobody who helps here can be reached without a phone."
        " For example: who = parent, decision = refuse, letter-date = a date."
    ]


def test_more_paths_than_can_be_proved_are_a_problem(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.checks.survey.MOST_PATHS", 3)
    assert sample.problems() == [
        "flows/challenge.toml: question who: There are more than 3 paths, too many to prove. Ask fewer questions."
    ]


def test_an_authority_may_follow_another(sample: Sample) -> None:
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    assert sample.problems() == []


def test_a_role_is_filled_where_no_council_is_set(sample: Sample) -> None:
    """Though somebody fills it in every authority."""
    redcar = STOKE.replace("21", "03")
    sample.change("roles.toml", 'roles = ["local-advice", "national-advice"]', 'roles = ["local-advice"]')
    sample.add(redcar, FILES[STOKE].replace("E06000021", "E06000003").replace('id = "stoke', 'id = "redcar'))
    sample.change(redcar, 'organization = "stoke"', 'organization = "redcar"')
    assert sample.problems() == [
        "roles.toml: role council: Nobody is found for this role in a place without a council."
        " Name a national role in its fallback."
    ]


def test_an_unsafe_page_is_right_where_it_was_read(sample: Sample) -> None:
    sample.change(STOKE, 'url = "https:', 'url = "http:')
    sample.change(STOKE, 'source_url = "https:', 'source_url = "http:')
    assert sample.problems() == []


def test_bank_holidays_have_to_reach_as_far_as_deadlines(sample: Sample) -> None:
    [problem] = sample.problems(date(2040, 1, 1))
    assert problem.startswith("content.toml: Bank holidays are known to ")


def test_an_overdue_review_is_said_apart(sample: Sample) -> None:
    verdict = check(sample.content(), date(2027, 1, 2))
    assert verdict.problems == ()
    assert [str(problem) for problem in verdict.overdue] == [
        "authorities/E06000021.toml: service stoke-advice:"
        " Should have been looked at again by 2027-01-01. Read its sources anew."
    ]


def test_the_proof_counts_what_was_proved(sample: Sample) -> None:
    proof = check(sample.content(), TODAY).proof
    assert (proof.paths, proof.questions, proof.outcomes, proof.services, proof.languages) == (7, 3, 2, 3, 1)
    assert str(proof).startswith("7 complete paths through 3 questions to 2 outcomes, all proved;")
