"""A short run of what `make fuzz` does for minutes."""

from __future__ import annotations

from random import Random

import pytest

from kiosk.content.open_referral.reading import read
from kiosk.content.open_referral.saved import Saved
from tests.fuzz import feed
from tests.fuzz.mutation import mutated
from tests.samples import TODAY


def test_what_is_fuzzed_is_right_to_begin_with() -> None:
    sample, known = feed._stage()
    path = sample.folder.with_name("seed.json")
    for number, seed in enumerate(feed.seeds()[:4]):
        path.write_bytes(seed)
        taken = read(Saved(path), known, feed.MAPPINGS[number > 0], TODAY)
        assert taken.count
        assert taken.submission.problems == ()


@pytest.mark.parametrize("number", range(4))
def test_no_feed_makes_anything_escape_but_our_own_errors(number: int) -> None:
    seeds = feed.seeds()
    for each in range(40):
        feed.target(mutated(seeds, Random(f"{number} {each}")))
