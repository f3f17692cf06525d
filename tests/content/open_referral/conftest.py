"""Fixtures for tests of feeds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.feed_server import FeedServer, serving


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A web server on this machine."""
    with serving() as made:
        yield made
