"""What `send-kiosk central` says: what was done, and what somebody has to do next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import assert_never

from securesystemslib.signer import Key
from tuf.api.metadata import Root

from kiosk.central.candidate import Candidate
from kiosk.central.chain import Chain, broken_files
from kiosk.central.proposal import Proposal
from kiosk.central.publisher import Publisher, Waiting
from kiosk.central.publishing import Published
from kiosk.central.renewal import Renewed, said_of
from kiosk.central.roles import (
    ONLINE,
    ONLINE_ROLES,
    ROLES,
    TIMESTAMP,
    listed,
    name_of,
    roles_of,
    short,
)
from kiosk.central.status import Signature, Status
from kiosk.updates.naming import BUNDLE_NAME
from kiosk.updates.sticks import is_bundle


def published(
    publisher: Publisher, done: Published | Renewed | Waiting, candidate: Candidate | None = None
) -> Iterator[str]:
    """Yield what came of publishing or signing."""
    match done:
        case Published():
            yield f"Published: {_what(done.chain, candidate)}. Every kiosk that looks from now on takes it."
            yield _good_until(done.chain)
        case Renewed():
            yield "These very bytes are published already, so that nothing changed but the timestamp."
            yield from renewed(publisher, done)
        case Waiting():
            yield from _waiting(publisher, done)
        case _ as never:
            assert_never(never)


def renewed(publisher: Publisher, done: Renewed) -> Iterator[str]:
    """Yield until when everything is good now, who has to sign by when, and which content no kiosk can fetch."""
    yield f"Renewed. {_good_until(done.chain)}"
    yield from broken_files(publisher.folder, done.chain.targets.signed)
    yield from (said_of(publisher.folder, done.chain, role, publisher.now) for role in done.ageing)
    if done.waiting:
        yield from _waiting(publisher, done.waiting)


def proposed(proposal: Proposal, chain: Chain) -> Iterator[str]:
    """Yield what waits for signatures, and what it would change but for the content."""
    yield f"This waits, signed by {listed(proposal.signed_by(chain.root), 'and')}:"
    before = chain.root
    for made in proposal.roots:
        yield from _new_root(before, made.signed)
        before = made.signed
    if proposal.targets:
        yield f"  targets, version {proposal.targets.signed.version}:"
        for target in proposal.targets.signed.targets.values():
            published_on = (target.custom or {}).get("published", "no date")
            yield f"    {target.path} of {published_on}, {_size(target.length)}"


def replaced(publisher: Publisher, chain: Chain) -> Iterator[str]:
    """Yield whose signed content, which waits for another signature, new content would take the place of."""
    waiting = publisher.waiting(chain)
    if waiting and waiting.targets and waiting.lack(chain.root):
        by = listed(waiting.signed_by(chain.root), "and") or "nobody"
        command = f"send-kiosk central sign {publisher.folder.typed}"
        yield f"Content waits already, signed by {by}: this takes its place. To see it, and sign it: `{command}`."


def bundled(path: Path, chain: Chain) -> Iterator[str]:
    """Yield what is in a bundle, and how long it is good."""
    first = min(ROLES, key=lambda role: chain.made(role).signed.expires)
    yield f"Written {path}, {_size(path.stat().st_size)}: the content of {_day(chain.published or date.min)}."
    yield f"Kiosks take it until {_day(chain.made(first).signed.expires)}. After that, renew and write it again."
    if not is_bundle(path.name):
        yield f"On a stick kiosks look for {BUNDLE_NAME}: give it that name there."


def rotated(publisher: Publisher, before: Chain, old: Key, file: Path, done: Chain | Waiting) -> Iterator[str]:
    """Yield what came of replacing a key, what kiosks do, and what becomes of the files."""
    name, roles = name_of(old), roles_of(before.root, old)
    yield f"The new key is {file}. Back it up" + ("." if ONLINE in name else ", and carry it to whoever signs with it.")
    if isinstance(done, Waiting):
        yield from _waiting(publisher, done)
        yield f"So long the old key {name} ({short(old.keyid)}) counts, and the new one does not."
    else:
        yield f"The old key {name} ({short(old.keyid)}) counts no more, for {' and '.join(roles)}. Destroy its file."
        yield _good_until(done)
    yield "Kiosks learn of it by themselves when they look the next time. What they show stays."
    if set(roles) & set(ONLINE_ROLES):
        yield "They forget the version numbers that the old key has signed, however high."
    yield "A stick that was written before does not know the new key: write bundles anew."


def status(found: Status, now: datetime) -> Iterator[str]:
    """Yield a status for people, what has to be done last."""
    yield f"{found.folder} on {_day(now)}, {now:%H:%M} UTC"
    if found.signed_on:
        yield from _standing(found)
    yield ""
    yield from (f"WARNING: {problem}" for problem in found.problems)
    if not found.problems:
        yield "All of it is right."


def in_json(value: object) -> str:
    """Return a time as it stands in signed metadata."""
    assert isinstance(value, datetime)
    return value.strftime("%Y-%m-%dT%H:%M:%SZ")


def _standing(found: Status) -> Iterator[str]:
    yield ""
    for content in found.contents:
        yield f"content    {content.published}  {_size(content.size):>9}  {content.file}"
    if not found.contents:
        yield "content    none is published yet"
    yield from map(_signed, found.signatures)
    yield ""
    for key in found.keys:
        yield f"key        {key.name:<12} {key.id}  signs {' and '.join(key.roles):<22}  {key.file or 'not here'}"
    if found.waiting:
        yield f"waiting    {found.waiting}"
    if found.kept:
        yield f"kept       {len(found.kept)} files of earlier versions, for kiosks that are halfway"
    yield from (f"stray      nothing refers to {name}" for name in found.strays)


def _signed(signature: Signature) -> str:
    left = f"{signature.days_left} days left" if signature.days_left >= 0 else "EXPIRED"
    until, by = f"until {signature.expires:%Y-%m-%d} ({left})", " and ".join(signature.signed_by)
    return f"{signature.role:<10} version {signature.version:<4} {until}, signed by {by}"


def _what(chain: Chain, candidate: Candidate | None) -> str:
    if candidate:
        return f"the content of {_day(candidate.published)} ({_size(len(candidate.data))})"
    return "what waited" + (f"; the content is that of {_day(chain.published)}" if chain.published else "")


def _waiting(publisher: Publisher, done: Waiting) -> Iterator[str]:
    folder = publisher.folder
    if done.lack:
        command = f"send-kiosk central sign {folder.typed}"
        yield f"Signed, but not published yet: {done.lack} has to sign too, with `{command}`."
    else:
        yield f"Signed by everybody. Where the online key is, `send-kiosk central renew {folder.typed}` publishes it."
    yield "Until then kiosks see nothing of it."


def _new_root(before: Root, after: Root) -> Iterator[str]:
    yield f"  root, version {after.version}, good until {_day(after.expires)}:"
    for role in ROLES:
        old, new = (dict.fromkeys(root.roles[role].keyids) for root in (before, after))
        yield from (f"    {role} may be signed by {_named(after, each)}, too" for each in new if each not in old)
        yield from (f"    {role} may be signed by {_named(before, each)} no more" for each in old if each not in new)
        if before.roles[role].threshold != after.roles[role].threshold:
            yield f"    {role} needs {after.roles[role].threshold} of those, not {before.roles[role].threshold} as now"


def _named(root: Root, key_id: str) -> str:
    return f"{name_of(root.keys[key_id])} ({short(key_id)})"


def _good_until(chain: Chain) -> str:
    return f"The timestamp is good until {_day(chain.made(TIMESTAMP).signed.expires)}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 100_000 else f"{number / 1000:.1f} kB"
