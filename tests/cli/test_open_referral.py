"""`send-kiosk content import --open-referral` and `export --open-referral`, as an officer meets them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import main
from tests.helpers.feed_server import Answer, FeedServer, page, serving
from tests.samples import STOKE, Sample

CODE = "E06000021"
FILE = f"authorities/{CODE}.toml"
SCHEMAS = paths.ROOT.parent / "shared" / "facts" / "hsds" / "schema"


class WrittenDay(date):
    """A date whose today is some days after the sample was written."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 28)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The officer's folder, where the commands are called."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("kiosk.cli.open_referral.date", WrittenDay)
    return folder


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return Sample(tmp_path / "data").write()


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serving() as made:
        yield made


def called(*line: object) -> Result:
    return CliRunner().invoke(main, ["content", *map(str, line)], catch_exceptions=False)


def taken(sample: Sample, feed: str, *options: object) -> Result:
    line = ("import", "--open-referral", feed, "--data", sample.folder, "--authority", CODE)
    return called(*line, *options)


def given(sample: Sample, target: str, *options: object) -> Result:
    return called("export", target, "--open-referral", "--data", sample.folder, "--authority", CODE, *options)


def service(id_: str = "1", **values: Any) -> dict[str, Any]:
    known = {"id": id_, "name": f"Advice {id_}", "description": "Free advice.", "email": "team@example.org"}
    return {**known, "url": "https://www.example.org", "phones": [], "organization": {"name": "Helpers"}, **values}


def saved(desk: Path, *services: Any) -> str:
    (desk / "feed.json").write_text(json.dumps(page(services, 1, 1, len(services))), encoding="utf-8")
    return "feed.json"


def test_what_is_published_comes_back_and_changes_nothing(sample: Sample, desk: Path) -> None:
    result = given(sample, "out.json", "--national")
    everywhere = "2 services of Stoke-on-Trent City Council and 1 service of the whole country"
    assert (result.exit_code, result.stdout) == (0, f"Written out.json: {everywhere}.\n")
    result = taken(sample, "out.json")
    assert (result.exit_code, result.stdout) == (
        0,
        "out.json says what the council has already. Nothing was written.\n",
    )
    assert result.stderr == "note: out.json: Left out as national services, which stand in services/: 1.\n"
    assert sample.read(FILE) == STOKE


def test_what_is_published_is_valid(sample: Sample, desk: Path) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("The schemas of HSDS are not beside the repository.")
    result = given(sample, "out.json", "--schema", SCHEMAS)
    assert result.stdout == "Written out.json, valid against the schemas: 2 services of Stoke-on-Trent City Council.\n"


def test_what_is_not_valid_is_not_written(sample: Sample, desk: Path) -> None:
    (desk / "service.json").write_text('{"required": ["fees"]}', encoding="utf-8")
    result = given(sample, "out.json", "--schema", desk)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [
        f"send-kiosk: What {CODE} publishes is not valid; nothing was written.",
        "  out.json: record 1: 'fees' is a required property.",
    ]
    assert not (desk / "out.json").exists()


def test_an_organization_that_runs_nothing_is_named(sample: Sample) -> None:
    sample.change(FILE, "[[service]]", '[[organization]]\nid = "idle"\nname = "Idle"\n\n[[service]]')
    assert given(sample, "out.json").stderr == "note: “Idle” runs no service, and a feed of services cannot hold it.\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("export", "o.xlsx", "--open-referral"), "A feed’s name ends in .json: call it o.json."),
        (("export", "o.xlsx", "--national"), "--national is for a feed: add --open-referral."),
        (("export", "o.xlsx", "--schema", "."), "--schema is for a feed: add --open-referral."),
        (("import",), "Say what to import: WORKBOOK.xlsx, or --open-referral FILE-OR-ADDRESS."),
        (("import", "w.xlsx", "--open-referral", "f.json"), "A workbook or --open-referral: choose one."),
        (("import", "w.xlsx", "--role", "1=council"), "--role is for a feed: name it with --open-referral."),
        (("import", "--only-these"), "--only-these is for a feed: name it with --open-referral."),
        (
            ("import", "--open-referral", "x", "--role", "1"),
            "“1” gives no role: write the id of a service, = and a role.",
        ),
        (("import", "--open-referral", "x", "--role", "1=counsel"), "There is no role “counsel”."),
        (("import", "--open-referral", "x", "--mapping", "m"), "The mapping file m cannot be read"),
        (("import", "--open-referral", "x"), "There is no file x. An address on the web begins with https://."),
        (("import", "--open-referral", "x", "--resume", "r"), "--resume is for a feed on the web"),
        (("import", "--open-referral", "x", "--published-at", "http://x"), "http://x cannot be read: it has to begin"),
        (
            ("import", "--open-referral", "http://example.org"),
            "http://example.org cannot be read: it has to begin with",
        ),
        (("import", "--open-referral", "ftp://example.org"), "ftp://example.org cannot be read: “ftp” addresses"),
        (
            ("import", "--open-referral", "https://example.org", "--published-at", "https://example.org"),
            "--published-at is for a saved file: a feed on the web says itself where it is.",
        ),
    ],
)
def test_wrong_words_are_one_sentence(sample: Sample, line: tuple[str, ...], said: str) -> None:
    result = called(*line, "--data", sample.folder, "--authority", CODE)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"send-kiosk: {said}")
    assert len(result.stderr.splitlines()) == 1


def test_a_feed_is_not_written_over(sample: Sample, desk: Path) -> None:
    (desk / "out.json").write_text("mine", encoding="utf-8")
    assert given(sample, "out.json").exit_code == 2
    assert given(sample, "out.json", "--replace").exit_code == 0


def test_a_place_that_cannot_be_written_is_one_sentence(sample: Sample, desk: Path) -> None:
    result = given(sample, "nowhere/out.json")
    assert (result.exit_code, result.stderr) == (
        2,
        "send-kiosk: nowhere/out.json cannot be written (No such file or directory).\n",
    )
    result = taken(sample, saved(desk, service()), "--list", "nowhere/list.toml")
    assert result.stderr == "send-kiosk: nowhere/list.toml cannot be written (No such file or directory).\n"


def test_an_officer_chooses_among_the_services_of_a_feed(sample: Sample, desk: Path) -> None:
    """First nothing has a role; then a list is written, filled in, and taken."""
    feed = saved(desk, service(), service("2", name="Look: advice here"), service("3", organization=None))
    result = taken(sample, feed)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "3 services of the feed have no role here and are left out:",
        "  2  Look: advice here (Helpers). Perhaps: --role 2=local-advice",
        "  1  Advice 1 (Helpers).",
        "  3  Advice 3.",
    ]
    assert result.stderr == "send-kiosk: feed.json has no service with a role here, so nothing was imported.\n"
    result = taken(sample, feed, "--list", "list.toml")
    said = "Written list.toml, with 3 services that have no role here.\n"
    assert (result.exit_code, result.stdout) == (0, said)
    assert taken(sample, feed, "--list", "list.toml").exit_code == 2
    listed = (desk / "list.toml").read_text("utf-8")
    assert '# Look: advice here, Helpers\n#[service."2"]\n#roles = ["local-advice"]\n' in listed
    (desk / "list.toml").write_text(re.sub(r'#(\[service."2"\]\n)#(roles)', r"\1\2", listed), encoding="utf-8")
    result = taken(sample, feed, "--mapping", "list.toml", "--published-at", "https://feed.example.org")
    assert result.exit_code == 0
    assert "is new, and “Advice in Stoke” of the listing has this role too." in result.stderr
    assert "New: service stoke-on-trent-look-advice-here (“Look: advice here”)." in result.stdout
    assert result.stdout.endswith(f"Written {sample.folder / FILE}.\n")
    assert "https://feed.example.org/services/2" in sample.read(FILE)


def test_a_name_may_hold_the_words_of_a_role_in_any_order(sample: Sample, desk: Path) -> None:
    feed = saved(desk, service("1", name="Advicelocal"), service("2", name="Advice, the local one"))
    lines = taken(sample, feed).stdout.splitlines()
    assert lines[1:] == [
        "  2  Advice, the local one (Helpers). Perhaps: --role 2=local-advice",
        "  1  Advicelocal (Helpers).",
    ]


def test_of_many_services_only_some_are_shown(sample: Sample, desk: Path) -> None:
    feed = saved(desk, *(service(str(number)) for number in range(30)))
    lines = taken(sample, feed).stdout.splitlines()
    assert len(lines) == 22
    assert lines[-1] == "  and 10 more. --list OUT.toml writes all of them down."
    assert taken(sample, saved(desk, service())).stdout.startswith("1 service of the feed has no role here and is left")


def test_whoever_has_chosen_is_told_of_what_may_be_overlooked(sample: Sample, desk: Path) -> None:
    """The other thousand services of a directory were looked at when they were chosen among."""
    chosen = ("--role", "1=local-advice", "--published-at", "https://feed.example.org", "--dry-run")
    many = [service(str(number)) for number in range(1, 30)]
    assert taken(sample, saved(desk, *many), *chosen).stdout.splitlines()[0] == (
        "28 services of the feed have no role here and are left out. --list OUT.toml writes all of them down."
    )
    overlooked = service("look", name="Look: advice here")
    lines = taken(sample, saved(desk, *many, overlooked), *chosen).stdout.splitlines()
    assert lines[:3] == [
        "29 services of the feed have no role here and are left out:",
        "  look  Look: advice here (Helpers). Perhaps: --role look=local-advice",
        "  and 28 more. --list OUT.toml writes all of them down.",
    ]


def test_what_is_wrong_is_named_by_record_and_what_to_do_is_said(sample: Sample, desk: Path) -> None:
    result = taken(sample, saved(desk, service(description="It is one  —  " + "long " * 20)), "--role", "1=council")
    assert result.exit_code == 1
    _, first, second = result.stderr.splitlines()
    assert first == (
        "send-kiosk: feed.json is not right yet; nothing was written. Put it right where the feed is kept, "
        "or say it in words of your own in a mapping file (docs/open-referral.md)."
    )
    assert second.startswith("  feed.json: record 1 (id 1), description: A sentence has 2")


def test_only_these_never_empties_a_council_by_mistake(sample: Sample, desk: Path) -> None:
    result = taken(sample, saved(desk, service()), "--only-these")
    assert (result.exit_code, sample.read(FILE)) == (1, STOKE)


def test_services_that_have_ended_are_taken_out(sample: Sample, desk: Path) -> None:
    assert taken(sample, saved(desk, service()), "--role", "1=council").exit_code == 0
    result = taken(sample, saved(desk, service(status="defunct")), "--role", "1=council")
    assert result.exit_code == 0
    assert "Taken out, as feed.json does not have them any more: “Advice 1”." in result.stdout


def test_a_feed_on_the_web_is_taken_page_by_page(sample: Sample, server: FeedServer) -> None:
    server.pages([service()], [service("2")])
    result = taken(sample, server.base, "--role", "2=council", "--dry-run")
    assert result.exit_code == 0
    assert "Nothing was written: this was a dry run." in result.stdout
    result = taken(sample, server.base, "--role", "2=council")
    assert result.stderr.splitlines()[:2] == ["Page 1 of 2: 1 services so far.", "Page 2 of 2: 2 services so far."]
    assert (result.exit_code, list(sample.folder.rglob(".*"))) == (0, [])
    assert f"{server.base}/services/2" in sample.read(FILE)


def test_what_was_put_right_in_the_feed_is_seen_at_once(sample: Sample, server: FeedServer) -> None:
    short = {key: value for key, value in service().items() if key != "phones"}
    server.pages([short])
    server.give("/services/1", service(description="They  work at the " + "very " * 20 + "least."))
    assert taken(sample, server.base, "--role", "1=council").exit_code == 1
    server.give("/services/1", service(description="They work."))
    assert taken(sample, server.base, "--role", "1=council").exit_code == 0
    assert "They work." in sample.read(FILE)


def test_a_feed_that_breaks_goes_on_from_a_file_of_ones_own(
    sample: Sample, desk: Path, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages([service()], [service("2")])
    good = server.answers["/services?page=2"]
    server.say("/services?page=2", Answer(status=403))
    line = (sample, server.base, "--role", "2=council", "--resume", "kept")
    result = taken(*line)
    assert result.exit_code == 1
    last = result.stderr.splitlines()[-1]
    assert last.startswith(f"send-kiosk: {server.base}/services?page=2 does not let us in (403).")
    assert sample.read(FILE) == STOKE
    server.answers["/services?page=2"] = good
    assert taken(*line).exit_code == 0
    assert not (desk / "kept").exists()


def test_naming_the_commands_loads_none_of_what_they_need() -> None:
    line = "import sys, kiosk.cli.content, kiosk.cli.exchange; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert not {"urllib3", "jsonschema", "openpyxl"} & set(done.stdout.split())
