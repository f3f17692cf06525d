"""The directory: who fills a role here, and what stands in where nobody does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.directory import Address, Filled, Organization
from tests.domain.samples import DIRECTORY, IPSEA, SENDIASS, service


def test_a_role_is_filled_by_the_service_that_has_it() -> None:
    assert DIRECTORY.filling("sendiass") == Filled(DIRECTORY.roles["sendiass"], (SENDIASS,))


def test_an_authoritys_own_services_come_before_national_ones() -> None:
    national = service("national-sendiass", "sendiass")
    both = replace(DIRECTORY, services=(national, *DIRECTORY.services))
    assert both.filling("sendiass").services == (SENDIASS, national)


def test_services_keep_their_order_otherwise() -> None:
    second = service("another", "national-advice")
    assert replace(DIRECTORY, services=(IPSEA, second)).filling("national-advice").services == (IPSEA, second)


def test_a_role_that_nobody_fills_falls_back_to_the_first_that_somebody_does() -> None:
    """Nobody is a send-team here either, so the next one is asked."""
    filled = DIRECTORY.filling("mediation-adviser")
    assert filled == Filled(DIRECTORY.roles["mediation-adviser"], (IPSEA,), instead=True)


def test_a_role_without_anybody_still_has_its_honest_words() -> None:
    filled = DIRECTORY.filling("send-team")
    assert filled.services == ()
    assert filled.instead
    assert filled.role.fallback is not None


SOON_GONE = service("former-sendiass", "sendiass", "send-team", authority="E10000030")


def test_former_services_fill_no_role_but_stand_in_before_the_fallbacks() -> None:
    """They may have moved: the honest words of the fallback are said, and they come first."""
    after = replace(DIRECTORY, services=(IPSEA,), former=(SOON_GONE,))
    assert after.filling("sendiass") == Filled(DIRECTORY.roles["sendiass"], (SOON_GONE, IPSEA), instead=True)
    assert after.filling("send-team") == Filled(DIRECTORY.roles["send-team"], (SOON_GONE,), instead=True)
    assert after.filling("mediation-adviser").services == (SOON_GONE,)
    assert after.service("former-sendiass") == SOON_GONE


def test_former_services_are_not_shown_where_somebody_fills_the_role() -> None:
    assert replace(DIRECTORY, former=(SOON_GONE,)).filling("sendiass").services == (SENDIASS,)


def test_a_former_service_stands_in_once() -> None:
    former = service("former", "mediation-adviser", "send-team", authority="E10000030")
    after = replace(DIRECTORY, services=(), former=(former,))
    assert after.filling("mediation-adviser").services == (former,)


def test_a_service_is_found_by_its_id() -> None:
    assert DIRECTORY.service("ipsea") == IPSEA
    assert DIRECTORY.service("unheard-of") is None


def test_a_services_own_page_outranks_its_organizations() -> None:
    of_both = replace(IPSEA, organization=Organization("o", "O", "https://o.example"), url="https://s.example")
    assert of_both.web_page == "https://s.example"
    assert replace(of_both, url="").web_page == "https://o.example"


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (Address("1 High Street", "Stoke-on-Trent", "ST4 1HH"), ("1 High Street", "Stoke-on-Trent ST4 1HH")),
        (Address("1 High Street", postal_code="ST4 1HH"), ("1 High Street", "ST4 1HH")),
        (Address("1 High Street"), ("1 High Street",)),
    ],
)
def test_an_address_has_the_lines_that_are_there(address: Address, lines: tuple[str, ...]) -> None:
    assert address.lines() == lines
