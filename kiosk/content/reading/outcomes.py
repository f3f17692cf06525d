"""Reading steps and outcomes."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.reading import files
from kiosk.content.reading.conditions import condition
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry, nearest
from kiosk.content.reading.facts import cited, fact
from kiosk.content.reading.flows import own_id
from kiosk.content.reading.texts import optional_text, text
from kiosk.domain.outcome import (
    LawReference,
    Necessity,
    Outcome,
    Route,
    RouteKind,
    Step,
    StepDeadline,
    WatchOut,
)


def steps(draft: Draft) -> dict[str, Step]:
    """Return every step by its id."""
    found = [_step(stem, entry) for stem, entry in files.folder(draft, "steps")]
    return {step.id: step for step in found}


def outcomes(draft: Draft, steps: Mapping[str, Step]) -> dict[str, Outcome]:
    """Return every outcome by its id."""
    found = [_outcome(stem, entry, steps) for stem, entry in files.folder(draft, "outcomes")]
    return {outcome.id: outcome for outcome in found}


def _step(stem: str, entry: Entry) -> Step:
    id_ = own_id(entry, stem, "step")
    due = entry.entry("deadline")
    step = Step(
        id=id_,
        necessity=entry.one_of("necessity", Necessity),
        title=text(entry, "title", f"step.{id_}.title"),
        text=text(entry, "text", f"step.{id_}.text"),
        fact=fact(entry),
        label=optional_text(entry, "label", f"step.{id_}.label"),
        role=entry.optional_string("role"),
        symbol=entry.optional_string("symbol"),
        when=condition(entry),
        deadline=_deadline(id_, due) if due else None,
    )
    entry.close()
    return step


def _deadline(step: str, entry: Entry) -> StepDeadline:
    inputs = entry.entry("inputs")
    pairs = tuple((name, inputs.string(name)) for name in inputs.names()) if inputs else ()
    if inputs is None:
        entry.complain("“inputs” is missing. Say which date question answers each input of the rule.")
    deadline = StepDeadline(entry.string("rule"), pairs, text(entry, "unknown", f"step.{step}.deadline.unknown"))
    entry.close()
    return deadline


def _outcome(stem: str, entry: Entry, steps: Mapping[str, Step]) -> Outcome:
    id_ = own_id(entry, stem, "outcome")
    said = f"outcome.{id_}"
    outcome = Outcome(
        id=id_,
        rows=entry.strings("rows"),
        title=text(entry, "title", f"{said}.title"),
        summary=text(entry, "summary", f"{said}.summary"),
        say=text(entry, "say", f"{said}.say"),
        why=text(entry, "why", f"{said}.why"),
        routes=tuple(_route(id_, below, steps) for below in entry.entries("route")),
        fact=fact(entry),
        watch_outs=tuple(_watch_out(id_, below) for below in entry.entries("watch_out")),
        law=tuple(_law(id_, below) for below in entry.entries("law")),
        no_deadline=optional_text(entry, "no_deadline", f"{said}.no_deadline"),
    )
    entry.close()
    return outcome


def _route(outcome: str, entry: Entry, steps: Mapping[str, Step]) -> Route:
    id_ = entry.identity()
    entry.claim(f"route.{outcome}.{id_}")
    route = Route(
        id=id_,
        kind=entry.one_of("kind", RouteKind),
        title=text(entry, "title", f"outcome.{outcome}.route.{id_}.title"),
        steps=tuple(steps[name] for name in entry.strings("steps") if _known(entry, name, steps)),
        when=condition(entry),
    )
    entry.close()
    return route


def _known(entry: Entry, step: str, steps: Mapping[str, Step]) -> bool:
    if step and step not in steps and f"steps/{step}.toml" not in entry.draft.unread:
        hint = nearest(step, steps) or f"Take it out, or write steps/{step}.toml."
        entry.complain(f"There is no step “{step}”. {hint}", "steps")
    return step in steps


def _watch_out(outcome: str, entry: Entry) -> WatchOut:
    id_ = entry.identity()
    entry.claim(f"watch_out.{outcome}.{id_}")
    words = text(entry, "text", f"outcome.{outcome}.watch_out.{id_}.text")
    watch_out = WatchOut(id_, words, cited(entry), condition(entry))
    entry.close()
    return watch_out


def _law(outcome: str, entry: Entry) -> LawReference:
    id_ = entry.identity()
    entry.claim(f"law.{outcome}.{id_}")
    law = LawReference(id_, text(entry, "text", f"outcome.{outcome}.law.{id_}.text"), cited(entry))
    entry.close()
    return law
