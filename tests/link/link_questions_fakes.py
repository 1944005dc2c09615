"""Invented claims about a bridge, a strike and a dam, for tests of questions."""

from __future__ import annotations

from counterclaim.model.meaning import Bound, Certainty, Meaning, Orientation, Polarity, Quantity, SpeakerKind
from counterclaim.model.relation import ClaimName, Relation, RelationKind
from counterclaim.model.told import Told

SURE = 0.9


def meaning(
    *,
    denies: bool = False,
    certainty: Certainty = Certainty.CERTAIN,
    orientation: Orientation = Orientation.PRESENT,
    count: int | None = None,
    of: str = "workers",
    bound: Bound = Bound.EXACTLY,
    asks: bool = False,
    due: str | None = None,
) -> Meaning:
    """A meaning with what a test is about."""
    numbers = () if count is None else (quantity(count, bound, of),)
    polarity = Polarity.DENIES if denies else Polarity.AFFIRMS
    return Meaning(
        polarity=polarity,
        certainty=certainty,
        orientation=orientation,
        quantities=numbers,
        asks_for_evidence=asks,
        due=due,
    )


def quantity(value: int, bound: Bound = Bound.EXACTLY, of: str = "workers") -> Quantity:
    """A number of people."""
    return Quantity(value=value, low=value, high=value, bound=bound, unit="people", of=of, span=(0, 0))


def told(
    id_: str,
    words: str = "the bridge is safe",
    *,
    day: str | None = "2031-05-01",
    party: str | None = "Ministry",
    speaker: str | None = None,
    document: str | None = None,
    origin: str | None = None,
    meaning: Meaning | None = None,
    kind: SpeakerKind = SpeakerKind.PERSON,
) -> Told:
    """A claim that stands alone in a document of its own, if none is given."""
    speaker = speaker or (f"{party} spokeswoman" if party else None)
    return Told(
        document=document or f"doc-{id_}",
        id=id_,
        words=words,
        meaning=meaning or _PLAIN,
        speaker=speaker,
        key=speaker.casefold() if speaker else None,
        kind=kind if speaker else None,
        party=party,
        published=day,
        origin=origin,
    )


_PLAIN = meaning()


def name(id_: str) -> ClaimName:
    """What relations call the claim of a document of its own."""
    return f"doc-{id_}", id_


def relation(
    one: str, other: str, kind: RelationKind = RelationKind.AGREES, confidence: float = SURE
) -> Relation:
    """A relation between two such claims."""
    return Relation(one=name(one), other=name(other), kind=kind, confidence=confidence, reason="")
