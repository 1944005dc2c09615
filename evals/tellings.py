"""Claims and own-voice statements of gold documents, read with the gold's spans and from the bare text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from counterclaim.model.document import Field
from counterclaim.model.meaning import Meaning, Speaker, SpeakerKind
from counterclaim.model.reading import Reading
from counterclaim.model.relation import ClaimName
from counterclaim.model.span import Spans, words_at
from counterclaim.model.told import Told
from evals.answers import Understanding, with_spans_given
from evals.claims import Unit, holds, overlap, unit_of
from evals.found import claims_of
from evals.meant import MeantDocument, MeantRecord
from evals.pairs import BEFORE
from evals.records import TextRecord, read_records, read_texts
from evals.tokens import TokenizedText


@dataclass
class Tellings:
    """What is told in all documents; `stands_for` names what takes the place of a gold claim.

    `statements` are those of the outlets, with where they stand.
    """

    claims: list[Told] = field(default_factory=list)
    stands_for: dict[ClaimName, ClaimName] = field(default_factory=dict)
    statements: dict[ClaimName, Spans] = field(default_factory=dict)


def tellings(
    claims: Path, texts: Sequence[Path], understanding: Understanding, read: bool = True
) -> tuple[Tellings, Tellings]:
    """With the gold's spans given, and end to end; own voice comes of reading in both.

    Without `read` there is nothing end to end, and no own voice.
    """
    documents = read_records(claims, MeantDocument)
    known = read_texts(documents.values(), texts)
    given, found = Tellings(), Tellings()
    for document in documents.values():
        rows, text = document.in_reading_order(), _dated(known[document.id], document)
        for row, answer in zip(rows, with_spans_given(rows, text, understanding), strict=True):
            if answer is not None:
                told = _told(text, row.id, row.content, answer.meaning, (answer.speaker, row.source))
                given.claims.append(replace(told, vector=answer.vector))
                given.stands_for[document.id, row.id] = document.id, row.id
        if not read:
            continue
        reading = understanding.read(
            text.text, id=text.id, title=text.title, publisher=text.publisher, published=text.published
        )
        _add_found(found, text, reading, rows)
        for side in (given, found):
            _add_statements(side, text, reading)
    return given, found


def _add_found(found: Tellings, text: TextRecord, reading: Reading, rows: Sequence[MeantRecord]) -> None:
    tokenized = TokenizedText(text.text, text.id)
    units: list[tuple[Unit, ClaimName]] = []
    for attribution, claim, vector in claims_of(reading):
        whose = attribution.speaker, attribution.source
        told = _told(text, claim.id, claim.content, claim.meaning, whose)
        found.claims.append(replace(told, vector=vector))
        unit = unit_of(tokenized, attribution.source, claim.content, is_claim=True)
        units.append((unit, (text.id, claim.id)))
    for row in rows:
        wanted = unit_of(tokenized, row.source, row.content, is_claim=True)
        holding = [(unit, name) for unit, name in units if holds(unit, wanted)]
        if holding:
            best = max(holding, key=lambda held: overlap(held[0], wanted))
            found.stands_for[text.id, row.id] = best[1]


def _add_statements(side: Tellings, text: TextRecord, reading: Reading) -> None:
    for statement in reading.own_voice:
        if statement.field is Field.TEXT:
            outlet = Speaker(kind=SpeakerKind.OUTLET), ()
            side.claims.append(_told(text, statement.id, statement.content, statement.meaning, outlet))
            side.statements[text.id, statement.id] = statement.content


def _dated(text: TextRecord, document: MeantDocument) -> TextRecord:
    return TextRecord(
        id=text.id,
        text=text.text,
        title=text.title or document.title,
        publisher=text.publisher or document.publisher,
        published=text.published or document.published,
    )


def _told(text: TextRecord, id_: str, content: Spans, meaning: Meaning, whose: tuple[Speaker, Spans]) -> Told:
    start = min((start for start, _end in content), default=0)
    speaker, source = whose
    return Told(
        document=text.id,
        id=id_,
        words=words_at(text.text, content, joint=" "),
        meaning=meaning,
        before=text.text[max(0, start - BEFORE) : start],
        speaker=speaker.name or words_at(text.text, source, joint=" ") or None,
        key=speaker.key,
        kind=speaker.kind,
        party=speaker.party,
        published=text.published[:10] if text.published else None,
        title=text.title,
    )


def named(claim: str) -> ClaimName:
    """A claim out of `document#claim`."""
    document, _, id_ = claim.partition("#")
    return document, id_


def put_in_place(names: Mapping[ClaimName, ClaimName], claim: str) -> ClaimName | None:
    """What stands for a gold claim that is named `document#claim`."""
    return names.get(named(claim))
