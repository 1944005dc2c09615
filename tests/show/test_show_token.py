"""Rows and their parts, on texts and spans of every kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_show_builders import attribution, document, statement
from test_show_meanings import meaning
from test_show_page_reader import Page, without_space

from counterclaim.model.document import Link, LinkKind, Mark, MarkKind
from counterclaim.model.meaning import Polarity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.show.html import reading_page
from counterclaim.show.row import LONG, LONGEST, rows

TEXTS = st.text(alphabet="ab <&.”\n\r", min_size=1, max_size=60)


def spans_in(text: str) -> st.SearchStrategy[Span]:
    places = st.integers(0, len(text))
    return st.tuples(places, places).map(sorted).map(tuple).filter(lambda span: span[0] < span[1])


@given(data=st.data(), text=TEXTS)
def test_any_spans_give_a_well_formed_page_with_all_words_in_order(data, text):
    span, some = spans_in(text), lambda: st.lists(spans_in(text), max_size=3).map(tuple)
    doc = document(
        text,
        headlines=tuple(sorted(data.draw(some()))),
        marks=tuple(Mark(*found, MarkKind.BOILERPLATE) for found in data.draw(some())),
        links=tuple(Link(*found, "https://x.example/", LinkKind.LINK) for found in data.draw(some())),
    )
    parts = st.tuples(
        some(), some(), st.lists(span, min_size=1, max_size=3).map(tuple), st.lists(some(), max_size=2)
    )
    attributions = tuple(
        attribution(
            doc,
            str(index),
            source,
            cue,
            content,
            claims=tuple(claim for claim in claims if claim),
            meanings=tuple(meaning(polarity=Polarity.DENIES) for claim in claims if claim),
        )
        for index, (source, cue, content, claims) in enumerate(data.draw(st.lists(parts, max_size=4)))
    )
    own_voice = tuple(
        statement(doc, str(index), content)
        for index, content in enumerate(data.draw(st.lists(some(), max_size=3)))
    )
    reading = Reading(document=doc, attributions=attributions, reader="0.1.0", own_voice=own_voice)
    page = Page(reading_page([reading]))
    assert without_space("".join(page.words)).endswith(without_space(text))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


@given(text=TEXTS)
def test_rows_touch_and_hold_the_whole_text(text):
    found = rows(text, [(0, 1)])
    assert [row.start for row in found] == [0, *(row.end for row in found[:-1])]
    assert found[-1].end == len(text)
    assert all(not text[row.visible_end : row.end].strip() for row in found)


def test_blank_lines_part_paragraphs_and_lines_wrapped_by_hand_stay_together():
    text = "The bridge over the Ansel,\nlaid in spring, was\nopen on Monday.\n\nIt closed again."
    assert [text[row.start : row.visible_end] for row in rows(text, [])] == text.split("\n\n")


def test_lines_that_end_sentences_are_paragraphs():
    text = "The bridge is open.\nIt closed again.\nNobody said why."
    assert [text[row.start : row.visible_end] for row in rows(text, [])] == text.split("\n")


def test_a_long_paragraph_breaks_at_ends_of_sentences_while_cards_are_to_come():
    sentence = "Boats lay by the eastern bank. "
    text = sentence * 100
    said = [(start, start + 5) for start in range(0, len(text) // 2, 400)]
    found = rows(text, said)
    assert len(found) > 1
    assert all(row.start % len(sentence) == 0 for row in found)
    assert [row.continues for row in found] == [False, *(True for _ in found[1:])]
    assert all(row.end - row.start <= LONG + len(sentence) for row in found[:-1])
    assert found[-1].start <= said[-1][0]


def test_a_long_paragraph_without_cards_stays_whole():
    assert len(rows("Boats lay by the eastern bank. " * 100, [])) == 1


def test_notes_to_come_break_what_one_person_says():
    sentence = "Boats lay by the eastern bank. "
    text = sentence * 150
    said = [(0, len(text))]
    assert len(rows(text, said)) == 1
    notes = list(range(0, len(text), 500))
    found = rows(text, said, notes=notes)
    assert len(found) > 1
    assert all(LONGEST <= row.end - row.start <= LONGEST + len(sentence) for row in found[:-1])
