"""`send-kiosk route`: what the screens say, at the command line; and one clear sentence for what cannot be answered."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import main
from kiosk.content.build import build
from tests.samples import TODAY, Sample

REFUSED = ("--answer", "who=parent", "--answer", "decision=refuse")
APPEAL = (*REFUSED, "--date", "letter-date=2026-11-02")
POLISH = """\
msgid ""
msgstr ""
"Language: pl\\n"
"X-Endonym: Polski\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "outcome.appeal.title"
msgid "You can challenge this."
msgstr "Możesz się odwołać."
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny content set, built, with a little Polish."""
    folder = tmp_path_factory.mktemp("route")
    sample = Sample(folder / "data").write()
    sample.add("translations/pl.po", POLISH)
    build(sample.folder, folder / "content.db", TODAY)
    return folder / "content.db"


class Terminal:
    """Somebody at a terminal on 23 November 2026."""

    def __init__(self, database: Path) -> None:
        self._options = ("--content", str(database), "--as-of", TODAY.isoformat())

    def runs(self, *options: str) -> Result:
        return CliRunner().invoke(main, ["route", *self._options, *options])

    def reads(self, *options: str) -> str:
        result = self.runs(*options)
        assert result.exit_code == 0, result.output
        return result.stdout

    def reads_json(self, *options: str) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.reads("--json", *options))
        return report

    def is_told(self, *options: str) -> str:
        result = self.runs(*options)
        assert result.exit_code == 2
        assert result.stdout == ""
        return result.stderr.removeprefix("send-kiosk: ").removesuffix("\n")


@pytest.fixture
def terminal(database: Path) -> Terminal:
    """A terminal before the tiny content set."""
    return Terminal(database)


def test_answers_that_lead_to_an_outcome_say_what_can_be_done(terminal: Terminal) -> None:
    text = terminal.reads(*APPEAL)
    assert text.startswith("You can challenge this.\nYou can appeal.\n")
    assert "2. Send your appeal" in text
    assert text.endswith("\n")


def test_the_report_holds_every_date_and_id(terminal: Terminal) -> None:
    report = terminal.reads_json(*APPEAL)
    assert report["outcome"] == "appeal"
    assert report["rows"] == ["A1", "A2"]
    assert (report["as_of"], report["content_date"], report["authority"]) == ("2026-11-23", "2026-11-23", "")
    deadline = report["routes"][0]["steps"][1]["deadline"]
    assert (deadline["rule"], deadline["last_day"], deadline["days_left"]) == ("R-1", "2027-01-04", 42)
    assert report["sources"][0]["title"] == "A law"


def test_who_helps_depends_on_the_council(terminal: Terminal) -> None:
    def helps(*options: str) -> list[str]:
        step = terminal.reads_json(*APPEAL, *options)["routes"][0]["steps"][0]
        return [service["id"] for service in step["help"]["services"]]

    assert helps() == ["helpline"]
    assert helps("--authority", "E06000021") == ["stoke-advice"]
    assert terminal.reads_json(*APPEAL, "--authority", "E06000021")["authority"] == "E06000021"


def test_the_order_of_the_answers_does_not_matter(terminal: Terminal) -> None:
    backwards = ("--date", "letter-date=2026-11-02", "--answer", "decision=refuse", "--answer", "who=parent")
    assert terminal.reads(*backwards) == terminal.reads(*APPEAL)


def test_a_date_question_can_be_answered_with_an_option(terminal: Terminal) -> None:
    report = terminal.reads_json(*REFUSED, "--answer", "letter-date=unknown")
    assert report["routes"][0]["steps"][1]["date_unknown"] == "Ask today."


def test_it_speaks_to_whoever_is_asking(terminal: Terminal) -> None:
    young = terminal.reads_json("--answer", "who=young-person", "--answer", "decision=rude")
    assert young["audience"] == "young-person"
    assert young["answers"][1]["asked"] == "What was decided?"
    assert terminal.reads_json(*APPEAL)["answers"][1]["asked"] == "What about your child?"


def test_it_speaks_the_language_asked_for(terminal: Terminal) -> None:
    report = terminal.reads_json(*APPEAL, "--language", "pl")
    assert report["language"] == "pl"
    assert report["title"] == "Możesz się odwołać."


def test_it_can_begin_with_another_flow(terminal: Terminal) -> None:
    report = terminal.reads_json("--flow", "letter", "--date", "letter-date=2026-11-02")
    assert report["outcome"] == "appeal"


def test_it_says_everything_as_of_the_day_asked_for(terminal: Terminal) -> None:
    report = terminal.reads_json(*APPEAL, "--as-of", "2027-01-05")
    assert report["as_of"] == "2027-01-05"
    deadline = report["routes"][0]["steps"][1]["deadline"]
    assert deadline["passed"]
    assert deadline["working"][-1] == "You can still ask."


def test_a_letter_may_have_come_today(terminal: Terminal) -> None:
    report = terminal.reads_json(*REFUSED, "--date", f"letter-date={TODAY}")
    assert report["routes"][0]["steps"][1]["deadline"]["last_day"] == "2027-01-25"


def test_without_a_day_it_is_today(database: Path) -> None:
    yesterday = date.today() - timedelta(days=1)
    options = ["--content", str(database), "--json", *REFUSED, "--date", f"letter-date={yesterday}"]
    result = CliRunner().invoke(main, ["route", *options])
    assert json.loads(result.stdout)["as_of"] == date.today().isoformat()


def test_without_content_of_its_own_it_reads_what_came_with_the_program(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "content_database", lambda: database)
    assert CliRunner().invoke(main, ["route", *APPEAL, "--as-of", "2026-11-23"]).exit_code == 0


def test_content_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["route", "--content", str(tmp_path / "nowhere.db")])
    assert result.exit_code == 4
    assert "nowhere.db" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--answer", "whom=parent"), "There is no question 'whom'. Did you mean who?"),
        (("--answer", "who=parrot"), "There is no option 'parrot' of the question 'who'. Did you mean parent?"),
        (("--answer", "who"), "--answer 'who' is not of the form QUESTION=OPTION."),
        (("--date", "letterdate=2026-11-02"), "There is no question 'letterdate'. Did you mean letter-date?"),
        (("--date", "letter-date"), "--date 'letter-date' is not of the form QUESTION=YYYY-MM-DD."),
        (
            ("--date", "who=2026-11-02"),
            "The question 'who' asks for no date. Answer it with parent, young-person.",
        ),
        (
            ("--answer", "letter-date=2026-11-02"),
            "The question 'letter-date' asks for a date: --date letter-date=YYYY-MM-DD.",
        ),
        (
            ("--date", "letter-date=2026-02-30"),
            "'2026-02-30' is no date. Write it as YYYY-MM-DD, such as 2026-11-23.",
        ),
        (("--date", "letter-date=2 Nov"), "'2 Nov' is no date. Write it as YYYY-MM-DD, such as 2026-11-23."),
        (
            ("--date", "letter-date=2026-11-24"),
            "The date for 'letter-date', 2026-11-24, is still to come: today is 2026-11-23.",
        ),
        (("--answer", "who=parent", "--answer", "who=parent"), "The question 'who' is answered twice."),
        ((*APPEAL, "--answer", "letter-date=unknown"), "The question 'letter-date' is answered twice."),
        ((*APPEAL, "--language", "plk"), "There is no language 'plk'. Did you mean pl?"),
        ((*APPEAL, "--flow", "leter"), "There is no flow 'leter'. Did you mean letter?"),
        (
            (*REFUSED[:2], "--answer", "decision=other", "--date", "letter-date=2026-11-02"),
            "'letter-date' is not asked on this path: leave the answer out, or change one before it.",
        ),
    ],
)
def test_what_cannot_be_answered_is_one_clear_sentence(terminal: Terminal, options: tuple[str, ...], said: str) -> None:
    assert terminal.is_told(*options) == said


def test_an_authority_that_is_not_known_names_the_nearest(terminal: Terminal) -> None:
    said = terminal.is_told(*APPEAL, "--authority", "E06000022")
    assert "'E06000022'" in said
    assert "E06000021" in said


def test_too_few_answers_say_which_question_is_next(terminal: Terminal) -> None:
    assert terminal.is_told().splitlines() == [
        "The next question is 'who': Who is asking?",
        "  --answer who=parent   I am a parent",
        "  --answer who=young-person   I am the young person",
    ]


def test_the_next_question_offers_what_fits_the_answers_before_it(terminal: Terminal) -> None:
    assert "decision=rude" not in terminal.is_told("--answer", "who=parent")
    young = terminal.is_told("--answer", "who=young-person").splitlines()
    assert young[0] == "The next question is 'decision': What was decided?"
    assert "  --answer decision=rude   They were rude to me" in young


def test_a_date_question_that_is_next_asks_for_a_date(terminal: Terminal) -> None:
    assert terminal.is_told(*REFUSED).splitlines() == [
        "The next question is 'letter-date': When was it sent?",
        "  --date letter-date=YYYY-MM-DD",
        "  --answer letter-date=unknown   I do not know",
    ]


def test_an_answer_that_comes_too_soon_is_named(terminal: Terminal) -> None:
    said = terminal.is_told("--answer", "who=parent", "--date", "letter-date=2026-11-02").splitlines()
    assert said[0] == "'letter-date' is not asked, or not yet: a question before it waits for an answer."
    assert said[1].startswith("The next question is 'decision'")


def test_an_option_that_is_not_offered_after_these_answers_is_named(terminal: Terminal) -> None:
    said = terminal.is_told("--answer", "who=parent", "--answer", "decision=rude").splitlines()
    assert said[0] == "The question 'decision' does not offer 'rude' after these answers."
    assert said[1].startswith("The next question is 'decision'")
