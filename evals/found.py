"""Claims that the reader finds in the bare texts, and which of them stand for gold claims."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from counterclaim.model.document import Field
from counterclaim.model.reading import Attribution, Claim, Reading
from counterclaim.model.span import words_at
from counterclaim.model.told import Told
from evals.asked import ClaimName, Gold
from evals.claims import Unit, holds, overlap, unit_of
from evals.pairs import BEFORE
from evals.predictions import TextReader, installed_reader
from evals.tokens import TokenizedText


def found_claims(gold: Gold, read: TextReader | None = None) -> tuple[list[Told], dict[ClaimName, ClaimName]]:
    """All claims found in the texts of the gold, and for each gold claim the one that holds it best."""
    read = read or installed_reader()
    everything: list[Told] = []
    stands_for: dict[ClaimName, ClaimName] = {}
    for id_, rows in gold.rows.items():
        text = gold.texts[id_]
        reading = read(
            text.text, id=id_, title=text.title, publisher=text.publisher, published=text.published
        )
        tokenized = TokenizedText(text.text, id_)
        units: list[tuple[Unit, ClaimName]] = []
        for attribution, claim, vector in claims_of(reading):
            units.append(
                (unit_of(tokenized, attribution.source, claim.content, is_claim=True), (id_, claim.id))
            )
            everything.append(replace(_told(id_, attribution, claim, reading), vector=vector))
        for row in rows:
            wanted = unit_of(tokenized, row.source, row.content, is_claim=True)
            holding = [(unit, name) for unit, name in units if holds(unit, wanted)]
            if holding:
                stands_for[id_, row.id] = max(holding, key=lambda held: overlap(held[0], wanted))[1]
    return everything, stands_for


def claims_of(reading: Reading) -> Iterator[tuple[Attribution, Claim, bytes]]:
    """The claims of the text with their vectors."""
    claims = [(attribution, claim) for attribution in reading.attributions for claim in attribution.claims]
    vectors = reading.vectors or (b"",) * len(claims)
    for (attribution, claim), vector in zip(claims, vectors, strict=True):
        if attribution.field is Field.TEXT:
            yield attribution, claim, vector


def _told(document: str, attribution: Attribution, claim: Claim, reading: Reading) -> Told:
    text = reading.document.text
    start = min(start for start, _end in claim.content)
    speaker = attribution.speaker
    return Told(
        document=document,
        id=claim.id,
        words=words_at(text, claim.content, joint=" "),
        meaning=claim.meaning,
        before=text[max(0, start - BEFORE) : start],
        speaker=speaker.name or words_at(text, attribution.source, joint=" ") or None,
        key=speaker.key,
        kind=speaker.kind,
        party=speaker.party,
        published=reading.document.published,
        title=reading.document.title,
    )
