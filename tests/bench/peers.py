"""The two programs that are compared: the kiosk, and Chromium showing a page with the same screens."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk import paths
from tests.bench.screen import HEIGHT, WIDTH, Screen
from tests.bench.stage import AS_OF, AUTHORITY, PIXELS_PER_MM, Part, Stage

DEBIANS_CHROMIUM = "/usr/lib/chromium/chromium"
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
STYLE = """
@font-face { font-family: kiosk; src: url(FONTS/AtkinsonHyperlegibleNext-Regular.ttf); }
@font-face { font-family: kiosk; src: url(FONTS/AtkinsonHyperlegibleNext-Bold.ttf); font-weight: bold; }
body { margin: 0; background: #fbf8f1; color: #14233b; font: 34px/1.35 kiosk; overflow: hidden; }
body > div > * { position: absolute; margin: 0; box-sizing: border-box; }
h1 { font-size: 72px; line-height: 1.3; }
button { background: #fff; color: inherit; border: 3px solid; border-radius: 18px; font: bold 38px/1.2 kiosk; }
button { padding: 0 1em; text-align: start; overflow: hidden; }
button small { display: block; font: 32px/1.3 kiosk; }
nav { background: #14233b; }
nav ~ button { font-size: 28px; text-align: center; padding: 0; }
#s0::before { content: ""; position: absolute; inset: 0 0 auto; height: 1225px; background: #14233b; }
#s0 > h1, #s0 > p { color: #fff; }
#s0 > button ~ p { color: inherit; }
"""
SCRIPT = """
let at = 0;
function show(next) {
    document.getElementById('s' + at).hidden = true;
    document.getElementById('s' + next).hidden = false;
    at = next;
}
document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && button.dataset.name in ways[at]) show(ways[at][button.dataset.name]);
});
"""


@dataclass(frozen=True)
class Peer:
    """One program: how it is started."""

    command: tuple[str, ...]

    def start(self, screen: Screen) -> subprocess.Popen[bytes]:
        """Start it on a screen."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.command, env=screen.environment(), stdout=quiet, stderr=quiet)


def kiosk(folder: Path) -> Peer:
    """Return the kiosk; its settings are written into a folder."""
    settings = folder / "kiosk.toml"
    settings.write_text(f"[display]\npixels_per_mm = {PIXELS_PER_MM:.4f}\n", encoding="utf-8")
    command = (sys.executable, "-m", "kiosk", "run", "--config", str(settings))
    return Peer((*command, "--content", str(paths.content_database()), "--authority", AUTHORITY, "--as-of", AS_OF))


def chromium(folder: Path, stage: Stage) -> Peer | None:
    """Return Chromium in kiosk mode on a page with the same screens; None where there is no Chromium."""
    # Debian's `chromium` is a script that takes its time; what is compared is the browser.
    program = shutil.which(DEBIANS_CHROMIUM) or shutil.which("chromium")
    if program is None:
        return None
    page = folder / "page.html"
    page.write_text(_page(stage), encoding="utf-8")
    return Peer((program, *CHROMIUM, f"--user-data-dir={folder / 'profile'}", page.as_uri()))


def _page(stage: Stage) -> str:
    style = STYLE.replace("FONTS", (paths.RESOURCES / "fonts").as_uri())
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{style}</style>'
    bodies = "".join(_body(number, shown) for number, shown in enumerate(stage.screens))
    return f"{head}{bodies}<script>const ways = {json.dumps(stage.ways)};{SCRIPT}</script></html>\n"


def _body(number: int, shown: Iterable[Part]) -> str:
    hidden = " hidden" if number else ""
    return f'<div id="s{number}"{hidden}>{"".join(_element(part) for part in shown)}</div>'


def _element(part: Part) -> str:
    style = f"left:{part.x}px;top:{part.y}px;width:{part.width}px;height:{part.height}px"
    more = f"<small>{html.escape(part.description)}</small>" if part.description else ""
    name = "" if part.tag == "nav" else html.escape(part.name)
    return f'<{part.tag} style="{style}" data-name="{name}">{name}{more}</{part.tag}>'
