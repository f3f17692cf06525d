"""Reading conditions and where answers lead."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.reading.entry import Entry, nearest
from kiosk.domain.flow import Branch, Destination, ToOutcome, ToQuestion
from kiosk.domain.response import ALWAYS, Condition

_FLOW = "flow:"
_OUTCOME = "outcome:"


def condition(entry: Entry, key: str = "when") -> Condition:
    """Return the condition of a key; one that always holds where it is left out."""
    wanted = entry.entry(key)
    if wanted is None:
        return ALWAYS
    return Condition(tuple((question, _values(wanted, question)) for question in wanted.names()))


def branches(entry: Entry, firsts: Mapping[str, str], key: str = "to") -> tuple[Branch, ...]:
    """Return where something leads: one place, or branches by condition; none where the key is left out.

    `firsts` are the first questions of all flows.
    """
    value = entry.value(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return (Branch(ALWAYS, _destination(entry, key, entry.as_string(value, key), firsts)),)
    return tuple(_branch(below, firsts) for below in entry.entries(key))


def _branch(entry: Entry, firsts: Mapping[str, str]) -> Branch:
    branch = Branch(condition(entry), _destination(entry, "go", entry.string("go"), firsts))
    entry.close()
    return branch


def _destination(entry: Entry, key: str, name: str, firsts: Mapping[str, str]) -> Destination:
    if name.startswith(_OUTCOME):
        return ToOutcome(name.removeprefix(_OUTCOME))
    if not name.startswith(_FLOW):
        return ToQuestion(name)
    flow = name.removeprefix(_FLOW)
    if flow not in firsts and f"flows/{flow}.toml" not in entry.draft.unread:
        entry.complain(f"There is no flow “{flow}”. {nearest(flow, firsts)}", key)
    return ToQuestion(firsts.get(flow, ""))


def _values(wanted: Entry, question: str) -> tuple[str, ...]:
    value = wanted.value(question)
    if isinstance(value, str):
        return (wanted.as_string(value, question),)
    return wanted.as_strings(value, question)
