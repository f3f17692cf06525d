"""Where the program's files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths


def test_what_ships_is_found() -> None:
    assert (paths.UI / "Kiosk" / "Main.qml").is_file()
    assert (paths.RESOURCES / "icons").is_dir()
    assert (paths.DATA / "content.toml").is_file()


def test_the_bundle_carries_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "BUNDLED_CONTENT", tmp_path / "content.db")
    assert paths.content_database() == paths.BUILT_CONTENT
    (tmp_path / "content.db").touch()
    assert paths.content_database() == tmp_path / "content.db"
