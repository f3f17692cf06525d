"""What is signed, and is not shown all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.refusals import refused
from tests.updates.samples import SECOND, THIRD, publish


def damaged(content: bytes) -> bytes:
    return content[:-5000] + b"\xff" * 5000


def of_another_program(content: bytes) -> bytes:
    return content[:68] + b"\0\0\0\0" + content[72:]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda _: b"", "it is not a content database. Build one with `send-kiosk content build`."),
        (lambda _: b"Dear kiosk", "it is damaged (file is not a database). Put a good copy in its place."),
        (of_another_program, "it is not a content database. Build one with `send-kiosk content build`."),
        (
            lambda content: content[:-1],
            "it was cut short. Put a good copy in its place.",
        ),
    ],
    ids=["empty", "no database", "of another program", "cut short"],
)
def test_content_that_is_signed_but_broken(
    spoil: Callable[[bytes], bytes], says: str, central: Central, machine: Machine
) -> None:
    central.publish(spoil(content_of(SECOND)), SECOND.isoformat())
    source = central.folder
    assert refused(machine, source) == f"The content of {source} is signed, but not right: {says}"
    publish(central, THIRD)
    assert machine.refresh(source).result is Result.NEW


def test_content_that_is_signed_but_damaged_within(central: Central, machine: Machine) -> None:
    central.publish(damaged(content_of(SECOND)), SECOND.isoformat())
    sentence = refused(machine, central.folder)
    assert sentence.startswith(f"The content of {central.folder} is signed, but not right: it is damaged (")
    assert sentence.endswith("). Put a good copy in its place.")


def test_content_older_than_that_inside_the_program(central: Central, machine: Machine) -> None:
    """The program was replaced by a newer one meanwhile."""
    machine.bundled.write_bytes(content_of(THIRD))
    publish(central, SECOND)
    assert refused(machine, central.folder) == (
        f"The content of {central.folder} is of 25 November 2026, older than that inside the program, "
        "of 26 November 2026. Ask the publisher for newer content."
    )


def test_the_content_inside_the_program_needs_no_fetching(tmp_path: Path) -> None:
    """One look finds that it is the newest; the next one asks for the timestamp alone."""
    central = Central(tmp_path / "central")
    publish(central, BUNDLED)
    machine = Machine(tmp_path / "kiosk", central.root)
    for _ in range(2):
        assert machine.refresh(central.folder).result is Result.SAME
        central.path(central.name("snapshot")).unlink(missing_ok=True)
    assert machine.releases.every() == []


def test_content_that_could_not_be_shown_here_is_not_taken_again(central: Central, machine: Machine) -> None:
    publish(central, SECOND)
    machine.refresh(central.folder)
    machine.releases.refuse(machine.releases.staged())
    machine.releases.tidy()  # the next look would, and a look that takes nothing is to change nothing
    assert refused(machine, central.folder) == (
        f"The content of {central.folder} could not be shown on this kiosk before. Wait for newer."
    )
    publish(central, THIRD)
    assert machine.refresh(central.folder).result is Result.NEW


def test_content_that_does_not_say_its_date(central: Central, machine: Machine) -> None:
    for number, published in enumerate(["soon", "2026-13-01", ""]):
        central.publish(content_of(SECOND) + bytes(number), published)
        assert refused(machine, central.folder) == (
            f"The content of {central.folder} does not say its date. Ask the publisher to publish it again."
        )
    publish(central, THIRD)
    assert machine.refresh(central.folder).result is Result.NEW
