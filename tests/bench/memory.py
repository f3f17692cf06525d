"""The memory of a program and all its children."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

KIB = 1024
OWN = ("Pss_Anon:", "Pss_Shmem:")
SIGN = {"Rss:": 1, "Anonymous:": -1}


def proportional_mb(pid: int) -> float:
    """Return megabytes used by a process and its descendants; what these share is counted once.

    What is loaded from files counts whole, also where another program has the same library loaded: a kiosk shares its
    libraries with nothing, and on this machine it would depend on what else happens to run.
    """
    family = _family(pid)
    files: Counter[str] = Counter()
    for each in family:
        files |= _from_files(each)
    return (sum(_own(each) for each in family) + files.total()) / KIB


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(each for child in children for each in _family(int(child)))]


def _own(pid: int) -> int:
    """Return KiB that come from no file, shared ones in proportion."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(OWN))


def _from_files(pid: int) -> Counter[str]:
    """Return KiB in memory of each part of a file, as the file has it."""
    parts: Counter[str] = Counter()
    part = ""
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            # Address, permissions, offset, device, inode, name. A deleted file is memory that programs share.
            part = " ".join(words[2:5]) if len(words) > 5 and words[4] != "0" and words[-1] != "(deleted)" else ""
        elif part:
            parts[part] += SIGN[words[0]] * int(words[1]) if words[0] in SIGN else 0
    return parts
