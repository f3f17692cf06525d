"""The web, against a real server on this machine: whatever it does, a document or one sentence."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.content.open_referral.limits import LIMITS, Limits
from kiosk.content.open_referral.web import NotThereError, Web
from kiosk.errors import ContentError
from tests.helpers.feed_server import Answer, Drip, FeedServer, Silence, certificate, packed, serving

LATER = "Try again later, or ask whoever runs it."
GOOD = Answer(b"{}")


@dataclass
class Patience:
    """Waiting that takes no time: how long was waited, by a clock that only moves so, and what was said."""

    waited: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def web(self, limits: Limits = LIMITS) -> Web:
        return Web(limits, self.waited.append, lambda: sum(self.waited), self.said.append)


@pytest.fixture
def patience() -> Patience:
    return Patience()


def refusal(web: Web, address: str) -> str:
    with pytest.raises(ContentError) as error:
        web.document(address)
    return str(error.value).replace(address, "ADDRESS")


def test_a_document_comes_as_it_is(server: FeedServer, patience: Patience) -> None:
    server.say("/services", Answer(b"\xff\x00"))
    assert patience.web().document(f"{server.base}/services") == b"\xff\x00"
    assert patience.waited == []


def test_what_comes_compressed_is_unpacked(server: FeedServer, patience: Patience) -> None:
    server.say("/a", packed(b"[1]"))
    assert patience.web().document(f"{server.base}/a") == b"[1]"


def test_a_busy_server_is_asked_again_after_as_long_as_it_wishes(server: FeedServer, patience: Patience) -> None:
    now, later = {"Retry-After": "0"}, {"Retry-After": "7"}
    server.say("/a", Answer(status=429, headers=now), Answer(status=503, headers=later), GOOD)
    address = f"{server.base}/a"
    assert patience.web().document(address) == b"{}"
    assert patience.waited == [0, 7]
    assert patience.said == [
        f"{address} is busy or broken just now (429 Too Many Requests). Asking again in 0 s (2 of 5).",
        f"{address} is busy or broken just now (503 Service Unavailable). Asking again in 7 s (3 of 5).",
    ]


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "soon"}, {"Retry-After": "9" * 400}])
def test_a_broken_server_is_asked_again_ever_later_and_in_the_end_no_more(
    server: FeedServer, patience: Patience, headers: dict[str, str]
) -> None:
    server.say("/a", Answer(status=500, headers=headers))
    said = refusal(patience.web(), f"{server.base}/a")
    if len(headers.get("Retry-After", "")) > 9:
        assert "Try again later." in said
    else:
        assert said == f"ADDRESS is busy or broken just now (500 Internal Server Error). {LATER}"
        assert patience.waited == [1, 2, 4, 8]
        assert len(server.asked) == 5


def test_a_time_that_has_passed_is_no_wait(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=503, headers={"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}), GOOD)
    assert patience.web().document(f"{server.base}/a") == b"{}"
    assert patience.waited == [0]


def test_a_server_that_asks_too_much_of_us_is_left(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=429, headers={"Retry-After": "121"}))
    said = refusal(patience.web(), f"{server.base}/a")
    assert said.endswith("(429 Too Many Requests). It asks us to wait 121 seconds. Try again later.")
    assert (patience.waited, len(server.asked)) == ([], 1)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "ADDRESS is not there (404). Check the address: a feed ends in …/services."),
        (410, "ADDRESS is not there (410). Check the address: a feed ends in …/services."),
        (401, "ADDRESS does not let us in (401). Ask whoever runs it: a feed has to be open to all."),
        (403, "ADDRESS does not let us in (403). Ask whoever runs it: a feed has to be open to all."),
        (400, "ADDRESS does not give us the feed: it answers 400 Bad Request."),
        (304, "ADDRESS does not give us the feed: it answers 304 Not Modified."),
        (599, "ADDRESS does not give us the feed: it answers 599 of a kind that nobody knows."),
    ],
)
def test_other_answers_are_one_sentence_and_not_asked_for_again(
    server: FeedServer, patience: Patience, status: int, said: str
) -> None:
    server.say("/a", Answer(status=status))
    assert refusal(patience.web(), f"{server.base}/a") == said
    assert len(server.asked) == 1


def test_what_is_not_there_can_be_told_from_the_rest(server: FeedServer, patience: Patience) -> None:
    with pytest.raises(NotThereError):
        patience.web().document(f"{server.base}/nowhere")


def test_a_connection_that_is_cut_is_tried_again(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(b"{", length=2), GOOD)
    assert patience.web().document(f"{server.base}/a") == b"{}"
    server.say("/b", Answer(b"{", length=2))
    assert refusal(patience.web(), f"{server.base}/b") == f"ADDRESS broke off before all of it was here. {LATER}"


def test_a_length_that_is_too_short_cuts_the_document(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(b"[1, 2]", length=3))
    assert patience.web().document(f"{server.base}/a") == b"[1,"


def test_a_document_that_drips_is_given_up(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Drip())
    limits = replace(LIMITS, page=0.05)
    said = f"ADDRESS did not come whole within 0.05 seconds. {LATER}"
    assert refusal(patience.web(limits), f"{server.base}/a") == said
    assert len(patience.said) == 1


def test_a_server_that_says_nothing_is_given_up(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Silence())
    limits = replace(LIMITS, read=0.05)
    assert refusal(patience.web(limits), f"{server.base}/a") == f"ADDRESS sent nothing for 0.05 seconds. {LATER}"


def test_all_together_has_an_end(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=503, headers={"Retry-After": "60"}))
    web = patience.web(replace(LIMITS, run=100))
    assert "It asks us to wait 60 seconds." in refusal(web, f"{server.base}/a")
    assert patience.waited == [60]
    patience.waited.append(60)
    assert refusal(web, f"{server.base}/a") == "All together took longer than 2 minutes. Try again later."


def test_a_document_may_not_be_endless(server: FeedServer, patience: Patience) -> None:
    limits = replace(LIMITS, page_bytes=2**20)
    server.say("/bomb", packed(bytes(2**26)))
    server.say("/long", Answer(bytes(2**20 + 1)))
    server.say("/just", Answer(bytes(2**20)))
    said = "ADDRESS sends more than 1 MB, which is no page of a feed."
    assert refusal(patience.web(limits), f"{server.base}/bomb") == said
    assert refusal(patience.web(limits), f"{server.base}/long") == said
    assert len(patience.web(limits).document(f"{server.base}/just")) == 2**20


def test_nor_may_all_of_them(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(bytes(2**20)))
    web = patience.web(replace(LIMITS, all_bytes=2**20))
    assert web.document(f"{server.base}/a")
    assert refusal(web, f"{server.base}/a") == "The feed is larger than 1 MB. Ask for less of it."


def test_what_cannot_be_unpacked_is_said(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(b"no gzip", headers={"Content-Encoding": "gzip"}))
    assert refusal(patience.web(), f"{server.base}/a") == f"ADDRESS is packed in a way that cannot be unpacked. {LATER}"


def test_redirects_are_followed(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=301, headers={"Location": "/b"}))
    server.say("/b", Answer(status=308, headers={"Location": f"{server.base}/c"}))
    server.say("/c", GOOD)
    assert patience.web().document(f"{server.base}/a") == b"{}"


def test_redirects_have_an_end(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=302, headers={"Location": "/a"}))
    assert refusal(patience.web(), f"{server.base}/a") == "ADDRESS sends us from page to page more than 5 times."
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "“file” addresses are not read, only https"),
        ("http://feed.example.org/services", "it has to begin with https://"),
        ("ftp://feed.example.org", "“ftp” addresses are not read, only https"),
        ("https://[", "it is not a web address"),
        ("https:///services", "it is not a web address"),
        ("https://me:secret@feed.example.org", "it holds a user name; a feed has to be open to all"),
    ],
)
def test_redirects_never_lead_astray(server: FeedServer, patience: Patience, location: str, reason: str) -> None:
    server.say("/a", Answer(status=302, headers={"Location": location}))
    said = refusal(patience.web(), f"{server.base}/a")
    assert said == f"ADDRESS sends us on to {location}, where we do not go: {reason}."


def test_a_redirect_to_nowhere_is_said(server: FeedServer, patience: Patience) -> None:
    server.say("/a", Answer(status=302))
    said = "ADDRESS sends us on to nowhere, where we do not go: it does not say where."
    assert refusal(patience.web(), f"{server.base}/a") == said


def test_a_server_that_proves_who_it_is_is_trusted(
    tmp_path: Path, patience: Patience, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted = certificate(tmp_path / "here.pem")
    with serving(trusted) as server:
        server.say("/a", GOOD)
        said = refusal(patience.web(), f"{server.base}/a")
        assert said.startswith(f"ADDRESS cannot be trusted: “{server.base[8:]}” does not prove who it is (")
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        assert patience.web().document(f"{server.base}/a") == b"{}"


def test_from_a_safe_address_nothing_leads_to_an_unsafe_one(
    server: FeedServer, tmp_path: Path, patience: Patience, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted = certificate(tmp_path / "here.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with serving(trusted) as safe:
        safe.say("/a", Answer(status=302, headers={"Location": f"{server.base}/b"}))
        said = refusal(patience.web(), f"{safe.base}/a")
    assert said == f"ADDRESS sends us on to {server.base}/b, where we do not go: it is not https."
    assert server.asked == []


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def test_a_server_that_is_not_there_is_said(patience: Patience) -> None:
    port = free_port()
    said = refusal(patience.web(), f"http://127.0.0.1:{port}/services")
    assert said == f"ADDRESS cannot be reached: “127.0.0.1:{port}” does not answer, or refuses."


def test_a_name_that_nobody_has_is_said(patience: Patience, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    said = refusal(patience.web(), "https://feed.example.org/services")
    assert said == "ADDRESS cannot be reached: there is no server “feed.example.org”, or no network here."


def test_the_proxy_of_the_network_is_used_but_not_for_this_machine(
    server: FeedServer, patience: Patience, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    server.say("/a", GOOD)
    assert patience.web().document(f"{server.base}/a") == b"{}"
    said = refusal(patience.web(), "https://feed.example.org/services")
    assert said == "ADDRESS cannot be reached: the proxy of this network does not let us through."


def test_what_else_goes_wrong_is_a_sentence_too(patience: Patience, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example.org")
    said = refusal(patience.web(), "https://feed.example.org/services")
    assert said.startswith("ADDRESS cannot be fetched (")
