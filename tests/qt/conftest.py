"""Fixtures for tests of kiosk.qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from tests.samples import TODAY, Sample

STOKE = "E06000021"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny content set, built."""
    folder = tmp_path_factory.mktemp("tiny")
    build(Sample(folder / "data").write().folder, folder / "content.db", TODAY)
    return folder / "content.db"


@pytest.fixture
def edition(tiny: Path) -> Iterator[Edition]:
    """The tiny content set, opened in Stoke-on-Trent."""
    with ContentStore(tiny) as store:
        yield Edition(store, STOKE)
