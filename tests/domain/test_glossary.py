"""The glossary: a term is found where one of its forms stands as a whole word."""

from __future__ import annotations

import pytest

from kiosk.domain.glossary import Term, terms_in
from kiosk.domain.text import Text, Words
from tests.domain.samples import FACT

WORDS = Words("en", {"forms": "mediation certificate|certificate", "other": "appeal"}.__getitem__)
CERTIFICATE = Term("certificate", Text("name"), Text("forms"), Text("meaning"), FACT)
APPEAL = Term("appeal", Text("name"), Text("other"), Text("meaning"), FACT)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Do you have a certificate?", True),
        ("A Mediation Certificate is free.", True),
        ("Certificates", False),
        ("", False),
    ],
)
def test_whole_words_in_small_or_large_letters(said: str, found: bool) -> None:
    """A form counts as a whole word, however it is written."""
    assert CERTIFICATE.stands_in(said, WORDS) is found


def test_terms_come_in_the_order_of_the_glossary() -> None:
    """What is said first does not matter."""
    assert terms_in((CERTIFICATE, APPEAL), ("An appeal", "needs a certificate"), WORDS) == (CERTIFICATE, APPEAL)
    assert terms_in((CERTIFICATE, APPEAL), ("An appeal",), WORDS) == (APPEAL,)
