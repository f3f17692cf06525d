"""A light client: a new connection and a request as a look makes them, and none of a kiosk's own work.

A real look costs the machine that makes it ten times what it costs the server: kiosks on the server's own machine would
only show how fast kiosks are.
"""

from __future__ import annotations

import socket
import ssl
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

ASKED = "GET /metadata/timestamp.json HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: identity\r\nUser-Agent: {}\r\n\r\n"
AGENT = "send-kiosk python-tuf/7.0.0"


def ask_often(address: str, until: float, trusted: Path | None) -> int:
    """Ask for the timestamp, each time over a new connection, until a moment of the real clock; return how often."""
    parts = urlsplit(address)
    context = ssl.create_default_context(cafile=trusted) if parts.scheme == "https" else None
    asked = ASKED.format(parts.netloc, AGENT).encode()
    times = 0
    while monotonic() < until:
        _ask(parts.hostname or "", parts.port or 0, context, asked)
        times += 1
    return times


def _ask(host: str, port: int, context: ssl.SSLContext | None, asked: bytes) -> None:
    with socket.create_connection((host, port), 20) as bare:
        # As urllib3 has it: else the question waits until the server has acknowledged the end of the handshake.
        bare.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = context.wrap_socket(bare, server_hostname=host) if context else bare
        with connection:
            connection.sendall(asked)
            answer = b""
            while not _is_whole(answer):
                piece = connection.recv(65536)
                if not piece:
                    raise OSError("the server broke off")
                answer += piece


def _is_whole(answer: bytes) -> bool:
    """Say whether all of an answer is here, by the length in its head."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    return bool(lengths) and len(body) >= int(lengths[0])
