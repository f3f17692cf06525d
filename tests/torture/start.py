"""What a kiosk does with its releases when it starts, as a process of its own: STATE BUNDLED."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.content.kept import kept_first
from kiosk.content.opening import open_first
from kiosk.content.releases import Releases


def main(state: Path, bundled: Path) -> None:
    """Show the best content, and see it."""
    releases = Releases(state)
    edition = open_first(kept_first(releases, bundled), "E06000021")
    assert edition is not None
    releases.prove()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
