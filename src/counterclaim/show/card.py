"""What the margin says about one attribution."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.span import Spans
from counterclaim.show.anchor import Anchors, letter
from counterclaim.show.badge import Badge, attribution_badges
from counterclaim.show.meaning_view import MeaningView, meaning_view
from counterclaim.show.nesting import Placed
from counterclaim.show.proof import ReceiptView, receipt_view
from counterclaim.show.speaker import Who, who
from counterclaim.show.visible import one_line

_LEVELS = ((0.9, "high"), (0.7, "fair"), (0.5, "low"), (0.0, "very low"))


class Words(NamedTuple):
    """Words of the text, and the anchor where they stand."""

    text: str
    href: str


class Card(NamedTuple):
    """Everything that one card shows; `inside` leads to the card of the holder, if there is one.

    `meanings` are those of all claims.  Of a single claim the badges stand with
    those of the whole; of several, each has its own, of which `glance` stand on the
    card.  `facts` are what is read of the speaker.
    """

    number: int
    id: str
    href: str
    who: Who
    source: list[Words]
    cue: list[Words]
    pieces: list[Words]
    quote_type: str
    confidence: str
    level: str
    inside: Words | None
    nested: bool
    badges: list[Badge]
    shows: list[str]
    claims: list[Words]
    meanings: list[MeaningView]
    glance: list[MeaningView]
    facts: list[tuple[str, str]]
    receipt: ReceiptView


def card(placed: Placed, text: str, anchors: Anchors) -> Card:
    """The card of an attribution of this text."""
    one, number = placed.attribution, placed.number
    inside = placed.inside
    meanings = _meanings(placed, text, anchors)
    single = [meaning for meaning in meanings if not meaning.letter]
    lettered = [meaning for meaning in meanings if meaning.letter and not meaning.is_plain]
    return Card(
        number=number,
        id=anchors.card(number),
        href="#" + (anchors.content(number) if one.content else anchors.card(number)),
        who=who(one, text),
        source=_places(text, one.source, anchors),
        cue=_places(text, one.cue, anchors),
        pieces=_pieces(placed, anchors),
        quote_type=one.quote_type.value,
        confidence=f"{one.confidence:.2f}",
        level=confidence_level(one.confidence),
        inside=None if inside is None else Words(str(inside), "#" + anchors.card(inside)),
        nested=placed.depth > 0,
        badges=[*attribution_badges(one), *(badge for meaning in single for badge in meaning.badges)],
        shows=[words for meaning in single for words in meaning.shows],
        claims=[Words(meaning.letter, meaning.link) for meaning in meanings if meaning.letter],
        meanings=meanings,
        glance=lettered,
        facts=_speaker_facts(placed),
        receipt=receipt_view(one.receipt, one.id),
    )


def confidence_level(confidence: float) -> str:
    """A word for a confidence from 0 to 1."""
    return next((word for least, word in _LEVELS if confidence >= least), _LEVELS[-1][1])


def _places(text: str, spans: Spans, anchors: Anchors) -> list[Words]:
    return [Words(one_line(text[start:end]), "#" + anchors.place(start)) for start, end in spans]


def _pieces(placed: Placed, anchors: Anchors) -> list[Words]:
    """Links to the pieces of a content with gaps; none where it is in one piece."""
    count = len(placed.attribution.content)
    if count < 2:
        return []
    return [Words(str(piece + 1), "#" + anchors.content(placed.number, piece)) for piece in range(count)]


def _meanings(placed: Placed, text: str, anchors: Anchors) -> list[MeaningView]:
    """The meanings of the claims, lettered where there are several; one claim is the content itself."""
    claims = placed.attribution.claims
    if len(claims) < 2:
        return [meaning_view(claim.meaning, text, claim.content) for claim in claims]
    return [
        meaning_view(
            claim.meaning, text, claim.content, letter(index), "#" + anchors.claim(placed.number, index)
        )
        for index, claim in enumerate(claims)
    ]


def _speaker_facts(placed: Placed) -> list[tuple[str, str]]:
    speaker = placed.attribution.speaker
    facts = (
        ("speaker", speaker.name),
        ("kind", speaker.kind and speaker.kind.value),
        ("speaks for", speaker.party),
        ("key", speaker.key),
        ("not resolved", speaker.reason),
    )
    return [(name, one_line(fact)) for name, fact in facts if fact]
