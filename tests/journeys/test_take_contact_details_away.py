"""The contact details go home on a phone: every code of every service, read from the screen as a camera would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.domain.places import CodePlace, ServicePlace
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.domain.session import Session
from kiosk.handoff.vcard import contact_card
from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused

AUTHORITIES = ("E06000003", "E06000021", "E06000060", "E08000035", "")
LAPTOP = (1366, 768)


def reads(picture: QImage) -> list[str]:
    """Return what a camera that cannot read inverted codes reads from a picture of the screen."""
    return [
        code.bytes.decode() for code in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode, try_invert=False)
    ]


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_code_of_every_service_is_its_contact_card(visit: Callable[..., Visitor], authority: str) -> None:
    """Each service's screen, photographed in every contrast, and its enlarged code: read back, they are the card."""
    visitor = visit(authority=authority)
    edition = visitor.session.edition
    services = edition.directory.services
    assert services
    for number, service in enumerate(services):
        council = edition.authority.name if edition.authority and service.authority else ""
        card = contact_card(service, edition.store.words("en"), council)
        preferences = Preferences(contrast=list(Contrast)[number % len(Contrast)])
        for place in (ServicePlace(service.id, service.roles[0]), CodePlace(service.id, service.roles[0])):
            visitor.is_at(Session(preferences=preferences).go(place))
            assert reads(visitor.photographs()) == [card], (service.id, place)


def test_every_code_of_every_council_s_services_is_its_contact_card(visitor: Visitor) -> None:
    """Every local service of every council in England, on its own screen: read back, the code is the card."""
    store = visitor.session.edition.store
    read = 0
    for authority in store.authorities():
        here = Session(authority=authority.code)
        for service in store.directory(authority.code).services:
            if service.authority == authority.code:
                visitor.is_at(here.go(ServicePlace(service.id, service.roles[0])))
                card = contact_card(service, store.words("en"), authority.name)
                assert reads(visitor.photographs()) == [card], service.id
                read += 1
    assert read == sum(bool(s.authority) for a in store.authorities() for s in store.directory(a.code).services)


def test_a_code_is_read_on_a_small_screen_with_the_largest_text(visit: Callable[..., Visitor]) -> None:
    """On a laptop with the largest text the enlarged code is still whole."""
    visitor = visit(size=LAPTOP)
    service = visitor.session.edition.directory.services[0]
    large = Session(preferences=Preferences(text_size=TextSize.LARGEST))
    visitor.is_at(large.go(CodePlace(service.id, service.roles[0])))
    council = "Stoke-on-Trent" if service.authority else ""
    card = contact_card(service, visitor.session.edition.store.words("en"), council)
    for _ in range(4):
        if found := reads(visitor.photographs()):
            break
        visitor.touches("More")
    assert found == [card]


def test_the_code_is_enlarged_by_a_touch(visitor: Visitor) -> None:
    """From a step to its service to the enlarged code, and back to the step."""
    is_refused(visitor)
    visitor.touches("Stoke SENDIASS")
    small = reads(visitor.photographs())
    visitor.touches("Make it bigger")
    assert reads(visitor.photographs()) == small
    assert len(small) == 1
    visitor.touches("Back")
    visitor.touches("Back")
    assert visitor.heading() == "You can challenge this."
