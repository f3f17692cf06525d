"""Codes: what a phone reads is what was put in, from the image that the screen shows."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.domain.directory import Service
from kiosk.handoff.qr import QUIET_ZONE, Code, code, prepare
from kiosk.handoff.vcard import MOST_BYTES, contact_card
from tests.domain.samples import english
from tests.handoff.test_vcard import COMPLETE, services

WORDS = english()
LEAST_MM = 1.5


def picture(made: Code) -> Image.Image:
    kind, _, data = made.image.partition(",")
    assert kind == "data:image/png;base64"
    return Image.open(BytesIO(base64.b64decode(data))).convert("L")


def scan(image: Image.Image) -> zxingcpp.Barcode:
    (found,) = zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormat.QRCode)
    return found


def test_a_phone_reads_a_contact_card_from_the_image() -> None:
    card = contact_card(COMPLETE, WORDS)
    found = scan(picture(code(card)))
    assert found.text == card
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    assert found.ec_level == "M"


def test_a_phone_reads_it_from_another_size_at_an_angle_and_out_of_focus() -> None:
    image = picture(code(contact_card(COMPLETE, WORDS)))
    image = image.resize((500, 500), Image.Resampling.BILINEAR).rotate(11, expand=True, fillcolor=255)
    assert scan(image).text == contact_card(COMPLETE, WORDS)


def test_a_phone_reads_it_with_a_part_covered() -> None:
    image = picture(code(contact_card(COMPLETE, WORDS)))
    middle, side = image.width // 2, image.width // 12
    image.paste(128, (middle, middle, middle + side, middle + side))
    assert scan(image).text == contact_card(COMPLETE, WORDS)


def test_the_image_is_dark_on_white_with_a_quiet_zone_of_its_own() -> None:
    made = code("https://www.gov.uk")
    image = picture(made)
    each = image.width // made.modules
    assert image.width == image.height == made.modules * each
    border = QUIET_ZONE * each
    assert image.getpixel((border, border)) == 0
    assert image.crop((0, 0, image.width, border)).getextrema() == (255, 255)
    assert image.crop((0, 0, border, image.height)).getextrema() == (255, 255)
    assert image.crop((image.width - border, 0, image.width, image.height)).getextrema() == (255, 255)
    assert image.crop((0, image.height - border, image.width, image.height)).getextrema() == (255, 255)


def test_the_image_is_a_plain_png_as_every_reader_knows_it() -> None:
    """One bit a pixel, shades of grey, and the only compression, filter and order that there are."""
    header = base64.b64decode(code("a").image.partition(",")[2])[8:33]
    assert header[4:8] == b"IHDR"
    assert header[16:21] == bytes((1, 0, 0, 0, 0))


def test_the_modules_are_those_of_the_image() -> None:
    made = code("https://www.gov.uk")
    image = picture(made)
    each = image.width // made.modules
    for y, row in enumerate(made.matrix):
        assert [image.getpixel((x * each, y * each)) == 0 for x in range(made.modules)] == list(row)


def test_the_version_is_the_smallest_that_holds_the_text() -> None:
    assert code("a").version == 1
    assert code("a").modules == 21 + 2 * QUIET_ZONE
    assert code("a" * 15).version == 2


def test_the_longest_card_fits_a_tablet_at_a_size_that_phones_read() -> None:
    assert code("a" * MOST_BYTES).modules * LEAST_MM <= 122


def test_the_same_text_always_gives_the_same_code() -> None:
    assert code("https://www.gov.uk") == code("https://www.gov.uk")


def test_a_text_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        code("a" * 3000)


def test_the_encoder_can_be_loaded_beforehand() -> None:
    prepare()


@given(services(), st.sampled_from(("", "Stoke-on-Trent")))
def test_a_phone_reads_any_services_card(any_service: Service, council: str) -> None:
    card = contact_card(any_service, WORDS, council)
    assert scan(picture(code(card))).bytes.decode() == card
