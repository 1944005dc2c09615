"""What the outlet states itself, and what makes it worth checking."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.document import Document, Link, LinkKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans, words_at
from counterclaim.read.own_voice import find_own_voice
from counterclaim.read.parse import Parse, Parser
from counterclaim.read.said import Said

Parsing = Callable[[str], Parse]


def spans(text: str, part: str) -> Spans:
    return ((text.index(part), text.index(part) + len(part)),) if part else ()


def stated(
    parse: Parsing,
    text: str,
    *said: tuple[str, str, str],
    headings: Spans = (),
    left_out: Spans = (),
    links: Sequence[Link] = (),
) -> list[tuple[str, tuple[str, ...]]]:
    document = Document(
        id="d", name="d", text=text, sha256="", language="en", cleaner="test", links=tuple(links)
    )
    attributions = []
    for words in said:
        source, cue, content = (spans(text, part) for part in words)
        attributions.append(Said(source, cue, content, QuoteType.INDIRECT, None, (content,)))
    found = find_own_voice(document, parse(text), attributions, headings, left_out)
    return [(words_at(text, content), why) for content, why in found]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Corvane has gathered more than 40,000 soldiers near the river.", ("quantity",)),
        ("The bridge has been closed to lorries since last winter.", ("date",)),
        ("France seized the two islands in 1921.", ("quantity", "date", "event")),
        ("Germany will send engineers to Poland.", ("event",)),
        ("The US has 300 engineers in the member states.", ("quantity",)),
    ],
)
def test_plain_statements_of_the_outlet_are_found(parse: Parsing, text: str, why: tuple[str, ...]) -> None:
    assert stated(parse, text) == [(text, why)]


@pytest.mark.parametrize(
    "text",
    [
        "Who sent 40,000 soldiers to the river?",
        "We counted 40,000 soldiers near the river.",
        "Some 40,000 soldiers near the river",
        "Photo: 40,000 soldiers stood near the river on Monday.",
        "By Ada Brunn and 12 others who were there on Monday.",
        "The village is known for its quiet streets and gardens.",
        "The ministry said that 40,000 soldiers stood near the river.",
        "Up to 40,000 soldiers could come to the river in spring.",
        "The talks were held in room number one of the old palace.",
        "“The army sent 40,000 soldiers to the river.”",
    ],
)
def test_other_sentences_are_not(parse: Parsing, text: str) -> None:
    assert stated(parse, text) == []


def test_words_of_attributions_are_not_the_outlets(parse: Parsing) -> None:
    text = "Some 300 people left on Monday, Ms. Brunn noted. The mine has 4,000 workers."

    found = stated(parse, text, ("Ms. Brunn", "noted", "Some 300 people left on Monday"))

    assert found == [("The mine has 4,000 workers.", ("quantity",))]


@pytest.mark.parametrize(
    "source", ["Russia", "Russia, which has massed more than 40,000 soldiers near the border,"]
)
def test_a_clause_beside_an_attribution_counts(parse: Parsing, source: str) -> None:
    text = "Russia, which has massed more than 40,000 soldiers near the border, denied any plans to attack."

    found = stated(parse, text, (source, "denied", "any plans to attack"))

    assert found == [("which has massed more than 40,000 soldiers near the border", ("quantity",))]


def test_headings_leftovers_and_captions_are_left_out(parse: Parsing) -> None:
    text = "Corvane sent 40,000 soldiers to the river."
    whole = ((0, len(text)),)

    assert stated(parse, text, headings=whole) == []
    assert stated(parse, text, left_out=whole) == []
    assert stated(parse, text, links=[Link(0, len(text), "https://c.example/p.jpg", LinkKind.IMAGE)]) == []


def test_transcripts_have_no_voice_of_an_outlet(parse: Parsing) -> None:
    text = (
        "President Ada Brunn: We have 4,000 miners in this valley.\n"
        "Minister Olle Tolle: They dug 300 tonnes of ore in May 2021.\n"
        "President Ada Brunn: The railway moved 200 tonnes of it last year.\n"
        "Minister Olle Tolle: The rest is still here.\n"
    )

    assert stated(parse, text) == []


PARSER = Parser()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Russia seized 40,000 men , which in 2014 . 𝔸 said “ ” and has been \n who".split(" ")
        ),
        max_size=25,
    ),
    st.data(),
)
def test_units_lie_in_the_text_and_do_not_overlap(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    said = Said(((cuts[0], cuts[1]),), (), ((cuts[2], cuts[3]),), QuoteType.DIRECT, None, ())
    document = Document(id="d", name="d", text=text, sha256="", language="en", cleaner="test")

    end = 0
    for content, why in find_own_voice(document, PARSER.parse(text), [said], (), ()):
        assert why
        assert set(why) <= {"quantity", "date", "event"}
        for start, stop in content:
            assert end <= start < stop <= len(text)
            end = stop
