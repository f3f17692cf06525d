"""What a real update asks of the system is, call by call, what the model of the disk takes it to do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.power import PowerDisk

CALLS = "openat,write,fsync,rename,renameat,renameat2,mkdir,unlink,unlinkat,rmdir"
CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\d+)")
PLACE = re.compile(r'"([^"]*)"|<([^>]*)>')
OTHERS = re.compile(r"kiosk/(update\.lock|work/(?!\d{6}-).*)")
"""What python-tuf and the lock write: nobody relies on it."""
DID = {"write": "put", "fsync": "sync", "mkdir": "make", "unlink": "remove", "unlinkat": "remove", "rmdir": "remove"}


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-o", "/dev/null", "true"], capture_output=True).returncode:
        pytest.skip("strace is not here, or may not look into processes")
    return found


def steps(calls: str, root: Path) -> Iterator[str]:
    """Yield what was done below a folder, as the model of the disk says it."""
    for line in calls.splitlines():
        found = CALL.match(line)
        if found is None:
            continue
        call, given, _ = found.groups()
        places = [Path(quoted or opened) for quoted, opened in PLACE.findall(given)]
        names = [str(each.relative_to(root)) for each in places if each == root or root in each.parents]
        if not names or OTHERS.fullmatch(names[0]):
            continue
        if call == "openat":
            if "O_WRONLY|O_CREAT|O_TRUNC" in given:
                yield f"open {names[0]}"
        elif call.startswith("rename"):
            yield f"rename {names[0]} to {names[1]}"
        else:
            yield f"{DID[call]} {names[0]}"


def once(said: Iterable[str]) -> list[str]:
    """Leave one of each row of writes to the same file: how many there are is the system's affair."""
    found: list[str] = []
    for each in said:
        if not (found and each == found[-1] and each.startswith("put ")):
            found.append(each)
    return found


def traced(strace: str, folder: Path, command: Sequence[str]) -> list[str]:
    """Run a command of Python's, and return what it did below the folder."""
    log = folder.with_name(f"{folder.name}.calls")
    line = [strace, "-f", "-y", "-s", "0", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
    done = subprocess.run([*line, sys.executable, "-m", *command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = log.read_text(encoding="utf-8", errors="replace")
    assert "<unfinished" not in "".join(each for each in said.splitlines() if str(folder) in each)
    return once(steps(said, folder))


@pytest.mark.slow
def test_a_real_process_does_what_the_model_says(strace: str, tmp_path: Path) -> None:
    """The first update ever, a start, and updates and starts until an older release is tidied away."""
    central = Central(tmp_path / "central", now=datetime.now(UTC))
    (tmp_path / "root.json").write_bytes(central.root)
    for place in ("real", "model"):
        (tmp_path / place).mkdir()
    real = tmp_path / "real"
    model = Machine(tmp_path / "model" / "kiosk", central.root, datetime.now(UTC))
    model.bundled = tmp_path / "program.db"
    model.bundled.write_bytes(content_of(BUNDLED))
    options = ["--from", str(central.folder), "--root", str(tmp_path / "root.json"), "--releases", str(real / "kiosk")]
    done: list[str] = []
    for number in range(1, 5):
        published: date = BUNDLED + timedelta(number)
        central.publish(content_of(published), published.isoformat())
        start = ["tests.torture.start", str(real / "kiosk"), str(model.bundled)]
        for command, act in (
            (["kiosk", "update", *options], lambda: model.refresh(central.folder)),
            (start, model.starts),
        ):
            model.disk = PowerDisk(tmp_path / "model")
            act()
            assert traced(strace, real, command) == once(map(str, model.disk.steps))
            done += map(str, model.disk.steps)
    assert {each.partition(" ")[0] for each in done} == {"open", "put", "sync", "rename", "make", "remove"}
    assert [each for each in done if each.startswith("remove kiosk/releases/")]
    assert len(model.releases.every()) == 3
