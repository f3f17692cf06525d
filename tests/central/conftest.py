"""Fixtures for tests of publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.central.office import THREE, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office where one person signs."""
    return Office(tmp_path)


@pytest.fixture
def three(tmp_path: Path) -> Office:
    """An office where two of three people sign."""
    return Office(tmp_path / "three", THREE)
