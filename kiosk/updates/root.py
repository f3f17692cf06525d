"""The trusted root: the one file that a kiosk believes unseen, because somebody brought it."""

from __future__ import annotations

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root


def read_root(data: bytes) -> Metadata[Root]:
    """Return a root that has signed itself. Raises RepositoryError for anything else (TUF specification, 5.3)."""
    made = Metadata[Root].from_bytes(data)
    verify_root(made, None)
    return made


def verify_root(made: Metadata[Root], before: Root | None) -> None:
    """Raise RepositoryError unless a root is signed by itself and by the one before it."""
    if made.signed.type != Root.type:
        raise RepositoryError(f"it is a {made.signed.type}")
    if not made.signed.get_root_verification_result(before, made.signed_bytes, made.signatures):
        raise RepositoryError("too few signatures")
