"""What changed between two sets of content, in sentences for the people who answer for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kiosk.content.changes import Change, Difference, changes, of_content, of_store
from kiosk.content.content import Content
from kiosk.content.signoffs import standing
from kiosk.content.sources import read
from kiosk.content.store import ContentStore
from kiosk.errors import UsageError

NOTHING = "Nothing that the kiosk says has changed."


def difference(old: Path, new: Path) -> Iterator[str]:
    """Yield what changed, line by line. Each path is a folder of sources or a content database.

    Raises ContentError for content that cannot be read, UsageError for a path that is neither.
    """
    with ExitStack() as opened:
        before, after = (_opened(path, opened) for path in (old, new))
        yield from between(before, after)


def between(before: Content | ContentStore, after: Content | ContentStore) -> Iterator[str]:
    """Yield what changed from one set of content to another, line by line."""
    snapshots = [of_content(made) if isinstance(made, Content) else of_store(made) for made in (before, after)]
    found = list(changes(*snapshots))
    yield from _told(found) if found else [NOTHING]
    yield from _listed("Changed, and nobody has looked at it since:", map(_unreviewed, found))
    if isinstance(after, Content):
        yield from _listed("Signed before, and not as it is now:", _unsigned(after))


def _opened(path: Path, opened: ExitStack) -> Content | ContentStore:
    if path.is_dir():
        return read(path)
    if not path.is_file():
        raise UsageError(f"There is no folder and no content database {path}.")
    return opened.enter_context(ContentStore(path))


def _told(found: Iterable[Change]) -> Iterator[str]:
    for change in found:
        if not change.after:
            yield f"Gone: {change.key} (“{change.before}”)."
        elif not change.before:
            yield f"New: {change.key} (“{change.after}”)."
        else:
            yield f"Changed: {change.key} (“{change.after}”)."
            yield from (f"  {_sentence(each)}" for each in change.differences)


def _sentence(each: Difference) -> str:
    if not each.before:
        return f"{each.fact}: is “{each.after}”; there was none."
    if not each.after:
        return f"{each.fact}: was “{each.before}”; there is none now."
    return f"{each.fact}: was “{each.before}”, is now “{each.after}”."


def _unreviewed(change: Change) -> str:
    return f"{change.key}: the last review is still that of {change.reviewed_on}." if change.reviewed_on else ""


def _unsigned(content: Content) -> Iterator[str]:
    for outcome in content.outcomes.values():
        found = standing(content, outcome)
        if found.outdated and not found.signed:
            last = found.outdated[-1]
            yield f"outcome {outcome.id}: what {last.by} read on {last.on} has changed."


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    said = [f"  {line}" for line in lines if line]
    if said:
        yield from ("", heading, *said)
