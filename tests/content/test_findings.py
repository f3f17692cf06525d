"""Findings: what one process tells another of a reading arrives as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.findings import Findings, from_json
from kiosk.errors import Problem

PROBLEMS = st.lists(st.builds(Problem, st.text(), st.text(), st.text()), max_size=3).map(tuple)


@given(st.builds(Findings, PROBLEMS, PROBLEMS, st.text()))
def test_what_is_told_is_what_was_found(findings: Findings) -> None:
    """In ASCII, on one line: some pipes carry nothing else."""
    told = findings.to_json()
    assert told.isascii()
    assert "\n" not in told
    assert from_json(told) == findings


@pytest.mark.parametrize(
    "told",
    ["", "Built content.db.", "[]", "{}", '{"problems": [1], "warnings": [], "proof": ""}', "null", '"problems"'],
)
def test_anything_else_is_no_findings(told: str) -> None:
    with pytest.raises(ValueError):
        from_json(told)
