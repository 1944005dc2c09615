"""Builders of records for the other tests of `show`, each with its receipt."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from test_show_meanings import PLAIN

from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Meaning, Speaker
from counterclaim.model.reading import Attribution, Claim, QuoteType, Statement
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.span import Span, Spans

DIRECT, MIXED, INDIRECT = QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT


def find(text: str, words: str, after: str = "") -> Span:
    """Where the words stand for the first time after some other words."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return (start, start + len(words))


def document(text: str, **fields: Any) -> Document:
    given = {"id": "harbour-1", "name": "story.txt", "language": "en", "cleaner": "0.1.0", **fields}
    title = given.get("title")
    if given.get("title_is_separate"):
        given["title_sha256"] = text_sha256(str(title))
    return Document(text=text, sha256=text_sha256(text), **given)


def attribution(
    doc: Document,
    number: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    quote_type: QuoteType = INDIRECT,
    parent: str | None = None,
    confidence: float = 0.9,
    claims: tuple[Spans, ...] = (),
    field: Field = Field.TEXT,
    speaker: Speaker = Speaker(),  # noqa: B008 - immutable
    meanings: tuple[Meaning, ...] = (),
) -> Attribution:
    """An attribution with receipts; without claims given, the content is one claim.

    Claims for which no meaning is given are affirmed as certain, of the present.
    """
    text = doc.text if field is Field.TEXT else doc.title or ""
    sha256 = text_sha256(text)
    return Attribution(
        id=f"attribution-{number}",
        source=source,
        cue=cue,
        content=content,
        quote_type=quote_type,
        parent=parent and f"attribution-{parent}",
        confidence=confidence,
        receipt=make_receipt(text, sha256, source, cue, content, field),
        claims=tuple(
            Claim(
                id=f"claim-{number}-{index}",
                content=spans,
                confidence=confidence,
                receipt=make_receipt(text, sha256, source, cue, spans, field),
                meaning=meant,
            )
            for index, (spans, meant) in enumerate(
                zip_longest(claims or (content,), meanings, fillvalue=PLAIN)
            )
        ),
        speaker=speaker,
        field=field,
    )


def statement(
    doc: Document,
    number: str,
    content: Spans,
    why: tuple[str, ...] = (),
    meaning: Meaning = PLAIN,
    field: Field = Field.TEXT,
) -> Statement:
    """What the outlet states itself, with its receipt."""
    text = doc.text if field is Field.TEXT else doc.title or ""
    receipt = make_receipt(text, text_sha256(text), (), (), content, field)
    return Statement(
        id=f"statement-{number}", content=content, receipt=receipt, meaning=meaning, why=why, field=field
    )


Where = str | tuple[str, str]  # words, or words and what stands before them


def at(text: str, *where: Where) -> Spans:
    """Spans of words, one after another."""
    return tuple(find(text, *([words] if isinstance(words, str) else words)) for words in where)


def test_an_attribution_without_claims_given_is_one_claim():
    doc = document("The bridge is open.")
    (claim,) = attribution(doc, "1", (), (), at(doc.text, "is open")).claims
    assert (claim.content, claim.meaning) == (((11, 18),), PLAIN)
