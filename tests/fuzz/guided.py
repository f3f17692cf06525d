"""One reader, led by atheris: python -m tests.fuzz.guided READER CORPUS [options of libFuzzer]."""

from __future__ import annotations

import logging
import sys
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["kiosk", "zipfile", "tomllib", "openpyxl"]):
    module = import_module(f"tests.fuzz.{sys.argv[1]}")


def main() -> None:
    """Hand over to atheris; it ends the process."""
    logging.disable(logging.CRITICAL)
    for seed in module.seeds():
        module.target(seed)  # what is loaded at the first use is loaded before anything is counted
    atheris.Setup([sys.argv[0], *sys.argv[2:]], module.target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
