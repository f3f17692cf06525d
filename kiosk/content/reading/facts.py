"""Reading facts and the register of sources."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.domain.fact import Fact, Source


def sources(draft: Draft) -> dict[str, Source]:
    """Return the register of sources."""
    entry = files.file(draft, "sources.toml")
    found = [_source(below) for below in entry.entries("source")]
    entry.close()
    return {source.id: source for source in found}


def fact(entry: Entry, sources: Sequence[str] | None = None) -> Fact:
    """Return the provenance of an entry; `sources` where it does not name them itself."""
    review = entry.draft.review
    return Fact(
        sources=cited(entry) if sources is None else tuple(sources),
        reviewed_on=entry.optional_day("reviewed_on") or review.reviewed_on,
        review_by=entry.optional_day("review_by") or review.review_by,
        reviewer=entry.optional_string("reviewer") or review.reviewer,
        effective_from=entry.optional_day("effective_from"),
        effective_to=entry.optional_day("effective_to"),
    )


def cited(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the sources of an entry; it has to have one."""
    found = entry.strings("sources")
    if not found:
        entry.complain('No source is named. Say where this was read: sources = ["…"].')
    return found


def _source(entry: Entry) -> Source:
    id_ = entry.code()
    entry.claim(f"source.{id_}")
    source = Source(
        id=id_,
        title=entry.string("title"),
        address=entry.string("address"),
        read_on=entry.day("read_on"),
        apparent_date=entry.string("apparent_date"),
    )
    entry.close()
    return source
