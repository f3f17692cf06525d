"""The frozen program in dist/send-kiosk starts, shows its first screen, and is small."""

import os
import subprocess
from pathlib import Path

import pytest

BUNDLE = Path(__file__).parents[2] / "dist" / "send-kiosk"
MEGABYTE = 1024 * 1024

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not BUNDLE.is_dir(), reason="there is no dist/send-kiosk: `make bundle` makes it"),
]


def test_it_shows_the_attract_screen() -> None:
    # Started from another folder and without this one's Python: everything must come from the bundle.
    environment = {"PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen", "HOME": "/nonexistent"}
    started = subprocess.run(
        [BUNDLE / "send-kiosk", "run", "--windowed", "--until-attract"],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env=environment,
        timeout=60,
    )
    assert started.returncode == 0, started.stderr
    assert "attract screen shown" in started.stdout
    assert started.stderr == ""


def test_it_is_at_most_140_megabytes() -> None:
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if not path.is_dir())
    assert size <= 140 * MEGABYTE


def test_it_has_every_licence_of_what_it_carries() -> None:
    inside = {path.name for path in BUNDLE.rglob("*")}
    assert {"LICENSE", "NOTICE.md", "AtkinsonHyperlegibleNext-OFL.txt"} <= inside
