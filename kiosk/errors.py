"""The family of expected errors: each is something a person can put right.

```
KioskError
├── UsageError            the caller can fix it: a wrong word on the command line
├── ConfigError           the operator can fix it: a setting
├── ContentError          the author can fix it; carries the list of problems
│   └── ContentTooNewError  the program is older than the content
├── UpdateError           the kiosk keeps what it has, and tries later; says why
└── CentralError          the publisher can fix it: the central folder, a key, a passphrase
```

Anything else that is raised is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class KioskError(Exception):
    """An expected error, with one clear sentence for the person who can fix it."""

    exit_code = 1


class UsageError(KioskError):
    """A question, option, rule or place that was asked for does not exist."""

    exit_code = 2


class ConfigError(KioskError):
    """A setting is wrong; the sentence names the file and the setting."""

    exit_code = 3


@dataclass(frozen=True)
class Problem:
    """One thing wrong with the content: which file, where in it, and what to do."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        """Give the problem as one line: file, place, sentence."""
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


class ContentError(KioskError):
    """The content is broken, missing or not ours; `problems` names each thing wrong with it."""

    exit_code = 4

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ContentTooNewError(ContentError):
    """The content's schema is newer than this program can read."""


class UpdateError(KioskError):
    """New content could not be taken: what the kiosk has stays as it is. The sentence says why and what to do."""

    exit_code = 5


class CentralError(KioskError):
    """The central folder or a key is not as it has to be; nothing was published."""

    exit_code = 6
