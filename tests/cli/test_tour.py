"""`send-kiosk tour`: every screen as a picture, on a machine that shows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QGuiApplication

from kiosk.cli import main
from kiosk.content.build import build
from kiosk.domain.preferences import Preferences
from kiosk.qt import tour
from kiosk.qt.tour import Layout
from tests.samples import TODAY, Sample


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny content set, built."""
    folder = tmp_path_factory.mktemp("tour")
    build(Sample(folder / "data").write().folder, folder / "content.db", TODAY)
    return folder / "content.db"


@pytest.fixture
def small_screens(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two layouts that are soon drawn, of which one is usual."""
    layouts = (Layout("usual", 400, 300, 2.0, Preferences()), Layout("other", 300, 400, 2.0, Preferences()))
    monkeypatch.setattr(tour, "LAYOUTS", layouts)
    monkeypatch.setattr(tour, "USUAL", ("usual",))


def test_the_usual_layouts_are_drawn_when_none_is_named(small_screens: None, tiny: Path, tmp_path: Path) -> None:
    """It says how many pictures there are, and which page shows them."""
    folder = tmp_path / "a" / "b"
    options = ["--content", str(tiny), "--as-of", TODAY.isoformat(), "--authority", "E06000021"]
    result = CliRunner().invoke(main, ["tour", str(folder), *options])
    drawn = list(folder.rglob("*.png"))
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{len(drawn)} pictures drawn. Open {folder / 'index.html'} to see them side by side.\n"
    assert {path.parent.name for path in drawn} == {"usual"}
    assert (folder / "usual" / "service-stoke-advice.png") in drawn


def test_only_the_layouts_that_are_named_are_drawn(small_screens: None, tiny: Path, tmp_path: Path) -> None:
    """One name, one folder."""
    result = CliRunner().invoke(main, ["tour", str(tmp_path), "--content", str(tiny), "--layout", "other"])
    assert result.exit_code == 0, result.output
    assert {path.parent.name for path in tmp_path.rglob("*.png")} == {"other"}


def test_a_layout_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    """One sentence, and nothing is drawn."""
    result = CliRunner().invoke(main, ["tour", str(tmp_path / "new"), "--layout", "cinema", "--layout", "portrait"])
    known = ", ".join(layout.name for layout in tour.LAYOUTS)
    assert result.exit_code == 2
    assert result.stderr == f"send-kiosk: There is no layout cinema. The layouts are: {known}.\n"
    assert not (tmp_path / "new").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Where a file stands, no pictures are put."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["tour", str(tmp_path / "file")])
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_without_content_nothing_is_drawn(
    small_screens: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One sentence, after the log has said why; and no folder of nothing."""
    monkeypatch.setattr("kiosk.paths.content_database", lambda: tmp_path / "nowhere.db")
    result = CliRunner().invoke(main, ["tour", str(tmp_path / "new")])
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.endswith("send-kiosk: There is no content to draw, so no picture was made.\n")
    assert not (tmp_path / "new").exists()
    assert "Build one with `send-kiosk content build`." in caplog.text
    caplog.clear()
