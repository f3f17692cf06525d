"""Fixtures for tests of content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import Sample


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The tiny content set, which is right in every way."""
    return Sample(tmp_path / "data").write()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The tiny content set for a test that breaks it many times, and mends it each time."""
    return Sample(tmp_path_factory.mktemp("scratch")).write()
