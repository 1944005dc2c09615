"""What the reader makes of each gold claim: with the gold's spans given, and from the bare text.

* With spans given, every gold row is an attribution of one claim, its content; it lies
  inside the row with the smallest content that holds its own and more.
* End to end, a gold row is answered by the predicted claim, or whole attribution, that
  finds it as `evals.claims` says, the one that overlaps it best.  A whole attribution of
  several claims means what its first claim means, with the quantities and evidence of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import msgspec

from counterclaim.model.document import Field
from counterclaim.model.meaning import EvidenceKind, Meaning, Speaker
from counterclaim.model.reading import Attribution, QuoteType
from counterclaim.model.span import Spans
from counterclaim.read.said import Said
from evals.claims import Unit, finds, overlap, unit_of
from evals.meant import MeantRecord
from evals.predictions import TextReader
from evals.records import TextRecord
from evals.tokens import TokenizedText

if TYPE_CHECKING:  # it loads networks and grammar, which a fake in a test can do without
    from counterclaim.read.interpret import Interpreted


class TextInterpreter(Protocol):
    """What the evaluations need of the package: `counterclaim.pipeline.interpret_text`."""

    def __call__(
        self,
        text: str,
        said: Sequence[Said],
        *,
        id: str,
        title: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> tuple[Interpreted, ...]:
        """Speakers and meanings of attributions that are known already, in the order given."""
        ...


@dataclass(frozen=True)
class Understanding:
    """The two ways into the reader that are scored."""

    read: TextReader
    interpret: TextInterpreter


def installed_understanding() -> Understanding:
    """The reader of the package; imported late, as in `evals.predictions`."""
    from counterclaim.pipeline import interpret_text, read_text

    return Understanding(read_text, interpret_text)


@dataclass(frozen=True)
class Answer:
    """Whom the reader takes for the speaker of a claim, what it takes it to mean, and its vector if known."""

    speaker: Speaker
    meaning: Meaning
    vector: bytes = b""


def with_spans_given(
    rows: Sequence[MeantRecord], text: TextRecord, understanding: Understanding
) -> list[Answer | None]:
    """The answer to each gold row when the reader is told where it stands; never None."""
    found = understanding.interpret(
        text.text,
        said(rows, text.text),
        id=text.id,
        title=text.title,
        publisher=text.publisher,
        published=text.published,
    )
    return [Answer(one.speaker, one.meanings[0], *one.vectors[:1]) for one in found]


def said(rows: Sequence[MeantRecord], text: str) -> list[Said]:
    """Gold rows as the reader takes attributions that are known already."""
    tokenized = TokenizedText(text)
    contents = [tokenized.tokens(row.content) for row in rows]
    return [
        Said(
            source=row.source,
            cue=row.cue,
            content=row.content,
            quote_type=QuoteType(row.quote_type) if row.quote_type else tokenized.quote_type(content),
            parent=_holder(content, contents),
            claims=(row.content,),
        )
        for row, content in zip(rows, contents, strict=True)
    ]


def _holder(content: frozenset[int], contents: Sequence[frozenset[int]]) -> int | None:
    """Index of the smallest content that holds one and more."""
    holders = [index for index, other in enumerate(contents) if content < other]
    return min(holders, key=lambda index: len(contents[index]), default=None)


def end_to_end(
    rows: Sequence[MeantRecord], text: TextRecord, understanding: Understanding
) -> list[Answer | None]:
    """The answer to each gold row when the reader finds it itself; None where it does not."""
    reading = understanding.read(
        text.text, id=text.id, title=text.title, publisher=text.publisher, published=text.published
    )
    if reading.document.text != text.text:
        raise ValueError(f"{text.id}: the reader changed the text, so its offsets cannot be scored")
    tokenized = TokenizedText(text.text, text.id)
    candidates = [
        candidate
        for attribution in reading.attributions
        if attribution.field is Field.TEXT
        for candidate in _candidates(attribution, tokenized)
    ]
    return [_best(unit_of(tokenized, row.source, row.content, is_claim=True), candidates) for row in rows]


Candidate = tuple[Unit, Answer]


def _candidates(attribution: Attribution, tokenized: TokenizedText) -> Iterator[Candidate]:
    """The claims of an attribution, then its whole content, which means what they mean together."""

    def unit(content: Spans, is_claim: bool) -> Unit:
        return unit_of(tokenized, attribution.source, content, is_claim)

    meanings = [claim.meaning for claim in attribution.claims]
    for claim in attribution.claims:
        yield unit(claim.content, True), Answer(attribution.speaker, claim.meaning)
    if meanings:
        yield unit(attribution.content, False), Answer(attribution.speaker, _together(meanings))


def _best(claim: Unit, candidates: Sequence[Candidate]) -> Answer | None:
    """The answer of what overlaps a claim best; of equals, that with the better source, then the first."""
    finding = [candidate for candidate in candidates if finds(candidate[0], claim)]
    best = max(finding, key=lambda candidate: overlap(candidate[0], claim), default=None)
    return None if best is None else best[1]


def _together(meanings: Sequence[Meaning]) -> Meaning:
    evidence = next(
        (one.evidence_offered for one in meanings if one.evidence_offered is not EvidenceKind.NONE),
        EvidenceKind.NONE,
    )
    return msgspec.structs.replace(
        meanings[0],
        due=next((one.due for one in meanings if one.due), None),
        quantities=tuple(quantity for one in meanings for quantity in one.quantities),
        evidence_offered=evidence,
        asks_for_evidence=any(one.asks_for_evidence for one in meanings),
    )
