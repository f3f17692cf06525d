"""The two programs that are compared: the kiosk, and Chromium showing a page with the same screens."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.screen import HEIGHT, WIDTH, Screen
from tests.helpers.visitor import Seen

AUTHORITY = "E06000021"
CHROMIUM = (
    "--kiosk",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-translate",
    "--password-store=basic",
    f"--window-size={WIDTH},{HEIGHT}",
    "--window-position=0,0",
)


@dataclass(frozen=True)
class Peer:
    """One program: its name and how it is started."""

    name: str
    command: tuple[str, ...]

    def start(self, screen: Screen) -> subprocess.Popen[bytes]:
        """Start it on a screen."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.command, env=screen.environment(), stdout=quiet, stderr=quiet)


def kiosk(content: Path) -> Peer:
    """Return the kiosk, on this content."""
    command = (sys.executable, "-m", "kiosk", "run", "--content", str(content), "--authority", AUTHORITY)
    return Peer("send-kiosk", (*command, "--as-of", "2026-11-23"))


def chromium(page: Path, profile: Path) -> Peer | None:
    """Return Chromium in kiosk mode on a page; None where there is no Chromium."""
    program = shutil.which("chromium")
    if program is None:
        return None
    return Peer("Chromium", (program, *CHROMIUM, f"--user-data-dir={profile}", page.as_uri()))


def write_page(path: Path, screens: list[list[Seen]], ways: list[dict[str, int]]) -> None:
    """Write a page with the same texts and buttons in the same places; `ways` say which button shows which screen."""
    bodies = "".join(_body(number, shown) for number, shown in enumerate(screens))
    script = (
        f"const ways={json.dumps(ways)};let at=0;"
        "function show(n){document.getElementById('s'+at).hidden=true;document.getElementById('s'+n).hidden=false;at=n}"
        "document.addEventListener('click',e=>{const b=e.target.closest('button');"
        "if(b&&b.dataset.name in ways[at])show(ways[at][b.dataset.name])})"
    )
    style = (
        "body{margin:0;background:#fbf8f1;color:#14233b;font:32px sans-serif;overflow:hidden}"
        "body>div>*{position:absolute;margin:0;box-sizing:border-box}"
        "button{background:#fff;border:3px solid #14233b;border-radius:18px;font:inherit;text-align:start;padding:1em}"
    )
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{style}</style>'
    path.write_text(f"{head}{bodies}<script>{script}</script></html>", encoding="utf-8")


def _body(number: int, shown: list[Seen]) -> str:
    hidden = " hidden" if number else ""
    return f'<div id="s{number}"{hidden}>{"".join(_element(seen) for seen in shown)}</div>'


def _element(seen: Seen) -> str:
    where = seen.where
    style = f"left:{where.x()}px;top:{where.y()}px;width:{where.width()}px;min-height:{where.height()}px"
    name = html.escape(seen.name)
    tag = "button" if seen.is_button else "p"
    return f'<{tag} style="{style}" data-name="{name}">{name} {html.escape(seen.description)}</{tag}>'
