"""The memory of a program and all its children."""

from __future__ import annotations

from pathlib import Path

KIB = 1024


def proportional_mb(pid: int) -> float:
    """Return megabytes used by a process and its descendants; shared pages are counted once (proportional set size)."""
    return sum(_pss_kib(each) for each in _family(pid)) / KIB


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(each for child in children for each in _family(int(child)))]


def _pss_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
