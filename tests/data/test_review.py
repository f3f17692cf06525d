"""The review of what we ship: nothing that the kiosk says is missing from it, and no path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import product

import pytest

from kiosk import paths
from kiosk.content.checks.survey import walk_every_path
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.sources import read
from kiosk.review.page import page
from kiosk.review.ways import Answers, answers, merged, ways

LEEDS = "E08000035"


@pytest.fixture(scope="module")
def content() -> Content:
    return read(paths.DATA)


def elsewhere(content: Content) -> tuple[str, ...]:
    """Return what the ids of words begin with that belong to services of other councils."""
    others = (service for service in content.services if service.authority not in {"", LEEDS})
    return tuple(f"service.{service.id}." for service in others)


def test_every_word_stands_on_it(content: Content) -> None:
    made = unescape(re.sub(r"<[^>]+>", "", page(content, content.authorities[LEEDS], ())))
    said = content.words[ENGLISH].items()
    assert [id_ for id_, words in said if words not in made and not id_.startswith(elsewhere(content))] == []


def test_the_ways_are_the_paths_each_once(content: Content) -> None:
    for found in ways(walk_every_path(content)).paths.values():
        walked = [answers(path) for path in found]
        spelt_out = [path for way in merged(walked) for path in spelt(way)]
        assert sorted(spelt_out, key=repr) == sorted(walked, key=repr)


def spelt(way: Answers) -> Iterator[Answers]:
    """Yield every path of a way."""
    questions = [question for question, _ in way]
    for given in product(*(sorted(each) for _, each in way)):
        yield tuple((question, frozenset({answer})) for question, answer in zip(questions, given, strict=True))
