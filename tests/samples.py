"""A tiny content set that is right in every way, written where a test may change one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.checks import check
from kiosk.content.content import Content
from kiosk.content.sources import read
from kiosk.domain.phrases import phrases_with
from kiosk.errors import ContentError

TODAY = date(2026, 11, 23)

CONTENT = """\
title = "Disagreeing"
published = 2026-11-23
first_flow = "challenge"
reviewed_on = 2026-11-23
review_by = 2027-05-23
reviewer = "a reviewer"
"""

SOURCES = """\
[[source]]
id = "L1"
title = "A law"
address = "https://law.example.org/1"
read_on = 2026-11-23
apparent_date = "undated"
"""

MAP = """\
[[row]]
id = "A1"
title = "They refuse"
rights = ["appeal"]
sources = ["L1"]

[[row]]
id = "A2"
title = "They are rude"
"""

UNAVOIDABLE = """\
[[term]]
words = "appeal"
reason = "The name of the right."
"""

RULES = """\
[[subject]]
id = "appeals"
title = "An appeal"
symbol = "gavel"
[[group]]
id = "R-1"
title = "An appeal"
subject = "appeals"
words = "You have 2 months."
sources = ["L1"]
[[rule]]
id = "R-1"
group = "R-1"
title = "It must arrive by this day"
words = "You have 2 months from the letter."
passed = "You can still ask."
take = "latest"
roll = "next-working-day"
sources = ["L1"]
[[rule.limb]]
input = "notice"
add = 2
unit = "months"
[[rule.limb]]
input = "certificate"
add = 1
unit = "months"
optional = true
[[rule.closure]]
from = "12-25"
to = "01-01"
"""

ROLES = """\
[[group]]
id = "advice"
title = "Advice"
symbol = "support_agent"

[[role]]
id = "local-advice"
name = "Advice here"
does = "Free advice."
group = "advice"
scope = "local"
independent = true
symbol = "support_agent"
[role.fallback]
text = "Ask at this desk."
roles = ["national-advice"]

[[role]]
id = "national-advice"
name = "Advice for all"
does = "Free advice."
group = "advice"
scope = "national"
independent = true

[[role]]
id = "council"
name = "The council"
does = "Decides."
group = "advice"
scope = "local"
independent = false
[role.fallback]
text = "Look in your letter."
roles = ["local-advice", "national-advice"]
"""

AUTHORITIES = """\
[[authority]]
code = "E06000021"
name = "Stoke-on-Trent"
official_name = "Stoke-on-Trent City Council"
kind = "Unitary authority"
region = "West Midlands"
valid_from = 1997-04-01

[[authority]]
code = "E06000003"
name = "Redcar and Cleveland"
official_name = "Redcar and Cleveland Borough Council"
kind = "Unitary authority"
region = "North East"
"""

STOKE_FROM = "valid_from = 1997-04-01"
ENDING = f'{STOKE_FROM}\nvalid_to = 2027-03-31\nnotice = "It ended."\n'
SPLIT = f"""{ENDING}
[[authority]]
code = "provisional-new-stoke"
provisional = true
name = "New Stoke"
official_name = "New Stoke"
kind = "Unitary authority"
region = "West Midlands"
valid_from = 2027-04-01
succeeds = "E06000021"
"""
"""What follows on Stoke's first day, where another succeeds it."""

CHALLENGE = """\
id = "challenge"
title = "Disagreeing"
first = "who"

[[question]]
id = "who"
kind = "choice"
text = "Who is asking?"
to = "decision"

[[question.option]]
id = "parent"
text = "I am a parent"
chip = "Parent"
symbol = "person"
audience = "parent"

[[question.option]]
id = "young-person"
text = "I am the young person"
audience = "young-person"

[[question]]
id = "decision"
kind = "choice"
text = { parent = "What about your child?", any = "What was decided?" }
hint = "Look at your letter."

[[question.option]]
id = "refuse"
text = "They refuse"
to = "flow:letter"

[[question.option]]
id = "other"
text = "Something else"
hint = "Anything"
to = [ { when = { who = ["young-person"] }, go = "outcome:talk" }, { go = "outcome:talk" } ]

[[question.option]]
id = "rude"
text = "They were rude to me"
when = { who = "young-person" }
to = "outcome:talk"
"""

LETTER = """\
id = "letter"
title = "The letter"
first = "letter-date"

[[question]]
id = "letter-date"
kind = "date"
text = "When was it sent?"
to = "outcome:appeal"

[[question.option]]
id = "unknown"
text = "I do not know"
"""

APPEAL = """\
id = "appeal"
rows = ["A1", "A2"]
title = "You can challenge this."
summary = "You can appeal."
say = "They said no. Can you help?"
why = "They refused."
sources = ["L1"]

[[route]]
id = "appeal"
kind = "appeal"
title = "Appeal"
steps = ["get-advice", "send-appeal"]

[[route]]
id = "talk"
kind = "talk"
title = "Or talk"
when = { letter-date = "dated" }
steps = ["ask-council"]

[[watch_out]]
id = "no-fee"
text = "It is free."
when = { letter-date = "unknown" }
sources = ["L1"]

[[law]]
id = "right"
text = "An Act of 2014"
sources = ["L1"]
"""

TALK = """\
id = "talk"
rows = []
title = "You can talk."
summary = "It helps."
say = "I am not sure. Can we talk?"
why = "You said so."
no_deadline = "There is no deadline."
sources = ["L1"]
effective_from = 2014-09-01
effective_to = 2029-08-31

[[route]]
id = "talk"
kind = "talk"
title = "Talk"
steps = ["get-advice", "ask-council"]
"""

GET_ADVICE = """\
id = "get-advice"
necessity = "can"
title = "Get advice"
text = "It is free."
role = "local-advice"
symbol = "support_agent"
sources = ["L1"]
"""

ASK_COUNCIL = """\
id = "ask-council"
necessity = "choice"
label = "If you like"
title = { any = "Ask the council", helper = "Help them to ask" }
text = "Ask why."
role = "council"
when = { who = "answered" }
sources = ["L1"]
"""

SEND_APPEAL = """\
id = "send-appeal"
necessity = "must"
title = "Send your appeal"
text = "Send it early."
sources = ["L1"]

[deadline]
rule = "R-1"
inputs = { notice = "letter-date" }
unknown = "Ask today."
"""

NATIONAL = """\
[[organization]]
id = "helpline"
name = "The Helpline"
website = "https://helpline.example.org"

[[service]]
id = "helpline"
organization = "helpline"
name = "The Helpline"
roles = ["national-advice"]
description = "Free advice for families."
application_process = "Phone or write."
fees_description = "Free"
alert = "Check these details."
email = "ask@helpline.example.org"
confidence = "medium"
apparent_date = "undated"
sources = ["L1"]
[[service.phone]]
number = "0300 000 0001"
description = "In the morning"
[[service.phone]]
number = "+44 20 0000 0001"
type = "textphone"
[[service.schedule]]
description = "Monday to Friday"
[service.address]
address_1 = "1 High Street"
city = "London"
postal_code = "SW1A 1AA"
"""

STOKE = """\
authority = "E06000021"

[[organization]]
id = "stoke"
name = "Stoke-on-Trent City Council"

[[service]]
id = "stoke-council"
organization = "stoke"
name = "The SEND team"
roles = ["council"]
description = "The team that decides."
url = "https://www.example.org/team"
source_url = "https://www.example.org/team"
apparent_date = "of 2026"

[[service]]
id = "stoke-advice"
organization = "helpline"
name = "Advice in Stoke"
roles = ["local-advice"]
description = "Free advice in Stoke."
sources = ["L1"]
reviewed_on = 2026-10-01
review_by = 2027-01-01
reviewer = "another reviewer"
[[service.phone]]
number = "01782 000001"
"""

GLOSSARY_APPEAL = """\
id = "appeal"
name = "Appeal"
forms = "appeal|appeals"
meaning = "Asking somebody else to decide."
more = "It is free."
sources = ["L1"]
"""


def phrases() -> str:
    """Return every phrase that the program needs, with its placeholders."""
    needed = phrases_with(("notice", "certificate"))
    lines = (f'{name} = "{" ".join([name, *(f"{{{each}}}" for each in sorted(needed[name]))])}"' for name in needed)
    return "\n".join(("[phrase]", *lines, ""))


FILES = {
    "content.toml": CONTENT,
    "sources.toml": SOURCES,
    "map.toml": MAP,
    "unavoidable.toml": UNAVOIDABLE,
    "rules.toml": RULES,
    "signoffs.toml": "# Nobody has signed yet.\n",
    "roles.toml": ROLES,
    "authorities.toml": AUTHORITIES,
    "phrases.toml": phrases(),
    "flows/challenge.toml": CHALLENGE,
    "flows/letter.toml": LETTER,
    "outcomes/appeal.toml": APPEAL,
    "outcomes/talk.toml": TALK,
    "steps/get-advice.toml": GET_ADVICE,
    "steps/ask-council.toml": ASK_COUNCIL,
    "steps/send-appeal.toml": SEND_APPEAL,
    "glossary/appeal.toml": GLOSSARY_APPEAL,
    "services/helpline.toml": NATIONAL,
    "authorities/E06000021.toml": STOKE,
}


@dataclass(frozen=True)
class Sample:
    """The tiny content set in a folder of its own."""

    folder: Path

    def write(self) -> Sample:
        """Write every file."""
        for name, text in FILES.items():
            self.add(name, text)
        return self

    def add(self, name: str, text: str | bytes) -> None:
        """Write one more file, or another in its place."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        """Return what a file says."""
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, before: str, after: str) -> None:
        """Put other words in the place of the first ones that are the same."""
        text = self.read(name)
        assert before in text
        self.add(name, text.replace(before, after, 1))

    def remove(self, name: str) -> None:
        """Take a file away."""
        (self.folder / name).unlink()

    def content(self) -> Content:
        """Read the content; it has to be readable."""
        return read(self.folder)

    def problems(self, today: date = TODAY) -> list[str]:
        """Return everything that is wrong, as an author sees it."""
        try:
            return [str(problem) for problem in check(read(self.folder), today).problems]
        except ContentError as error:
            return [str(problem) for problem in error.problems]
