"""A web server on this machine that serves a folder, keeps what it was asked for, and misbehaves where a test wants.

    with Web() as web:
        web.folder = central.folder
        machine.refresh(web.address)
        assert web.asked == ["/metadata/2.root.json", …]
        web.answers["/metadata/timestamp.json"] = drip(b"HTTP/1.1 200 OK")

An answer is a function of the request; it may write anything to `request.wfile`.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import urlsplit

from tests.helpers.threads import begin

LONG_ENOUGH = 30
"""Seconds that an answer which never ends waits at most, should a test forget it."""


class Request(BaseHTTPRequestHandler):
    """One request, and what may be answered to it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes, and the second would wait for word of the first
    server: _Server

    def do_GET(self) -> None:
        web = self.server.web
        web.asked.append(self.path)
        answer = web.answers.get(self.path, web.answers.get("*"))
        if answer is not None:
            self.close_connection = True
            answer(self)
            return
        path = web.folder / urlsplit(self.path).path.lstrip("/")  # a proxy is asked for a whole address
        self.say(path.read_bytes() if path.is_file() else None)

    def say(self, body: bytes | None) -> None:
        """Answer with a body; with None, that there is nothing."""
        self.send_response(HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK)
        self.send_header("Content-Length", str(len(body or b"")))
        if self.close_connection:  # or the next question might come just as it is closed
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body or b"")

    def write(self, data: bytes) -> bool:
        """Write something at once; say whether anybody still listens."""
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:
            return False
        return not self.server.web.over.is_set()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


Answer = Callable[[Request], None]


class Web:
    """The server; `asked` are the paths that it was asked for, `answers` what it says instead of a file."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.folder = Path("nowhere")
        self.asked: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.over = Event()
        self._server = _Server(self)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._scheme = "https" if tls else "http"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def address(self) -> str:
        """Where it is."""
        return f"{self._scheme}://localhost:{self._server.server_port}"

    def __enter__(self) -> Self:
        begin(self._thread)
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.hang_up()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that it can be waited for

    def __init__(self, web: Web) -> None:
        self.web = web
        self._connections: list[socket.socket] = []
        super().__init__(("127.0.0.1", 0), Request)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self._connections.append(connection)
        return connection, address

    def hang_up(self) -> None:
        """End every connection: one that is kept open would be waited for."""
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: whoever asked has gone."""


def status(code: int, **headers: str) -> Answer:
    """Answer with a status and nothing else."""

    def answer(request: Request) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", "0")
        request.send_header("Connection", "close")
        request.end_headers()

    return answer


def body(data: bytes) -> Answer:
    """Answer with a body, whatever was asked for."""
    return lambda request: request.say(data)


def endless(head: bytes = b"HTTP/1.1 200 OK\r\n\r\n", piece: bytes = bytes(1 << 16)) -> Answer:
    """Answer as fast as anybody listens, and never end."""

    def answer(request: Request) -> None:
        request.write(head)
        while request.write(piece):
            pass

    return answer


def drip(head: bytes, drop: bytes, every: float) -> Answer:
    """Answer with a drop now and then, and never end; `every` are seconds."""

    def answer(request: Request) -> None:
        request.write(head)
        while request.write(drop):
            request.server.web.over.wait(every)

    return answer


def silence(head: bytes = b"") -> Answer:
    """Say the beginning of an answer, and then nothing."""

    def answer(request: Request) -> None:
        request.write(head)
        request.server.web.over.wait(LONG_ENOUGH)

    return answer


def says(data: bytes = b"") -> Answer:
    """Say this and nothing more, and close the connection."""

    def answer(request: Request) -> None:
        request.write(data)

    return answer
