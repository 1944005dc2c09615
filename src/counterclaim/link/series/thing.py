"""What a number is of: its unit and sort, whose, where, what happens to it, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.link.names import name_stem, names, raw_names
from counterclaim.link.relations.content import content_words
from counterclaim.link.series.kinds import Act, Kind, acts_in, kind_of, noun_of
from counterclaim.model.meaning import Bound, Quantity
from counterclaim.model.told import Told

REACH = 110  # characters on either side of a number that say what it is of
SMALL = 12  # exact numbers of things up to this count points and papers rather than measure
_CLAUSE_ENDS = re.compile(
    r"[;!?]|\.(?=\s|$)|,\s+(?:and|but|while|whereas|including|in addition|also|as well as)\b|—|–"
)
_OF_WHOM = re.compile(r"\bof (?:the )?(?:[a-z]+ )?((?:[A-Z][\w’'-]+ ?)+)")
_SIDE = re.compile(r"\b(?:from|on) the ([A-Z]\w+) side\b")
_MEASURED = frozenset(
    """percent percentage point dollar euro pound rouble yen yuan km metre mile tonne ton barrel
    hour day week month year minute second degree magnitude time""".split()
)
_TIMES = frozenset("year month week day hour minute second decade century night time".split())


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """What one number counts.

    `owners` say whose (Russian troops), `places` where, `beside` are all names near, `around` those of
    the title and the text before; all as stems.  `words` are content words near that are no names.
    """

    kind: str
    measured: bool
    owners: frozenset[str]
    places: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    acts: frozenset[Act]
    words: frozenset[str]

    @property
    def is_specific(self) -> bool:
        """Whether the sort alone tells much: forces, dead, displaced, held, but not any people."""
        return self.kind in frozenset(Kind) and self.kind != Kind.PEOPLE


def counts(quantity: Quantity) -> bool:
    """Whether a quantity may be counted again: no spans of time, no small counts of points and papers."""
    if quantity.bound is Bound.VAGUE or quantity.unit is None:
        return False
    unit = noun_of(quantity)
    if unit in _TIMES:
        return False
    value = quantity.value if quantity.value is not None else (quantity.low or quantity.high)
    if value is None:
        return False
    return unit in _MEASURED or quantity.bound is not Bound.EXACTLY or value > SMALL


def thing_of(quantity: Quantity, told: Told) -> Thing:
    """What a number of a claim is of."""
    before, after = _around(quantity, told.words)
    near = f"{before} {after}"
    kind = kind_of(quantity, near, told.words)
    owners = _owners(quantity, near)
    beside = names(near)
    places = (names(after) | _places_near(quantity, told)) - owners
    words = content_words(near) - content_words(f"{quantity.unit} {' '.join(raw_names(near))}")
    return Thing(
        kind=str(kind),
        measured=any(unit in noun_of(quantity) for unit in _MEASURED),
        owners=owners,
        places=places,
        beside=beside,
        around=names(f"{told.title or ''} {told.before}"),
        acts=acts_in(near),
        words=frozenset(word for word in words if not word[0].isdigit()),
    )


def _around(quantity: Quantity, words: str) -> tuple[str, str]:
    """The clause of a number, before what is counted and from there on."""
    at = words.find(quantity.of) if quantity.of else -1
    if at < 0:
        at = _number_at(quantity, words)
    if at < 0:
        return words[:REACH], words[-REACH:] if len(words) > REACH else ""
    before, after = words[max(0, at - REACH) : at], words[at : at + REACH + len(quantity.of or "")]
    begins = [match.end() for match in _CLAUSE_ENDS.finditer(before)]
    ends = _CLAUSE_ENDS.search(after)
    return before[begins[-1] if begins else 0 :], after[: ends.start() if ends else len(after)]


def _number_at(quantity: Quantity, words: str) -> int:
    for value in (quantity.value, quantity.low, quantity.high):
        if value is not None:
            for written in (f"{value:,}", f"{value}", f"{value / 1000:g}"):
                if (at := words.find(written)) >= 0:
                    return at
    return -1


def _owners(quantity: Quantity, near: str) -> frozenset[str]:
    own = quantity.of or ""
    found = set(names(own.partition(" on ")[0].partition(" in ")[0].partition(" at ")[0]))
    for match in (*_OF_WHOM.finditer(near), *_SIDE.finditer(near)):
        found |= names(match[1])
    return frozenset(found)


def _places_near(quantity: Quantity, told: Told) -> frozenset[str]:
    """Places by the name that a map has for them, which joins their spellings."""
    start, end = quantity.span
    return frozenset(
        name_stem(place.name)
        for place in told.meaning.places
        if place.name[:1].isupper() and place.span[0] <= end + REACH and start - REACH <= place.span[1]
    )
