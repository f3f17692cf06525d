"""`send-kiosk central`: what a publisher types and reads, from the first key to the last stick."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.keys import KeyFile, KeyRing
from kiosk.central.proposal import Proposal
from kiosk.central.publisher import Publisher
from kiosk.cli import main
from kiosk.cli.signing import PASSPHRASE
from kiosk.content.database import SCHEMA_VERSION
from kiosk.updates.naming import target_name
from tests.helpers.central import NOW, shown
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.samples import Sample

ROOT, TARGETS, ONLINE = (f"the passphrase of {name}" for name in ("root", "targets", "online"))
AMINA, BEN, CARYS = (f"the passphrase of {name}" for name in ("amina", "ben", "carys"))
NEWER = BUNDLED + timedelta(days=2)


class Desk:
    """A publisher's desk: a folder with content to publish, and a terminal that knows what day it is."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.now = NOW
        self.folder = home / "central"
        self.keys = home / "central-keys"
        self.old, self.new = home / "old.db", home / "new.db"
        self.old.write_bytes(content_of(BUNDLED))
        self.new.write_bytes(content_of(NEWER))

    def says(self, *words: object, typed: tuple[str, ...] = (), env: Mapping[str, str | None] | None = None) -> Result:
        """Return what a command says; what is not expected is raised."""
        typed_lines = "".join(f"{line}\n" for line in typed)
        environment = {PASSPHRASE: None, **(env or {})}
        arguments = ["central", *map(str, words)]
        return CliRunner().invoke(main, arguments, input=typed_lines, env=environment, catch_exceptions=False)

    def said(self, *words: object, typed: tuple[str, ...] = (), env: Mapping[str, str] | None = None) -> str:
        """Return what a command says that does what it should."""
        result = self.says(*words, typed=typed, env=env)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    def refused(
        self, *words: object, typed: tuple[str, ...] = (), code: int = 6, env: Mapping[str, str] | None = None
    ) -> str:
        """Return the one sentence with which a command is refused; nothing has changed then."""
        before = self.files()
        result = self.says(*words, typed=typed, env=env)
        assert (result.exit_code, len(result.stderr.splitlines())) == (code, 1)
        assert self.files() == before
        return result.stderr.removeprefix("send-kiosk: ").rstrip("\n")

    def files(self) -> dict[str, bytes]:
        """Return every file of the central folder, but for locks."""
        paths = [path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
        return {str(path): path.read_bytes() for path in paths}

    def key(self, name: str) -> Path:
        """Return where a key is."""
        [path] = self.keys.glob(f"{name}-*.pem")
        return path

    def shows(self, now: datetime | None = None) -> bytes | None:
        """Return what a kiosk would show."""
        return shown(self.folder, (self.folder / "metadata/1.root.json").read_bytes(), now or self.now)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path)
    monkeypatch.setattr("kiosk.cli.signing.now", lambda: made.now)
    monkeypatch.setattr("kiosk.cli.central.now", lambda: made.now)
    return made


@pytest.fixture
def one(desk: Desk) -> Desk:
    """A desk with a central folder that one person signs."""
    desk.said("init", desk.folder, typed=(ROOT, TARGETS, ONLINE))
    return desk


@pytest.fixture
def three(desk: Desk) -> Desk:
    """A desk with a central folder that two of three sign; each has taken the key away."""
    names = [word for name in ("amina", "ben", "carys") for word in ("--name", name)]
    desk.said("init", desk.folder, "--signers", "2-of-3", *names, typed=(AMINA, BEN, CARYS, ONLINE))
    for name in ("amina", "ben", "carys"):
        desk.key(name).rename(desk.home / f"{name}.pem")
    return desk


def test_init_explains_who_signs_what_and_what_to_take_away(desk: Desk) -> None:
    said = desk.said("init", desk.folder, typed=(ROOT, TARGETS, ONLINE))
    for words in (
        "is a central folder now",
        "the root key                 730 days",
        "the online key               35 days",
        f"Take {desk.key('root').name} away on a stick",
        f"Copy {desk.folder}/metadata/1.root.json to every kiosk",
        '[updates] root = "1.root.json"',
        PASSPHRASE,
        str(desk.keys / "central.toml"),
    ):
        assert words in said
    assert desk.keys.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in desk.keys.iterdir()} == {0o600}
    assert desk.shows() is None


def test_init_for_three_says_who_takes_which_key(desk: Desk) -> None:
    said = desk.said("init", desk.folder, "--signers", "2-of-3", typed=(AMINA, BEN, CARYS, ONLINE))
    for name in ("person-1", "person-2", "person-3"):
        assert f"{name} takes {desk.key(name).name} away on a stick" in said
    assert "two of person-1, person-2, person-3" in said


def test_the_days_may_be_chosen(desk: Desk) -> None:
    days = ("--root-days", 100, "--targets-days", 90, "--snapshot-days", 80, "--timestamp-days", 70)
    desk.said("init", desk.folder, *days, "--keys", desk.home / "safe", typed=(ROOT, TARGETS, ONLINE))
    found = json.loads(desk.said("status", desk.folder, "--keys", desk.home / "safe", "--json"))
    assert [each["days_left"] for each in found["signatures"]] == [100, 90, 80, 70]


@pytest.mark.parametrize("by", ["environment", "file"])
def test_the_passphrase_of_the_online_key_may_be_the_timers(desk: Desk, by: str) -> None:
    (desk.home / "passphrase").write_text(f"{ONLINE}\n")
    (desk.home / "passphrase").chmod(0o600)
    words, env = (("--passphrase-file", desk.home / "passphrase"), {}) if by == "file" else ((), {PASSPHRASE: ONLINE})
    desk.said("init", desk.folder, *words, typed=(ROOT, TARGETS), env=env)
    assert "Renewed" in desk.said("renew", desk.folder, *words, env=env)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "amina"), "Names are for three signers: add --signers 2-of-3."),
        (("--signers", "2-of-3", "--name", "amina"), "Three people need three names"),
        (("--signers", "2-of-3", "--name", "Amina", "--name", "b", "--name", "c"), "'Amina' cannot name a key"),
    ],
)
def test_names_have_to_fit(desk: Desk, words: tuple[str, ...], said: str) -> None:
    assert said in desk.refused("init", desk.folder, *words, code=2 if "Names" in said else 6)
    assert not desk.keys.exists()


def test_keys_never_lie_in_the_central_folder(desk: Desk) -> None:
    for keys in (desk.folder, desk.folder / "keys", desk.home):
        said = desk.refused("init", desk.folder, "--keys", keys)
        assert said.startswith(f"Everybody can fetch what lies in {desk.folder}")
    assert not desk.folder.exists()


def test_nor_does_a_key_on_a_stick(one: Desk) -> None:
    stray = one.folder / "targets.pem"
    stray.write_bytes(one.key("targets").read_bytes())
    assert "no place for keys" in one.refused("publish", one.folder, "--key", stray)


def test_init_leaves_alone_what_is_there(one: Desk) -> None:
    assert "is there already, and is not empty" in one.refused("init", one.folder)
    assert "16 characters" in one.refused("init", one.home / "other", typed=(ROOT, "short", ONLINE))
    assert not (one.home / "other").exists()


def test_content_is_published_and_kiosks_take_it(one: Desk) -> None:
    said = one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    assert said.splitlines() == [
        "Nothing was published before.",
        f"Published: the content of 23 November 2026 ({len(one.old.read_bytes()) / 1_000_000:.1f} MB). "
        "Every kiosk that looks from now on takes it.",
        "The timestamp is good until 2 January 2027.",
    ]
    machine = Machine(one.home / "machine", (one.folder / "metadata/1.root.json").read_bytes())
    assert "is here and was checked" in str(machine.refresh(one.folder)) or "nothing new" in str(
        machine.refresh(one.folder)
    )
    one.said("publish", one.folder, "--content", one.new, typed=(TARGETS, ONLINE))
    machine.refresh(one.folder)
    assert machine.starts() == NEWER


def test_sources_are_checked_built_and_compared(one: Desk) -> None:
    sample = Sample(one.home / "data").write()
    first = one.said("publish", one.folder, "--data", sample.folder, typed=(TARGETS, ONLINE))
    assert first.startswith("7 complete paths through 3 questions")
    sample.change("authorities/E06000021.toml", "01782 000001", "01782 000009")
    said = one.said("publish", one.folder, "--data", sample.folder, typed=(TARGETS, ONLINE))
    assert "phones, 1, number: was “01782 000001”, is now “01782 000009”." in said
    assert one.shows() not in (None, one.old.read_bytes())


def test_what_is_overdue_is_not_published(one: Desk) -> None:
    sample = Sample(one.home / "data").write()
    for words in (("--data", sample.folder), ("--content", one.old)):
        result = one.says("publish", one.folder, *words, "--as-of", "2027-01-02")
        assert result.exit_code == 4
        assert "stoke-advice: Should have been looked at again by 2027-01-01" in result.stderr
    assert one.shows() is None


def test_the_same_bytes_are_only_renewed(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    said = one.said("publish", one.folder, "--content", one.old, typed=(ONLINE,))
    assert said.startswith(
        "These very bytes are published already, so that nothing changed but the timestamp.\nRenewed."
    )


def test_older_content_needs_a_purpose(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.new, typed=(TARGETS, ONLINE))
    refused = one.refused("publish", one.folder, "--content", one.old)
    assert refused == (
        "This content is of 2026-11-23, and what is published is of 2026-11-25. To go back, add --older-on-purpose."
    )
    one.said("publish", one.folder, "--content", one.old, "--older-on-purpose", typed=(TARGETS, ONLINE))
    assert one.shows() == one.old.read_bytes()


def test_what_cannot_be_compared_is_said(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    [name] = CentralFolder(one.folder).chain().files()
    (one.folder / name).write_bytes(b"damaged")
    said = one.said("publish", one.folder, "--content", one.new, typed=(TARGETS, ONLINE))
    assert said.startswith("What is published now cannot be compared: ")
    assert one.shows() == one.new.read_bytes()


def test_a_wrong_passphrase_is_one_sentence(one: Desk) -> None:
    for typed in (("wrong",), (TARGETS, "wrong")):
        refused = one.refused("publish", one.folder, "--content", one.old, typed=typed)
        assert refused.startswith("That is not the passphrase of ")
    refused = one.refused("publish", one.folder, "--content", one.old, typed=("", ONLINE))
    assert refused.startswith("Nobody has signed: no passphrase was given that opens ")
    refused = one.refused("renew", one.folder, env={PASSPHRASE: "wrong"})
    assert refused.startswith("The online key has to sign: no passphrase was given that opens ")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: None, "cannot be read (No such file or directory)."),
        (lambda path: path.write_text("\n"), "is empty."),
        (lambda path: path.write_bytes(b"\xff"), "cannot be read (it is no text)."),
    ],
)
def test_a_passphrase_file_has_to_hold_one(one: Desk, made: Callable[[Path], object], said: str) -> None:
    made(one.home / "passphrase")
    refused = one.refused("renew", one.folder, "--passphrase-file", one.home / "passphrase")
    assert refused == f"The passphrase file {one.home / 'passphrase'} {said}"


def test_a_passphrase_file_that_others_can_read_is_told_of(one: Desk) -> None:
    file = one.home / "passphrase"
    file.write_text(f"{ONLINE}\n")
    file.chmod(0o640)
    result = one.says("renew", one.folder, "--passphrase-file", file)
    assert (result.exit_code, result.stderr) == (
        0,
        f"note: {file} can be read by others on this machine. Take that away: chmod 600 {file}\n",
    )
    file.chmod(0o600)
    one.said("renew", one.folder, "--passphrase-file", file)


def test_either_data_or_content(one: Desk) -> None:
    assert "Give either" in one.refused("publish", one.folder, "--data", "a", "--content", "b", code=2)


def test_a_missing_package_of_authors_is_one_sentence(one: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str) -> None:
        def build(*_: object, **__: object) -> None:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)

        monkeypatch.setattr("kiosk.cli.central.build", build)

    missing("polib")
    assert "This needs what authors install (polib)" in one.refused("publish", one.folder, code=2)
    missing("something")
    with pytest.raises(ModuleNotFoundError):
        one.says("publish", one.folder)


def test_two_people_sign_one_after_the_other(three: Desk) -> None:
    first = three.said(
        "publish", three.folder, "--content", three.old, "--key", three.home / "amina.pem", typed=(AMINA,)
    )
    assert first.splitlines()[-2:] == [
        "Signed, but not published yet: 1 of ben or carys has to sign too, with "
        f"`send-kiosk central sign {three.folder}`.",
        "Until then kiosks see nothing of it.",
    ]
    assert three.shows() is None
    second = three.said("sign", three.folder, "--key", three.home / "ben.pem", typed=(BEN, ONLINE))
    size = f"{len(three.old.read_bytes()) / 1_000_000:.1f} MB"
    assert second.splitlines() == [
        "This waits, signed by amina:",
        "  targets, version 2:",
        f"    {target_name(SCHEMA_VERSION)} of 2026-11-23, {size}",
        "Nothing was published before.",
        "Published: what waited; the content is that of 23 November 2026. Every kiosk that looks from now on takes it.",
        "The timestamp is good until 2 January 2027.",
    ]
    assert three.shows() == three.old.read_bytes()
    assert three.refused("sign", three.folder) == f"Nothing waits for a signature in {three.folder}."


def test_whoever_publishes_over_what_waits_is_told(three: Desk) -> None:
    publish = ("publish", three.folder, "--content")
    said = three.said(*publish, three.old, "--key", three.home / "amina.pem", typed=(AMINA, ONLINE))
    assert "waits" not in said
    said = three.said(*publish, three.new, "--key", three.home / "ben.pem", typed=(BEN, ONLINE))
    assert said.startswith("Content waits already, signed by amina: this takes its place.")


def test_two_people_at_one_desk_sign_in_one_go(three: Desk) -> None:
    both = ("--key", three.home / "amina.pem", "--key", three.home / "carys.pem")
    three.said("publish", three.folder, "--content", three.old, *both, typed=(AMINA, CARYS, ONLINE))
    assert three.shows() == three.old.read_bytes()


def test_signed_by_all_but_the_online_key_it_waits_for_the_timer(three: Desk) -> None:
    three.key("online").rename(three.home / "online.pem")
    both = ("--key", three.home / "amina.pem", "--key", three.home / "carys.pem")
    said = three.said("publish", three.folder, "--content", three.old, *both, typed=(AMINA, CARYS))
    assert "Where the online key is, `send-kiosk central renew" in said
    assert three.shows() is None
    three.said("renew", three.folder, "--key", three.home / "online.pem", env={PASSPHRASE: ONLINE})
    assert three.shows() == three.old.read_bytes()


def test_who_signs_what_only_waits_for_the_online_key_publishes_it(three: Desk) -> None:
    three.key("online").rename(three.home / "online.pem")
    both = ("--key", three.home / "amina.pem", "--key", three.home / "carys.pem")
    three.said("publish", three.folder, "--content", three.old, *both, typed=(AMINA, CARYS))
    said = three.said("sign", three.folder, "--key", three.home / "online.pem", typed=(ONLINE,))
    assert "Published: what waited; the content is that of 23 November 2026." in said
    assert three.shows() == three.old.read_bytes()


def test_a_signer_reads_what_a_new_root_would_change(three: Desk) -> None:
    said = three.said(
        "rotate",
        three.folder,
        "ben",
        "--to",
        "dana",
        "--key",
        three.home / "amina.pem",
        typed=(AMINA, ONLINE, "the passphrase of dana"),
    )
    assert f"The new key is {three.key('dana')}. Back it up, and carry it to whoever signs with it." in said
    assert "So long the old key ben" in said
    said = three.said("sign", three.folder, "--key", three.home / "carys.pem", typed=(CARYS, ONLINE))
    for words in (
        "root may be signed by dana (",
        "targets may be signed by ben (",
        ") no more",
        "root, version 3, good until 27 November 2028:",
    ):
        assert words in said
    three.said(
        "publish",
        three.folder,
        "--content",
        three.old,
        "--key",
        three.home / "amina.pem",
        typed=(AMINA, "the passphrase of dana", ONLINE),
    )
    assert three.shows() == three.old.read_bytes()
    refused = three.refused("sign", three.folder, "--key", three.home / "ben.pem")
    assert refused == f"{three.home / 'ben.pem'} is no key of {three.folder}, or no longer one."


def test_content_of_another_format_that_waits_is_signed_as_it_is(three: Desk) -> None:
    three.said("publish", three.folder, "--content", three.old, "--key", three.home / "amina.pem", typed=(AMINA,))
    pending = three.folder / "pending/proposal.json"
    assert target_name(SCHEMA_VERSION) in pending.read_text()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kiosk.cli.central.SCHEMA_VERSION", 5)
        said = three.said("sign", three.folder, "--key", three.home / "ben.pem", typed=(BEN, ONLINE))
    assert "Nothing was published before." not in said


def test_a_timer_renews_and_people_are_told(one: Desk) -> None:
    one.now = NOW + timedelta(days=7)
    assert one.said("renew", one.folder, env={PASSPHRASE: ONLINE}) == (
        "Renewed. The timestamp is good until 9 January 2027.\n"
    )
    one.now = NOW + timedelta(days=310)
    assert one.said("renew", one.folder, env={PASSPHRASE: ONLINE}).splitlines()[1] == (
        "targets expires on 28 November 2027: the targets key has to sign before, with "
        f"`send-kiosk central renew {one.folder} --key FILE`."
    )
    one.now = NOW + timedelta(days=366)
    assert one.said("renew", one.folder, env={PASSPHRASE: ONLINE}).splitlines()[1] == (
        "targets expired on 28 November 2027, and kiosks take nothing new: the targets key has to sign, with "
        f"`send-kiosk central renew {one.folder} --key FILE`."
    )
    assert len(one.said("renew", one.folder, typed=(ONLINE, TARGETS)).splitlines()) == 1


def test_a_timer_tells_of_content_that_is_gone(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    [content] = (one.folder / "targets").iterdir()
    content.unlink()
    said = one.said("renew", one.folder, env={PASSPHRASE: ONLINE}).splitlines()
    assert said[1:] == [f"targets/{content.name} is missing in {one.folder}. Put back a good copy of it."]
    assert len(one.said("publish", one.folder, "--content", one.old, typed=(ONLINE,)).splitlines()) == 2


def test_two_of_three_are_told_too_and_one_may_begin(three: Desk) -> None:
    three.now = NOW + timedelta(days=310)
    said = three.said("renew", three.folder, "--key", three.home / "amina.pem", typed=(ONLINE, AMINA))
    assert "targets expires on 28 November 2027: 2 of amina, ben or carys have to sign before" in said
    assert "Signed, but not published yet: 1 of ben or carys has to sign too" in said


def test_a_lost_or_stolen_key_is_replaced(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    said = one.said("rotate", one.folder, "online", typed=(ROOT, "the new passphrase of online"))
    assert "counts no more, for snapshot and timestamp. Destroy its file." in said
    assert "They forget the version numbers that the old key has signed, however high." in said
    assert "write bundles anew" in said
    said = one.said(
        "rotate", one.folder, "root", typed=(ROOT, "the new passphrase of online", "the new passphrase of root")
    )
    assert "counts no more, for root." in said
    assert "They forget" not in said
    assert one.shows() == one.old.read_bytes()
    refused = one.refused("rotate", one.folder, "onlin")
    assert refused == "There is no key 'onlin'. There are: " + refused.partition("There are: ")[2]


@pytest.mark.parametrize(("old", "to"), [("ben", "amina"), ("ben", "online"), ("online", "dana"), ("ben", "Dana")])
def test_only_a_new_person_takes_the_place_of_another(three: Desk, old: str, to: str) -> None:
    said = three.refused("rotate", three.folder, old, "--to", to)
    assert ("cannot take the place of" in said) or ("cannot name a key" in said)


def test_a_bundle_goes_onto_a_stick(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.new, typed=(TARGETS, ONLINE))
    stick = one.home / "stick"
    stick.mkdir()
    said = one.said("bundle", one.folder, stick)
    size = (stick / "send-kiosk-content.zip").stat().st_size
    assert said.splitlines() == [
        f"Written {stick / 'send-kiosk-content.zip'}, {size / 1_000_000:.1f} MB: the content of 25 November 2026.",
        "Kiosks take it until 2 January 2027. After that, renew and write it again.",
    ]
    said = one.said("bundle", one.folder, stick / "friday.zip")
    assert said.splitlines()[2:] == ["On a stick kiosks look for send-kiosk-content.zip: give it that name there."]
    machine = Machine(one.home / "machine", (one.folder / "metadata/1.root.json").read_bytes())
    machine.refresh(stick)
    assert machine.starts() == NEWER


def test_a_status_says_all_of_it(one: Desk) -> None:
    assert "content    none is published yet" in one.said("status", one.folder)
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    (one.folder / "index.html").write_text("hello")
    said = one.said("status", one.folder)
    for words in (
        f"{one.folder} on 28 November 2026, 09:00 UTC",
        "content    2026-11-23",
        "root       version 1    until 2028-11-27 (730 days left), signed by root",
        "timestamp  version 2    until 2027-01-02 (35 days left), signed by online",
        str(one.key("online")),
        "kept       2 files of earlier versions",
        "stray      nothing refers to index.html",
        "All of it is right.",
    ):
        assert words in said


def test_a_status_warns_and_ends_with_1(three: Desk) -> None:
    three.said("publish", three.folder, "--content", three.old, "--key", three.home / "amina.pem", typed=(AMINA,))
    three.now = NOW + timedelta(days=36)
    result = three.says("status", three.folder)
    assert result.exit_code == 1
    assert "timestamp  version 1    until 2027-01-02 (EXPIRED), signed by online" in result.stdout
    assert "waiting    new targets, signed by amina; 1 of ben or carys still has to sign." in result.stdout
    assert result.stdout.splitlines()[-1].startswith("WARNING: timestamp expired on 2 January 2027, ")
    assert "not here" in result.stdout


def test_a_status_of_a_broken_folder_is_a_warning(one: Desk) -> None:
    (one.folder / "metadata/timestamp.json").write_text("{}")
    result = one.says("status", one.folder)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[2].startswith("WARNING: metadata/timestamp.json in ")


def test_a_status_is_for_programs_too(one: Desk) -> None:
    one.said("publish", one.folder, "--content", one.old, typed=(TARGETS, ONLINE))
    found = json.loads(one.said("status", one.folder, "--json"))
    assert found["signed_on"] == "2026-11-28T09:00:00Z"
    assert found["problems"] == []
    assert found["signatures"][3]["expires"] == "2027-01-02T09:00:00Z"
    assert [key["roles"] for key in found["keys"]] == [["root"], ["targets"], ["snapshot", "timestamp"]]


def test_a_clock_that_is_wrong_is_told_and_one_that_is_right_goes_on(one: Desk) -> None:
    one.now = NOW - timedelta(days=1)
    assert "Set the clock" in one.refused("renew", one.folder, typed=(ONLINE,))
    one.now = NOW + timedelta(days=500)
    assert one.refused("renew", one.folder, typed=(ONLINE,)).endswith("If the clock is right, add --clock-is-right.")
    one.said("renew", one.folder, "--clock-is-right", typed=(ONLINE, TARGETS))


@pytest.mark.parametrize("command", ["publish", "sign", "renew", "status"])
def test_a_folder_that_is_none_is_one_sentence(desk: Desk, command: str) -> None:
    result = desk.says(command, desk.home / "none")
    assert result.exit_code in (1, 6)
    assert "There is no central folder" in result.output


def test_the_time_of_the_machine_is_in_utc_and_whole_seconds() -> None:
    from kiosk.cli import signing

    assert abs(signing.now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert signing.now().microsecond == 0


def test_at_a_terminal_questions_are_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.cli.signing._at_terminal", lambda: True)
    asked = desk.says("init", desk.folder, typed=("short", ROOT, "other", ROOT, ROOT, TARGETS, TARGETS, ONLINE, ONLINE))
    assert asked.exit_code == 0
    assert "A passphrase needs 16 characters or more." in asked.stderr
    assert "These two are not the same." in asked.stderr
    asked = desk.says("renew", desk.folder, typed=(ONLINE,))
    assert asked.stderr.strip() == "Passphrase of online (Enter alone leaves this key out):"


def test_without_a_terminal_nobody_can_choose_a_passphrase(desk: Desk) -> None:
    said = desk.refused("init", desk.folder, typed=(ROOT,))
    assert said == "There is no terminal here to ask for a passphrase for the targets key. Nothing was changed."
    assert not desk.keys.exists()


def test_a_root_alone_is_signed_and_read(three: Desk) -> None:
    three.now = NOW + timedelta(days=680)
    key = ("--key", three.home / "amina.pem")
    three.said("renew", three.folder, *key, "--clock-is-right", typed=(ONLINE, AMINA))
    said = three.said("sign", three.folder, "--key", three.home / "ben.pem", typed=(BEN, ONLINE))
    assert said.splitlines()[:3] == [
        "This waits, signed by amina:",
        "  root, version 2, good until 8 October 2030:",
        "Published: what waited. Every kiosk that looks from now on takes it.",
    ]


def test_a_signer_reads_that_fewer_signatures_would_be_enough(three: Desk) -> None:
    """Nobody proposes that by our commands; somebody with one of the keys might."""
    chain = CentralFolder(three.folder).chain()
    file = KeyFile.read(three.home / "amina.pem")
    ring = KeyRing([file], lambda _: AMINA)
    root = Publisher(CentralFolder(three.folder), ring, Charter(), lambda: NOW).next(chain.roots[0], 2)
    root.signed.roles["root"].threshold = 1
    proposal = Proposal((root,))
    proposal.sign(chain.root, ring)
    CentralFolder(three.folder).keep_pending(proposal.write())
    said = three.said("sign", three.folder, "--key", three.home / "ben.pem", typed=(BEN, ONLINE))
    assert "    root needs 1 of those, not 2 as now" in said


def test_on_a_terminal_a_new_passphrase_is_typed_twice_and_never_seen(tmp_path: Path) -> None:
    """With a real terminal: too short, then not the same, then right."""
    answers = [
        *("short", ROOT, "something else", ROOT, ROOT),
        *(TARGETS, TARGETS),
        *(ONLINE, ONLINE),
    ]
    said = at_a_terminal(["central", "init", str(tmp_path / "central")], answers)
    assert "A passphrase needs 16 characters or more." in said
    assert "These two are not the same." in said
    assert "is a central folder now" in said
    assert not any(answer in said for answer in answers)
    said = at_a_terminal(["central", "renew", str(tmp_path / "central")], [ONLINE])
    assert "Renewed." in said
    said = at_a_terminal(["central", "renew", str(tmp_path / "central")], [""])
    assert "no passphrase was given" in said


def at_a_terminal(words: list[str], answers: list[str]) -> str:
    """Return what is seen on a terminal where each question, ending in a colon, is answered in turn."""
    left, seen = list(answers), ""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != PASSPHRASE}
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    ):
        os.close(theirs)
        while piece := _read(ours):
            seen += piece
            if seen.rstrip(" ").endswith(":") and left and piece.rstrip(" ").endswith(":"):
                os.write(ours, f"{left.pop(0)}\n".encode())
    os.close(ours)
    return seen


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 4096).decode()
    except OSError:  # the other end is closed
        return ""


def test_two_processes_that_publish_at_the_same_time_leave_one_of_both(tmp_path: Path) -> None:
    """Real processes, the real lock: one waits for the other, or loses and says so."""
    made = Desk(tmp_path)
    environment = {**os.environ, PASSPHRASE: TARGETS}
    program = [sys.executable, "-m", "kiosk", "central"]
    typed = f"{TARGETS}\n{TARGETS}\n".encode()
    subprocess.run(
        [*program, "init", str(made.folder)], input=typed, env=environment, check=True, stdout=subprocess.PIPE
    )
    contents = (made.old, made.new)
    at_once = [
        subprocess.Popen(
            [
                *program,
                "publish",
                str(made.folder),
                "--content",
                str(path),
                "--as-of",
                "2026-11-28",
                "--older-on-purpose",
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for path in contents
    ]
    said = [process.communicate() for process in at_once]
    assert [process.returncode for process in at_once] == [0, 0], said
    chain = CentralFolder(made.folder).chain()
    assert (chain.targets.signed.version, chain.timestamp.signed.version) == (3, 3)
    assert made.shows(datetime.now(UTC)) in [path.read_bytes() for path in contents]
