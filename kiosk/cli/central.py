"""`send-kiosk central`: for the people who publish what every kiosk shows."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.central import keys as key_files
from kiosk.central import publishing, renewal, rotation
from kiosk.central.bundle import bundle as write_bundle
from kiosk.central.candidate import Candidate
from kiosk.central.chain import Chain
from kiosk.central.charter import LONGEST, Charter, load
from kiosk.central.folder import CentralFolder
from kiosk.central.founding import Founding
from kiosk.central.keys import SecretKey
from kiosk.central.publisher import Publisher
from kiosk.central.roles import ONLINE, PERSONS, ROOT, TARGETS, find, keys_of, name_of, online_key
from kiosk.central.status import status as look
from kiosk.cli import central_words as words
from kiosk.cli import founding_words
from kiosk.cli.arguments import DAY
from kiosk.cli.authors import PACKAGES
from kiosk.cli.difference import difference
from kiosk.cli.signing import PATH, chosen, given, keys_folder, keys_option, now, passphrase_option, signing
from kiosk.content.build import build
from kiosk.content.database import SCHEMA_VERSION
from kiosk.errors import ContentError, UsageError

_DAYS = click.IntRange(1, LONGEST)


@click.group()
def central() -> None:
    """Publish once, and every kiosk keeps itself right: keys, signing, the folder that kiosks fetch from."""


@central.command()
@click.argument("folder", type=PATH)
@click.option("--signers", type=click.Choice(["1", "2-of-3"]), default="1", help="One person, or two of three.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="The name of one of three; give it three times.")
@keys_option
@passphrase_option
@click.option("--root-days", type=_DAYS, default=Charter.root, show_default=True, help="How long root is good.")
@click.option("--targets-days", type=_DAYS, default=Charter.targets, show_default=True, help="And targets,")
@click.option("--snapshot-days", type=_DAYS, default=Charter.snapshot, show_default=True, help="and snapshot,")
@click.option("--timestamp-days", type=_DAYS, default=Charter.timestamp, show_default=True, help="and timestamp.")
def init(
    folder: Path,
    signers: str,
    names: tuple[str, ...],
    keys: Path | None,
    passphrase_files: tuple[Path, ...],
    **days: int,
) -> None:
    """Make a new central folder and its keys.

    FOLDER, and the folder of keys beside it, have to be new or empty.
    """
    people = (names or PERSONS) if signers != "1" else ()
    if names and not people:
        raise UsageError("Names are for three signers: add --signers 2-of-3.")
    charter = Charter(**{name.removesuffix("_days"): number for name, number in days.items()})
    founding = Founding(CentralFolder(folder), keys_folder(folder, keys), charter, people, now())
    for_a_timer = given(passphrase_files)

    def passphrase(name: str) -> str:
        return for_a_timer[0] if name == ONLINE and for_a_timer else chosen(founding_words.whose(name))

    founding.prove()
    _say(founding_words.before_founding(people))
    _, files = founding.found(passphrase)
    _say(founding_words.founded(founding, files))


@central.command()
@signing
@click.option("--data", type=PATH, metavar="DIR", help="The content's sources; else those of this program.")
@click.option("--content", type=PATH, metavar="FILE", help="A content database that is built already.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Check reviews as of this day; else today.")
@click.option("--older-on-purpose", is_flag=True, help="Publish content that is older than what is published.")
def publish(
    publisher: Publisher,
    keys: Path,
    data: Path | None,
    content: Path | None,
    as_of: datetime | None,
    older_on_purpose: bool,
) -> None:
    """Check content, sign it, put it where kiosks look.

    First it says what changes for the public. Where two have to sign, the second says `sign`.
    """
    if data and content:
        raise UsageError("Give either --data or --content.")
    chain = publisher.folder.chain()
    with _candidate(publisher, data, content, as_of) as (candidate, source):
        if not publishing.is_published(chain, candidate):
            publishing.prove_date(chain, candidate, publisher.now, older_on_purpose)
            _say(words.replaced(publisher, chain))
            _say_difference(publisher.folder, chain, source)
            publisher.ring.open(keys_of(chain.root, TARGETS), chain.root.roles[TARGETS].threshold)
        publisher.ring.open([online_key(chain.root)], 1)
        done = publishing.publish(publisher, candidate, older_on_purpose)
    _say(words.published(publisher, done, candidate))


@central.command()
@signing
def sign(publisher: Publisher, keys: Path) -> None:
    """Sign what somebody else has signed first.

    What it would change is shown before the passphrase is asked for.
    """
    chain = publisher.folder.chain()
    proposal = publishing.proposed(publisher, chain)
    _say(words.proposed(proposal, chain))
    if proposal.targets:
        source = publishing.content_file(publisher.folder, proposal.targets.signed, SCHEMA_VERSION)
        if source:
            Candidate.read(source, publisher.now.date())
            _say_difference(publisher.folder, chain, source)
    if lack := proposal.lack(chain.root):
        publisher.ring.open(lack.keys, lack.number)
    publisher.ring.open([online_key(proposal.last(chain.root))], 1)
    _say(words.published(publisher, publishing.sign(publisher, proposal)))


@central.command()
@click.argument("folder", type=PATH)
@click.argument("out", type=PATH, metavar="OUT.zip")
def bundle(folder: Path, out: Path) -> None:
    """Write all of it as one file, for a USB stick.

    OUT.zip may be the folder of the stick: kiosks look there for send-kiosk-content.zip.
    """
    path, chain = write_bundle(CentralFolder(folder), out, now())
    _say(words.bundled(path, chain))


@central.command()
@signing
def renew(publisher: Publisher, keys: Path) -> None:
    """Sign again what would expire, once a week.

    A timer does it with the online key alone. What people have to sign before it expires is told in good time.
    """
    chain = publisher.folder.chain()
    publisher.ring.open([online_key(chain.root)], 1)
    for role in renewal.ageing_roles(chain, publisher.charter, publisher.now):
        publisher.ring.open(keys_of(chain.root, role), chain.root.roles[role].threshold)
    _say(words.renewed(publisher, renewal.renew(publisher)))


@central.command()
@signing
@click.argument("name", metavar="ROLE|KEY")
@click.option("--to", "person", metavar="NAME", help="The name of the person whose key takes its place; else the same.")
def rotate(publisher: Publisher, keys: Path, name: str, person: str | None) -> None:
    """Replace a key that is lost or stolen.

    ROLE|KEY is root, targets or online, the name of a person, or the id of a key.
    """
    chain = publisher.folder.chain()
    old = find(chain.root, name)
    key = key_files.make(rotation.name_for(chain.root, old, person))
    publisher.ring.open(keys_of(chain.root, ROOT), chain.root.roles[ROOT].threshold)
    if old != online_key(chain.root):
        publisher.ring.open([online_key(chain.root)], 1)
    passphrase = chosen(f"the new key {name_of(key.public)}")

    def write() -> SecretKey:
        files.append(key_files.write_into(publisher.folder.disk, keys, key, passphrase))
        return key

    files: list[Path] = []
    done = rotation.rotate(publisher, old, write)
    _say(words.rotated(publisher, chain, old, files[0], done))


@central.command()
@click.argument("folder", type=PATH)
@keys_option
@click.option("--json", "as_json", is_flag=True, help="For another program.")
def status(folder: Path, keys: Path | None, as_json: bool) -> None:
    """Say who signed what, and what expires when.

    Everything is verified. It ends with exit code 1 where somebody has to do something.
    """
    keys = keys_folder(folder, keys)
    ring = key_files.KeyRing(key_files.in_folder(keys))
    moment = now()
    found = look(CentralFolder(folder), ring, load(keys), moment)
    if as_json:
        click.echo(json.dumps(asdict(found), default=words.in_json, indent=2, ensure_ascii=False))
    else:
        _say(words.status(found, moment))
    if found.problems:
        click.get_current_context().exit(1)


@contextmanager
def _candidate(
    publisher: Publisher, data: Path | None, content: Path | None, as_of: datetime | None
) -> Iterator[tuple[Candidate, Path]]:
    """Give the content to publish, proved, and what it is compared by: the sources, or the database itself."""
    on = as_of.date() if as_of else publisher.now.date()
    if content:
        yield Candidate.read(content, on), content
        return
    sources = data or paths.DATA
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "content.db"
        try:
            verdict = build(sources, database, on, public=True)
        except ModuleNotFoundError as error:
            package = (error.name or "").partition(".")[0]
            if package not in PACKAGES:
                raise
            message = f"This needs what authors install ({package}): run `make set-up-dev` in the source, or --content."
            raise UsageError(message) from error
        click.echo(str(verdict.proof))
        yield Candidate.read(database, on), sources


def _say_difference(folder: CentralFolder, chain: Chain, source: Path) -> None:
    """Say what changes for the public against what is published now."""
    before = publishing.content_file(folder, chain.targets.signed, SCHEMA_VERSION)
    if before is None:
        older = "What is published is of another format, and cannot be compared."
        click.echo(older if chain.files() else "Nothing was published before.")
        return
    try:
        _say(difference(before, source))
    except ContentError as error:
        click.echo(f"What is published now cannot be compared: {error}")


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
