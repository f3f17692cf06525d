"""Nobody who comes after learns what a visitor answered: not from the disk, the log, or the memory of the kiosk."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.domain.flow import FlowGraph
from kiosk.domain.response import Responses
from kiosk.domain.session import Session
from kiosk.qt.log import LastResort
from tests.helpers.visitor import Visitor
from tests.journeys.test_be_left_alone import lets_time_run_out
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused

FOLDERS = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
ANSWERS = (
    "They will not assess my child",
    "Will not assess",
    "assessment",
    "I am a parent or carer",
    "Year 11 or younger",
    "The council",
    "16 October 2026",
    "2026-10-16",
)
"""What the visitor touches, as it is said, as it is shown later, and as it is called inside."""

VISIT = """
import logging, sys
from datetime import date
from pathlib import Path

from kiosk.app import Start, application, opened, qt_messages_to_log
from kiosk.config import Config, Display, Kiosk
from tests.conftest import PIXELS_PER_MM, PORTRAIT, TODAY
from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused

logging.basicConfig(level=logging.DEBUG)
qt_messages_to_log()
application(Display())
start = Start(Config(kiosk=Kiosk("E06000021")), Path(sys.argv[1]), TODAY, windowed=True)
with opened(start, PIXELS_PER_MM) as (session, window):
    visitor = Visitor(session, window.window, PORTRAIT)
    is_refused(visitor)
    for name in sys.argv[2:]:
        visitor.touches(name)
"""
"""A whole visit, in a program of its own that logs everything; what is touched after the outcome is told to it."""
LOOKS_ROUND = (
    "How we worked it out",
    "Back",
    "Stoke SENDIASS",
    "Make it bigger",
    "Back",
    "Back",
    "The council",
    "Back",
)


@dataclass(frozen=True)
class Machine:
    """A machine of which every folder that a program may write to is known."""

    folder: Path

    def visited(self, content: Path, *touches: str) -> str:
        """Let somebody visit; return everything that was said and logged."""
        places = {name: str(self.folder / name) for name in FOLDERS}
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(paths.ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            **places,
        }
        done = subprocess.run(
            [sys.executable, "-c", VISIT, str(content), *touches],
            cwd=self.folder / "here",
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def files(self) -> dict[Path, tuple[int, int]]:
        """Return every file there is, how long it is, and when it was written last."""
        found = {path.relative_to(self.folder): path.stat() for path in self.folder.rglob("*") if not path.is_dir()}
        return {path: (state.st_size, state.st_mtime_ns) for path, state in found.items()}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine on which nothing was ever written."""
    for name in (*FOLDERS, "here"):
        (tmp_path / name).mkdir(mode=0o700)
    return Machine(tmp_path)


def test_a_visit_leaves_no_answer_on_the_disk_and_says_nothing_to_the_log(
    machine: Machine, shipped_content: Path
) -> None:
    """Only Qt keeps what it made of the screens, in its cache; and the next visit leaves nothing at all."""
    assert machine.visited(shipped_content, *LOOKS_ROUND, "Start again") == ""
    first = machine.files()
    assert {path.parent.as_posix() for path in first} == {"XDG_CACHE_HOME/send-kiosk/qmlcache"}
    assert not [path for path in first for answer in ANSWERS if is_in(answer, machine.folder / path)]
    assert machine.visited(shipped_content, *LOOKS_ROUND) == ""
    assert machine.files() == first


def is_in(answer: str, file: Path) -> bool:
    """Say whether an answer stands in a file, in either way that words are written there."""
    content = file.read_bytes()
    return answer.encode() in content or answer.encode("utf-16-le") in content


@pytest.fixture
def hook() -> Iterator[None]:
    """Whatever catches what nobody caught is put back afterwards."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.qt_log_ignore("Error: ")
def test_a_bug_is_logged_without_an_answer(visitor: Visitor, hook: None, caplog: pytest.LogCaptureFixture) -> None:
    """A question from which nothing leads on: the log says which, not what was answered to it."""
    caplog.set_level(logging.DEBUG)
    LastResort(visitor.session.startAgain, lambda: None).install()
    edition = visitor.session.edition
    edition.graph = without_branches(edition.graph, "refused")
    visitor.touches("Touch here to start")
    for name in ("I am a parent or carer", "Year 11 or younger", "The council"):
        visitor.touches(name)
    visitor.touches("Said no to an assessment or an EHC plan")
    visitor.touches("They will not assess my child")
    assert "refused" in caplog.text
    assert not [answer for answer in ANSWERS if answer in caplog.text]
    assert visitor.heading() == "Do you disagree with a decision?"
    caplog.clear()


def without_branches(graph: FlowGraph, question: str) -> FlowGraph:
    """Return the questions with one from which nothing leads on."""
    asked = graph.questions[question]
    options = tuple(replace(option, branches=()) for option in asked.options)
    broken = replace(asked, options=options, branches=())
    return replace(graph, questions={**graph.questions, question: broken})


def test_start_again_leaves_no_answer_in_memory(visitor: Visitor) -> None:
    """Nothing in the program remembers a response, at once and not only at the next visitor's touch."""
    before = remembered()
    is_refused(visitor)
    assert remembered(besides=before)
    visitor.touches("Start again")
    assert not remembered(besides=before)


def test_walking_away_leaves_no_answer_in_memory(visitor: Visitor) -> None:
    """When the time has run out, neither."""
    before = remembered()
    is_refused(visitor)
    lets_time_run_out(visitor, 61)
    assert not remembered(besides=before)


def remembered(besides: Sequence[Session | Responses] = ()) -> list[Session | Responses]:
    """Return every session and every list of responses in memory that holds an answer.

    Other tests of the same process may have left some of their own: those are named, as they were before the visit.
    """
    gc.unfreeze()  # what is set aside is not among the objects below
    gc.collect()
    known = {id(each) for each in besides}
    found: list[Session | Responses] = [each for each in gc.get_objects() if isinstance(each, Session | Responses)]
    answered = [each for each in found if (each.responses if isinstance(each, Session) else each).given]
    return [each for each in answered if id(each) not in known]
