"""A meter between a kiosk and the server: what one look takes on the line, to the byte.

It passes every byte on in both ways, with segments as long as those of a line with the usual 1,500 bytes a packet, and
counts: bytes by itself, packets by asking the kernel (TCP_INFO) for those of the connection to the kiosk.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from tests.helpers.threads import begin

HEADERS = 20 + 20 + 12
"""Bytes before the payload of each packet: IPv4, TCP, and the time stamps that all systems send."""
LONGEST_SEGMENT = 1460
UNCOUNTED = 4
"""Packets that the kernel counts for no connection: two when it is made, two when it is closed."""
_SEGMENTS = struct.Struct("2I")
_SEGMENTS_AT = 136
"""Where `struct tcp_info` has the number of segments sent, and received (linux/tcp.h, since Linux 4.2)."""
PIECE = 1 << 16
SILENCE = 30.0
"""Seconds after which a connection on which nothing comes is ended."""


@dataclass(frozen=True)
class Counted:
    """One connection: bytes that TCP carried to the server and to the kiosk, and packets of both ways together."""

    sent: int
    received: int
    packets: int

    @property
    def on_the_line(self) -> int:
        """Bytes of all packets, with their headers."""
        return self.sent + self.received + HEADERS * self.packets


class Meter:
    """What was counted, connection by connection."""

    def __init__(self, listener: socket.socket, server: int) -> None:
        self._listener, self._server = listener, server
        self._counted: list[Counted] = []
        self._threads: list[threading.Thread] = []

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def counted(self) -> Sequence[Counted]:
        """Return what was counted since this was asked last; connections that are open still are waited for."""
        for thread in self._threads:
            thread.join()
        self._threads = []
        counted, self._counted = self._counted, []
        return counted

    def accept(self) -> None:
        """Pass on one connection after another until the listener is closed."""
        with suppress(OSError):
            while True:
                kiosk, _ = self._listener.accept()
                thread = threading.Thread(target=self._pass_on, args=(kiosk,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, kiosk: socket.socket) -> None:
        with kiosk, socket.create_connection(("127.0.0.1", self._server)) as server:
            for each in (kiosk, server):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                each.settimeout(SILENCE)
            sent: list[int] = []
            up = threading.Thread(target=lambda: sent.append(_pump(kiosk, server)), daemon=True)
            up.start()
            received = _pump(server, kiosk)
            up.join()
            out, came = _SEGMENTS.unpack(kiosk.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 144)[_SEGMENTS_AT:])
        self._counted.append(Counted(sent[0], received, out + came + UNCOUNTED))


@contextmanager
def metered(server: int) -> Iterator[Meter]:
    """Stand before the server at a port of this machine."""
    with socket.socket() as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, LONGEST_SEGMENT)
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        meter = Meter(listener, server)
        begin(threading.Thread(target=meter.accept, daemon=True))
        try:
            yield meter
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)


def _pump(source: socket.socket, target: socket.socket) -> int:
    """Pass on all that comes; return how many bytes came."""
    passed = 0
    with suppress(OSError):  # either end may break off
        while piece := source.recv(PIECE):
            target.sendall(piece)
            passed += len(piece)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
    return passed
