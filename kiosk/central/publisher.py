"""A publisher at work: what stands is read and proved under the lock, and what is signed is written in order.

The order is the promise: content, targets, snapshot, and the timestamp last. At every moment a kiosk finds all of the
old or all of the new. A key is replaced by two roots: under the first, the old and the new key both count; then all
that the old one had signed is signed anew; under the second, the new key alone counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot

from kiosk.central.chain import TIME, Chain, name_of
from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.keys import KeyRing
from kiosk.central.lock import PATIENCE
from kiosk.central.proposal import Lack, Proposal, holds
from kiosk.central.roles import SNAPSHOT, online_key
from kiosk.central.spare import tidy
from kiosk.errors import CentralError
from kiosk.updates.naming import SIGNED_ON

LONGEST_SILENCE = timedelta(days=365)
"""A clock that has moved on further than this since the last signature has to be confirmed."""


@dataclass(frozen=True)
class Waiting:
    """A proposal that waits: for people, or, where `lack` is None, for the machine that has the online key."""

    proposal: Proposal
    lack: Lack | None


@dataclass(frozen=True)
class Publisher:
    """Somebody with keys before a central folder. `clock` gives the time of the machine, in UTC and whole seconds."""

    folder: CentralFolder
    ring: KeyRing
    charter: Charter
    clock: Callable[[], datetime]
    clock_is_right: bool = False
    """Somebody has looked at the clock and found it right."""
    patience: float = PATIENCE
    """Seconds to wait for another publisher."""

    @property
    def now(self) -> datetime:
        """The time: another one after somebody has typed a passphrase, or waited for another publisher."""
        return self.clock()

    @contextmanager
    def at_work(self) -> Iterator[Chain]:
        """Be the only publisher, and give what stands; what was signed and then interrupted is finished first.

        Raises CentralError where the folder, the clock or a key is not right.
        """
        self.folder.prove_central()
        with self.folder.told(), self.folder.locked(self.now, self.patience):
            chain = self.folder.chain()
            self.prove_clock(chain)
            proposal = self.waiting(chain)
            if proposal and proposal.lack(chain.root) is None and self._online_signer(proposal.last(chain.root)):
                chain = self._write(proposal, chain)
            yield chain

    def prove_clock(self, chain: Chain) -> None:
        """See that the clock can be right. Raises CentralError where it goes back, or on by more than a year."""
        now, last = self.now, chain.signed_on
        if self.clock_is_right:
            return
        if now < last:
            raise CentralError(
                f"The clock of this machine says {now:%Y-%m-%d %H:%M} UTC, but the newest signature is of "
                f"{last:%Y-%m-%d %H:%M} UTC. Set the clock. If it was wrong only then, add --clock-is-right."
            )
        if now - last > LONGEST_SILENCE:
            raise CentralError(
                f"The clock of this machine says {now:%Y-%m-%d}, and nothing was signed since {last:%Y-%m-%d}. "
                "If the clock is right, add --clock-is-right."
            )

    def waiting(self, chain: Chain) -> Proposal | None:
        """Return what waits for signatures and can still follow what stands; None for nothing."""
        try:
            written = self.folder.pending()
            proposal = Proposal.read(written).after(chain) if written else None
        except CentralError:  # whoever damages it shall not keep a timer from renewing
            return None
        return proposal if proposal and (proposal.roots or proposal.targets) else None

    def settle(self, proposal: Proposal, chain: Chain, content: Mapping[str, bytes] | None = None) -> Chain | Waiting:
        """Sign a proposal with the keys at hand; publish it where that is enough, else let it wait.

        `content` are the bytes of new targets, by their name. Raises CentralError where nobody signs it, OSError.
        """
        proposal.sign(chain.root, self.ring)
        if not proposal.signed_by(chain.root):
            why = ", and ".join(self.ring.lacks(key) for key in proposal.lacking(chain.root))
            raise CentralError(f"Nobody has signed: {why}. Nothing was changed.")
        for name, data in (content or {}).items():
            self.folder.write_content(name, data)
        lack = proposal.lack(chain.root)
        waits = lack or not self._online_signer(proposal.last(chain.root))
        if waits or proposal.roots:
            self.folder.keep_pending(proposal.write())
        return Waiting(proposal, lack) if waits else self._write(proposal, chain)

    def renew(self, chain: Chain) -> Chain:
        """Sign a new timestamp, and the snapshot where it is near its end. Raises CentralError, OSError."""
        chain = self._refer(chain, chain.root)
        tidy(self.folder, chain, self.now)
        return chain

    def next(self, made: Metadata[Any], version: int) -> Metadata[Any]:
        """Return an unsigned next version of something, which is good from now on."""
        following = Metadata.from_bytes(made.to_bytes())
        following.signatures.clear()
        following.signed.version = version
        following.signed.expires = self.charter.expires(made.signed.type, self.now)
        return following

    def _write(self, proposal: Proposal, chain: Chain) -> Chain:
        """Write what is signed, in the order that keeps the folder right."""
        last = proposal.last(chain.root)
        early, late = _split(proposal.roots, chain)
        for root in early:
            self.folder.write_once(name_of(root), root.to_bytes())
        if proposal.targets:
            self.folder.write_once(name_of(proposal.targets), proposal.targets.to_bytes())
        chain = self._refer(replace(chain, targets=proposal.targets or chain.targets), last)
        for root in late:
            self.folder.write_once(name_of(root), root.to_bytes())
            chain = self._refer(chain, last)  # a kiosk looks for roots when the timestamp is new
        self.folder.clear_pending()
        chain = self.folder.chain()
        tidy(self.folder, chain, self.now)
        return chain

    def _refer(self, chain: Chain, root: Root) -> Chain:
        """Sign what refers to the targets: the snapshot where it has to be new, and the timestamp."""
        signer = self._online_signer(root)
        if signer is None:
            raise CentralError(f"The online key has to sign: {self.ring.lacks(online_key(root))}. Nothing was changed.")
        snapshot, timestamp = chain.snapshot, self.next(chain.timestamp, chain.timestamp.signed.version + 1)
        if self._is_due(chain, root):
            snapshot = self._new_snapshot(chain, signer)
            timestamp.signed.snapshot_meta = _refer(snapshot)
        timestamp.signed.unrecognized_fields[SIGNED_ON] = self.now.strftime(TIME)
        timestamp.sign(signer)
        self.folder.replace_timestamp(timestamp.to_bytes(), chain.stamp)
        return replace(chain, snapshot=snapshot, timestamp=timestamp, stamp=timestamp.to_bytes())

    def _new_snapshot(self, chain: Chain, signer: CryptoSigner) -> Metadata[Snapshot]:
        snapshot = self.next(chain.snapshot, self.folder.next_number(SNAPSHOT, chain.snapshot.signed.version))
        if _is_newer(chain):
            snapshot.signed.meta["targets.json"] = _refer(chain.targets)
        snapshot.sign(signer)
        self.folder.write_once(name_of(snapshot), snapshot.to_bytes())
        return snapshot

    def _is_due(self, chain: Chain, root: Root) -> bool:
        """Say whether the snapshot has to be signed anew: for new targets, under a new key, or near its end."""
        near = self.charter.renews(SNAPSHOT, chain.snapshot.signed.expires, self.now)
        return _is_newer(chain) or near or not holds(chain.snapshot, root)

    def _online_signer(self, root: Root) -> CryptoSigner | None:
        return self.ring.signer(online_key(root))


def _is_newer(chain: Chain) -> bool:
    """Say whether the targets are newer than the snapshot knows."""
    return chain.snapshot.signed.meta["targets.json"].version != chain.targets.signed.version


def _refer(made: Metadata[Any]) -> MetaFile:
    """Return what refers to a metadata file that was just made: its version, length and hash."""
    return MetaFile.from_data(made.signed.version, made.to_bytes(), ["sha256"])


def _split(
    roots: tuple[Metadata[Root], ...], chain: Chain
) -> tuple[tuple[Metadata[Root], ...], tuple[Metadata[Root], ...]]:
    """Return the roots that go before all else, and those under which what stands now would not hold."""
    standing = (chain.targets, chain.snapshot, chain.timestamp)
    if roots and not all(holds(made, roots[-1].signed) for made in standing):
        return roots[:-1], roots[-1:]
    return roots, ()
