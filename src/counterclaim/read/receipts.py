"""What was found and interpreted, as immutable records with receipts and ids made from content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from counterclaim.model.meaning import Meaning
from counterclaim.model.reading import Attribution, Claim, Statement
from counterclaim.model.receipt import make_receipt
from counterclaim.model.span import Spans
from counterclaim.read.interpret import Interpreted, OwnWords
from counterclaim.read.said import Said
from counterclaim.read.stored import StoredText

ID_DIGITS = 16  # hexadecimal digits of a hash; 64 bits


def attribution_records(
    text: StoredText, said: Sequence[Said], interpreted: Sequence[Interpreted], confidence: Sequence[float]
) -> tuple[list[Attribution], list[bytes]]:
    """Records of attributions in reading order of their contents, and the vectors of all their claims."""
    ids = [_identity("a", text, one.source, one.content) for one in said]
    records = [
        Attribution(
            id=own_id,
            source=one.source,
            cue=one.cue,
            content=one.content,
            quote_type=one.quote_type,
            parent=None if one.parent is None else ids[one.parent],
            confidence=sure,
            receipt=make_receipt(text.text, text.sha256, one.source, one.cue, one.content, text.field),
            claims=tuple(
                _claim(text, one, part, sure, meaning)
                for part, meaning in zip(one.claims, meant.meanings, strict=True)
            ),
            speaker=meant.speaker,
            field=text.field,
        )
        for own_id, one, meant, sure in zip(ids, said, interpreted, confidence, strict=True)
    ]
    vectors = (meant.vectors for meant in interpreted)
    in_order = sorted(zip(records, vectors, strict=True), key=lambda pair: _place(pair[0]))
    return [record for record, _ in in_order], [vector for _, own in in_order for vector in own]


def _place(record: Attribution) -> tuple[int, int, str]:
    return record.content[0][0], -record.content[-1][1], record.id


def statement_records(text: StoredText, own_words: Iterable[OwnWords]) -> list[Statement]:
    """Records of what the outlet states itself, in reading order."""
    return [
        Statement(
            id=_identity("s", text, (), one.content),
            content=one.content,
            receipt=make_receipt(text.text, text.sha256, (), (), one.content, text.field),
            meaning=one.meaning,
            why=one.why,
            field=text.field,
        )
        for one in own_words
    ]


def _claim(text: StoredText, said: Said, content: Spans, sure: float, meaning: Meaning) -> Claim:
    return Claim(
        id=_identity("c", text, said.source, content),
        content=content,
        confidence=sure,
        receipt=make_receipt(text.text, text.sha256, said.source, said.cue, content, text.field),
        meaning=meaning,
    )


def _identity(kind: str, text: StoredText, source: Spans, content: Spans) -> str:
    """Id from content alone: hash of text hash, field, content spans and source spans."""
    key = f"{text.sha256} {text.field} {content} {source}"
    return kind + hashlib.sha256(key.encode()).hexdigest()[:ID_DIGITS]
