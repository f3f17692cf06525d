"""Mappings: what an officer decides about the services of a feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.open_referral.mapping import Mapped, ServiceMapping, mapping
from kiosk.errors import ContentError, KioskError, UsageError

ROLES = ("sendiass", "local-offer")


def made(tmp_path: Path, text: str | bytes) -> ServiceMapping:
    path = tmp_path / "mapping.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return mapping(path, ROLES)


def test_a_mapping_gives_roles_and_words(tmp_path: Path) -> None:
    text = '[service.a-1]\nroles = ["sendiass"]\nname = "N"\n[[service.a-1.phone]]\nnumber = "1"\n[service."b c"]\n'
    read = made(tmp_path, b"\xef\xbb\xbf" + text.encode())
    assert read.of("a-1") == Mapped(("sendiass",), {"name": "N", "phone": [{"number": "1"}]})
    assert read.of("b c") == read.of("nowhere") == Mapped()
    assert made(tmp_path, "") == ServiceMapping({}, str(tmp_path / "mapping.toml"))


def test_roles_on_the_command_line_come_before_those_of_the_file(tmp_path: Path) -> None:
    read = made(tmp_path, '[service.a]\nroles = ["sendiass"]\nname = "N"\n')
    both = read.with_roles(["a = local-offer", "b=c=sendiass", "a=local-offer"], ROLES)
    assert both.of("a") == Mapped(("local-offer",), {"name": "N"})
    assert both.of("b=c") == Mapped(("sendiass",))
    assert read.with_roles([], ROLES).of("a") == read.of("a")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("sendiass", "“sendiass” gives no role: write the id of a service, = and a role."),
        ("a=", "“a=” gives no role: write the id of a service, = and a role."),
        ("a=sendias", "There is no role “sendias”. Did you mean “sendiass”?"),
    ],
)
def test_a_role_that_is_none_is_said(written: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        ServiceMapping().with_roles([written], ROLES)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("services = 1", "There is no key “services” here. Each service stands below a line [service.ID]."),
        ("service = 1", "service: must be tables, each below a line [service.ID]."),
        ("[service]\na = 1", "service a: must be a table, below a line [service.a]."),
        ("[service.a]\nrole = 1", "service a: There is no key “role” here. Did you mean “roles”?"),
        ("[service.a]\nroles = 'sendiass'", "service a, roles: must be a list of words in double quotes"),
        ("[service.a]\nroles = [1]", "service a, roles: must be a list of words in double quotes"),
        ("[service.a]\nroles = ['x']", "service a, roles: There is no role “x”. Known are: local-offer, sendiass."),
        ("[service.a]\nroles = ['']", "service a, roles: has an empty one. Write it between the quotes, such as"),
        ("[service.a]\nid = 'A b'", "service a, id: must be an id in double quotes"),
        ("[service.a]\norganization = 5", "service a, organization: must be an id in double quotes"),
    ],
)
def test_everything_that_is_wrong_in_a_mapping_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ContentError, match=r"mapping.toml is not right.$") as error:
        made(tmp_path, text)
    [problem] = error.value.problems
    assert str(problem).partition("mapping.toml: ")[2].startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[service", "is not TOML: "),
        (b"\xff", "is not UTF-8 text: byte 0 is wrong."),
        (f"x = {'[' * 10_000}", "is not TOML that anyone can read: too deeply nested."),
    ],
)
def test_a_file_that_is_none_is_said(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(KioskError) as error:
        made(tmp_path, text)
    assert f"mapping.toml {said}" in str(error.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere cannot be read \(No such file or directory\)"):
        mapping(tmp_path / "nowhere", ROLES)
