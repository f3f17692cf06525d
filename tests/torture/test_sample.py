"""A few kills; `make torture` makes a thousand."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.torture.__main__ import _torture
from tests.torture.victim import Victim

KILLS = 12


@pytest.mark.slow
def test_whatever_is_killed_one_whole_release_is_shown(
    shipped_content: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    victim = Victim(tmp_path, shipped_content, Random(1))
    _torture(victim, KILLS)
    assert sum(victim.stages.values()) == KILLS
    caplog.clear()
