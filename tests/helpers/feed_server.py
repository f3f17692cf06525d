"""A real web server on this machine that serves a feed, well or badly, as a test wants."""

from __future__ import annotations

import gzip
import json
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.helpers.threads import begin

NOW = datetime(2026, 11, 28)
LIFE = timedelta(days=18_250)


@dataclass(frozen=True)
class Answer:
    """What the server says once; `length` where it lies about its own."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass(frozen=True)
class Drip:
    """An answer that comes byte by byte and never ends."""


@dataclass(frozen=True)
class Silence:
    """No answer at all."""


Said = Answer | Drip | Silence


class FeedServer:
    """Answers each path with the next of its answers, the last one for ever; what it was asked stands in `asked`."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Said]] = {}
        self.otherwise: Callable[[str], Said] = lambda _: Answer(b"not here", 404)
        self.asked: list[str] = []
        self.closing = Event()
        self.base = ""

    def say(self, path: str, *answers: Said) -> None:
        """Answer a path so from now on."""
        self.answers[path] = list(answers)

    def give(self, path: str, document: Any, **headers: str) -> None:
        """Answer a path with JSON."""
        self.say(path, Answer(json.dumps(document).encode(), headers=headers))

    def pages(self, *pages: Sequence[Any], **about: Any) -> None:
        """Serve these records as the pages of a feed; `about` changes what each page says of itself."""
        for number, records in enumerate(pages, 1):
            self.give(f"/services?page={number}", page(records, number, len(pages), sum(map(len, pages))) | about)

    def next(self, path: str) -> Said:
        self.asked.append(path)
        waiting = self.answers.get(path)
        if not waiting:
            return self.otherwise(path)
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


def page(records: Sequence[Any], number: int, of: int, total: int) -> dict[str, Any]:
    """Return a page as HSDS 3.0 has it."""
    return {
        "total_items": total,
        "total_pages": of,
        "page_number": number,
        "size": len(records),
        "first_page": number == 1,
        "last_page": number == of,
        "empty": not records,
        "contents": list(records),
    }


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[FeedServer]:
    """Serve on a port of this machine; over https with a certificate."""
    said = FeedServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _answer(self, said)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Somebody hung up: that is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    said.base = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    begin(thread)
    try:
        yield said
    finally:
        said.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, server: FeedServer) -> None:
    answer = server.next(handler.path)
    handler.close_connection = True
    if isinstance(answer, Silence):
        server.closing.wait(10)
        return
    if isinstance(answer, Drip):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not server.closing.wait(0.01):
            handler.wfile.write(b" ")
        return
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
    handler.end_headers()
    handler.wfile.write(answer.body)


def packed(body: bytes) -> Answer:
    """Return an answer that comes compressed."""
    return Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})


def certificate(path: Path) -> Path:
    """Write a key and a certificate for this machine, signed by nobody else."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(NOW - LIFE).not_valid_after(NOW + LIFE)
    made = builder.add_extension(here, critical=False).sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path
