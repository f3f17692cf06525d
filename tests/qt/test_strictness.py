"""The tests themselves are strict: what Qt or the log complains about fails them, during a test and after it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from kiosk import paths

FIXTURES = "from tests.conftest import *\n"
CASES = """
import logging
from PySide6.QtCore import QTimer, qWarning


def test_quiet(visitor):
    visitor.touches("Touch here to start")

def test_binding(visitor):
    visitor.window.setProperty("session", None)
    visitor.waits()

def test_slot(visitor):
    def bug():
        raise RuntimeError("a bug")
    QTimer.singleShot(0, bug)
    visitor.waits(5)

def test_log():
    logging.getLogger("kiosk").warning("something is wrong")

def test_late(visitor, request):
    request.addfinalizer(lambda: qWarning("something is wrong"))
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of tests that should fail, run with these fixtures and settings."""
    folder = tmp_path_factory.mktemp("strict")
    (folder / "conftest.py").write_text(FIXTURES, encoding="utf-8")
    (folder / "test_cases.py").write_text(CASES, encoding="utf-8")
    options = ["-c", str(paths.ROOT / "pyproject.toml"), f"--rootdir={paths.ROOT}", "-p", "no:cacheprovider", "-rA"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(folder)],
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found: dict[str, str] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::test_(\w+)", done.stdout, re.MULTILINE):
        found[name] = outcome if name not in found or outcome != "PASSED" else found[name]
    assert found, done.stdout
    return found


def test_a_test_in_which_nobody_complains_passes(outcomes: dict[str, str]) -> None:
    """The others fail for their own reasons."""
    assert outcomes["quiet"] == "PASSED"


@pytest.mark.parametrize(
    ("case", "outcome"), [("binding", "FAILED"), ("slot", "FAILED"), ("log", "ERROR"), ("late", "ERROR")]
)
def test_a_complaint_fails_the_test(outcomes: dict[str, str], case: str, outcome: str) -> None:
    """A type error in a binding, an exception that Qt swallows, a line in the log, a message after the test."""
    assert outcomes[case] == outcome
