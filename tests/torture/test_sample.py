"""A few kills; `make torture` makes a thousand."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.helpers.machine import BUNDLED, content_of
from tests.torture.__main__ import torture
from tests.torture.attract import starts
from tests.torture.victim import Victim
from tests.updates.interruptions import Ground, Trial
from tests.updates.scenarios import SCENARIOS

KILLS = 20


@pytest.mark.slow
def test_whatever_is_killed_one_whole_release_is_shown(tmp_path: Path) -> None:
    content = tmp_path / "content.db"
    content.write_bytes(content_of(BUNDLED))
    victim = Victim(tmp_path, content, Random(1))
    torture(victim, KILLS)
    assert victim.kills == KILLS
    assert len(victim.stages) > 2


@pytest.mark.slow
def test_the_whole_kiosk_starts_from_what_a_cut_left(tmp_path: Path) -> None:
    """Sampled states of one scenario; `make torture` starts it from some of each."""
    trial = Trial(Ground(SCENARIOS[2], tmp_path))
    cuts = Random(1).sample(list(trial.cuts()), 2)
    assert [starts(trial, cut) for cut in cuts] == ["", ""]
