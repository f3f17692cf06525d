"""`send-kiosk content template`, `import`, `export`: as a council officer meets them at the command line."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.content.workbook.parts import MOST_BYTES
from kiosk.disk import Disk
from tests.helpers.officer import Officer
from tests.samples import STOKE, TODAY, Sample

CODE = "E06000021"
FILE = f"authorities/{CODE}.toml"


class WrittenDay(date):
    """A date whose today is some days after the sample was written."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 28)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The officer's folder, where the commands are called."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("kiosk.cli.exchange.date", WrittenDay)
    return folder


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return Sample(tmp_path / "data").write()


def content(command: str, sample: Sample, *arguments: str, code: str = CODE) -> Result:
    line = ["content", command, "s.xlsx", "--data", str(sample.folder), "--authority", code, *arguments]
    return CliRunner().invoke(main, line, catch_exceptions=False)


def changes(desk: Path, sheet: str, row: int, **values: object) -> None:
    """Type into the workbook on the desk."""
    book = desk / "s.xlsx"
    book.write_bytes(Officer(book.read_bytes()).types(sheet, row, **values).saves())


def test_from_a_template_to_a_listing(sample: Sample, desk: Path) -> None:
    result = content("template", sample, code="E06000003")
    assert (result.exit_code, result.stdout) == (0, "Written s.xlsx. Open it, and begin with the sheet Help.\n")
    changes(desk, "Organizations", 5, Name="Redcar Families")
    changes(
        desk,
        "Services",
        5,
        Name="Redcar advice",
        Organization="Redcar Families",
        Role="Advice here",
        Description="Free advice.",
        Email="advice@example.org",
        **{"Page you read it on": "https://www.example.org", "Looked at on": date(2026, 11, 27)},
        **{"Look again by": date(2027, 5, 1)},
    )
    result = content("import", sample, code="E06000003")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.splitlines()[0] == "note: s.xlsx: Organizations: Examples are not read: rows 3 and 4."
    assert result.stdout.splitlines() == [
        "New: service redcar-and-cleveland-redcar-advice (“Redcar advice”).",
        "The content’s date moves on, from 2026-11-23 to 2026-11-27: a service was looked at then.",
        f"Written {sample.folder / 'authorities' / 'E06000003.toml'} and {sample.folder / 'content.toml'}.",
    ]
    assert sample.problems(date(2026, 11, 28)) == []
    assert sample.content().published == date(2026, 11, 27)


def test_what_is_exported_and_imported_again_changes_nothing(sample: Sample) -> None:
    result = content("export", sample)
    assert result.stdout == "Written s.xlsx, with 2 services of Stoke-on-Trent City Council.\n"
    result = content("import", sample)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "s.xlsx says what the council has already. Nothing was written.\n"
    assert sample.read(FILE) == STOKE


def test_what_changes_is_told_and_written(sample: Sample, desk: Path) -> None:
    content("export", sample)
    changes(desk, "Phones", 3, Number="01782 000009")
    tried = content("import", sample, "--dry-run")
    assert sample.read(FILE) == STOKE
    assert tried.stdout.splitlines() == [
        "Changed: service stoke-advice (“Advice in Stoke”).",
        "  phones, 1, number: was “01782 000001”, is now “01782 000009”.",
        "",
        "Changed, and nobody has looked at it since:",
        "  service stoke-advice: the last review is still that of 2026-10-01.",
        "Nothing was written: this was a dry run.",
    ]
    result = content("import", sample)
    assert result.stdout.splitlines()[:-1] == tried.stdout.splitlines()[:-1]
    assert result.stdout.splitlines()[-1] == f"Written {sample.folder / FILE}."
    text = sample.read(FILE)
    assert text.startswith("# Stoke-on-Trent City Council. Written by send-kiosk content import.\n")
    assert tomllib.loads(text) == tomllib.loads(STOKE.replace("01782 000001", "01782 000009"))


def test_what_is_taken_out_is_told(sample: Sample, desk: Path) -> None:
    content("export", sample)
    book = Officer((desk / "s.xlsx").read_bytes())
    book.sheet("Services").delete_rows(3)
    (desk / "s.xlsx").write_bytes(book.saves())
    assert content("import", sample).stdout.splitlines() == [
        "Gone: service stoke-council (“The SEND team”).",
        "Taken out, as s.xlsx does not have them any more: “The SEND team”.",
        f"Written {sample.folder / FILE}.",
    ]


def test_what_is_wrong_is_named_by_its_cell_and_nothing_is_written(sample: Sample, desk: Path) -> None:
    content("export", sample)
    changes(desk, "Services", 4, Email="nobody", Cost=" Free ")
    result = content("import", sample)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "note: s.xlsx: Services!H4: Spaces too many are taken out: “Free”.",
        "send-kiosk: s.xlsx is not right yet; nothing was written.",
        "  s.xlsx: Services!K4: “nobody” is not an e-mail address.",
    ]
    assert sample.read(FILE) == STOKE


def test_what_should_have_been_looked_at_again_is_a_warning(sample: Sample, desk: Path) -> None:
    content("export", sample)
    changes(desk, "Services", 4, **{"Look again by": date(2026, 11, 1)})
    result = content("import", sample)
    assert result.exit_code == 0
    assert result.stderr == (
        "warning: s.xlsx: Services!A4: Should have been looked at again by 2026-11-01. Read its sources anew.\n"
    )


def test_what_was_wrong_before_is_put_right(sample: Sample) -> None:
    content("export", sample)
    sample.change(FILE, 'name = "The SEND team"', 'nam = "The SEND team"')
    result = content("import", sample)
    assert result.stdout.splitlines()[0] == "What the council had before is not right, so what changes cannot be told."
    assert sample.problems() == []


def test_what_cannot_be_read_is_not_exported(sample: Sample) -> None:
    sample.change(FILE, 'name = "The SEND team"', "name = 5")
    result = content("export", sample)
    assert result.exit_code == 1
    assert f"{FILE}: service stoke-council, name: must be words in double quotes." in result.stderr


@pytest.mark.parametrize("command", ["template", "export"])
def test_a_workbook_that_is_there_is_written_over_only_when_asked(sample: Sample, desk: Path, command: str) -> None:
    (desk / "s.xlsx").write_text("my work", encoding="utf-8")
    result = content(command, sample)
    assert result.exit_code == 2
    assert result.stderr == (
        "send-kiosk: s.xlsx is there already. Choose another name, or add --replace to write over it.\n"
    )
    assert (desk / "s.xlsx").read_text("utf-8") == "my work"
    assert content(command, sample, "--replace").exit_code == 0


def test_a_workbook_has_the_name_of_one(sample: Sample) -> None:
    result = CliRunner().invoke(main, ["content", "template", "services.csv", "--data", str(sample.folder)])
    assert result.exit_code == 2
    assert result.stderr == "send-kiosk: A workbook’s name ends in .xlsx: call it services.xlsx.\n"


def test_a_file_that_is_not_there_is_named(sample: Sample) -> None:
    result = content("import", sample)
    assert result.exit_code == 2
    assert result.stderr == "send-kiosk: There is no file s.xlsx. Look at its name and its folder.\n"


def test_a_file_that_is_no_workbook_is_named(sample: Sample, desk: Path) -> None:
    (desk / "s.xlsx").write_bytes(b"")
    result = content("import", sample)
    assert (result.exit_code, result.stderr) == (1, "send-kiosk: s.xlsx is empty. Nothing was ever saved in it.\n")


def test_no_more_is_read_than_a_workbook_may_hold(sample: Sample, desk: Path) -> None:
    with (desk / "s.xlsx").open("wb") as file:
        file.write(b"PK")
        file.truncate(1000 * MOST_BYTES)  # a hole: nothing of it is on the disk
    assert "is far larger than a council’s workbook" in content("import", sample).stderr


def test_a_full_disk_and_a_file_that_cannot_be_read_are_sentences(
    sample: Sample, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", full)
        result = content("template", sample)
        assert (result.exit_code, result.stderr) == (
            2,
            "send-kiosk: s.xlsx cannot be written (No space left on device)."
            " If it is open in another program, close it there.\n",
        )
        (desk / "s.xlsx").touch()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        assert "s.xlsx cannot be read (No space left on device)." in content("import", sample).stderr


def test_a_folder_that_is_not_there_is_named(sample: Sample, desk: Path) -> None:
    for command in ("template", "export"):
        line = ["content", command, "mine/s.xlsx", "--data", str(sample.folder), "--authority", CODE]
        result = CliRunner().invoke(main, line, catch_exceptions=False)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "send-kiosk: There is no folder mine. Make it first, or choose another.\n"


def test_whoever_begins_anew_learns_what_is_there_already(sample: Sample) -> None:
    """The sample council has some; an import of the template would take their place."""
    result = content("template", sample)
    assert result.exit_code == 0
    assert result.stderr == (
        "note: Stoke-on-Trent City Council has 2 services already. Export them instead, to change them.\n"
    )
    assert content("template", sample, "--replace", code="E06000003").stderr == ""


def test_a_council_that_nobody_knows_is_named(sample: Sample) -> None:
    result = content("template", sample, code="E06000022")
    assert result.exit_code == 2
    assert result.stderr == (
        "send-kiosk: There is no council with the code 'E06000022'."
        " Did you mean E06000021 (Stoke-on-Trent City Council)?\n"
    )


def test_the_other_commands_load_no_spreadsheets(sample: Sample) -> None:
    script = (
        "import sys; from kiosk.__main__ import main;"
        f"main(['content', 'check', '--data', {str(sample.folder)!r}, '--as-of', {TODAY.isoformat()!r}],"
        " standalone_mode=False);"
        "assert not {'openpyxl', 'tomli_w'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_the_authors_packages_are_asked_for(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("kiosk.content.workbook")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = content("template", sample)
    assert result.exit_code == 2
    assert "This needs what authors install (openpyxl)" in result.stderr
