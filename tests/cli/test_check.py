"""`send-kiosk check`: what is ready for the public on this machine, and what is to be put right."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import check, main
from kiosk.config import load
from kiosk.content.build import build
from kiosk.content.release import Number
from kiosk.content.releases import Releases
from kiosk.disk import Disk
from kiosk.updates.trust import Trust, keep_trust
from tests.helpers.central import Central
from tests.samples import TODAY, Sample

SETTINGS = """
[kiosk]
authority = "E06000021"

[person]
where = "Ask at the desk by the door"
phone = "01632 960 000"

[updates]
source = "usb"
root = "root.json"
releases = "state"
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny content set, built."""
    folder = tmp_path_factory.mktemp("check")
    build(Sample(folder / "data").write().folder, folder / "content.db", TODAY)
    return folder / "content.db"


def heard_of(folder: Path) -> None:
    """Have a kiosk's root beside the settings, and what it trusts since it heard of its publisher."""
    central = Central(folder / "central")
    (folder / "root.json").write_bytes(central.root)
    timestamp = central.path(central.name("timestamp")).read_text()
    publisher = sha256(central.root).hexdigest()
    keep_trust(folder / "state", Trust({"timestamp.json": timestamp}, root=publisher), Disk())


class Installer:
    """Somebody who has set up a kiosk and asks whether it is ready."""

    def __init__(self, content: Path, folder: Path) -> None:
        self.content = content
        self._settings = folder / "kiosk.toml"
        heard_of(folder)

    def asks(self, settings: str = SETTINGS, as_of: str = TODAY.isoformat(), *options: str) -> Result:
        """Run the check with these settings."""
        line = [
            "check",
            "--config",
            str(self.writes(settings)),
            "--content",
            str(self.content),
            "--as-of",
            as_of,
            *options,
        ]
        return CliRunner().invoke(main, line)

    def writes(self, settings: str) -> Path:
        """Write the settings."""
        self._settings.write_text(settings, encoding="utf-8")
        return self._settings

    def is_told(self, sentence: str, settings: str = SETTINGS, as_of: str = TODAY.isoformat()) -> None:
        """Be told of this one thing to put right, and no other."""
        result = self.asks(settings, as_of)
        lines = result.stdout.splitlines()
        assert [line for line in lines if line.startswith("NOT READY")] == [f"NOT READY: {sentence}"]
        assert lines[-1] == "This machine is not ready for the public: 1 to put right."
        assert result.exit_code == 1


@pytest.fixture
def installer(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """An installer at a machine on which a window can be opened."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return Installer(tiny, tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the window out: what is asked about is something else."""
    monkeypatch.setattr(check, "_window", lambda settings, database: check.Finding(True, "The window is left out."))


def test_a_machine_that_is_ready(installer: Installer) -> None:
    """Content, council, review, person, number and window: each in a sentence, and the last one is the answer."""
    result = installer.asks()
    assert result.stdout.splitlines() == [
        "ready: The content of 2026-11-23 is whole.",
        "ready: The content is not older than 60 days.",
        "ready: It shows the services of Stoke-on-Trent City Council.",
        "ready: The details of every service are within their review date.",
        "ready: The content is kept right from usb.",
        "ready: The publisher was last heard of on 2026-11-28.",
        "ready: A person: Ask at the desk by the door",
        "ready: There is a phone number for when the kiosk is out of service.",
        "ready: The window starts and shows the attract screen.",
        "This machine is ready for the public.",
    ]
    assert result.exit_code == 0


def test_no_council(installer: Installer, quick: None) -> None:
    """Only national services would be shown."""
    words = 'No council is set: write [kiosk] authority = "E…" in the settings.'
    installer.is_told(words, SETTINGS.replace('"E06000021"', '""'))


def test_a_council_that_is_not_known(installer: Installer, quick: None) -> None:
    """The nearest code is named."""
    words = "No authority has the code 'E06000022'. Did you mean E06000021 (Stoke-on-Trent)?"
    installer.is_told(words, SETTINGS.replace("E06000021", "E06000022"))


def test_details_that_have_not_been_looked_at_again(installer: Installer, quick: None) -> None:
    """Each service by its name, on the day after it should have been."""
    assert installer.asks(SETTINGS, "2027-01-01").exit_code == 0
    words = "The details of Advice in Stoke should have been looked at again: update the content."
    installer.is_told(words, SETTINGS, "2027-01-02")


def test_content_of_some_age(installer: Installer, quick: None) -> None:
    """Sixty days are well; after that it has to be updated. Before its own day, the clock is wrong."""
    well = "ready: The content is not older than 60 days."
    assert well in installer.asks(SETTINGS, "2027-01-22").stdout.splitlines()
    assert "NOT READY: The content is 61 days old: update it." in installer.asks(SETTINGS, "2027-01-23").stdout
    words = "This machine's date is 2026-11-22, before the day of its content: set the clock."
    installer.is_told(words, SETTINGS, "2026-11-22")


def test_content_that_is_never_updated(installer: Installer, quick: None) -> None:
    """No source; a database that is set for good; a root that is none, or cannot be read."""
    never = SETTINGS.replace('source = "usb"', "")
    installer.is_told("The content is never updated: write [updates] source in the settings.", never)
    words = "[content] database keeps the content from ever being updated: leave it out."
    installer.is_told(words, SETTINGS + "\n[content]\ndatabase = 'content.db'\n")
    result = installer.asks(SETTINGS.replace("root.json", "kiosk.toml"))
    assert "kiosk.toml: this is no trusted root, or it is damaged (" in result.stdout
    result = installer.asks(SETTINGS.replace("root.json", "no.json"))
    assert "no.json: the trusted root cannot be read: No such file or directory. Ask the publisher" in result.stdout


def test_a_publisher_who_is_silent(installer: Installer, quick: None, tmp_path: Path) -> None:
    """Nothing has come yet; or nothing has come for longer than a timestamp is good for."""
    never = SETTINGS.replace('"state"', '"another"')
    installer.is_told("Nothing has come from the publisher yet: run send-kiosk update.", never)
    (tmp_path / "root.json").rename(tmp_path / "before.json")
    (tmp_path / "root.json").write_bytes(Central(tmp_path / "theirs").root)
    installer.is_told("Nothing has come from the publisher yet: run send-kiosk update.")
    (tmp_path / "before.json").rename(tmp_path / "root.json")
    last = "NOT READY: The publisher was last heard of on 2026-11-28."
    assert last not in installer.asks(SETTINGS, "2027-01-02").stdout
    assert last in installer.asks(SETTINGS, "2027-01-03").stdout


def test_the_content_that_would_be_shown(installer: Installer, quick: None, tmp_path: Path) -> None:
    """What is set; else what was fetched, unless the program has newer content inside."""
    settings = SETTINGS
    releases = Releases(tmp_path / "state")
    for published, shown in ((date(2020, 1, 1), paths.content_database()), (date(2100, 1, 1), None)):
        release = releases.stage(installer.content, Number(1, 1), published, str(published))
        releases.activate(release, proven=True)
        assert check._shown(load(installer.writes(settings))) == (shown or release.database)
    fixed = load(installer.writes(settings + "\n[content]\ndatabase = 'fixed.db'\n"))
    assert check._shown(fixed) == tmp_path / "fixed.db"


def test_nobody_to_talk_to(installer: Installer, quick: None) -> None:
    """Without a person and without a number, both are asked for."""
    result = installer.asks(SETTINGS.replace("[person]", "[inactivity]").replace("where", "#").replace("phone", "#"))
    missing = [line for line in result.stdout.splitlines() if line.startswith("NOT READY")]
    assert missing == [
        "NOT READY: Nobody has said where there is a person to talk to: write [person] in the settings.",
        "NOT READY: There is no phone number for when the kiosk is out of service: write [out_of_service] phone.",
    ]
    assert result.stdout.splitlines()[-1] == "This machine is not ready for the public: 2 to put right."


def test_a_number_for_this_case_is_enough(installer: Installer, quick: None) -> None:
    """A person without a phone, and a number for when the kiosk is out of service."""
    settings = SETTINGS.replace("phone", "when") + '\n[out_of_service]\nphone = "01632 960 001"\n'
    assert installer.asks(settings).exit_code == 0


def test_content_that_is_not_there(installer: Installer, quick: None, tmp_path: Path) -> None:
    """Which file, and how to get one."""
    installer.content = tmp_path / "nowhere.db"
    words = f"There is no content database {installer.content}. Build one with `send-kiosk content build`."
    installer.is_told(words)


def test_content_that_is_damaged_further_in(installer: Installer, quick: None, tmp_path: Path) -> None:
    """A file whose beginning is right is read to its end."""
    content = installer.content.read_bytes()
    installer.content = tmp_path / "damaged.db"
    installer.content.write_bytes(content[: len(content) // 2] + b"\xff" * (len(content) // 2))
    result = installer.asks()
    assert result.exit_code == 1
    assert f"NOT READY: {installer.content} is damaged" in result.stdout


def test_no_display(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no window can be opened, it says so, and the rest is looked at all the same."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    words = (
        "There is no display here to show the kiosk on. Start it from a graphical session, "
        "or draw every screen to pictures: send-kiosk tour FOLDER."
    )
    installer.is_told(words)


@pytest.mark.usefixtures("quick")
def test_a_council_that_has_ended(shipped_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the day after Surrey’s last, the settings have to name one of the two that follow; on the day itself not."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    installer = Installer(shipped_content, tmp_path)
    surrey = SETTINGS.replace("E06000021", "E10000030")
    ended = (
        "NOT READY: Surrey County Council is not responsible on 2027-04-01: write [kiosk] authority = "
        '"provisional-east-surrey" (East Surrey) or "provisional-west-surrey" (West Surrey).'
    )
    assert ended in installer.asks(surrey, "2027-04-01").stdout.splitlines()
    west = SETTINGS.replace("E06000021", "provisional-west-surrey")
    for settings, day in ((surrey, "2027-03-31"), (west, "2027-04-01")):
        assert "is not responsible" not in installer.asks(settings, day).stdout


def test_a_window_that_does_not_start(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last thing that was said before it ended is said here, as it was."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    result = installer.asks()
    [line] = [line for line in result.stdout.splitlines() if line.startswith("NOT READY")]
    assert line.startswith("NOT READY: The window does not start: ")
    assert not line.endswith(("]", ": "))
    assert result.exit_code == 1


def test_a_window_that_takes_too_long(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever."""
    monkeypatch.setattr(check, "PATIENCE", 0.001)
    installer.is_told("The window has not shown the attract screen within 0.001 seconds.")


def test_settings_that_are_wrong(installer: Installer) -> None:
    """Exit code 3, and one sentence that names the file and the setting."""
    result = installer.asks(SETTINGS.replace("where", "wher"))
    assert result.exit_code == 3
    assert "there is no setting [person] wher. Did you mean [person] where?" in result.stderr
