"""nginx, as the documents tell a publisher to set it up, on ports of this machine and only for as long as asked."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HOST = "127.0.0.1"
_PATIENCE = 10
_CONFIG = """
daemon off;
worker_processes 2;
worker_rlimit_nofile 16384;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 8192; }}
http {{
    log_format bytes "$status $request_length $bytes_sent $uri";
    access_log {folder}/access.log bytes buffer=64k flush=1s;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    sendfile on;
    server_tokens off;
    server {{
        listen {host}:{http};
        listen {host}:{https} ssl backlog=4096;
        ssl_certificate {folder}/cert.pem;
        ssl_certificate_key {folder}/key.pem;
        root {root};
        types {{ application/json json; }}
        default_type application/octet-stream;
        location = /metadata/timestamp.json {{ add_header Cache-Control "no-cache"; }}
        location / {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
    }}
}}
"""


class MissingError(Exception):
    """There is no nginx on this machine."""


class Nginx:
    """One nginx that serves a folder over http and https, until it is closed."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Start it. Raises MissingError where there is none, with the line that installs it."""
        program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if program is None:
            raise MissingError("There is no nginx here: sudo apt-get install --yes nginx-light")
        self._program = program
        self._folder = folder
        self.http, self.https = _port(), _port()
        self.certificate = _certificate(folder)
        config = _CONFIG.format(folder=folder, root=root, host=HOST, http=self.http, https=self.https)
        (folder / "nginx.conf").write_text(config)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        line = [self._program, "-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
        self._process = subprocess.Popen(line, stderr=subprocess.DEVNULL)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self.http)) == 0:
                    return
            time.sleep(0.01)
        raise MissingError((self._folder / "error.log").read_text())

    def stop(self) -> None:
        """Stop it."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait()

    def __enter__(self) -> Nginx:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def address(self, safe: bool) -> str:
        """Return where it is."""
        return f"https://{HOST}:{self.https}" if safe else f"http://{HOST}:{self.http}"

    def answered(self) -> list[tuple[int, int, str]]:
        """Return each answer so far: its status, the bytes both ways without TLS, and what was asked for."""
        time.sleep(1.5)  # it writes its log once a second
        lines = (line.split() for line in (self._folder / "access.log").read_text().splitlines())
        return [(int(status), int(asked) + int(sent), name) for status, asked, sent, name in lines]

    def seconds(self) -> float:
        """Return the seconds of a processor that it has used."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        ticks = 0
        for pid in (str(self._process.pid), *children):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def _port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _certificate(folder: Path) -> Path:
    """Make a certificate for this machine, which only this fleet trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, none = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, none))
    path = folder / "cert.pem"
    path.write_bytes(made.public_bytes(pem))
    return path
