"""Fixtures for tests of the content that we ship."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kiosk.content.store import ContentStore
from tests.helpers.adviser import Adviser

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def adviser(shipped_content: Path) -> Iterator[Adviser]:
    """Somebody who knows the content that we ship."""
    with ContentStore(shipped_content) as store:
        yield Adviser(store)
