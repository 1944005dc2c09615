"""The grammar of a text, in the text's own offsets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.read.parse import STRETCH
from counterclaim.read.sentences import sentences

TEXT = "Minister Ilan Koro denied it on Tuesday.\n\nThe Selvan army has left the town of Brenn.\n"


def test_tokens_stand_where_they_say(parse):
    for token in parse(TEXT).tokens:
        assert TEXT[token.start : token.end] == token.text


def test_blanks_are_no_tokens(parse):
    assert all(token.text.strip() for token in parse(TEXT).tokens)


def test_names_are_found_with_their_tokens(parse):
    parsed = parse(TEXT)
    person = next(entity for entity in parsed.entities if entity.label == "PERSON")
    assert TEXT[person.start : person.end] == "Ilan Koro"
    assert [parsed.tokens[i].text for i in range(person.first, person.last)] == ["Ilan", "Koro"]


def test_heads_stay_within_the_sentence(parse):
    tokens = parse(TEXT).tokens
    assert all(tokens[token.head].sentence == token.sentence for token in tokens)


def test_sentences_are_those_of_the_reader(parse):
    assert parse(TEXT).tokens[-1].sentence + 1 == len(sentences(TEXT))


def test_tokens_of_a_span_and_of_a_sentence(parse):
    parsed = parse(TEXT)
    start = TEXT.index("has left")
    assert [parsed.tokens[i].text for i in parsed.within((start, start + 8))] == ["has", "left"]
    assert parsed.tokens[parsed.sentence_at(start)[0]].text == "The"


def test_a_long_text_is_parsed_in_stretches_with_whole_offsets(parse):
    text = "Nothing moved that day.\n" * (STRETCH // 24 + 40)
    parsed = parse(text)
    assert parsed.tokens[-1].end == len(text) - 1
    assert parsed.tokens[-1].sentence + 1 == text.count("\n")


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=80))
def test_no_text_breaks_it(parse, text):
    for token in parse(text).tokens:
        assert text[token.start : token.end] == token.text
