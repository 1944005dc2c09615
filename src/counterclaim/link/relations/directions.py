"""Words that say which way something goes: withdrawn or built up, rising or falling, begun or ended."""

from __future__ import annotations

import re
from dataclasses import dataclass

# One line an axis: words of one way, words of the other.
_AXES = (
    (
        r"withdr[ae]w\w*|with?drawn|pull(?:s|ed|ing)?[- ]?(?:out|back)|pullout|pullback|leav(?:e|es|ing)|left"
        r"|retreat\w*|de-?escalat\w*|scal(?:e|ed|es|ing) (?:back|down)|demobili[sz]\w*"
        r"|return(?:s|ed|ing)? to (?:its|their|the)? ?\w* ?(?:base|barrack|garrison)s?",
        r"build(?:s|ing)?[- ]?up|buildup|built up|mass(?:es|ed|ing)|amass\w*|deploy(?:s|ed|ing|ment|ments)?"
        r"|reinforc\w*|concentrat\w*|(?<!de-)escalat\w*"
        r"|mobili[sz]\w*|sen(?:d|ds|ding|t) more|arriv(?:e|es|ed|ing)"
        r"|mov(?:e|es|ed|ing) (?:closer|forward|towards?)|remain(?:s|ed|ing)? (?:in|at|on|near)"
        r"|(?:increas\w*|more|additional|extra|new) (?:(?:the|its|their|military|number|presence|of) )*"
        r"(?:troops|forces|soldiers|units|presence|weapons)",
    ),
    (
        r"ris(?:e|es|en|ing)|rose|gr(?:ow|ows|own|owing|ew|owth)|increas\w*|climb\w*|soar\w*|jump(?:s|ed|ing)?"
        r"|expand\w*|going up|went up|higher",
        r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w*|decreas\w*|shr[iau]nk\w*|plung\w*|reduc\w*"
        r"|going down|went down|lower(?:s|ed)?|cut(?:s|ting)?",
    ),
    (
        r"open(?:s|ed|ing)?|reopen\w*|start(?:s|ed|ing)?|beg[aiu]n\w*|resum\w*|continu\w*|go(?:es)? on"
        r"|launch\w*",
        r"clos(?:e|es|ed|ing|ure|ures)|shut\w*|end(?:s|ed|ing)?|stop(?:s|ped|ping)?|halt\w*|suspend\w*"
        r"|cancel\w*|over\b|call(?:s|ed)? off",
    ),
    (
        r"accept\w*|approv\w*|agree[sd]?|support(?:s|ed|ing)?|back(?:s|ed)|ratif\w*|welcom\w*",
        r"reject\w*|refus\w*|oppos\w*|veto\w*|block(?:s|ed|ing)?|turn(?:s|ed)? down|condemn\w*",
    ),
    (
        r"compl(?:y|ies|ied|ying)|implement\w*|observ(?:e|es|ed|ing)|abid(?:e|es|ed|ing)|honou?r\w*|fulfil\w*",
        r"violat\w*|breach\w*|sabotag\w*|ignor(?:e|es|ed|ing)|disregard\w*|flout\w*|br(?:eak|eaks|oke|oken)",
    ),
    (
        r"ready|willing|prepared to|offer(?:s|ed|ing)?|readiness|willingness",
        r"unwilling\w*|refus\w*|reluctan\w*|unprepared",
    ),
)
_WAYS = tuple(
    tuple(re.compile(rf"\b(?:{way})\b", re.IGNORECASE) for way in axis) for axis in _AXES
)  # two patterns an axis


@dataclass(frozen=True, slots=True)
class Opposed:
    """The words of two claims that point to opposite ways."""

    one: str
    other: str


def opposed(one: str, other: str) -> Opposed | None:
    """The first pair of opposite directions; None where a claim has both ways of an axis or none."""
    for ways in _WAYS:
        mine, theirs = (_way(text, ways) for text in (one, other))
        if mine and theirs and mine[0] != theirs[0]:
            return Opposed(mine[1], theirs[1])
    return None


def _way(text: str, ways: tuple[re.Pattern[str], ...]) -> tuple[int, str] | None:
    found = [(index, match[0].lower()) for index, way in enumerate(ways) if (match := way.search(text))]
    return found[0] if len(found) == 1 else None
