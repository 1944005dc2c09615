"""The reader as a whole: every word it shows stands where it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.document import Document, Field, Mark, MarkKind
from counterclaim.model.reading import Attribution, QuoteType
from counterclaim.model.receipt import holds, text_sha256
from counterclaim.model.span import words_at
from counterclaim.read.reader import Reader

STORY = """Lorvan ministry shows video of convoy, but Compact sees no retreat

“We have not seen a retreat,” Compact chief Aldo Brenn said. “There are more trucks on the way.”

Lorva has denied any plan to cross the river. The warnings were dismissed by the ministry as theatre.

Leave a Reply
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def document(text: str, **more: object) -> Document:
    fixed = {
        "id": "d",
        "name": "d",
        "text": text,
        "sha256": text_sha256(text),
        "language": "en",
        "cleaner": "test",
    }
    return Document(**{**fixed, **more})  # type: ignore[arg-type]


def by_source(text: str, found: tuple[Attribution, ...], words: str) -> list[Attribution]:
    return [item for item in found if words_at(text, item.source) == words]


def test_a_quotation_in_two_pieces_is_one_attribution(reader: Reader) -> None:
    (said,) = by_source(STORY, reader.read(document(STORY)).attributions, "Compact chief Aldo Brenn")
    assert (
        words_at(STORY, said.content)
        == "“We have not seen a retreat,” […] “There are more trucks on the way.”"
    )
    assert said.quote_type is QuoteType.DIRECT
    assert words_at(STORY, said.cue).startswith("said")


def test_a_passive_names_its_source(reader: Reader) -> None:
    found = by_source(STORY, reader.read(document(STORY)).attributions, "the ministry")
    assert any("theatre" in words_at(STORY, item.content) for item in found)


def test_nothing_is_attributed_to_marked_words(reader: Reader) -> None:
    hint = "The text continues below the tweet."
    said = "Compact chief Aldo Brenn said: “We have not seen a retreat."
    text = f"{said}\n\n{hint}\n\n“More trucks are on the way.”"
    start = text.index(hint)
    mark = Mark(start, start + len(hint), MarkKind.BOILERPLATE)
    found = reader.read(document(text, marks=(mark,))).attributions
    assert any("retreat" in words_at(text, item.content) for item in found)
    for item in found:
        claimed = [span for claim in item.claims for span in claim.content]
        for left, right in (*item.source, *item.cue, *item.content, *claimed):
            assert right <= mark.start or left >= mark.end


def test_no_letter_is_cut_from_its_accent(reader: Reader) -> None:
    text = "Mira Halden said the talks were held next to the Cafe\u0301. They went on."
    (said,) = reader.read(document(text)).attributions
    assert words_at(text, said.content).endswith("Cafe\u0301")


def test_a_separate_title_is_a_text_of_its_own(reader: Reader) -> None:
    title = "Compact chief says Lorva has not moved a single truck"
    reading = reader.read(
        document(STORY, title=title, title_is_separate=True, title_sha256=text_sha256(title))
    )
    of_title = [item for item in reading.attributions if item.field is Field.TITLE]
    assert of_title
    assert all(holds(item.receipt, title) for item in of_title)


def test_what_is_not_to_be_read_has_no_attributions(reader: Reader) -> None:
    assert reader.read(document(STORY, not_read="language is German (de)")).attributions == ()


def test_the_same_text_gives_the_same_reading(reader: Reader) -> None:
    assert reader.read(document(STORY)) == Reader().read(document(STORY))


def test_a_turn_of_a_transcript_is_one_direct_attribution(reader: Reader) -> None:
    text = "President of Lorva Mira Halden: Good evening. I think our trucks are home. They will stay there."
    (turn,) = reader.read(document(text)).attributions
    assert words_at(text, turn.source) == "President of Lorva Mira Halden"
    assert turn.cue == ()
    assert turn.quote_type is QuoteType.DIRECT


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_every_receipt_holds_in_any_text(reader: Reader, noise: str, more: str) -> None:
    text = f"{noise} “{more} we go,” Aldo Brenn said. {noise} According to {more} the bank, prices fell."
    if any(0xD800 <= ord(sign) < 0xE000 for sign in text):
        return
    for item in reader.read(document(text)).attributions:
        assert item.content
        assert holds(item.receipt, text)
        assert all(holds(claim.receipt, text) for claim in item.claims)
