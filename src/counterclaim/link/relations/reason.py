"""One sentence that says what was compared, so that a reader can see why."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.link.relations.compare import Compared
from counterclaim.link.relations.numbers import Fit
from counterclaim.link.relations.view import Side
from counterclaim.model.relation import ContradictionKind, RelationKind
from counterclaim.model.told import Told

MOST = 70  # characters of a claim's own words

_TOLD = {
    RelationKind.CONTRADICTS: "both cannot be true",
    RelationKind.AGREES: "the same answer",
    RelationKind.REPEATS: "the same answer again",
    RelationKind.SHIFTS: "a changed answer",
    RelationKind.COPIES: "the same words",
    RelationKind.LATER_FACT: "what came later explains the difference",
    RelationKind.OTHER_QUESTION: "answers to different questions",
}
_FRAMED = "the same told in another light"


def contradiction_of(compared: Compared) -> ContradictionKind:
    """In what the two differ, the plainest first."""
    if compared.numbers and compared.numbers.fit is Fit.EXCLUDE:
        return ContradictionKind.NUMBERS
    if compared.opposite:
        return ContradictionKind.DENIAL
    if compared.direction:
        return ContradictionKind.OPPOSITE_DIRECTION
    if compared.times:
        return ContradictionKind.TIMES
    return ContradictionKind.FRAMING


def reason_of(one: Told, other: Told, compared: Compared, kind: RelationKind) -> str:
    """Who says what on both sides, how far apart, and what differs or is the same."""
    facts = ", ".join((_apart(compared), *_facts(compared, kind), _TOLD[kind]))
    return f"{_said(one)} / {_said(other)}; {facts}."


def _said(told: Told) -> str:
    words = " ".join(told.words.split()).rstrip(".,;")
    if len(words) > MOST:
        words = words[:MOST].rsplit(" ", 1)[0] + "…"
    return f"{told.party or told.speaker or 'not resolved'}: {words}"


def _apart(compared: Compared) -> str:
    if compared.days is None:
        return "days not known"
    if compared.days == 0:
        return "same day"
    return "a day later" if compared.days == 1 else f"{compared.days} days later"


def _facts(compared: Compared, kind: RelationKind) -> Iterator[str]:
    if compared.side is Side.SAME:
        yield "same side"
    if kind in {RelationKind.OTHER_QUESTION, RelationKind.COPIES}:
        return
    if compared.opposite:
        yield "opposite polarity"
    if compared.direction:
        yield f"opposite direction ({compared.direction.one} / {compared.direction.other})"
    if compared.numbers:
        how = "exclude each other" if compared.numbers.fit is Fit.EXCLUDE else "can both be right"
        yield f"numbers {how} ({compared.numbers.one} / {compared.numbers.other})"
    if compared.times:
        yield "different times"
    if kind is RelationKind.CONTRADICTS and contradiction_of(compared) is ContradictionKind.FRAMING:
        yield _FRAMED
