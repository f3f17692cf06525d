"""What the first touches need is loaded while the attract screen stands there."""

from __future__ import annotations

import sys

from tests.helpers.visitor import Visitor


def test_the_encoder_and_the_flows_are_there_before_the_first_touch(visitor: Visitor) -> None:
    """After preparing, nothing that a question or a service needs is still to be imported or read."""
    visitor.session.prepare()
    assert {"segno", "kiosk.qt.screens.visit", "kiosk.qt.screens.service"} <= sys.modules.keys()
    assert "graph" in vars(visitor.session.edition)


def test_without_content_there_is_nothing_to_read(visitor: Visitor) -> None:
    """Preparing a kiosk that is out of service does no harm."""
    visitor.session.open(None)
    visitor.session.prepare()
    assert visitor.sees("Sorry")
