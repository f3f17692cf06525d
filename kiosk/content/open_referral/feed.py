"""A live feed: its pages fetched one after the other and kept as they come, and its records in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from kiosk.content.open_referral.document import parsed
from kiosk.content.open_referral.endpoint import Endpoint
from kiosk.content.open_referral.kept_pages import KeptPages
from kiosk.content.open_referral.limits import LIMITS, Limits
from kiosk.content.open_referral.page import Page, page, shortfall
from kiosk.content.open_referral.web import NotThereError, Web
from kiosk.errors import ContentError


class Feed:
    """The services of a feed on the web. `say` is told how far it has come; `notes` tells what was odd about it all."""

    def __init__(
        self,
        endpoint: Endpoint,
        web: Web,
        kept: KeptPages,
        limits: Limits = LIMITS,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.name = urlsplit(endpoint.address).netloc
        self.notes: list[str] = []
        self._endpoint = endpoint
        self._web = web
        self._kept = kept
        self._limits = limits
        self._say = say

    def pages(self) -> tuple[Page, ...]:
        """Return every page; raise ContentError where one cannot be had, or where there is no end to them."""
        first = self._first()
        found = [first]
        seen = set(_ids(first))
        self._progress(found)
        while not found[-1].last:
            following = self._page(len(found) + 1)
            new = set(_ids(following)) - seen
            if following.records and not new:
                self._expect_no_more(found[-1], following)
                break
            seen |= new
            found.append(following)
            self._progress(found)
        self._note_changes(found)
        return tuple(found)

    def full(self, id_: str) -> Any:
        """Return the full record of a service as it came; None where the feed does not give it.

        Raises ContentError where it cannot be had.
        """
        address = self._endpoint.record(id_)
        self._say(f"Service {id_} in full.")
        try:
            records = page(self._document(address), "", address).records
        except NotThereError:
            return None
        return records[0] if len(records) == 1 else None

    def address(self, id_: str) -> str:
        """Return the address of a service on the web."""
        return self._endpoint.record(id_)

    def done(self) -> None:
        """Throw away the pages that were kept for a second try."""
        self._kept.remove()

    def _first(self) -> Page:
        """Fetch the first page, and go on with the pages kept if it is still the one that they followed."""
        address = self._endpoint.page(1)
        kept = self._kept.get(address)
        document = parsed(self._web.document(address), address)
        first = self._made(1, document)
        if kept is not None and self._made(1, kept) != first:
            self._say("The feed has changed since its pages were kept. Beginning anew.")
            self._kept.forget()
        elif kept is not None:
            self._say(f"Going on with {len(self._kept)} pages and records kept from the last time.")
        if self._kept.get(address) is None:
            self._kept.keep(address, document)
        return first

    def _page(self, number: int) -> Page:
        if number > self._limits.pages:
            raise ContentError(f"{self.name} has no end: more than {self._limits.pages} pages. Ask whoever runs it.")
        return self._made(number, self._document(self._endpoint.page(number)))

    def _document(self, address: str) -> Any:
        kept = self._kept.get(address)
        if kept is not None:
            return kept
        document = parsed(self._web.document(address), address)
        self._kept.keep(address, document)
        return document

    def _made(self, number: int, document: Any) -> Page:
        address = self._endpoint.page(number)
        alone = self._endpoint.document or isinstance(document, list)
        made = page(document, "" if alone else f"page {number}", address)
        return Page("", made.records, last=True) if self._endpoint.document else made

    def _expect_no_more(self, before: Page, repeated: Page) -> None:
        """A feed that does not say where it ends may give what it gave before; one that promised more may not."""
        if before.last is False or repeated.last is False:
            message = f"{self.name} goes round in circles: {repeated.name} holds only services that came before."
            raise ContentError(f"{message} Save its pages as files, and import those.")

    def _progress(self, found: list[Page]) -> None:
        count = sum(len(each.records) for each in found)
        if count > self._limits.records:
            raise ContentError(f"{self.name} holds more than {self._limits.records} services. Ask for fewer of them.")
        of = f" of {found[0].total_pages}" if found[0].total_pages else ""
        self._say(f"Page {len(found)}{of}: {count} services so far.")

    def _note_changes(self, found: list[Page]) -> None:
        said = {(each.total_pages, each.total_items) for each in found}
        if len(said) > 1:
            self.notes.append("The feed changed while it was read: a service may be missing. Import it once more.")
        elif missing := shortfall(found):
            self.notes.append(missing)


def _ids(page_: Page) -> Iterator[str]:
    """Yield what tells records apart."""
    for record in page_.records:
        yield str(record.get("id")) if isinstance(record, dict) else repr(record)
