"""Make the kiosk's text font from the npm package @fontsource/atkinson-hyperlegible-next.

The package carries each weight as compressed web fonts cut into two alphabets. Qt wants one
TrueType file for each weight, with all of its letters: English, Welsh, Polish, Romanian and the
rest of the Latin alphabets. So the two cuts are joined, and all weights get the same family name.

    npm pack @fontsource/atkinson-hyperlegible-next     # then unpack it
    make fonts FONTS=package

The result is the same bytes for the same package; it is kept in resources/fonts.
"""

import shutil
import sys
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold", 800: "ExtraBold"}
ALPHABETS = ("latin", "latin-ext")

# Characters that look like another one, which the package leaves out.
SAME_AS = {
    0x2010: 0x002D,  # hyphen
    0x2011: 0x002D,  # hyphen that does not break a line
    0x202F: 0x0020,  # narrow space that does not break a line
}

BOLD = 1 << 5
REGULAR = 1 << 6


def make(package: Path, weight: int, style: str, target: Path) -> None:
    """Join the alphabets of one weight into the file target."""
    sources = [
        package / "files" / f"atkinson-hyperlegible-next-{alphabet}-{weight}-normal.woff2" for alphabet in ALPHABETS
    ]
    font = Merger(Options(drop_tables=["STAT"])).merge([str(source) for source in sources])
    add_missing(font)
    set_names(font, weight, style)
    # Neither the day nor the machine that made it may show in the file.
    made = TTFont(sources[0])["head"]
    font["head"].created, font["head"].modified = made.created, made.modified
    font.recalcTimestamp = False
    font.flavor = None
    font.save(target)


def add_missing(font: TTFont) -> None:
    """Let characters that the package leaves out be drawn as the ones they look like."""
    known = font.getBestCmap()
    for table in font["cmap"].tables:
        for missing, like in SAME_AS.items():
            if missing not in known and like in known:
                table.cmap[missing] = known[like]


def set_names(font: TTFont, weight: int, style: str) -> None:
    """Give every weight the one family name; its style and weight tell it from the others."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = font["name"]
    version = names.getDebugName(5)
    named = {
        1: FAMILY,
        2: style,
        3: f"{version};{postscript}",
        4: f"{FAMILY} {style}",
        6: postscript,
        16: FAMILY,
        17: style,
    }
    for name in list(names.names):
        if name.nameID > 255:  # names of the variable font this was cut from
            names.removeNames(nameID=name.nameID)
    for name_id, text in named.items():
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & ~(BOLD | REGULAR)) | (
        REGULAR if style == "Regular" else BOLD if style == "Bold" else 0
    )
    font["head"].macStyle = int(style == "Bold")


def main() -> None:
    """Make every weight from the package named on the command line."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "files").is_dir():
        sys.exit("usage: packaging/fonts.py <the unpacked font package>")
    package = Path(sys.argv[1])
    fonts = Path(__file__).parents[1] / "resources" / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        target = fonts / f"AtkinsonHyperlegibleNext-{style}.ttf"
        make(package, weight, style, target)
        print(f"{target.name}: {target.stat().st_size // 1024} KB")
    shutil.copyfile(package / "LICENSE", fonts / "AtkinsonHyperlegibleNext-OFL.txt")


if __name__ == "__main__":
    main()
