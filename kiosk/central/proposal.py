"""A proposal: new roots and targets, as far as people have signed them.

Where one signature is enough a proposal is signed and published at once. Where two are needed it waits in the central
folder, out of the sight of kiosks, until somebody else has signed it too. What replaces a key waits there in any case
while it is written: whoever comes next finishes what was interrupted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from securesystemslib.signer import Key
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Targets, VerificationResult

from kiosk.central.chain import Chain, files_of, published_on
from kiosk.central.keys import KeyRing
from kiosk.central.roles import ROOT, TARGETS, listed
from kiosk.errors import CentralError


@dataclass(frozen=True)
class Lack:
    """Signatures that are missing: how many, and whose would do."""

    number: int
    keys: tuple[Key, ...]

    def __str__(self) -> str:
        """Say it in words: `1 of amina or carys`."""
        return f"{self.number} of {listed(self.keys)}" if len(self.keys) > 1 else listed(self.keys)


@dataclass(frozen=True)
class Proposal:
    """New roots, in order, and new targets; each next one may be signed by more people as time goes on."""

    roots: tuple[Metadata[Root], ...] = ()
    targets: Metadata[Targets] | None = None

    @classmethod
    def read(cls, data: bytes) -> Proposal:
        """Read a proposal that was written. Raises CentralError for what is none."""
        try:
            made = json.loads(data)
            proposal = cls(tuple(map(_read, made["roots"])), _read(made["targets"]) if made["targets"] else None)
            types = [each.signed.type for each in proposal._everything() if each.signed_bytes]
            if types == [ROOT] * len(proposal.roots) + [TARGETS] * bool(proposal.targets):
                for target in files_of(proposal.targets.signed).values() if proposal.targets else ():
                    published_on(target)
                return proposal
        except (ValueError, TypeError, LookupError, RecursionError, RepositoryError):
            pass
        raise CentralError(
            "What waits for signatures (pending/proposal.json) is damaged. Delete it, and publish again."
        )

    def write(self) -> bytes:
        """Return it as it is written."""
        made = {"roots": [each.to_dict() for each in self.roots], "targets": self.targets and self.targets.to_dict()}
        return json.dumps(made, indent=1, sort_keys=True).encode()

    def after(self, chain: Chain) -> Proposal | None:
        """Return what of it does not stand yet; None where others have published since, and it leads nowhere."""
        done = {made.signed.version: made for made in chain.roots}
        roots = tuple(each for each in self.roots if not _same(each, done.get(each.signed.version)))
        targets = None if _same(self.targets, chain.targets) else self.targets
        expected = range(chain.root.version + 1, chain.root.version + 1 + len(roots))
        if [each.signed.version for each in roots] != list(expected):
            return None
        if targets and targets.signed.version <= chain.targets.signed.version:
            return None
        following = Proposal(roots, targets)
        return following if targets or holds(chain.targets, following.last(chain.root)) else None

    def last(self, root: Root) -> Root:
        """Return who may sign once it stands; `root` says who may now."""
        return self.roots[-1].signed if self.roots else root

    def lack(self, root: Root) -> Lack | None:
        """Return the signatures that are missing where `root` stands now; None where it is complete."""
        results = [result for made in self._everything() for result in self._results(root, made) if not result.verified]
        if not results:
            return None
        return Lack(max(result.missing for result in results), tuple(_each(result.unsigned for result in results)))

    def lacking(self, root: Root) -> list[Key]:
        """Return those who may sign now and have not."""
        signed = {key.keyid for key in self.signed_by(root)}
        return [key for key in self.keys(root) if key.keyid in root.keys and key.keyid not in signed]

    def signed_by(self, root: Root) -> list[Key]:
        """Return those who may sign now and have; what new roots say of themselves does not count."""
        return _each(
            root.get_verification_result(made.signed.type, made.signed_bytes, made.signatures).signed
            for made in self._everything()
        )

    def sign(self, root: Root, ring: KeyRing) -> None:
        """Sign it with the keys at hand, as far as it needs. Raises CentralError for a wrong passphrase."""
        for made in self._everything():
            for key in sorted(self._missing(root, made), key=ring.is_locked):
                if signer := ring.signer(key):
                    made.sign(signer, append=True)
                if not self._missing(root, made):
                    break

    def keys(self, root: Root) -> list[Key]:
        """Return every key that may sign it."""
        return _each(
            result.signed | result.unsigned for made in self._everything() for result in self._results(root, made)
        )

    def _missing(self, root: Root, made: Metadata[Any]) -> list[Key]:
        return _each(result.unsigned for result in self._results(root, made) if not result.verified)

    def _everything(self) -> list[Metadata[Any]]:
        return [*self.roots, *([self.targets] if self.targets else [])]

    def _results(self, root: Root, made: Metadata[Any]) -> list[VerificationResult]:
        """Return how far something is signed, under each root by which it has to be."""
        data, role = made.signed_bytes, made.signed.type
        return [each.get_verification_result(role, data, made.signatures) for each in self._delegators(root, made)]

    def _delegators(self, root: Root, made: Metadata[Any]) -> list[Root]:
        """Return the roots under which something has to hold: while all is written, and from then on."""
        roots = [root, *(each.signed for each in self.roots)]
        if made is self.targets:
            return roots[1:][-2:] or roots
        number = roots.index(made.signed)
        return roots[number - 1 : number + 1]


def _each(found: Iterable[Mapping[str, Key]]) -> list[Key]:
    """Return each of the keys once."""
    return list({key_id: key for keys in found for key_id, key in keys.items()}.values())


def holds(made: Metadata[Any], root: Root) -> bool:
    """Say whether something is signed by who has to under a root."""
    return bool(root.get_verification_result(made.signed.type, made.signed_bytes, made.signatures))


def _read(made: object) -> Metadata[Any]:
    return Metadata.from_bytes(json.dumps(made).encode())


def _same(one: Metadata[Any] | None, other: Metadata[Any] | None) -> bool:
    return one is not None and other is not None and one.signed == other.signed
