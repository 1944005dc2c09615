"""From the reader's output to records that can be scored."""

from __future__ import annotations

import pytest
from evals_fakes import attribution, make_first_word_reader, read_first_word, reading

from counterclaim.model.document import Field
from counterclaim.model.reading import Reading
from evals.predictions import predict, predict_all
from evals.records import AttributionRecord, ClaimRecord, TextRecord

TEXT = TextRecord(id="a", text="Kyiv says Moscow said no.", title="Moscow says no")


def test_a_prediction_has_the_form_of_the_gold() -> None:
    document = predict(TEXT, read_first_word)
    content = ((5, 25),)
    assert document.id == "a"
    assert document.attributions == (
        AttributionRecord(
            source=((0, 4),),
            content=content,
            confidence=0.75,
            claims=(ClaimRecord(content=content, confidence=0.5),),
        ),
    )


def test_nested_ones_are_kept_apart_and_those_of_the_title_left_out() -> None:
    def read(text: str, *, id: str, title: str | None = None, **known: str | None) -> Reading:
        assert title is not None
        return reading(
            text,
            id,
            attribution(title, "1", ((0, 6),), field=Field.TITLE),
            attribution(text, "2", ((10, 24),)),
            attribution(text, "3", ((22, 24),), parent="2"),
        )

    document = predict(TEXT, read)
    assert [record.content for record in document.attributions] == [((10, 24),)]
    assert [record.content for record in document.nested] == [((22, 24),)]


def test_a_reader_that_moves_offsets_is_refused() -> None:
    def read(text: str, *, id: str, title: str | None = None, **known: str | None) -> Reading:
        return reading(text.strip("."), id)

    with pytest.raises(ValueError, match="changed the text"):
        predict(TEXT, read)


@pytest.mark.parametrize("jobs", [1, 2])
def test_predictions_come_in_order_from_any_number_of_processes(jobs: int) -> None:
    texts = [TextRecord(id=str(number), text=f"Kyiv says {number}.") for number in range(9)]
    found = predict_all(texts, make_first_word_reader, jobs)
    assert list(found) == [text.id for text in texts]
    assert found["8"] == predict(texts[8], read_first_word)
