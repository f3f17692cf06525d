"""Mailboxes: whether an e-mail address is a person's own. Nobody's name and desk belong on a public screen."""

from __future__ import annotations

import re

_OFFICES = (
    *("access", "admin", "advi", "advoc", "assess", "autis", "benefit", "booking", "carer", "casework", "central"),
    *("centre", "chairm", "children", "club", "commission", "communi", "complain", "contact", "council", "counsell"),
    *("custom", "director", "disab", "educat", "enquir", "event", "executive", "famil", "feedback", "finance", "forum"),
    *(
        "general",
        "group",
        "health",
        "hello",
        "help",
        "hospital",
        "housing",
        "hub",
        "inclusi",
        "info",
        "inquir",
        "joint",
    ),
    *("joint", "learn", "legal", "librar", "local", "mail", "manager", "mediat", "member", "network", "nurser"),
    *(
        "office",
        "offer",
        "parent",
        "partner",
        "people",
        "public",
        "pupil",
        "recept",
        "referral",
        "resol",
        "rights",
        "school",
    ),
    *("send", "serv", "social", "special", "sport", "staff", "support", "team", "therap", "training", "transport"),
    *("trust", "voice", "volunteer", "welfare", "youngp", "youth"),
)
"""How words begin that name an office and not a person."""
_SHORT = (
    *("ask", "camhs", "care", "child", "early", "ehc", "ehcp", "fis", "home", "hr", "ias", "iass", "it", "needs"),
    *("nhs", "our", "pals", "post", "sen", "senco", "sendiass", "the"),
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_LEAST_TELLING = 3
_MOST_NAMES = 3


def is_personal(address: str, contact: str = "") -> bool:
    """Whether a mailbox looks like one person's: `j.smith@`, `ann.persona@`, or that of the named contact."""
    box = address.partition("@")[0].casefold()
    parts = re.split(r"[._-]+", box)
    if _names_a_person(parts):
        return True
    names = contact.casefold().split()
    return _names_a_person(names) and any(name in box for name in names if len(name) >= _LEAST_TELLING)


def _names_a_person(words: list[str]) -> bool:
    names = [word for word in words if word]
    return 2 <= len(names) <= _MOST_NAMES and all(_NAME.fullmatch(word) and not _is_office(word) for word in names)


def _is_office(word: str) -> bool:
    return word in _SHORT or word.startswith(_OFFICES)
