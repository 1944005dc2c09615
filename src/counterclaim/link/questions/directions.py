"""Words that point one way or the other, so that a claim can be held against the words of a question.

On each axis a word points up (+1) or down (-1): forces are built up or withdrawn, terms accepted or
refused, things begin or end.  A claim that points against its question answers it the other way
round.  `denying` words are negative in themselves: who refuses or fails does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Axis(StrEnum):
    """What words can point up or down on."""

    AMOUNT = "more or less"
    ASSENT = "accepting or refusing"
    COURSE = "beginning or ending"
    FORCE = "by force or peacefully"
    HOPE = "possible or hopeless"
    GATE = "open or closed"
    HARM = "threat or defence"


# Stems, that stand for every word that begins with them.
_STEMS: dict[Axis, tuple[str, str]] = {
    Axis.AMOUNT: (
        "accumulat amass buildup build-up concentrat deploy escalat expand expans gather grow grew increas "
        "intensif massing mobilis mobiliz reinforc rise rising rose sent surg swell",
        "de-escalat deescalat decreas departing departure depart declin drawdown drop dwindl fall fell "
        "leave leaving left lower pull-out pullback pullout reduc retreat shrink shrank withdr evacuat",
    ),
    Axis.ASSENT: (
        "accept adher admit agree approv carry carrying committed complied complies comply endors fulfil "
        "honour honor implement observ ratif ready respect scrupulous support uphold upheld willing",
        "abandon boycott breach break broke dismantl disregard disrupt flout ignor oppos quit refus reject "
        "rejected renege sabotag tore tear undermin unwilling veto violat spurn revok",
    ),
    Axis.COURSE: (
        "begin began begun commenc continu launch ongoing proceed resum start persist",
        "cancel ceas complet conclud end ended ends ending finish halt stop suspend over",
    ),
    Axis.FORCE: (
        "aggress assault attack by-force blitzkrieg bomb forcibl incursion invad invasion offensive shelling "
        "strike war",
        "ceasefire diplomacy diplomatic diplomatically negotiat peace peaceful truce",
    ),
    Axis.HOPE: (
        "alive chance feasib hope opportunit possib progress realistic viable",
        "dead deadlock fail futil hopeless impasse impossib killed unrealistic vain",
    ),
    Axis.GATE: ("open join joining welcom", "bar barred ban banned clos exclud moratorium rule-out shut"),
    Axis.HARM: (
        "alarm danger menac provok risk threat threaten worr",
        "calm defend defens harmless protect safe",
    ),
}
_DENYING = (
    "absence absurd baseless cannot deny denied denies disinformation fabricat fail fake false falsehood "
    "fiction groundless hoax hysteria lack lie lies lying myth neither never no nobody none nonsense "
    "nor not nothing panic refut so-called speculat unable unfounded untrue without"
)
_NEGATIVE = re.compile(r"n[’']t$")
# Words that mean their direction only together, and the one word they count as.
_TOGETHER = (
    (re.compile(r"\brul(?:e|es|ed|ing) out\b"), "rule-out"),
    (re.compile(r"\bpull(?:s|ed|ing)? (?:out|back)\b"), "pull-out"),
    (re.compile(r"\b(?:build(?:s|ing)?|built) up\b"), "build-up"),
    (re.compile(r"\b(?:by|with|military|use of|using) force\b"), "by-force"),
)
_OVERRULED = frozenset((Axis.ASSENT, Axis.HOPE))  # who refuses to accept refuses, and a failed chance is none
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_EXACT_UP_TO = 4  # letters: stems so short stand for themselves alone


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, those that belong together as one."""
    lower = text.lower()
    for pattern, word in _TOGETHER:
        lower = pattern.sub(word, lower)
    return _WORD.findall(lower)


def _table(stems: str) -> tuple[frozenset[str], tuple[str, ...]]:
    listed = stems.split()
    short = frozenset(stem for stem in listed if len(stem) <= _EXACT_UP_TO)
    return short, tuple(stem for stem in listed if len(stem) > _EXACT_UP_TO)


_UP_DOWN = {axis: (_table(up), _table(down)) for axis, (up, down) in _STEMS.items()}
_DENIES = _table(_DENYING)


def _holds(table: tuple[frozenset[str], tuple[str, ...]], word: str) -> bool:
    exact, stems = table
    return word in exact or word.startswith(stems)


@lru_cache(maxsize=1 << 16)
def _ways(word: str) -> tuple[tuple[Axis, int], ...]:
    """Where a word points, on each axis."""
    return tuple(
        (axis, way)
        for axis, (up, down) in _UP_DOWN.items()
        for way, table in ((1, up), (-1, down))
        if _holds(table, word)
    )


def points(words: Sequence[str]) -> dict[Axis, int]:
    """Where the words point on each axis, +1 or -1; an axis they leave or point both ways on is left out."""
    found: dict[Axis, int] = {}
    ways = Counter(way for word in words for way in _ways(word))
    for axis in Axis:
        ups, downs = ways[axis, 1], ways[axis, -1]
        if downs > ups or (downs and axis in _OVERRULED):
            found[axis] = -1
        elif ups > downs:
            found[axis] = 1
    return found


def denials(words: Sequence[str]) -> int:
    """How many of the words deny."""
    return sum(_holds(_DENIES, word) or bool(_NEGATIVE.search(word)) for word in words)
