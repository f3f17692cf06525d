"""The frozen program in dist/send-kiosk starts, shows its first screen, answers every command, and is small."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bench.screen import MissingError, Screen

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


def test_it_is_at_most_140_megabytes() -> None:
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if not path.is_dir())
    assert size <= 140 * MEGABYTE


def test_it_has_every_licence_of_what_it_carries() -> None:
    inside = {path.name for path in BUNDLE.rglob("*")}
    assert {"LICENSE", "NOTICE.md", "AtkinsonHyperlegibleNext-OFL.txt"} <= inside
