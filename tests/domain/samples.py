"""Small domain objects made by hand, and ways for Hypothesis to make many."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.directory import Directory, Organization, Phone, Role, RoleGroup, Service
from kiosk.domain.fact import Fact
from kiosk.domain.flow import (
    Branch,
    Destination,
    Flow,
    FlowGraph,
    Option,
    Question,
    QuestionKind,
    ToOutcome,
    ToQuestion,
)
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
from kiosk.domain.response import ALWAYS, DATED, Condition
from kiosk.domain.rules import Closure, Count, Limb, Reading, Roll, Rule, Take, Unit
from kiosk.domain.text import AUDIENCES, Text, Words

PHRASES = Path(__file__).parent / "phrases.toml"
TODAY = date(2026, 11, 23)
FACT = Fact(("L1",), date(2026, 11, 23), date(2027, 5, 23), "a reviewer")

# Domain reference 3.2 gives those from December 2026 on; those of December 2025 are the real ones.
WORKING = WorkingCalendar(
    frozenset(
        date(*day)
        for day in (
            *((2025, 12, 25), (2025, 12, 26), (2026, 1, 1)),
            *((2026, 12, 25), (2026, 12, 28)),
            *((2027, 1, 1), (2027, 3, 26), (2027, 3, 29), (2027, 5, 3), (2027, 5, 31), (2027, 8, 30)),
            *((2027, 12, 27), (2027, 12, 28), (2028, 1, 3)),
        )
    )
)

CHRISTMAS = Closure((12, 25), (1, 1))
AUGUST = Closure((8, 1), (8, 31))
ONE_DAY_OFF = Count(-1, Unit.DAYS)


def limb(input_: str, number: int, unit: Unit, *then: Count, optional: bool = False) -> Limb:
    """Make a limb: so many of a unit after an input, and whatever comes after that."""
    return Limb(input_, (Count(number, unit), *then), optional)


NOTICE = limb("notice", 2, Unit.MONTHS)
CERTIFICATE = limb("certificate", 1, Unit.MONTHS, optional=True)


def reading(
    *limbs: Limb, take: Take = Take.LATEST, roll: Roll = Roll.NONE, closures: tuple[Closure, ...] = ()
) -> Reading:
    """Make a reading of the law."""
    return Reading(limbs, take, roll, closures)


def rule(
    id_: str,
    *limbs: Limb,
    take: Take = Take.LATEST,
    roll: Roll = Roll.NONE,
    closures: tuple[Closure, ...] = (),
    **settings: object,
) -> Rule:
    """Make a rule whose texts are named after it."""
    texts = (Text(f"rule.{id_}.{part}") for part in ("title", "words", "passed"))
    return Rule(id_, *texts, reading(*limbs, take=take, roll=roll, closures=closures), FACT, **settings)  # type: ignore[arg-type]


APPEAL = rule("R-1", NOTICE, CERTIFICATE, roll=Roll.NEXT, closures=(CHRISTMAS, AUGUST))
SECTION_I = rule("R-2", NOTICE, roll=Roll.NEXT, closures=(CHRISTMAS, AUGUST))
ADVISER = rule("R-7", NOTICE, advise_working_day=True)
CLAIM = rule("R-12", limb("act", 6, Unit.MONTHS, ONE_DAY_OFF), roll=Roll.PREVIOUS)


def option(id_: str, go: Destination | None = None, **settings: object) -> Option:
    """Make an option; `go` is where it leads if it has a way of its own."""
    branches = (Branch(ALWAYS, go),) if go else ()
    return Option(id_, Text(f"option.{id_}"), Text(f"option.{id_}.chip"), branches=branches, **settings)  # type: ignore[arg-type]


def question(id_: str, *options: Option, go: Destination | None = None, date_: bool = False) -> Question:
    """Make a question; `go` is where its options lead that have no way of their own, and its date."""
    kind = QuestionKind.DATE if date_ else QuestionKind.CHOICE
    branches = (Branch(ALWAYS, go),) if go else ()
    return Question(id_, "challenge", kind, Text(f"question.{id_}"), options, branches=branches)


def graph(*questions: Question) -> FlowGraph:
    """Make a graph of one flow, "challenge", that begins with the first question."""
    flow = Flow("challenge", Text("flow.challenge.title"), questions[0].id)
    return FlowGraph({flow.id: flow}, {each.id: each for each in questions})


def when(**wanted: str | tuple[str, ...]) -> Condition:
    """Make a condition: question = value, or question = several values; _ stands for a hyphen."""
    pairs = ((name.replace("_", "-"), value) for name, value in wanted.items())
    return Condition(tuple((name, (value,) if isinstance(value, str) else value) for name, value in pairs))


WHO = question("who", option("parent"), option("young-person", audience="young-person"), go=ToQuestion("decision"))
DECISION = Question(
    "decision",
    "challenge",
    QuestionKind.CHOICE,
    Text("question.decision", frozenset({"young-person"})),
    (
        option("refused", ToQuestion("letter-date")),
        option("wrong-plan", ToQuestion("letter-date")),
        option("left-school", ToOutcome("talk"), when=when(who="young-person")),
        option("nothing-yet", ToOutcome("talk")),
    ),
)
LETTER_DATE = Question(
    "letter-date",
    "challenge",
    QuestionKind.DATE,
    Text("question.letter-date"),
    (option("not-known"), option("no-letter", ToOutcome("talk"))),
    branches=(
        Branch(when(letter_date=DATED, decision="wrong-plan"), ToQuestion("certificate-date")),
        Branch(ALWAYS, ToOutcome("appeal")),
    ),
)
CERTIFICATE_DATE = question("certificate-date", option("none"), go=ToOutcome("appeal"), date_=True)
CHALLENGE = graph(WHO, DECISION, LETTER_DATE, CERTIFICATE_DATE)
"""Who is asking; what was decided; the date on the letter; for a wrong plan, the date on the certificate."""


def service(id_: str, *roles: str, authority: str = "", **settings: object) -> Service:
    """Make a service of an organization of its own."""
    organization = Organization(f"{id_}-organization", f"{id_} organization")
    name, description = id_.replace("-", " ").title(), Text(f"service.{id_}.description")
    return Service(id_, organization, name, description, FACT, roles, authority=authority, **settings)  # type: ignore[arg-type]


def role(id_: str, *fallback_roles: str, local: bool = True) -> Role:
    """Make a role; a local one has a fallback text."""
    fallback = Text(f"role.{id_}.fallback") if local else None
    texts = (Text(f"role.{id_}.name"), Text(f"role.{id_}.does"))
    return Role(id_, *texts, "advice", local, True, fallback=fallback, fallback_roles=fallback_roles)


SENDIASS = service("local-sendiass", "sendiass", authority="E06000021", phones=(Phone("01782 234701"),))
IPSEA = service("ipsea", "national-advice")
DIRECTORY = Directory(
    (RoleGroup("advice", Text("group.advice"), "support_agent"),),
    {
        each.id: each
        for each in (
            role("sendiass", "national-advice"),
            role("mediation-adviser", "send-team", "national-advice"),
            role("send-team"),
            role("national-advice", local=False),
        )
    },
    (IPSEA, SENDIASS),
)


def step(id_: str, **settings: object) -> Step:
    """Make a step that can be taken, unless it says otherwise."""
    settings = {"necessity": Necessity.CAN, **settings}
    return Step(id_, title=Text(f"step.{id_}.title"), text=Text(f"step.{id_}.text"), fact=FACT, **settings)  # type: ignore[arg-type]


PHONE_ADVISER = step(
    "phone-adviser",
    necessity=Necessity.MUST,
    label=Text("step.phone-adviser.label"),
    role="mediation-adviser",
    deadline=StepDeadline("R-7", (("notice", "letter-date"),), Text("step.phone-adviser.unknown")),
)
SEND_APPEAL = step(
    "send-appeal",
    necessity=Necessity.MUST,
    deadline=StepDeadline(
        "R-1", (("notice", "letter-date"), ("certificate", "certificate-date")), Text("step.send-appeal.unknown")
    ),
)
TALK = step("talk", role="sendiass")
AS_YOURSELF = step("as-yourself", when=when(who="young-person"))

APPEAL_OUTCOME = Outcome(
    "appeal",
    ("A1",),
    Text("outcome.appeal.title"),
    Text("outcome.appeal.summary"),
    Text("outcome.appeal.say"),
    Text("outcome.appeal.why"),
    (
        Route("main", RouteKind.APPEAL, Text("route.main"), (TALK, PHONE_ADVISER, AS_YOURSELF, SEND_APPEAL)),
        Route("beside", RouteKind.COMPLAINT, Text("route.beside"), (TALK,), when(decision="wrong-plan")),
    ),
    FACT,
    (
        WatchOut("choice", Text("watch.choice"), ("S1",)),
        WatchOut("plan", Text("watch.plan"), ("S1",), when(decision="wrong-plan")),
    ),
    (LawReference("act", Text("law.act"), ("L11",)),),
    no_deadline=Text("outcome.appeal.no-deadline"),
)


def english() -> Words:
    """Return words: English phrases; every other text is said by its id."""
    phrases = tomllib.loads(PHRASES.read_text(encoding="utf-8"))["phrase"]
    known = {f"phrase.{name}": words for name, words in phrases.items()}
    return Words("en", lambda words_id: known.get(words_id, words_id))


days = st.dates(date(2015, 1, 1), date(2060, 12, 31))
"""Days of a lifetime of kiosks."""


@st.composite
def working_calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Bank holidays of any years, never so many in a row that no working day is left."""
    return WorkingCalendar(frozenset(draw(st.lists(days, max_size=60))))


@st.composite
def graphs(draw: st.DrawFn) -> FlowGraph:
    """Any flow that ends: every branch leads on to a later question or to an outcome, and the last always holds."""
    count = draw(st.integers(1, 6))
    return graph(*(draw(_questions(number, count)) for number in range(count)))


@st.composite
def _questions(draw: st.DrawFn, number: int, count: int) -> Question:
    onward = st.integers(number + 1, count).map(
        lambda to: ToOutcome("end") if to == count else ToQuestion(f"q{to}")  # the last leads to an outcome only
    )
    options = [draw(_options(f"o{each}", onward, number)) for each in range(draw(st.integers(1, 4)))]
    options[0] = Option("o0", Text("o0"), Text("o0.chip"))  # one that is always offered
    kind = draw(st.sampled_from(QuestionKind))
    conditional = [Branch(draw(_conditions(number + 1)), draw(onward)) for _ in range(draw(st.integers(0, 2)))]
    branches = (*conditional, Branch(ALWAYS, draw(onward)))
    return Question(f"q{number}", "challenge", kind, Text(f"q{number}"), tuple(options), branches=branches)


@st.composite
def _options(draw: st.DrawFn, id_: str, onward: st.SearchStrategy[Destination], number: int) -> Option:
    branches = (Branch(ALWAYS, draw(onward)),) if draw(st.booleans()) else ()
    audience = draw(st.sampled_from(("", *AUDIENCES)))
    offered = draw(_conditions(number)) if draw(st.booleans()) else ALWAYS
    return Option(id_, Text(id_), Text(f"{id_}.chip"), audience=audience, when=offered, branches=branches)


def _conditions(before: int) -> st.SearchStrategy[Condition]:
    names = st.integers(0, max(before - 1, 0)).map("q{}".format)
    values = st.lists(st.sampled_from(("o0", "o1", "o2", "answered", "dated")), min_size=1, max_size=2).map(tuple)
    return st.lists(st.tuples(names, values), max_size=2).map(lambda wanted: Condition(tuple(wanted)))
