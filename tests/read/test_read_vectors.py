"""Vectors of claims: near for what is near in meaning, and no part of what a reading says."""

from __future__ import annotations

import pickle

import msgspec
import numpy as np
import pytest

from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_text
from counterclaim.show.record import as_record

LEFT = "Keldor's foreign ministry said on Monday that all of its soldiers had left the Arvan pass."
GONE = "Pact spokeswoman Mirela Dovac said that Keldor's troops had withdrawn from the pass at Arvan."
WHEAT = "The farmers' union said that the price of wheat had doubled since the spring harvest."
DAM = "Engineer Tovan Brisk said that the new dam would give power to forty thousand homes."
ARTICLE = "\n\n".join((LEFT, GONE, WHEAT, DAM))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(ARTICLE, id="article", published="2031-05-13", title="Ministry says troops left pass")


def by_words(reading: Reading) -> dict[str, np.ndarray]:
    """Vectors by the words of their claims, each of length 1."""
    text, title = reading.document.text, reading.document.title or ""
    claims = [(one.field, claim) for one in reading.attributions for claim in one.claims]
    rows = {}
    for (field, claim), vector in zip(claims, reading.vectors, strict=True):
        start, end = claim.content[0]
        rows[(title if field == "title" else text)[start:end]] = np.frombuffer(vector, np.int8) / 127
    return rows


def vector_with(reading: Reading, words: str) -> np.ndarray:
    (row,) = (row for told, row in by_words(reading).items() if words in told)
    return row


def test_each_claim_has_a_unit_vector_of_whole_numbers(reading):
    assert {len(vector) for vector in reading.vectors} == {128}
    for row in by_words(reading).values():
        assert np.linalg.norm(row) == pytest.approx(1, abs=0.03)


def test_the_same_told_in_other_words_is_nearer_than_anything_else(reading):
    left, gone = vector_with(reading, "soldiers had left"), vector_with(reading, "withdrawn from")
    others = [vector_with(reading, "price of wheat"), vector_with(reading, "new dam")]
    assert left @ gone > 0.3 + max(row @ other for row in (left, gone) for other in others)


def test_the_same_text_has_the_same_bytes(reading):
    again = read_text(ARTICLE, id="again", published="2031-05-13", title=reading.document.title)
    assert again.vectors == reading.vectors


def test_vectors_follow_the_order_of_the_claims_not_that_of_the_text():
    nested = "“The governor said the bridge would open on Friday,” said Mayor Ada Lund, “and nobody cares.”"
    read = read_text(nested + "\n\n" + WHEAT, id="nested")
    assert sum(len(one.claims) for one in read.attributions) == len(read.vectors)
    alone = read_text(WHEAT, id="wheat")
    assert vector_with(read, "price of wheat") @ vector_with(alone, "price of wheat") > 0.8


def test_they_are_neither_shown_nor_make_a_reading_another(reading):
    without = msgspec.structs.replace(reading, vectors=())
    assert without == reading
    assert hash(without) == hash(reading)
    assert as_record(without) == as_record(reading)
    assert msgspec.structs.replace(reading, reader="another") != reading
    assert reading != "a reading"


def test_they_survive_the_way_between_processes(reading):
    assert pickle.loads(pickle.dumps(reading)).vectors == reading.vectors


def test_a_document_that_is_not_read_has_none():
    german = "Der Minister sagte, dass die Truppen abziehen und dass er das begrüßt."
    assert read_text(german, id="german").vectors == ()
