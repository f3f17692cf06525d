"""The web: one document fetched from an https address, whatever the server does, or one sentence that says why not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPException
from threading import Event
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Timeout, exceptions
from urllib3.util import Retry

from kiosk import __version__
from kiosk.content.open_referral.endpoint import is_here, unsafe
from kiosk.content.open_referral.limits import LIMITS, MEGABYTE, Limits
from kiosk.content.open_referral.within import within
from kiosk.errors import ContentError

_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"send-kiosk/{__version__}",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 500, 502, 503, 504)
_CHUNK = 2**16


class _FailureError(Exception):
    """Why there is no document; how often it may be asked for in all, and after how many seconds."""

    def __init__(self, sentence: str, tries: int = 1, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.tries = tries
        self.wait = wait


class NotThereError(ContentError):
    """The server says that there is nothing at this address."""


class Web:
    """Fetches documents. `wait` and `clock` are those of the time module; `say` is told of every wait."""

    def __init__(
        self,
        limits: Limits = LIMITS,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._limits = limits
        self._wait = wait
        self._clock = clock
        self._say = say
        self._end = clock() + limits.run
        self._received = 0
        self._pools: dict[str, PoolManager] = {}

    def document(self, address: str) -> bytes:
        """Return the document at an address that may be asked. A busy server is asked again, a little later each time.

        Raises NotThereError where there is none, ContentError where it cannot be had.
        """
        tried = 1
        while True:
            try:
                return self._counted(self._in_time(address))
            except _FailureError as failure:
                if tried >= failure.tries:
                    later = " Try again later, or ask whoever runs it." if tried > 1 else ""
                    raise ContentError(f"{address} {failure}{later}") from failure
                self._pause(address, failure, tried)
                tried += 1

    def _counted(self, body: bytes) -> bytes:
        self._received += len(body)
        if self._received > self._limits.all_bytes:
            raise ContentError(f"The feed is larger than {self._limits.all_bytes / MEGABYTE:g} MB. Ask for less of it.")
        return body

    def _pause(self, address: str, failure: _FailureError, tried: int) -> None:
        """Wait before asking again, as long as the server wishes; else twice as long each time."""
        seconds = self._limits.first_wait * 2 ** (tried - 1) if failure.wait is None else failure.wait
        if seconds > min(self._limits.longest_wait, self._left()):
            raise ContentError(f"{address} {failure} It asks us to wait {seconds:.0f} seconds. Try again later.")
        self._say(f"{address} {failure} Asking again in {seconds:.0f} s ({tried + 1} of {failure.tries}).")
        self._wait(seconds)

    def _left(self) -> float:
        return self._end - self._clock()

    def _in_time(self, address: str) -> bytes:
        """Ask once, for as long as a page may take and there is time for at all."""
        self._expect_time()
        late = Event()
        try:
            return within(min(self._limits.page, self._left()), lambda: self._followed(address, late))
        except TimeoutError as error:
            late.set()
            self._pools = {}  # the connection that hangs stays with whoever waits for it
            self._expect_time()
            sentence = f"did not come whole within {self._limits.page:g} seconds."
            raise _FailureError(sentence, self._limits.patience) from error

    def _expect_time(self) -> None:
        if self._left() <= 0:
            raise ContentError(f"All together took longer than {self._limits.run / 60:.0f} minutes. Try again later.")

    def _followed(self, address: str, late: Event) -> bytes:
        """Ask, and follow redirects to where we may go."""
        asked = address
        for _ in range(self._limits.redirects + 1):
            with _told(asked, self._limits), self._answer(asked) as answer:
                if answer.status not in _REDIRECTS:
                    _expect_ok(answer, asked, self._limits)
                    return self._body(answer, late)
                asked = _redirect(asked, answer.headers.get("Location", ""))
        raise _FailureError(f"sends us from page to page more than {self._limits.redirects} times.")

    @contextmanager
    def _answer(self, address: str) -> Iterator[BaseHTTPResponse]:
        timeout = Timeout(connect=self._limits.connect, read=self._limits.read)
        pool = self._pool(address)
        answer = pool.request("GET", address, retries=False, redirect=False, preload_content=False, timeout=timeout)
        try:
            yield answer
        finally:
            answer.close()

    def _pool(self, address: str) -> PoolManager:
        """Return what connects us; in a council that is often through the proxy that the system names."""
        parts = urlsplit(address)
        direct = is_here(parts.hostname or "") or proxy_bypass(parts.netloc)
        proxy = "" if direct else getproxies().get(parts.scheme, "")
        if proxy not in self._pools:
            made = ProxyManager(proxy, headers=_HEADERS) if proxy else PoolManager(headers=_HEADERS)
            self._pools[proxy] = made
        return self._pools[proxy]

    def _body(self, answer: BaseHTTPResponse, late: Event) -> bytes:
        body = bytearray()
        for part in answer.stream(_CHUNK, decode_content=True):
            body += part
            if len(body) > self._limits.page_bytes or late.is_set():
                megabytes = self._limits.page_bytes / MEGABYTE
                raise _FailureError(f"sends more than {megabytes:g} MB, which is no page of a feed.")
        return bytes(body)


def _expect_ok(answer: BaseHTTPResponse, asked: str, limits: Limits) -> None:
    status = answer.status
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise NotThereError(f"{asked} is not there ({status}). Check the address: a feed ends in …/services.")
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise _FailureError(f"does not let us in ({status}). Ask whoever runs it: a feed has to be open to all.")
    if status in _BUSY:
        wait = _asked_wait(answer)
        raise _FailureError(f"is busy or broken just now ({status} {_phrase(status)}).", limits.tries, wait)
    if status != HTTPStatus.OK:
        raise _FailureError(f"does not give us the feed: it answers {status} {_phrase(status)}.")


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in list(HTTPStatus) else "of a kind that nobody knows"


def _asked_wait(answer: BaseHTTPResponse) -> float | None:
    """Return the seconds that a server asks us to wait, whether it gives them or a time; None where it does not."""
    try:
        return Retry().get_retry_after(answer)
    except (exceptions.InvalidHeader, ValueError, OverflowError):
        return None


def _redirect(address: str, location: str) -> str:
    """Return where a redirect leads, if we may go there."""
    try:
        target = urljoin(address, location)
    except ValueError:
        target = location
    reason = "it does not say where" if not location else unsafe(target)
    if not reason and target.startswith("http:") and address.startswith("https:"):
        reason = "it is not https"
    if reason:
        raise _FailureError(f"sends us on to {_shown(location) or 'nowhere'}, where we do not go: {reason}.")
    return target


def _shown(location: str) -> str:
    return "".join(letter for letter in location[:200] if letter.isprintable())


@contextmanager
def _told(address: str, limits: Limits) -> Iterator[None]:
    """Say in a sentence what went wrong below."""
    host = urlsplit(address).netloc
    try:
        yield
    except exceptions.ProxyError as error:
        raise _FailureError("cannot be reached: the proxy of this network does not let us through.") from error
    except exceptions.NameResolutionError as error:
        raise _FailureError(f"cannot be reached: there is no server “{host}”, or no network here.") from error
    except exceptions.SSLError as error:
        raise _FailureError(f"cannot be trusted: “{host}” does not prove who it is ({_cause(error)}).") from error
    except exceptions.ConnectTimeoutError as error:  # a refusal is one too
        raise _FailureError(f"cannot be reached: “{host}” does not answer, or refuses.") from error
    except exceptions.ReadTimeoutError as error:
        raise _FailureError(f"sent nothing for {limits.read:g} seconds.", limits.patience) from error
    except exceptions.DecodeError as error:
        raise _FailureError("is packed in a way that cannot be unpacked.", limits.patience) from error
    except exceptions.ProtocolError as error:
        raise _FailureError("broke off before all of it was here.", limits.tries) from error
    except (exceptions.HTTPError, HTTPException, OSError, ValueError) as error:
        raise _FailureError(f"cannot be fetched ({_cause(error)}).") from error


def _cause(error: BaseException) -> str:
    """Return what lies at the bottom, as short as it can be said."""
    reason = getattr(error, "verify_message", "") or getattr(error, "reason", "")
    inner = next((each for each in error.args if isinstance(each, BaseException)), None)
    if inner is not None:
        return _cause(inner)
    return str(reason or str(error) or type(error).__name__).strip(".")
