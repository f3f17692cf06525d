"""Slow retrieval and malicious mirrors: a real web server that does what it likes, with limits of parts of a second."""

from __future__ import annotations

import gzip

import pytest

from kiosk.refresh import Result
from kiosk.updates.source import Source
from kiosk.updates.web import WebFetcher
from tests.helpers.central import Central
from tests.helpers.machine import Machine
from tests.helpers.refusals import refused
from tests.helpers.web import Answer, Web, body, drip, endless, says, silence, status
from tests.updates.attacks import DAMAGED, LACKING, NOT_THE_ONE, SLOW, TOO_LONG
from tests.updates.samples import SECOND, publish

PATIENT, IMPATIENT, DROP = 30.0, 0.05, 0.005
"""Seconds."""
OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = OK + b"Content-Length: 5000\r\n\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
PACKED = gzip.compress(bytes(10_000_000))
LOGIN = b"<!doctype html><title>Welcome to the guest network</title>"


def refusal(why: str) -> str:
    return f"{{}} cannot be reached or read: {why}."


def error(status: str) -> str:
    return f"{{}} answers with error {status}. Ask whoever runs it."


SILENT = {
    "no answer": silence(),
    "half a head": silence(OK),
    "half a body": silence(LENGTH + b"{"),
    "a head, drop by drop": drip(OK + b"X: ", b"a", DROP),
    "a head, line by line": drip(OK, b"X: a\r\n", DROP),
}
"""Answers that end at the limit for silence, and for a head."""
DRIPPING = {
    "a body, drop by drop": drip(LENGTH, b" ", DROP),
    "a body with no end, drop by drop": drip(OK + b"\r\n", b" ", DROP),
    "chunks, drop by drop": drip(CHUNKED, b"1\r\n \r\n", DROP),
    "the length of a chunk, drop by drop": drip(CHUNKED, b"0", DROP),
    "what comes after all chunks, line by line": drip(CHUNKED + b"0\r\n", b"X: a\r\n", DROP),
}
"""Answers that are never silent for long, and end at the limit for a file."""
MIRRORS: dict[str, tuple[Answer, str]] = {
    "no answer, connection closed": (says(), refusal("Remote end closed connection without response")),
    "closed within a file": (says(LENGTH + b"{"), refusal("the connection broke off")),
    "what is no web server": (
        says(b"220 mail.example.org ESMTP\r\n"),
        refusal("it gave an answer that is none of the web"),
    ),
    "a head with no end": (endless(OK + b"X: "), refusal("it gave an answer that is none of the web")),
    "error of the server": (status(500), error("500 (Internal Server Error)")),
    "an error that nobody knows": (status(599), error("599")),
    "nothing here": (status(404), LACKING),
    "not for you": (status(403), error("403 (Forbidden)")),
    "log in first": (status(401), error("401 (Unauthorized)")),
    "gone elsewhere, without saying where": (status(302), error("302 (Found)")),
    "sent on for ever": (status(302, Location="/again"), refusal("it sends on from address to address")),
    "sent on to where it is not safe": (
        status(307, Location="http://example.org/send"),
        refusal("it sends on to http://example.org/send, which is not safe"),
    ),
    "sent on to another kind of address": (
        status(301, Location="file:///etc/passwd"),
        refusal("it sends on to file:///etc/passwd, which is not safe"),
    ),
    "a page to log in": (body(LOGIN), DAMAGED),
    "nothing at all": (body(b""), DAMAGED),
    "endless": (endless(), TOO_LONG),
    "packed, to unfold to something huge": (says(OK + b"Content-Encoding: gzip\r\n\r\n" + PACKED), DAMAGED),
}


def slow(web: Web, gap: float = PATIENT, longest: float = PATIENT) -> Source:
    return Source(web.address, WebFetcher(gap, longest), web.address)


@pytest.mark.parametrize("answer", SILENT.values(), ids=SILENT.keys())
def test_slow_retrieval_by_silence(answer: Answer, central: Central, machine: Machine, web: Web) -> None:
    withstand(answer, SLOW, central, machine, web, slow(web, gap=IMPATIENT))


@pytest.mark.parametrize("answer", DRIPPING.values(), ids=DRIPPING.keys())
def test_slow_retrieval_drop_by_drop(answer: Answer, central: Central, machine: Machine, web: Web) -> None:
    withstand(answer, SLOW, central, machine, web, slow(web, longest=IMPATIENT))


@pytest.mark.parametrize(("answer", "says"), MIRRORS.values(), ids=MIRRORS.keys())
def test_a_malicious_mirror(answer: Answer, says: str, central: Central, machine: Machine, web: Web) -> None:
    withstand(answer, says, central, machine, web)


def withstand(
    answer: Answer, says: str, central: Central, machine: Machine, web: Web, source: Source | None = None
) -> None:
    """Whatever the mirror says of everything, or of one file: the kiosk keeps what it has."""
    publish(central, SECOND)
    web.folder = central.folder
    web.answers["*"] = answer
    assert refused(machine, source or web.address) == says.format(web.address)
    web.answers.clear()
    assert machine.refresh(web.address).result is Result.NEW
    assert machine.starts() == SECOND


@pytest.mark.parametrize("role", ["root", "snapshot", "targets", "content"])
def test_slow_retrieval_of_one_file(role: str, central: Central, machine: Machine, web: Web) -> None:
    """Each file has a limit of its own, and the slow one is no way around any of them."""
    publish(central, SECOND)
    web.folder = central.folder
    name = {"root": "metadata/2.root.json", "content": central.content_name()}.get(role) or central.name(role)
    web.answers[f"/{name}"] = drip(LENGTH, b" ", DROP)
    assert refused(machine, slow(web, longest=0.5)) == SLOW.format(web.address)
    web.answers.clear()
    assert machine.refresh(web.address).result is Result.NEW


def test_a_server_may_send_on(central: Central, machine: Machine, web: Web) -> None:
    """From the address of today to that of tomorrow, if that is as safe."""
    publish(central, SECOND)
    web.folder = central.folder
    name = central.content_name()
    moved = central.path(name).rename(central.folder / "moved.db")
    web.answers[f"/{name}"] = status(302, Location="/moved.db")
    assert machine.refresh(web.address).result is Result.NEW
    assert machine.starts() == SECOND
    assert moved.is_file()


def test_a_cut_file_is_told(central: Central, machine: Machine, web: Web) -> None:
    """A server that sends less and says so sends another file."""
    publish(central, SECOND)
    web.folder = central.folder
    web.answers[f"/{central.content_name()}"] = body(b"SQLite format 3")
    assert refused(machine, web.address) == NOT_THE_ONE.format(web.address)
