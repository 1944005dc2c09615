"""Persons who head a league that no table knows, by what stands beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.read.speakers.own_bodies import OwnBody, noun_of

_PERSON = r"([A-Z][\w’'-]{1,24}(?:\ [A-Z][\w’'-]{1,24}){1,2})"
_OFFICE = (
    r"(?:(?:deputy\ |acting\ |general\ )?(?:secretary[- ]general|director[- ]general|general\ secretary"
    r"|secretary|chief|head|chair(?:man|woman|person)?|president|leader|director|commander"
    r"|spokes(?:man|woman|person)))"
)
_LEADS = r"(?:heads|leads|chairs|runs|commands|presides\ over|speaks\ for)"


def heads_in(text: str, leagues: Iterable[OwnBody]) -> dict[str, str]:
    """Full names of persons who speak for one of the leagues, each with its name."""
    found: dict[str, str] = {}
    several = list(leagues)
    for league in several:
        nouns = [noun_of(one.name).lower() for one in several]
        short = noun_of(league.name).lower() if nouns.count(noun_of(league.name).lower()) == 1 else None
        for person in _heads_of(text, league, short):
            found.setdefault(person, league.name)
    return found


def _heads_of(text: str, league: OwnBody, short: str | None) -> list[str]:
    forms = [*league.forms, *([short] if short else [])]
    called = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    patterns = (
        rf"{_PERSON},\ who\ {_LEADS}\ (?:the\ )?(?:{called})\b",
        rf"{_PERSON},\ (?:the\ |its\ )?(?i:{_OFFICE})\ (?:of|for)\ (?:the\ )?(?:{called})\b",
        rf"(?<!\w)(?:{called})(?:['’]s)?\ {_OFFICE},?\ {_PERSON}",
        rf"\b(?i:{_OFFICE})\ of\ (?:the\ )?(?:{called}),\ {_PERSON}",
    )
    return [person for pattern in patterns for person in re.findall(pattern, text)]


def is_head_named(text: str, league: OwnBody) -> bool:
    """Whether the text speaks of the head of a league without the name."""
    called = "|".join(re.escape(form) for form in league.forms)
    return re.search(rf"\b[Tt]he\ (?i:{_OFFICE})\ of\ (?:the\ )?(?:{called})\b", text) is not None
