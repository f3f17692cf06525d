"""A rule of content that is broken in the tiny content set."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests.content import checks
from tests.samples import Sample

Rules = dict[str, tuple[str, str, str, str]]
"""Broken rules by what each is about: a file, words in it, what is put in their place, and what is said of it."""


def break_rule(sample: Sample, file: str, before: str, after: str) -> None:
    """Put `after` in the place of the words `before`; a file that is not there yet has nothing before."""
    if before:
        sample.change(file, before, after)
    else:
        sample.add(file, after)


def every_rule() -> Rules:
    """Return the broken rules of every module of tests here."""
    modules = [import_module(f"{checks.__name__}.{found.name}") for found in iter_modules(checks.__path__)]
    return {name: rule for module in modules for name, rule in getattr(module, "RULES", {}).items()}
