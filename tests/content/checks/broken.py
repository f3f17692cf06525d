"""A rule of content that is broken in the tiny content set."""

from __future__ import annotations

from tests.samples import Sample

Rules = dict[str, tuple[str, str, str, str]]
"""Broken rules by what each is about: a file, words in it, what is put in their place, and what is said of it."""


def break_rule(sample: Sample, file: str, before: str, after: str) -> None:
    """Put `after` in the place of the words `before`; a file that is not there yet has nothing before."""
    if before:
        sample.change(file, before, after)
    else:
        sample.add(file, after)
