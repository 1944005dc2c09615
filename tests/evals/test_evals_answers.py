"""What the reader makes of gold claims, told of them or finding them itself."""

from __future__ import annotations

import msgspec
import pytest
from evals_fakes import MEANING, NOBODY, attribution, reading, understand_source_words, understanding

from counterclaim.model.document import Field
from counterclaim.model.meaning import EvidenceKind, Meaning, Polarity, Speaker
from counterclaim.model.reading import QuoteType, Reading
from counterclaim.model.span import Spans
from counterclaim.read.said import Said
from evals.answers import Understanding, end_to_end, with_spans_given
from evals.meant import MeantRecord
from evals.records import TextRecord

TEXT = TextRecord(id="a", text='Berg said Maret said "it is shut" at noon and that two men left.')
OUTER = ((10, 63),)
INNER = ((21, 33),)
DENIAL = msgspec.structs.replace(MEANING, polarity=Polarity.DENIES, due="2022-03", asks_for_evidence=True)


def row(content: Spans, source: Spans = (), quote_type: str | None = None) -> MeantRecord:
    return MeantRecord(
        id="1",
        content=content,
        source=source,
        quote_type=quote_type,
        polarity="affirms",
        certainty="certain",
        orientation="present",
    )


def test_the_reader_is_told_where_claims_stand_and_which_lies_in_which() -> None:
    told: list[Said] = []

    def answer(text: str, said: Said) -> tuple[Speaker, Meaning]:
        told.append(said)
        return NOBODY, MEANING

    rows = [row(OUTER, ((0, 4),), "indirect"), row(INNER, ((10, 15),))]
    with_spans_given(rows, TEXT, understanding(answer))
    assert told == [
        Said(((0, 4),), (), OUTER, QuoteType.INDIRECT, None, (OUTER,)),
        Said(((10, 15),), (), INNER, QuoteType.DIRECT, 0, (INNER,)),
    ]


def test_the_smallest_content_around_a_claim_is_its_parent() -> None:
    parents: list[int | None] = []

    def answer(text: str, said: Said) -> tuple[Speaker, Meaning]:
        parents.append(said.parent)
        return NOBODY, MEANING

    rows = [row(((0, 63),)), row(OUTER), row(INNER), row(INNER)]
    with_spans_given(rows, TEXT, understanding(answer))
    assert parents == [None, 0, 1, 1]


def found(
    *claims: tuple[Spans, Meaning], content: Spans, speaker: str, field: Field = Field.TEXT
) -> Understanding:
    one = attribution(TEXT.text, "1", content, speaker=Speaker(name=speaker), claims=claims, field=field)
    return understanding(lambda text, said: (NOBODY, MEANING), one)


def test_a_claim_is_answered_by_what_overlaps_it_best() -> None:
    reader = found((INNER, DENIAL), (((37, 63),), MEANING), content=OUTER, speaker="Berg")
    inner, none = end_to_end([row(INNER), row(((0, 4),))], TEXT, reader)
    assert inner is not None
    assert inner.meaning == DENIAL
    assert inner.speaker.name == "Berg"
    assert none is None


def test_a_whole_attribution_means_what_its_claims_mean_together() -> None:
    shown = msgspec.structs.replace(MEANING, evidence_offered=EvidenceKind.VIDEO)
    reader = found((((10, 33),), shown), (((34, 63),), DENIAL), content=OUTER, speaker="Berg")
    (whole,) = end_to_end([row(OUTER)], TEXT, reader)
    assert whole is not None
    assert whole.meaning.polarity is Polarity.AFFIRMS
    assert whole.meaning.due == "2022-03"
    assert whole.meaning.evidence_offered is EvidenceKind.VIDEO
    assert whole.meaning.asks_for_evidence


def test_titles_answer_nothing() -> None:
    reader = found(content=OUTER, speaker="Berg", field=Field.TITLE)
    assert end_to_end([row(OUTER)], TEXT, reader) == [None]


def test_a_reader_that_moves_offsets_is_refused() -> None:
    def read(text: str, **known: str | None) -> Reading:
        return reading(text.strip("."), "a")

    with pytest.raises(ValueError, match="changed the text"):
        end_to_end([row(OUTER)], TEXT, Understanding(read, understand_source_words().interpret))
