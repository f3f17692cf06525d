"""The web server: nginx with the very file that publishers copy, or Python's own where there is no nginx."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kiosk import paths
from tests.fleet.chain import Chain
from tests.helpers.threads import begin

PUBLISHED = paths.ROOT / "packaging" / "nginx.conf"
"""What publishers copy."""
DEBIANS_NGINX = "/usr/sbin/nginx"
READY = 20.0
"""Seconds that a server may take to answer, or to stop."""
HOST = "127.0.0.1"
FRAME = """
daemon off;
{user}worker_processes auto;
worker_rlimit_nofile 16384;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 8192; }}
http {{
    log_format fleet "$msec $uri $status $request_length $bytes_sent $connection $connection_requests $ssl_protocol";
    access_log {folder}/access.log fleet;
    {temporary}
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Request:
    """One request as the server has it in its log; bytes are those of HTTP, without TLS and TCP."""

    path: str
    status: int
    received: int
    sent: int
    connection: int


class Server(ABC):
    """A web server on this machine, with one central folder."""

    name: str
    plain: str
    """Its address without TLS."""
    secure: str
    """Its address with TLS; empty for none."""

    @property
    def address(self) -> str:
        """Its best address."""
        return self.secure or self.plain

    @abstractmethod
    def start(self) -> None:
        """Start, and return when it answers."""

    @abstractmethod
    def stop(self) -> None:
        """Stop at once, in the middle of answers too. It may be stopped already."""

    @abstractmethod
    def requests(self) -> list[Request]:
        """Return what it has answered since this was asked last."""

    def cpu_seconds(self) -> float:
        """Return the processor time of all its processes; 0 where that cannot be told from ours."""
        return 0.0


def found_nginx() -> str:
    """Return the nginx of this machine; empty for none."""
    return shutil.which("nginx") or (DEBIANS_NGINX if Path(DEBIANS_NGINX).is_file() else "")


@contextmanager
def served(central: Path, folder: Path, chain: Chain | None) -> Iterator[Server]:
    """Serve a central folder, by nginx if it is there and there is a chain for it; stop whatever happens."""
    folder.mkdir(parents=True, exist_ok=True)
    program = found_nginx()
    server = Nginx(program, central, folder, chain) if program and chain else PythonServer(central)
    try:
        server.start()
        yield server
    finally:
        server.stop()


class Nginx(Server):
    """nginx in the foreground, its settings, logs and everything else in a folder of ours."""

    def __init__(self, program: str, central: Path, folder: Path, chain: Chain) -> None:
        self._program, self._folder = program, folder
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._spent = 0.0
        secure, plain = _free_ports(2)
        self.name = _version(program)
        self.secure, self.plain = f"https://{HOST}:{secure}", f"http://{HOST}:{plain}"
        (folder / "site.conf").write_text(site(central, chain, secure, plain), encoding="utf-8")
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
        user = f"user {pwd.getpwuid(0).pw_name};\n" if os.getuid() == 0 else ""
        (folder / "nginx.conf").write_text(FRAME.format(user=user, folder=folder, temporary=temporary))

    def start(self) -> None:
        line = [self._program, "-p", str(self._folder), "-e", f"{self._folder}/error.log", "-c", "nginx.conf"]
        self._process = subprocess.Popen([*_ends_with_us(), *line], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self._wait(self._process)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + READY
        while time.monotonic() < until and process.poll() is None:
            try:
                socket.create_connection((HOST, int(self.plain.rpartition(":")[2])), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"The web server does not start. It says: {self.complaints()}")

    def stop(self) -> None:
        if self._process is None:
            return
        self._spent = self.cpu_seconds()
        process, self._process = self._process, None
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(READY)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def requests(self) -> list[Request]:
        with (self._folder / "access.log").open("rb") as log:
            log.seek(self._read)
            lines = log.read()
        whole = lines[: lines.rfind(b"\n") + 1]
        self._read += len(whole)
        return [_request(line) for line in whole.decode().splitlines()]

    def complaints(self) -> str:
        """Return what it has written to its log of errors."""
        log = self._folder / "error.log"
        return log.read_text(encoding="utf-8") if log.is_file() else ""

    def cpu_seconds(self) -> float:
        return self._spent + (_cpu_of(self._process.pid) if self._process else 0.0)


class PythonServer(Server):
    """Python's own server, without TLS: enough to see that kiosks are right, not to measure how fast one serves."""

    name = "Python's http.server"
    secure = ""

    def __init__(self, central: Path) -> None:
        self._central = central
        [self._port] = _free_ports(1)
        self.plain = f"http://{HOST}:{self._port}"
        self._answered: list[Request] = []
        self._server: ThreadingHTTPServer | None = None

    def start(self) -> None:
        handler = partial(_Handler, self._answered, directory=str(self._central))
        self._server = _Quiet((HOST, self._port), handler)
        begin(threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True))

    def stop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()

    def requests(self) -> list[Request]:
        answered = self._answered[:]
        del self._answered[: len(answered)]
        return answered


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a kiosk that went away."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, answered: list[Request], *args: object, **more: object) -> None:
        self._answered = answered
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self._answered.append(Request(self.path, int(code), 0, 0, self.client_address[1]))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def site(central: Path, chain: Chain, secure: int, plain: int) -> str:
    """Return what publishers copy, with nothing changed but ports, folder and certificate; and one port without TLS."""
    text = PUBLISHED.read_text(encoding="utf-8")
    for written, here in (
        ("listen 443 ssl;", f"listen {HOST}:{secure} ssl backlog=4096; listen {HOST}:{plain} backlog=4096;"),
        ("    listen [::]:443 ssl;\n", ""),
        ("/srv/send-kiosk/central", str(central)),
        ("/etc/ssl/content.example.org/chain.pem", str(chain.served)),
        ("/etc/ssl/content.example.org/key.pem", str(chain.key)),
    ):
        if text.count(written) != 1:
            raise ValueError(f"{PUBLISHED} does not have exactly one “{written.strip()}”.")
        text = text.replace(written, here)
    return text


def _ends_with_us() -> Sequence[str]:
    """Return what stands before a command so that it ends when we are killed, where the system has that."""
    program = shutil.which("setpriv")
    return [program, "--pdeathsig", "TERM"] if program else []


def _request(line: str) -> Request:
    _, path, status, received, sent, connection, *_ = line.split(" ")
    return Request(path, int(status), int(received), int(sent), int(connection))


def _version(program: str) -> str:
    said = subprocess.run([program, "-v"], check=True, text=True, capture_output=True).stderr
    return re.sub(r".*: |/", lambda found: " " if found.group() == "/" else "", said).strip()


def _free_ports(count: int) -> Sequence[int]:
    with_ports = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in with_ports]
    for each in with_ports:
        each.close()
    return ports


def _cpu_of(pid: int) -> float:
    """Return the seconds that a process and those below it have spent so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split(" ")
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(_cpu_of(int(child)) for child in below)
