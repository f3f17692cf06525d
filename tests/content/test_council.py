"""A council as its officers see it: what it has, what it may name, and what its code is."""

from __future__ import annotations

import pytest

from kiosk.content import listing as listings
from kiosk.content.council import council
from kiosk.errors import ContentError, UsageError
from tests.samples import Sample

CODE = "E06000021"
FILE = f"authorities/{CODE}.toml"


def test_a_council_knows_its_own_and_what_it_may_name(sample: Sample) -> None:
    known = council(sample.folder, CODE)
    assert (known.name, known.full_name) == ("Stoke-on-Trent", "Stoke-on-Trent City Council")
    assert known.listing == listings.read(sample.folder, CODE)
    assert known.roles == {"local-advice": "Advice here", "council": "The council", "national-advice": "Advice for all"}
    assert known.local_roles == ("local-advice", "council")
    assert known.organizations == {"helpline": "The Helpline"}
    assert known.taken == {"service.helpline", "organization.helpline"}


def test_a_council_without_a_file_has_nothing_yet(sample: Sample) -> None:
    known = council(sample.folder, "E06000003")
    assert known.listing.services == ()
    assert "service.stoke-advice" in known.taken


def test_no_council_in_particular(sample: Sample) -> None:
    known = council(sample.folder, "")
    assert (known.code, known.name) == ("", "your council")


def test_what_is_wrong_with_what_a_council_has_is_no_matter(sample: Sample) -> None:
    sample.change(FILE, 'name = "The SEND team"', 'nam = "The SEND team"')
    assert len(council(sample.folder, CODE).listing.services) == 2


def test_but_it_has_to_be_readable(sample: Sample) -> None:
    sample.add(FILE, "authority =")
    with pytest.raises(ContentError, match=f"What {CODE} has now cannot be read"):
        council(sample.folder, CODE)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("E0600021", "Did you mean E06000021 (Stoke-on-Trent City Council)?"),
        ("e06000003", "Did you mean E06000003 (Redcar and Cleveland Borough Council)?"),
        ("Redcar", "Did you mean E06000003 (Redcar and Cleveland Borough Council)?"),
        ("redcar and cleveland", "Did you mean E06000003 (Redcar and Cleveland Borough Council)?"),
        ("nowhere", "It looks like E06000021."),
        ("../content", "It looks like E06000021."),
    ],
)
def test_a_code_that_nobody_has_is_named_with_the_nearest(sample: Sample, code: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        council(sample.folder, code)
    assert str(error.value) == f"There is no council with the code {code!r}. {hint}"


def test_a_council_called_so_comes_before_one_whose_name_has_it_too(sample: Sample) -> None:
    """York is not the East Riding of Yorkshire, though that stands before it."""
    sample.change("authorities.toml", "Stoke-on-Trent City Council", "East Redcar and Clevelandshire Council")
    with pytest.raises(UsageError, match=r"Did you mean E06000003 \(Redcar and Cleveland Borough Council\)\?"):
        council(sample.folder, "Redcar and Cleveland")
