"""Endpoints: where a feed is on the web, and the addresses of its pages and records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from kiosk.errors import UsageError

SERVICES = "services"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True)
class Endpoint:
    """A feed, by the address of its list of services, which may carry a query such as `taxonomy_term_id=…`.

    `document` is true where the address is that of one JSON file, which has no pages.
    """

    address: str
    document: bool = False

    def page(self, number: int) -> str:
        """Return the address of a page, counted from 1."""
        if self.document:
            return self.address
        parts = urlsplit(self.address)
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "page"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number))])))

    def record(self, id_: str) -> str:
        """Return the address of one service; for one in a JSON file, that of the file."""
        if self.document:
            return self.address
        parts = urlsplit(self.address)
        return urlunsplit(parts._replace(path=f"{parts.path}/{quote(id_, safe='')}", query=""))


def is_address(written: str) -> bool:
    """Whether this means something on the web, and not a file."""
    return bool(_SCHEME.match(written))


def endpoint(written: str) -> Endpoint:
    """Return the feed at an address: its base, its list of services, or a JSON file.

    Raises UsageError for an address that may not be asked.
    """
    reason = unsafe(written)
    if reason:
        raise UsageError(f"{written} cannot be read: {reason}.")
    parts = urlsplit(written)._replace(fragment="")
    path = parts.path.rstrip("/")
    if path.lower().endswith(".json"):
        return Endpoint(urlunsplit(parts), document=True)
    if path.rpartition("/")[2] != SERVICES:
        path = f"{path}/{SERVICES}"
    return Endpoint(urlunsplit(parts._replace(path=path)))


def unsafe(address: str) -> str:
    """Return why an address may not be asked; empty where it may: https, or http on this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018  a wrong port is found only when it is asked for
    except ValueError:
        return "it is not a web address"
    if not parts.scheme:
        return "it has to begin with https://"
    if parts.scheme not in ("https", "http"):
        return f"“{parts.scheme}” addresses are not read, only https"
    if not host or not address.isprintable() or " " in address:
        return "it is not a web address"
    if parts.username is not None:
        return "it holds a user name; a feed has to be open to all"
    return "" if parts.scheme == "https" or is_here(host) else "it has to begin with https://"


def is_here(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
