"""Who signs what: the roles of The Update Framework, the people and the online key behind them, and their names.

Root says who may sign; targets, what the content is. People sign both. Snapshot (which belong together) and timestamp
(that it is the newest) are signed by one online key, which a timer may use: it can hold content back, not change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from securesystemslib.signer import Key
from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from kiosk.errors import CentralError

ROOT, TARGETS, SNAPSHOT, TIMESTAMP = Root.type, Targets.type, Snapshot.type, Timestamp.type
ROLES = (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)
"""Every role, from the one that is trusted to the ones that follow from it."""
PEOPLE = (ROOT, TARGETS)
"""The roles that people sign."""
ONLINE_ROLES = (SNAPSHOT, TIMESTAMP)
"""The roles that a timer may sign."""
ONLINE = "online"
"""The name of the key that signs them."""
PERSONS = ("person-1", "person-2", "person-3")
"""What three signers are called when nobody says their names."""

_NAME = "x-send-kiosk-name"
_NAME_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 40


def named(key: Key, name: str) -> Key:
    """Return a key that carries the name of its owner, for everybody to see. Raises CentralError for no proper name."""
    key.unrecognized_fields[_NAME] = proper_name(name)
    return key


def name_of(key: Key) -> str:
    """Return what a key is called: its owner's name, else the beginning of its id."""
    return str(key.unrecognized_fields.get(_NAME) or short(key.keyid))


def short(key_id: str) -> str:
    """Return the beginning of a key's id, which is enough to tell keys apart."""
    return key_id[:8]


def proper_name(name: str) -> str:
    """Return a name that can stand in the name of a file. Raises CentralError for any other."""
    if not _NAME_SHAPE.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise CentralError(
            f"{name!r} cannot name a key: write small letters and digits, with hyphens, such as amina-k."
        )
    return name


def keys_of(root: Root, role: str) -> list[Key]:
    """Return the keys that may sign a role, in their order."""
    return [root.keys[key_id] for key_id in root.roles[role].keyids]


def online_key(root: Root) -> Key:
    """Return the key that signs snapshot and timestamp; while it is being replaced, the new one."""
    return keys_of(root, TIMESTAMP)[-1]


def roles_of(root: Root, key: Key) -> tuple[str, ...]:
    """Return the roles that a key may sign."""
    return tuple(role for role in ROLES if key.keyid in root.roles[role].keyids)


def assign(root: Root, keys: Iterable[Key], roles: Sequence[str]) -> None:
    """Let each of the keys sign each of the roles."""
    for role in roles:
        for key in keys:
            root.add_key(key, role)


def find(root: Root, name: str) -> Key:
    """Return the key of a name, of a role that has one key alone, or of the beginning of an id.

    Raises CentralError where there is none, or several.
    """
    found = [
        key for key in root.keys.values() if name == name_of(key) or (len(name) >= 8 and key.keyid.startswith(name))
    ]
    if not found and name in ROLES:
        found = keys_of(root, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise CentralError(f"There is no key {name!r}. There are: {listed(root.keys.values(), 'and')}.")
    ids = ", ".join(f"{name_of(key)} ({short(key.keyid)})" for key in found)
    raise CentralError(f"{name} has {len(found)} keys: {ids}. Name the one to replace, by its name or its id.")


def listed(keys: Iterable[Key], last: str = "or") -> str:
    """Return the names of keys in words: `amina, ben or carys`."""
    names = [name_of(key) for key in keys]
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
