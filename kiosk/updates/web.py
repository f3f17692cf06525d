"""A central folder on the web: an ordinary server or an object store, over https."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic

import urllib3
from tuf.api.exceptions import DownloadError, SlowRetrievalError
from tuf.ngclient.urllib3_fetcher import Urllib3Fetcher

GAP = 20
"""Seconds without a byte, or without an answer."""
LONGEST = 900.0
"""Seconds that one file may take: 20 MB over a poor mobile connection, and not for ever."""
PIECE = 1 << 16


class WebFetcher(Urllib3Fetcher):
    """Reads the files of a central folder on the web; a file that comes drop by drop is given up."""

    def __init__(self, longest: float = LONGEST, clock: Callable[[], float] = monotonic) -> None:
        """`longest` are the seconds that one file may take, by this clock."""
        super().__init__(socket_timeout=GAP, chunk_size=PIECE, app_user_agent="send-kiosk")
        self._longest = longest
        self._clock = clock

    def _chunks(self, response: urllib3.response.BaseHTTPResponse) -> Iterator[bytes]:
        until = self._clock() + self._longest
        try:
            # As much as there is, not a full piece: that would wait as long as a drop comes now and then.
            while piece := response.read1(PIECE):
                yield piece
                if self._clock() > until:
                    raise SlowRetrievalError(f"a file took longer than {self._longest:g} seconds")
        except urllib3.exceptions.TimeoutError as error:
            raise SlowRetrievalError(f"nothing came for {GAP} seconds") from error
        except urllib3.exceptions.HTTPError as error:
            raise DownloadError(f"the connection broke off ({error})") from error
        finally:
            response.release_conn()
