"""The frozen program in dist/send-kiosk starts, shows its first screen, answers every command, and is small."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bench.screen import MissingError, Screen
from tests.helpers.central import Central

BUNDLE = Path(__file__).parents[2] / "dist" / "send-kiosk"
MEGABYTE = 1024 * 1024
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not BUNDLE.is_dir(), reason="there is no dist/send-kiosk: `make bundle` makes it"),
]


def says(*words: str, exit_code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the frozen program from another folder and without this Python: everything must come from the bundle."""
    bare = {"PATH": os.defpath, "HOME": "/dev/null", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [BUNDLE / "send-kiosk", *words],
        capture_output=True,
        text=True,
        cwd="/",
        env={**bare, **environment},
        timeout=300,
    )
    assert done.returncode == exit_code, done.stderr
    return done


def shows_the_attract_screen(environment: Mapping[str, str]) -> None:
    started = says("run", "--authority", "E06000021", "--until-attract", **environment)
    assert started.stdout == "attract screen shown\n"
    assert started.stderr == ""


def test_it_shows_the_attract_screen_without_a_display() -> None:
    shows_the_attract_screen(OFFSCREEN)


@pytest.mark.parametrize("renderer", ["software", ""])
def test_it_shows_the_attract_screen_on_a_display(renderer: str) -> None:
    try:
        screen = Screen()
    except MissingError as missing:
        pytest.skip(str(missing))
    with screen:
        shows_the_attract_screen({"DISPLAY": screen.display, "QT_QUICK_BACKEND": renderer})


def test_it_says_what_somebody_can_do() -> None:
    asked = says("route", exit_code=2)
    assert "The next question is" in asked.stderr


def test_it_says_whether_a_machine_is_ready() -> None:
    looked = says("check", "--authority", "E06000021", exit_code=1, **OFFSCREEN)
    assert "ready: The window starts and shows the attract screen." in looked.stdout
    assert looked.stderr == ""


def test_it_draws_every_screen(tmp_path: Path) -> None:
    drawn = says("tour", str(tmp_path), "--layout", "laptop")
    assert (tmp_path / "laptop" / "attract.png").is_file()
    assert drawn.stderr == ""


def test_it_says_in_a_sentence_that_it_cannot_build_content() -> None:
    refused = says("content", "build", exit_code=2)
    assert "Traceback" not in refused.stderr


def test_it_keeps_its_content_right(tmp_path: Path) -> None:
    """It fetches, verifies and checks what a central folder offers, and finds nothing new there the next time."""
    central = Central(tmp_path / "central", now=datetime.now(UTC))
    content = tmp_path / "newer.db"
    shutil.copy(BUNDLE / "_internal" / "content" / "content.db", content)
    with closing(sqlite3.connect(content)) as connection, connection:
        connection.execute("UPDATE content SET published = '2030-01-01'")
    central.publish(content.read_bytes(), "2030-01-01")
    (tmp_path / "root.json").write_bytes(central.root)
    line = ["update", "--from", str(central.folder), "--root", str(tmp_path / "root.json")]
    line += ["--releases", str(tmp_path / "state"), "--authority", "E06000021"]
    assert says(*line).stdout.startswith("The content of 1 January 2030 is here and was checked.")
    assert says(*line).stdout == "There is nothing new: the content of 1 January 2030 is the newest.\n"


def test_it_speaks_https(tmp_path: Path) -> None:
    """Its own OpenSSL loads: nobody listens there, and that is all that is wrong."""
    central = Central(tmp_path / "central", now=datetime.now(UTC))
    (tmp_path / "root.json").write_bytes(central.root)
    line = ["update", "--from", "https://localhost:9/send", "--root", str(tmp_path / "root.json")]
    refused = says(*line, "--releases", str(tmp_path / "state"), exit_code=5)
    assert "https://localhost:9/send" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "ssl" not in refused.stderr.lower()


def test_it_is_at_most_160_megabytes() -> None:
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if not path.is_dir())
    assert size <= 160 * MEGABYTE


def test_it_has_every_licence_of_what_it_carries() -> None:
    inside = {path.name for path in BUNDLE.rglob("*")}
    assert {"LICENSE", "NOTICE.md", "AtkinsonHyperlegibleNext-OFL.txt"} <= inside
