"""What the margin says about one attribution."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.document import Field
from counterclaim.model.reading import Attribution
from counterclaim.model.receipt import SpanReceipt
from counterclaim.model.span import Spans
from counterclaim.show.anchor import Anchors, letter
from counterclaim.show.nesting import Placed
from counterclaim.show.visible import one_line

SHORT_HASH = 12  # hexadecimal digits: enough to tell the texts of an archive apart by eye

_LEVELS = ((0.9, "high"), (0.7, "fair"), (0.5, "low"), (0.0, "very low"))


class Words(NamedTuple):
    """Words of the text, and the anchor where they stand."""

    text: str
    href: str


class Proof(NamedTuple):
    """One span of a receipt as a reader checks it."""

    role: str
    place: str
    exact: str


class Card(NamedTuple):
    """Everything that one card shows; `inside` leads to the card of the holder, if there is one."""

    number: int
    id: str
    attribution: str
    field: str
    href: str
    source: list[Words]
    cue: list[Words]
    pieces: list[Words]
    quote_type: str
    confidence: str
    level: str
    inside: Words | None
    nested: bool
    claims: list[Words]
    place: str
    short_hash: str
    proofs: list[Proof]


def card(placed: Placed, text: str, anchors: Anchors) -> Card:
    """The card of an attribution of this text."""
    one, number = placed.attribution, placed.number
    inside = placed.inside
    return Card(
        number=number,
        id=anchors.card(number),
        attribution=one_line(one.id),
        field="title" if one.field is Field.TITLE else "text",
        href="#" + (anchors.content(number) if one.content else anchors.card(number)),
        source=_places(text, one.source, anchors),
        cue=_places(text, one.cue, anchors),
        pieces=_pieces(placed, anchors),
        quote_type=one.quote_type.value,
        confidence=f"{one.confidence:.2f}",
        level=confidence_level(one.confidence),
        inside=None if inside is None else Words(str(inside), "#" + anchors.card(inside)),
        nested=placed.depth > 0,
        claims=_claims(placed, anchors),
        place=", ".join(f"{start}\u2013{end}" for start, end in one.content),
        short_hash=one.receipt.text_sha256[:SHORT_HASH],
        proofs=_proofs(one),
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


def _claims(placed: Placed, anchors: Anchors) -> list[Words]:
    """Links to the claims where there are several; one claim is the content itself."""
    count = len(placed.attribution.claims)
    if count < 2:
        return []
    return [Words(letter(index), "#" + anchors.claim(placed.number, index)) for index in range(count)]


def _proofs(one: Attribution) -> list[Proof]:
    receipt = one.receipt
    roles = (("source", receipt.source), ("cue", receipt.cue), ("content", receipt.content))
    return [_proof(role, entry) for role, entries in roles for entry in entries]


def _proof(role: str, entry: SpanReceipt) -> Proof:
    place = f"{entry.position.start}\u2013{entry.position.end}"
    return Proof(role, place, one_line(entry.quote.exact))
