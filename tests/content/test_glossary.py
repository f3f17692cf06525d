"""The glossary: read, checked and kept."""

from __future__ import annotations

from tests.samples import Sample

FILE = "glossary/appeal.toml"


def test_a_term_is_read_with_its_words(sample: Sample) -> None:
    """A term has a name, forms, a meaning and more, by ids of their own."""
    content = sample.content()
    (term,) = content.terms
    english = content.words["en"]
    assert english[term.name.id] == "Appeal"
    assert english[term.forms.id] == "appeal|appeals"
    assert term.more is not None


def test_a_term_that_stands_nowhere_is_a_problem(sample: Sample) -> None:
    """A word that nobody meets cannot be asked for."""
    sample.change(FILE, "appeal|appeals", "writ")
    assert sample.problems() == [f"{FILE}: Nothing that is said has this word in it. Take it out."]


def test_the_file_is_called_like_the_term(sample: Sample) -> None:
    """An id that is not the file's name is a problem."""
    sample.change(FILE, 'id = "appeal"', 'id = "claim"')
    assert sample.problems() == [f"{FILE}: The id is “claim”, but the file is called “appeal”. Make them the same."]


def test_a_term_needs_a_meaning(sample: Sample) -> None:
    """A word without a meaning is a problem."""
    sample.change(FILE, 'meaning = "Asking somebody else to decide."', "")
    assert sample.problems() == [f"{FILE}: “meaning” is missing."]
