"""The verdict: how much was proved."""

from __future__ import annotations

from kiosk.content.checks import check
from tests.samples import TODAY, Sample


def test_the_proof_counts_what_was_proved(sample: Sample) -> None:
    proof = check(sample.content(), TODAY).proof
    assert (proof.paths, proof.questions, proof.outcomes, proof.services, proof.languages) == (7, 3, 2, 3, 1)
    assert str(proof).startswith("7 complete paths through 3 questions to 2 outcomes, all proved;")
