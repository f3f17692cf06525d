"""Steps in words."""

from __future__ import annotations

import pytest

from kiosk.domain.outcome import Necessity
from kiosk.guide.steps import step_label
from tests.domain.samples import PHONE_ADVISER, english, step


@pytest.mark.parametrize(
    ("necessity", "label"),
    [
        (Necessity.MUST, "You must do this"),
        (Necessity.CAN, "You can do this"),
        (Necessity.CHOICE, "Your choice"),
    ],
)
def test_a_step_says_whether_it_has_to_be_taken(necessity: Necessity, label: str) -> None:
    assert step_label(english(), step("any", necessity=necessity)) == label


def test_a_steps_own_label_outranks_that() -> None:
    assert step_label(english(), PHONE_ADVISER) == "step.phone-adviser.label"
