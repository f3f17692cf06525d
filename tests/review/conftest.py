"""Fixtures for tests of the review."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import Sample


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The tiny content set, which is right in every way."""
    return Sample(tmp_path / "data").write()
