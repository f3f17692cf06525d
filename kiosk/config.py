"""Settings: one TOML file, read once into frozen values. Defaults stand here and nowhere else.

Under each setting stands whether it may be logged. None of them is reset with a session: what a visitor chooses belongs
to the session, not to the settings. `packaging/kiosk.toml` shows every one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from kiosk.errors import ConfigError
from kiosk.mistyped import mistyped


@dataclass(frozen=True)
class Within:
    """The numbers that a setting allows, both ends included; `also` is one allowed besides."""

    least: float
    most: float
    also: float | None = None

    def allows(self, value: Any) -> bool:
        """Say whether a value is allowed."""
        return bool(self.least <= value <= self.most or value == self.also)

    def __str__(self) -> str:
        besides = "" if self.also is None else f", or {self.also:g}"
        return f"a number from {self.least:g} to {self.most:g}{besides}"


@dataclass(frozen=True)
class OneOf:
    """The words that a setting allows."""

    words: tuple[str, ...]

    def allows(self, value: Any) -> bool:
        """Say whether a value is allowed."""
        return value in self.words

    def __str__(self) -> str:
        return "one of " + ", ".join(f'"{word}"' for word in self.words)


@dataclass(frozen=True)
class Shaped:
    """The form that a text has to have; `words` describe it."""

    pattern: str
    words: str

    def allows(self, value: Any) -> bool:
        """Say whether a value is allowed."""
        return re.fullmatch(self.pattern, value) is not None

    def __str__(self) -> str:
        return self.words


USB = "usb"
"""The source of content that is a stick somebody brings."""


def _setting(default: Any, allowed: Within | OneOf | Shaped | None = None) -> Any:
    return field(default=default, metadata={"allowed": allowed})


CODE = r"(E\d{8}|provisional(-[a-z]+)+)?"
"""A GSS code, or ours for an authority whose code is not known yet, or none."""


@dataclass(frozen=True)
class Kiosk:
    """Where this kiosk stands."""

    authority: str = _setting("", Shaped(CODE, 'a code of E and eight digits, such as "E06000021", or ""'))
    """GSS code of the council responsible for education here; empty: only national services are shown.

    May be logged.
    """


@dataclass(frozen=True)
class Person:
    """Where a visitor finds a person to talk to; one touch away on every screen."""

    where: str = _setting("Ask at the desk")
    """Where to go. May be logged."""
    when: str = _setting("")
    """When somebody is there; may be empty. May be logged."""
    phone: str = _setting("")
    """A number to ring; may be empty. May be logged."""


@dataclass(frozen=True)
class OutOfService:
    """What is shown when there is no content to show."""

    phone: str = _setting("")
    """A number to ring; empty: the person's. May be logged."""


@dataclass(frozen=True)
class Display:
    """The screen, and how far from it people stand or sit."""

    pixels_per_mm: float = _setting(0.0, Within(1.5, 16, also=0))
    """Pixels in a millimetre of the real screen; 0: ask the screen. May be logged."""
    viewing_distance_mm: float = _setting(500.0, Within(300, 1500))
    """Millimetres from the eye to the screen; text grows with it. May be logged."""
    renderer: str = _setting("auto", OneOf(("auto", "software")))
    """How screens are drawn: "auto" lets Qt choose, "software" needs no graphics driver. May be logged."""


@dataclass(frozen=True)
class Inactivity:
    """When a visitor is taken to have gone, and everything is forgotten."""

    idle_seconds: int = _setting(180, Within(60, 1200))
    """Seconds without a touch before the warning. May be logged."""
    warning_seconds: int = _setting(60, Within(20, 120))
    """Seconds that the warning stands before everything is forgotten. May be logged."""


@dataclass(frozen=True)
class Content:
    """What the kiosk says."""

    database: str = _setting("")
    """The content database; empty: the one inside the program. A path may start at the settings' folder.

    May be logged.
    """


@dataclass(frozen=True)
class Updates:
    """How the kiosk keeps its content right. Paths may start at the settings' folder."""

    source: str = _setting("")
    """Where the central file is: an https address, a folder, or "usb"; empty: content is never updated.

    May be logged.
    """
    root: str = _setting("")
    """The trusted root that the publisher gave; empty: the one inside the program, if any. May be logged."""
    releases: str = _setting("")
    """Where the kiosk keeps content that it has fetched; empty: a folder of the user who runs it. May be logged."""
    sticks: str = _setting("")
    """Where USB sticks show up, each in a folder of its own; empty: where systems show them. May be logged."""


@dataclass(frozen=True)
class Config:
    """Every setting, by section."""

    kiosk: Kiosk = Kiosk()
    person: Person = Person()
    out_of_service: OutOfService = OutOfService()
    display: Display = Display()
    inactivity: Inactivity = Inactivity()
    content: Content = Content()
    updates: Updates = Updates()


def load(path: Path | None) -> Config:
    """Read the settings; None gives the defaults.

    Raises ConfigError, naming the file, the setting and what is allowed, for anything that is not right.
    """
    if path is None:
        return Config()
    sections = _table(path, "", _read(path), Config)
    hints = get_type_hints(Config)
    config = Config(**{name: _section(path, name, value, hints[name]) for name, value in sections.items()})
    content, updates = config.content, config.updates
    return replace(
        config,
        content=replace(content, database=_beside(path, content.database)),
        updates=replace(
            updates,
            source=updates.source if _is_address(updates.source) else _beside(path, updates.source),
            root=_beside(path, updates.root),
            releases=_beside(path, updates.releases),
            sticks=_beside(path, updates.sticks),
        ),
    )


def _beside(settings: Path, written: str) -> str:
    """Return a path that may start at the settings' folder; empty for none."""
    return written and str(settings.parent / written)


def _is_address(source: str) -> bool:
    return source == USB or "://" in source


def _read(path: Path) -> dict[str, Any]:
    try:
        # Notepad puts a byte order mark before the text, which TOML does not know.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: the settings cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the settings are not saved as UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is not TOML: {mistyped(error)}.") from error


def _section(path: Path, name: str, value: Any, section: type) -> Any:
    hints = get_type_hints(section)
    allowed = {each.name: each.metadata["allowed"] for each in fields(section)}
    table = _table(path, f"[{name}] ", value, section)
    return section(**{key: _value(f"{path}: [{name}] {key}", table[key], hints[key], allowed[key]) for key in table})


def _table(path: Path, place: str, value: Any, section: type) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: {place.strip()} is a section: write its settings on the lines below it.")
    known = _known(section)
    for key in value:
        if key not in get_type_hints(section):
            near = known[get_close_matches(key, known, 1, 0)[0]]
            raise ConfigError(f"{path}: there is no setting {place}{key}. Did you mean {place}{near}?")
    return value


def _known(section: type) -> Mapping[str, str]:
    """Return the names that can stand in a section, each with how it is written; for all of it, settings as well."""
    if section is not Config:
        return {each.name: each.name for each in fields(section)}
    sections = get_type_hints(Config)
    settings = {key: f"[{name}] {key}" for name, each in sections.items() for key in get_type_hints(each)}
    return settings | {name: f"[{name}]" for name in sections}


def _value(where: str, value: Any, kind: type, allowed: Within | OneOf | Shaped | None) -> Any:
    right = _is_number(value, kind) if kind in (int, float) else isinstance(value, kind)
    if not right or (allowed is not None and not allowed.allows(value)):
        whole = " without a fraction" if kind is int else ""
        raise ConfigError(f"{where} must be {allowed or 'a text in quotes'}{whole}; it is {_as_written(value)}.")
    return kind(value)


def _is_number(value: Any, kind: type) -> bool:
    # True and False are whole numbers to Python, but not to anybody who writes settings.
    return isinstance(value, int | kind) and not isinstance(value, bool)


def _as_written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
