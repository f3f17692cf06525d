"""The charter of a central folder: for how long each signature is good. It stands in the folder of keys, in TOML."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.disk import Disk
from kiosk.errors import CentralError

SETTINGS = "central.toml"
"""The name of the file, in the folder of keys."""
LONGEST = 3650
"""Days that anything may be good for."""

_SOON = 14
_EARLY = 60
_TEXT = """\
# For how many days each signature of the central folder is good. What is signed next keeps to it.
#
# root, targets: people sign them; longer asks less of them.
# snapshot, timestamp: the online key signs them. Shorter: a kiosk that is kept from what is new says so sooner.
# Longer: a USB stick is good for longer. `send-kiosk central renew`, once a week on a timer, signs them again.

[expiry_days]
"""


@dataclass(frozen=True)
class Charter:
    """For how many days what each role signs is good, from the moment it is signed."""

    root: int = 730
    targets: int = 365
    snapshot: int = 365
    timestamp: int = 35

    def days(self, role: str) -> int:
        """Return the days of a role."""
        days: int = getattr(self, role)
        return days

    def expires(self, role: str, now: datetime) -> datetime:
        """Return when something expires that is signed now."""
        return now + timedelta(days=self.days(role))

    def warns(self, role: str, expires: datetime, now: datetime) -> bool:
        """Say whether it is high time: it has expired, or does within 14 days (or half of a shorter life)."""
        return expires - now <= timedelta(days=min(_SOON, self.days(role) / 2))

    def renews(self, role: str, expires: datetime, now: datetime) -> bool:
        """Say whether to sign it again while somebody is at it: it expires within 60 days (or half of its life)."""
        return expires - now <= timedelta(days=min(_EARLY, self.days(role) / 2))

    def write(self, disk: Disk, keys: Path) -> None:
        """Write the settings into the folder of keys."""
        lines = "".join(f"{role} = {days}\n" for role, days in asdict(self).items())
        disk.replace_file(keys / SETTINGS, f"{_TEXT}{lines}".encode())
        (keys / SETTINGS).chmod(0o600)


def load(keys: Path) -> Charter:
    """Read the settings of a folder of keys; where there are none, return the defaults.

    Raises CentralError, naming the file and what is wrong.
    """
    path = keys / SETTINGS
    try:
        made = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Charter()
    except OSError as error:
        raise CentralError(f"{path} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise CentralError(f"{path} is no TOML file ({error}).") from error
    return Charter(**_days(path, made))


def _days(path: Path, made: dict[str, Any]) -> dict[str, int]:
    days = made.pop("expiry_days", {})
    known = {field.name for field in fields(Charter)}
    if made or not isinstance(days, dict) or not days.keys() <= known:
        raise CentralError(f"{path} may hold [expiry_days] with {', '.join(sorted(known))}, and nothing else.")
    for role, number in days.items():
        if type(number) is not int or not 1 <= number <= LONGEST:
            raise CentralError(f"{path}: {role} must be a whole number of days from 1 to {LONGEST}.")
    return days
