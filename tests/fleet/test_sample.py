"""A small fleet, where there is nginx; `make fleet` looks after two thousand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import paths
from tests.fleet import __main__ as fleet
from tests.fleet.server import MissingError, Nginx


@pytest.mark.slow
def test_every_kiosk_of_a_small_fleet_ends_with_the_newest_content(
    shipped_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "content_database", lambda: shipped_content)
    monkeypatch.setattr(fleet, "RESULTS", tmp_path / "fleet.json")
    monkeypatch.setattr(fleet, "SMALL_LOOKS", 3)
    code = fleet.main(8)
    if code == fleet.NO_NGINX:
        pytest.skip(capsys.readouterr().out.strip())
    assert code == 0
    found = json.loads((tmp_path / "fleet.json").read_text())
    assert found["of them for anything but the timestamp"] == 0
    assert found["looks that failed otherwise"] == {}
    assert 0 < found["looks that failed while nginx was stopped for 15 minutes"] < 8


def test_without_nginx_the_line_that_installs_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name, path: None)
    with pytest.raises(MissingError, match="apt-get install --yes nginx-light"):
        Nginx(tmp_path, tmp_path)
