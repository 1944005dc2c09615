"""What is read back from a ledger is what was put in, receipts and all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_invented import ADDED, Say, article, put
from ledger_real import real_capture, real_reading
from msgspec.structs import fields, replace

from counterclaim.errors import MalformedRecord, UnknownId
from counterclaim.ledger import packed
from counterclaim.ledger.ids import spans_id
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model import meaning
from counterclaim.model.document import Link, LinkKind, Mark, MarkKind
from counterclaim.model.receipt import holds


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        yield ledger


def _only_document(ledger: Ledger) -> str:
    (origin,) = ledger.origins()
    return origin.document


def test_a_real_reading_comes_back_equal(ledger: Ledger) -> None:
    reading = real_reading()
    ledger.put(real_capture(), reading.document, reading, ADDED)
    back = ledger.reading(_only_document(ledger))
    assert back == reading
    assert msgspec.json.encode(back) == msgspec.json.encode(replace(reading, vectors=()))


def test_the_real_reading_has_what_makes_the_test_worth_it() -> None:
    reading = real_reading()
    attributions = reading.attributions
    meanings = [claim.meaning for one in attributions for claim in one.claims]
    assert {one.field for one in attributions} == {"title", "text"}
    assert any(one.parent for one in attributions)
    assert any(len(one.content) > 1 for one in attributions)
    assert any(one.quantities for one in meanings)
    assert any(one.times for one in meanings)
    assert any(one.places for one in meanings)
    assert reading.own_voice


def test_receipts_are_made_anew_and_hold_in_the_text(ledger: Ledger) -> None:
    reading = real_reading()
    ledger.put(real_capture(), reading.document, reading, ADDED)
    back = ledger.reading(_only_document(ledger))
    texts = {"text": back.document.text, "title": back.document.title or ""}
    for one in back.attributions:
        assert holds(one.receipt, texts[one.field])
        assert all(holds(claim.receipt, texts[one.field]) for claim in one.claims)


def test_marks_links_and_headlines_of_a_document_come_back(ledger: Ledger) -> None:
    made = article(Say("Ann", "the bridge is safe", "Ann"))
    document = replace(
        made.document,
        marks=(Mark(0, 3, MarkKind.BOILERPLATE),),
        links=(Link(0, 3, "https://news.example/a", LinkKind.VIDEO),),
        headlines=((0, 3),),
        byline="By Bob",
        not_read=None,
    )
    ledger.put(made.capture, document, replace(made.reading, document=document), ADDED)
    assert ledger.reading(_only_document(ledger)).document == document


def test_a_document_that_is_not_read_says_why(ledger: Ledger) -> None:
    made = article()
    document = replace(made.document, language="de", not_read="it is German")
    ledger.put(made.capture, document, replace(made.reading, document=document), ADDED)
    assert ledger.reading(_only_document(ledger)).document.not_read == "it is German"


def test_captures_come_back_with_their_bytes(ledger: Ledger) -> None:
    capture = replace(real_capture(), retrieved="2022-02-16T10:00:00Z")
    ledger.put(capture, real_reading().document, real_reading(), ADDED)
    assert list(ledger.stored_captures()) == [capture]


def test_captures_for_a_new_reader_are_those_that_it_has_not_read(ledger: Ledger) -> None:
    one, other = article(Say("Ann", "yes")), article(Say("Bob", "no"), url="https://news.example/other")
    put(ledger, one, other)
    put(ledger, article(Say("Ann", "yes"), reader="reader/2"))
    assert list(ledger.stored_captures(("cleaner/1", "reader/2"))) == [other.capture]
    assert list(ledger.stored_captures(("cleaner/1", "reader/1"))) == []


def test_readings_may_be_put_while_captures_are_given_out(ledger: Ledger) -> None:
    put(ledger, *(article(Say("Ann", f"number {n}"), url=f"https://news.example/{n}") for n in range(5)))
    for capture in ledger.stored_captures(("cleaner/1", "reader/2")):
        n = (capture.url or "")[-1]
        put(ledger, article(Say("Ann", f"number {n}"), url=capture.url or "", reader="reader/2"))
    assert list(ledger.stored_captures(("cleaner/1", "reader/2"))) == []


@pytest.mark.parametrize("id", ["d0123456789abcdef", "d12", "nonsense", ""])
def test_an_unknown_document_is_named(ledger: Ledger, id: str) -> None:
    with pytest.raises(UnknownId, match="no document of the ledger has this id"):
        ledger.reading(id)


def test_ids_of_the_reader_are_those_that_the_ledger_makes_anew() -> None:
    reading = real_reading()
    hashes = {"text": reading.document.sha256, "title": reading.document.title_sha256 or ""}
    for one in reading.attributions:
        made = spans_id(hashes[one.field], one.field, one.content, one.source)
        assert one.id == "a" + made.hex()
        for claim in one.claims:
            assert claim.id == "c" + spans_id(hashes[one.field], one.field, claim.content, one.source).hex()


def test_a_reading_with_ids_of_another_kind_is_refused_whole(ledger: Ledger) -> None:
    made = article(Say("Ann", "the bridge is safe"))
    attribution = replace(made.reading.attributions[0], id="a1")
    with pytest.raises(MalformedRecord, match="a and 16 hexadecimal digits"):
        ledger.put(made.capture, made.document, replace(made.reading, attributions=(attribution,)), ADDED)
    assert list(ledger.stored_captures()) == []


PAIRS = [
    (packed._Quantity, meaning.Quantity),
    (packed._Time, meaning.Time),
    (packed._Place, meaning.Place),
    (packed._Evidence, meaning.Evidence),
]


@pytest.mark.parametrize(("short", "whole"), PAIRS)
def test_what_is_packed_has_the_fields_of_the_model(
    short: type[msgspec.Struct], whole: type[msgspec.Struct]
) -> None:
    assert {field.name for field in fields(short)} == {field.name for field in fields(whole)}
    names = [field.encode_name for field in fields(short)]
    assert len(set(names)) == len(names)


SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
NUMBERS = st.none() | st.integers(-(2**50), 2**50) | st.floats(allow_nan=False, allow_infinity=False)
MEANINGS = st.builds(
    meaning.Meaning,
    polarity=st.sampled_from(meaning.Polarity),
    certainty=st.sampled_from(meaning.Certainty),
    orientation=st.sampled_from(meaning.Orientation),
    quantities=st.lists(
        st.builds(
            meaning.Quantity, value=NUMBERS, low=NUMBERS, high=NUMBERS, unit=st.none() | TEXTS, span=SPAN
        ),
        max_size=2,
    ).map(tuple),
    times=st.lists(st.builds(meaning.Time, span=SPAN, edtf=st.none() | TEXTS), max_size=2).map(tuple),
    places=st.lists(st.builds(meaning.Place, span=SPAN, name=TEXTS), max_size=2).map(tuple),
    evidence=st.lists(
        st.builds(meaning.Evidence, spans=st.lists(SPAN).map(tuple), shows=st.lists(SPAN).map(tuple)),
        max_size=2,
    ).map(tuple),
)


@given(MEANINGS)
def test_any_meaning_comes_back(made: meaning.Meaning) -> None:
    back = packed.unpack(packed.pack(made))
    assert (back.quantities, back.times, back.places, back.evidence) == (
        made.quantities, made.times, made.places, made.evidence,
    )  # fmt: skip


LINES = st.text(st.characters(codec="utf-8", exclude_characters=".;"), min_size=1, max_size=12).filter(
    str.strip
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(LINES, LINES, st.none() | LINES, st.none() | LINES), max_size=4))
def test_any_article_comes_back(said: list[tuple[str, str, str | None, str | None]]) -> None:
    made = article(*(Say(source, content, who, party) for source, content, who, party in said))
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "counterclaim.db", create=True) as ledger:
        ledger.put(made.capture, made.document, made.reading, ADDED)
        assert ledger.reading(_only_document(ledger)) == made.reading
        assert list(ledger.verify()) == []


def test_sketches_and_the_text_for_them(ledger: Ledger) -> None:
    made = article(Say("Ann", "the bridge is safe"))
    document = replace(
        made.document, marks=(Mark(0, 3, MarkKind.BOILERPLATE), Mark(4, 6, MarkKind.SECTION_NAME))
    )
    ledger.put(made.capture, document, replace(made.reading, document=document), ADDED)
    (id,) = ledger.unsketched()
    asked = ledger.sketched_text(id)
    assert (asked.text, asked.left_out, asked.publisher) == (document.text, ((0, 3),), "The Invented Times")
    ledger.keep_sketch(id, b"sketch")
    ledger.keep_sketch(id, b"sketch")
    assert list(ledger.sketches()) == [(id, b"sketch")]
    assert ledger.unsketched() == []
