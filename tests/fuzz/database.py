"""Content databases that may hold anything: checking one ends in a verdict or in our own error, and in nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.content.build import build
from kiosk.content.recheck import check_database
from kiosk.errors import ContentError
from tests.samples import SPLIT, STOKE_FROM, TODAY, Sample


def target(data: bytes) -> None:
    """Check a file of these bytes, as a kiosk does before it shows it; raise whatever is not ours."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "content.db"
        database.write_bytes(data)
        try:
            check_database(database, TODAY, "E06000021")
        except ContentError as error:
            assert "\n" not in str(error)


def seeds() -> list[bytes]:
    """Return databases that are right, to begin with."""
    with TemporaryDirectory() as folder:
        sample = Sample(Path(folder) / "data").write()
        plain = _built(sample)
        sample.change("authorities.toml", STOKE_FROM, SPLIT)
        sample.change("map.toml", "[[row]]", '[used]\nappeal = { decision = "rude" }\n[[row]]')
        return [plain, _built(sample)]


def _built(sample: Sample) -> bytes:
    database = sample.folder.parent / "content.db"
    build(sample.folder, database, TODAY)
    return database.read_bytes()
