"""Fuzz every reader for some minutes: python -m tests.fuzz [MINUTES] [SEED].

With atheris, which `make fuzz` installs, new paths through our code lead the way; without it good inputs are mutated
blindly. Whatever escapes ends it with exit code 1, and the bytes that did it are kept beside this run.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from random import Random

from tests.fuzz.mutation import mutated

READERS = ("bundle", "state", "database", "workbook", "feed")
CRASHES = Path("build", "fuzz")


def main(minutes: float, seed: int) -> int:
    """Fuzz each reader for its share of the time; return the exit code."""
    logging.disable(logging.CRITICAL)
    share = minutes * 60 / len(READERS)
    codes = [_guided(reader, share, seed) if _has_atheris() else _blind(reader, share, seed) for reader in READERS]
    return max(codes)


def _has_atheris() -> bool:
    try:
        import_module("atheris")
    except ImportError:
        return False
    return True


def _blind(reader: str, seconds: float, seed: int) -> int:
    """Put mutated seeds to a reader for some seconds."""
    module = import_module(f"tests.fuzz.{reader}")
    seeds: Sequence[bytes] = module.seeds()
    until, tried = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        data = mutated(seeds, Random(f"{seed} {tried}"))
        tried += 1
        try:
            module.target(data)
        except BaseException:
            traceback.print_exc()
            _keep(reader, data)
            print(f"{reader}: input {tried} of seed {seed} made something escape that is no error of ours.")
            return 1
    print(f"{reader}: {tried} inputs in {seconds:.0f} s, nothing but our own errors.", flush=True)
    return 0


def _guided(reader: str, seconds: float, seed: int) -> int:
    """Have atheris look for inputs, in a process of its own: it ends the one it runs in."""
    corpus = CRASHES / reader
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(import_module(f"tests.fuzz.{reader}").seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    line = [sys.executable, "-m", "tests.fuzz.guided", reader, str(corpus), f"-max_total_time={seconds:.0f}"]
    options = [f"-seed={seed}", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={CRASHES}/{reader}-"]
    done = subprocess.run(
        [*line, *options, "-max_len=4000000", "-rss_limit_mb=4096", "-timeout=30"],
        text=True,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    figures = dict(line.split(": ", 1) for line in done.stderr.splitlines() if line.startswith("stat::"))
    if done.returncode != 0:
        print(done.stderr[-4000:])
        print(f"{reader}: something escaped that is no error of ours; the input is in {CRASHES}.")
        return 1
    tried = figures.get("stat::number_of_executed_units", "0").strip()
    print(f"{reader}: {tried} inputs in {seconds:.0f} s led by coverage, nothing but our own errors.", flush=True)
    return 0


def _keep(reader: str, data: bytes) -> None:
    CRASHES.mkdir(parents=True, exist_ok=True)
    (CRASHES / f"{reader}-crash").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
