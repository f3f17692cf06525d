"""A small fleet goes through all that the large one of `make fleet` does."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import pytest

from kiosk.errors import UpdateError
from kiosk.refresh import Result
from tests.fleet.__main__ import main
from tests.fleet.chain import make_chain
from tests.fleet.field import TICK, Field, Phase, taken
from tests.fleet.light import ask_often
from tests.fleet.meter import HEADERS, UNCOUNTED, metered
from tests.fleet.paper import peaks
from tests.fleet.publisher import BEGAN, Publisher
from tests.fleet.schedule import Schedule
from tests.fleet.server import PUBLISHED, Nginx, PythonServer, Server, found_nginx, served
from tests.fleet.story import STORY, publication, switched_on_with_news
from tests.helpers.machine import Machine

KIOSKS = 20
needs_nginx = pytest.mark.skipif(not found_nginx(), reason="There is no nginx here: packaging/get-nginx installs it.")


@pytest.fixture
def without_nginx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fleet.field.found_nginx", lambda: "")
    monkeypatch.setattr("tests.fleet.server.found_nginx", lambda: "")


@pytest.fixture
def small() -> Iterator[Field]:
    with taken(KIOSKS, processes=1, bits=2048) as field:
        yield field


@needs_nginx
def test_a_small_fleet_comes_through_everything(small: Field) -> None:
    assert isinstance(small.server, Nginx)
    told = [part(small) for part in STORY]
    assert [phase.wrong for phase, _ in told] == [[]] * len(STORY)
    fetched = [figures.get("looks that fetched it") for _, figures in told]
    assert fetched == [KIOSKS, None, KIOSKS, KIOSKS + told[3][1]["held in the middle, kiosks"], KIOSKS, None]
    assert told[4][1]["failed while it was away, looks"] > 0
    assert all(figures.get("all have it, minutes", 0) <= 73 for _, figures in told)


def test_a_small_fleet_needs_no_nginx(without_nginx: None, small: Field) -> None:
    assert isinstance(small.server, PythonServer)
    told = [part(small) for part in (switched_on_with_news, publication)]
    assert [phase.wrong for phase, _ in told] == [[], []]


def test_a_kiosk_that_was_held_looks_again_when_its_turn_comes(without_nginx: None) -> None:
    """It looked before it was due, so the next look counts from then, as in a kiosk."""
    with taken(8, processes=1, bits=2048) as field:
        phase = Phase("held")
        field.publisher.issue(field.at)
        field.switch_on(within=3600)
        field.hold(phase, count=8, between=1)
        field.pass_by(phase, field.schedule.longest + TICK)
        field.prove(phase)
        assert phase.wrong == []


def test_what_is_wrong_is_told(without_nginx: None) -> None:
    """Nobody has looked; half a publication; a kiosk that shows what was not published last."""
    with taken(3, processes=1, bits=2048) as field:
        behind, half, other = Phase("behind"), Phase("half"), Phase("other")
        field.publisher.issue(field.at)
        field.prove(behind)
        assert behind.wrong == ["3 kiosks do not show the newest release, such as kiosk 0."]
        field.publisher.remove(field.publisher.name("snapshot"))
        field.switch_on(within=0)
        field.tick(half)
        assert ["lacks a file that a central folder has" in each for each in half.wrong] == [True] * 3
        shown = field.publisher.issue(field.at)
        field.publisher.issued.append("what nobody has")
        field.switch_on(within=0)
        field.tick(other)
        assert [f"shows {shown[:12]}, which is not the newest." in each for each in other.wrong] == [True] * 3


@needs_nginx
def test_the_server_says_what_may_be_kept(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "central")
    publisher.issue(0)
    publisher.write("pending/targets.json", b"{}")
    names = [*publisher.names(), "metadata/2.root.json", "pending/targets.json"]
    with served(publisher.folder, tmp_path / "web", make_chain(tmp_path, 2048)) as server:
        said = {name: _kept(server, name) for name in names}
    assert said.pop("metadata/timestamp.json") == (200, "no-cache")
    assert said.pop("metadata/2.root.json") == (404, "no-store")
    assert said.pop("pending/targets.json") == (404, None)
    assert list(said.values()) == [(200, "public, max-age=31536000, immutable")] * 4


@needs_nginx
def test_who_comes_while_too_many_download_is_sent_away_and_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who takes a large file slowly holds the only place."""
    settings = tmp_path / "nginx.conf"
    settings.write_text(PUBLISHED.read_text(encoding="utf-8").replace("downloads 500;", "downloads 1;"))
    monkeypatch.setattr("tests.fleet.server.PUBLISHED", settings)
    publisher = Publisher(tmp_path / "central")
    publisher.issue(0)
    large = f"targets/{'0' * 64}.large.db"
    publisher.write(large, bytes(20_000_000))
    machine = Machine(tmp_path / "kiosk", publisher.root, BEGAN)
    with served(publisher.folder, tmp_path / "web", make_chain(tmp_path, 2048)) as server:
        with slow_download(server.plain, large), pytest.raises(UpdateError, match="answers with error 503"):
            machine.refresh(server.plain)
        assert Result.NEW in looks(machine, server.plain)


@contextmanager
def slow_download(address: str, name: str) -> Iterator[None]:
    """Ask for a file and read no more than the beginning of it."""
    parts = urlsplit(address)
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect((parts.hostname, parts.port))
        connection.sendall(f"GET /{name} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        yield


def looks(machine: Machine, address: str) -> Iterator[Result]:
    """Look again and again: the server may need a moment to notice that somebody has gone."""
    for _ in range(100):
        with suppress(UpdateError):
            yield machine.refresh(address).result


def _kept(server: Server, name: str) -> tuple[int, str | None]:
    try:
        with urllib.request.urlopen(f"{server.plain}/{name}") as answer:
            return answer.status, answer.headers["Cache-Control"]
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Cache-Control"]


def test_bytes_and_packets_are_counted() -> None:
    """A server that sends as much as it was sent."""
    with socket.create_server(("127.0.0.1", 0)) as server, metered(server.getsockname()[1]) as meter:
        threading.Thread(target=_echo, args=(server,), daemon=True).start()
        with socket.create_connection(("127.0.0.1", meter.port)) as kiosk:
            kiosk.sendall(bytes(100_000))
            kiosk.shutdown(socket.SHUT_WR)
            came = sum(iter(lambda: len(kiosk.recv(65536)), 0))
        [counted] = meter.counted()
    assert (came, counted.sent, counted.received) == (100_000, 100_000, 100_000)
    # Each way takes 69 full segments, and an acknowledgement for two of them at most.
    assert 2 * 69 + UNCOUNTED <= counted.packets <= 4 * 69 + UNCOUNTED
    assert counted.on_the_line == 200_000 + HEADERS * counted.packets


def _echo(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        while piece := connection.recv(65536):
            connection.sendall(piece)


@needs_nginx
def test_a_light_client_makes_the_connections_it_counts(tmp_path: Path) -> None:
    publisher, chain = Publisher(tmp_path / "central"), make_chain(tmp_path, 2048)
    with served(publisher.folder, tmp_path / "web", chain) as server:
        times = ask_often(server.secure, monotonic() + 0.2, chain.root)
        server.stop()
        answered = server.requests()
    assert len({request.connection for request in answered}) == len(answered) == times > 0
    assert {(request.path, request.status) for request in answered} == {("/metadata/timestamp.json", 200)}


def test_paper_goes_by_the_schedule() -> None:
    """Without jitter nothing spreads, and kiosks that start at once look at once for ever."""
    drawn = peaks(Schedule(20, 3600, 0), kiosks=500, days=1)
    assert (drawn.start_second, drawn.start_minute, drawn.later) == (500, 500, 500)
    assert drawn.minute >= 500 / 60
    spread = peaks(Schedule(20, 3600, 0.2), kiosks=500, days=1)
    assert spread.start_second < 150
    assert spread.later < 100


@pytest.mark.parametrize("given", [["many"], ["0"], ["-5"], ["100000"], ["5", "6"], [""]])
def test_no_number_of_kiosks(given: list[str]) -> None:
    with pytest.raises(SystemExit, match="is no number of kiosks: say one from 1 to 99999, or nothing for 2000"):
        main(given)


def test_without_nginx_the_line_to_run_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.fleet.__main__.found_nginx", lambda: "")
    assert main(["20"]) == 1
    assert "apt-get install --yes --no-install-recommends nginx" in capsys.readouterr().err
