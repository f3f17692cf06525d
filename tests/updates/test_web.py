"""A central folder on the web: whom a kiosk believes to be the server, and what it says of one that is not there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.refresh import Result
from tests.helpers.central import NOW, Central
from tests.helpers.certificates import certificate, serving
from tests.helpers.machine import Machine
from tests.helpers.refusals import refused
from tests.helpers.web import Request, Web
from tests.updates.samples import SECOND, publish

UNTRUSTED = "{} cannot prove who it is: {}. Look at the address and at this machine’s clock; else ask whoever runs it."


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port at which nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


def test_a_server_that_this_machine_trusts(
    central: Central, machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_proxies: None
) -> None:
    publish(central, SECOND)
    known, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(known))
    with Web(serving(known, key)) as web:
        web.folder = central.folder
        assert machine.refresh(web.address).result is Result.NEW
    assert machine.starts() == SECOND


@pytest.mark.parametrize(
    ("host", "age", "trusted", "why"),
    [
        ("localhost", timedelta(hours=1), False, "self-signed certificate"),
        ("localhost", timedelta(days=3), True, "certificate has expired"),
        ("localhost", timedelta(days=-3), True, "certificate is not yet valid"),
        ("example.org", timedelta(hours=1), True, "Hostname mismatch, certificate is not valid for 'localhost'"),
    ],
)
def test_a_server_that_is_not_who_it_should_be(
    host: str,
    age: timedelta,
    trusted: bool,
    why: str,
    central: Central,
    machine: Machine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_proxies: None,
) -> None:
    publish(central, SECOND)
    known, key = certificate(tmp_path, host, age)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(known))
    with Web(serving(known, key)) as web:
        web.folder = central.folder
        assert refused(machine, web.address) == UNTRUSTED.format(web.address, why)
        assert web.asked == []


def test_nobody_listens(machine: Machine, free_port: int, no_proxies: None) -> None:
    for scheme in ("http", "https"):
        address = f"{scheme}://localhost:{free_port}"
        assert refused(machine, address) == f"{address} cannot be reached or read: Connection refused."


def test_a_server_without_https(machine: Machine, web: Web) -> None:
    """The address says https, and the server knows none."""
    address = web.address.replace("http", "https")
    said = refused(machine, address)
    assert said.startswith(f"{address} cannot be reached or read: its https does not work (")


def test_a_name_that_nobody_has(machine: Machine, no_proxies: None) -> None:
    """As RFC 6761 has it, there is no name in .invalid; how the system says so is its own."""
    address = "https://kiosk.invalid/send"
    assert refused(machine, address).startswith(f"{address} cannot be reached or read: ")


def test_a_proxy_of_the_council_is_asked(
    central: Central, machine: Machine, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands between, and the address that it is asked for is the whole one."""
    monkeypatch.setenv("http_proxy", web.address)
    web.folder = central.folder
    assert machine.refresh("http://127.0.0.1").result is Result.SAME
    assert web.asked == ["http://127.0.0.1/metadata/timestamp.json"]


# What is asked for ---------------------------------------------------------------------------------------------------

TIMESTAMP = "/metadata/timestamp.json"


def test_while_nothing_changes_the_timestamp_is_asked_for_and_nothing_else(
    central: Central, machine: Machine, web: Web
) -> None:
    web.folder = central.folder
    for _ in range(3):
        assert machine.refresh(web.address).result is Result.SAME
    assert web.asked == [TIMESTAMP] * 3


def test_a_renewed_timestamp_costs_two_more(central: Central, machine: Machine, web: Web) -> None:
    """It refers to what is known already; whether there is a new root has to be asked."""
    web.folder = central.folder
    central.renew()
    assert machine.refresh(web.address).result is Result.SAME
    assert web.asked == [TIMESTAMP, "/metadata/2.root.json", TIMESTAMP]
    web.asked.clear()
    machine.refresh(web.address)
    assert web.asked == [TIMESTAMP]


def test_new_content_costs_each_file_once(central: Central, machine: Machine, web: Web) -> None:
    web.folder = central.folder
    central.rotate("root")
    publish(central, SECOND)
    machine.refresh(web.address)
    new = [f"/{name}" for name in (central.name("snapshot"), central.name("targets"), central.content_name())]
    assert web.asked == [TIMESTAMP, "/metadata/2.root.json", "/metadata/3.root.json", TIMESTAMP, *new]


def test_a_timestamp_that_has_run_out_is_not_believed_unchanged(central: Central, machine: Machine, web: Web) -> None:
    """Whoever still shows the same one may hold back all that came since: a full look finds that it is too old."""
    web.folder = central.folder
    machine.clock = NOW + timedelta(days=36)
    assert "has run out by 3 January 2027" in refused(machine, web.address)
    assert web.asked == ["/metadata/2.root.json", TIMESTAMP, f"/{central.name('snapshot')}"]


def test_after_a_look_that_failed_all_is_looked_at_again(central: Central, machine: Machine, web: Web) -> None:
    """The timestamp is known by then, and the content that it came with is not."""
    web.folder = central.folder
    publish(central, SECOND)
    lost = central.path(central.content_name())
    lost.rename(lost.with_name("lost"))
    refused(machine, web.address)
    lost.with_name("lost").rename(lost)
    web.asked.clear()
    assert machine.refresh(web.address).result is Result.NEW
    assert web.asked == ["/metadata/2.root.json", TIMESTAMP, f"/{central.content_name()}"]


def test_nothing_is_told_to_the_server(central: Central, machine: Machine, web: Web) -> None:
    """No word about the kiosk, but the name of the program."""
    heads: list[dict[str, str]] = []
    web.folder = central.folder
    timestamp = central.path("metadata/timestamp.json").read_bytes()

    def answer(request: Request) -> None:
        heads.append(dict(request.headers))
        request.say(timestamp)

    web.answers[TIMESTAMP] = answer
    machine.refresh(web.address)
    [head] = heads
    assert {name.lower() for name in head} == {"host", "user-agent", "accept-encoding"}
    assert head["User-Agent"].startswith("send-kiosk python-tuf/")
    assert head["Accept-Encoding"] == "identity"
