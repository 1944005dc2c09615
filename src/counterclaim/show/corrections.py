"""Corrections as files of JSON Lines, in the fields of the gold."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from counterclaim.model.corrections import Corrections
from counterclaim.show.meaning_record import encodable

_encode = msgspec.json.Encoder(order="deterministic").encode
ATTRIBUTIONS, RELATIONS, QUESTIONS = "attributions.jsonl", "relations.jsonl", "questions.jsonl"


def corrections_files(found: Corrections) -> Iterator[tuple[str, bytes]]:
    """The name of each file and its bytes, in UTF-8; equal content gives equal bytes."""
    documents = [
        replace(
            one,
            title=encodable(one.title),
            publisher=encodable(one.publisher),
            published=encodable(one.published),
            url=encodable(one.url),
        )
        for one in found.documents
    ]
    for name, rows in (
        (ATTRIBUTIONS, documents),
        (RELATIONS, found.relations),
        (QUESTIONS, found.questions),
    ):
        yield name, b"".join(_encode(row) + b"\n" for row in rows)
