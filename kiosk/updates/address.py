"""The address of a central folder on the web."""

from __future__ import annotations

from urllib.parse import urlsplit

from kiosk.errors import UpdateError

_AT_HOME = ("localhost", "127.0.0.1", "::1")
"""Only on the machine itself may the web be without https."""


def web_address(written: str) -> str:
    """Return the address that somebody wrote, as the names of files follow it. Raises UpdateError for what is none."""
    if not _is_plain(written):
        raise UpdateError(
            f"{written} is not a web address of a central folder. It looks like https://example.org/send."
        )
    if not is_safe(written):
        raise UpdateError(f"{written} is not safe: an address begins with https://.")
    return written.rstrip("/")


def is_safe(address: str) -> bool:
    """Say whether nobody on the way can read or change what comes from a web address."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _AT_HOME)


def _is_plain(address: str) -> bool:
    """Say whether it names a server and a folder there, and nothing besides: no password, no question."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("https", "http")
        and bool(host)
        and "@" not in parts.netloc
        and not parts.query + parts.fragment
    )
