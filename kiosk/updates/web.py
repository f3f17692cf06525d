"""A central folder on the web: an ordinary server or an object store, over https."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.client import HTTPException
from threading import Event, Timer
from urllib.parse import urljoin

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient.urllib3_fetcher import Urllib3Fetcher
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse, HTTPResponse

from kiosk.updates.address import is_safe

GAP = 20.0
"""Seconds without a byte, or until all of an answer's head is here."""
LONGEST = 900.0
"""Seconds that one file may take: 20 MB over a poor mobile connection, and not for ever."""
PIECE = 1 << 16
MOST_MOVES = 5
"""Times that a server may send on to another address."""

# Its log says, with a traceback, what nobody who reads the sentence needs.
logging.getLogger(urllib3.__name__).setLevel(logging.ERROR)


class WebFetcher(Urllib3Fetcher):
    """Reads the files of a central folder on the web; an answer that comes drop by drop is given up."""

    def __init__(self, gap: float = GAP, longest: float = LONGEST) -> None:
        """`gap` and `longest` are seconds, as above."""
        super().__init__(app_user_agent="send-kiosk")
        self._gap = gap
        self._longest = longest

    def _fetch(self, url: str) -> Iterator[bytes]:
        response = self._answer(url)
        if response.status >= 300:
            response.close()
            raise DownloadHTTPError(f"{url} answers {response.status}", response.status)
        return self._chunks(response)

    def _answer(self, url: str) -> BaseHTTPResponse:
        """Return an answer, wherever the server sends on to. Raises DownloadError where that is not safe."""
        for _ in range(1 + MOST_MOVES):
            response = self._ask(url)
            moved = response.get_redirect_location()
            if not moved:
                return response
            response.close()
            url = urljoin(url, moved)
            if not is_safe(url):
                raise DownloadError(f"it sends on to {url}, which is not safe")
        raise DownloadError("it sends on from address to address")

    def _ask(self, url: str) -> BaseHTTPResponse:
        parts = urllib3.util.parse_url(url)
        manager = self._proxy_env.get_pool_manager(parts.scheme, parts.host)
        manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}
        try:
            return manager.request(
                "GET",
                url,
                preload_content=False,
                decode_content=False,  # nothing else is asked for, and what is small could unfold to something huge
                redirect=False,
                retries=False,
                timeout=urllib3.Timeout(self._gap),
            )
        except urllib3.exceptions.HTTPError as error:
            if _is_slow(error):
                raise SlowRetrievalError(f"no answer within {self._gap:g} seconds") from error
            happened = _happened(error)
            if isinstance(happened, HTTPException) and not isinstance(happened, OSError):
                raise DownloadError("it gave an answer that is none of the web") from None
            raise DownloadError(f"{url} cannot be reached") from happened

    def _chunks(self, response: BaseHTTPResponse) -> Iterator[bytes]:
        with _given_up(self._longest, response.shutdown) as late:
            try:
                # As much as there is, not a full piece: that would wait as long as a drop comes now and then.
                while piece := response.read1(PIECE):
                    yield piece
            except urllib3.exceptions.HTTPError as error:
                if late.is_set() or _is_slow(error):
                    raise SlowRetrievalError(f"nothing came for {self._gap:g} seconds") from error
                raise DownloadError("the connection broke off") from None
            finally:
                response.close()
            if late.is_set():
                raise SlowRetrievalError(f"a file took longer than {self._longest:g} seconds")


def _is_slow(error: Exception) -> bool:
    """Say whether nothing came for too long; to urllib3 a name that is not known is a timeout as well."""
    return isinstance(error, urllib3.exceptions.TimeoutError) and not isinstance(
        error, urllib3.exceptions.NewConnectionError
    )


def _happened(error: Exception) -> Exception:
    """Return what happened: urllib3 may keep it beside its own words."""
    return next((each for each in error.args if isinstance(each, Exception)), error)


@contextmanager
def _given_up(seconds: float, end: Callable[[], None]) -> Iterator[Event]:
    """Call `end` from another thread if what is inside takes longer; the event says whether that has happened.

    A timeout of a socket begins anew with each byte, so it ends nothing that comes byte by byte.
    """
    late = Event()

    def give_up() -> None:
        late.set()
        with suppress(OSError, ValueError, RuntimeError):  # it has just ended by itself
            end()

    timer = Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


class _Connection(HTTPConnection):
    """A connection that waits for the whole head of an answer as long as for a byte."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3's own is
        with _given_up(float(self.timeout or GAP), partial(self.sock.shutdown, socket.SHUT_RDWR)) as late:
            try:
                response = super().getresponse()
            except (OSError, HTTPException) as error:
                if late.is_set():
                    raise TimeoutError from error
                raise
            if late.is_set():  # what there was of it, taken for all of it
                response.close()
                raise TimeoutError
            return response


class _TlsConnection(_Connection, HTTPSConnection):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _TlsConnection
