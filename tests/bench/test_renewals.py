"""A short sample of `make soak`: one release after another is shown, and no file of them stays open."""

from __future__ import annotations

import subprocess
import sys


def test_releases_come_and_go() -> None:
    line = [sys.executable, "-m", "tests.bench.renewals", "4"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = [int(line.split()[-3]) for line in done.stdout.splitlines()]
    assert len(files) == 4
    assert files[-1] <= files[1]
