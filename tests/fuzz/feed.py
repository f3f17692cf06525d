"""A feed of any bytes, as it may come from the web or be saved in a file: nothing but our own errors.

Bytes that begin as a zip are saved pages; others are a page.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.content.council import Council, council
from kiosk.content.open_referral.mapping import Mapped, ServiceMapping
from kiosk.content.open_referral.reading import read
from kiosk.content.open_referral.saved import Saved
from kiosk.content.open_referral.writing import publication
from kiosk.errors import KioskError
from tests.samples import TODAY, Sample

CODE = "E06000021"
ID = "a"
MAPPINGS = (ServiceMapping(), ServiceMapping({ID: Mapped(("local-advice",), {})}))
FOREIGN: dict[str, Any] = {
    "id": ID,
    "name": "Counselling",
    "description": "<p>Talking &amp; listening.</p><ul><li>Free</li></ul>",
    "url": "https://www.example.org",
    "email": "team@example.org",
    "status": "active",
    "fees": "Free",
    "assured_date": "2026-01-02",
    "last_modified": "2026-03-15T10:30:45.123Z",
    "phones": [{"number": "+44 (0)113 496 0000 ext 5", "extension": 7, "type": "voice"}],
    "schedules": [
        {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00", "valid_to": "2027-01-01"},
        {"freq": "MONTHLY", "byday": "2MO,-1FR", "description": "Term time"},
    ],
    "contacts": [{"name": "Ann Persona", "email": "ann@example.org", "phones": [{"number": 1134960001}]}],
    "service_at_locations": [
        {"location": {"addresses": [{"address_1": "1 High Street", "postal_code": "st36hz", "country": "GB"}]}}
    ],
    "cost_options": [{"amount": 0}],
    "organization": {"name": "Helpers", "website": "https://www.example.org"},
}


@cache
def _stage() -> tuple[Sample, Council]:
    sample = Sample(Path(tempfile.mkdtemp(prefix="fuzz-feed-"))).write()
    return sample, council(sample.folder, CODE)


def seeds() -> list[bytes]:
    """Return feeds that are as they should be: of others, and our own; as a page, a list, one service and a zip."""
    sample, known = _stage()
    content = sample.content()
    own = publication(sample.folder, content, content.authorities[known.code], national=True).text().encode()
    page = {"contents": [FOREIGN], "total_pages": 1, "page_number": 1}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("1.json", json.dumps(page))
        file.writestr("2.json", own)
    return [own, json.dumps(page).encode(), json.dumps([FOREIGN]).encode("utf-16"), packed.getvalue(), b"{}"]


def target(data: bytes) -> None:
    """Import a feed of these bytes, without writing, with no mapping and with one."""
    path = _stage()[0].folder.with_suffix(".json")
    path.write_bytes(data)
    for mapping in MAPPINGS:
        _take(path, mapping)


def _take(path: Path, mapping: ServiceMapping) -> None:
    sample, known = _stage()
    try:
        taken = read(Saved(path), known, mapping, TODAY)
        assert all("\n" not in note.message for note in taken.submission.notes)
        if taken.count and not taken.submission.problems:
            taken.submission.proved(sample.folder, TODAY)
    except KioskError as error:
        assert "\n" not in str(error).strip()
