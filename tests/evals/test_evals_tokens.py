"""Tokens, quotation marks and quote types."""

from __future__ import annotations

import pytest

from counterclaim.errors import MalformedRecord
from counterclaim.model.reading import QuoteType
from evals.tokens import TokenizedText, jaccard, quoted_spans


def test_a_token_is_a_run_of_word_characters_or_one_mark() -> None:
    text = TokenizedText("He said: it's 3,000.")
    assert text.tokens([(0, 20)]) == frozenset(range(10))


def test_a_span_takes_the_tokens_it_touches_and_a_stray_blank_costs_nothing() -> None:
    text = TokenizedText("Moscow denied it")
    assert text.tokens([(0, 6)]) == text.tokens([(0, 7)]) == text.tokens([(3, 5)]) == frozenset({0})
    assert text.tokens([(6, 7)]) == frozenset()


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (4, 2), (0, 17)])
def test_a_span_outside_the_text_is_refused_with_the_name_of_the_document(span: tuple[int, int]) -> None:
    with pytest.raises(MalformedRecord, match="doc-1"):
        TokenizedText("Moscow denied it", "doc-1").tokens([span])


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('a "b" c "d" e', ["b", "d"]),
        ('a “b” c “d" e', ["b", "d"]),
        ("a «b» c", ["b"]),
        ("a ``b'' c ``d\" e", ["b", "d"]),
        ("a ''b'' c", ["b"]),
        ('a "b\nc" d\n', ["b", " d"]),
        ('she said: "no', ["no"]),
        ("it's the dogs' day", []),
        ('a "" b', [""]),
        ('a “b "c" d” e', ["b ", " d” e"]),
    ],
)
def test_quotations_end_at_their_closing_mark_or_with_the_paragraph(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == inside


@pytest.mark.parametrize(
    ("content", "kind"),
    [('"We go"', QuoteType.DIRECT), ('they "must go"', QuoteType.MIXED), ("they go", QuoteType.INDIRECT)],
)
def test_the_quote_type_goes_by_how_many_words_are_quoted(content: str, kind: QuoteType) -> None:
    text = TokenizedText(content)
    assert text.quote_type(text.tokens([(0, len(content))])) is kind


def test_two_empty_token_sets_agree_and_one_empty_does_not() -> None:
    assert jaccard(frozenset(), frozenset()) == 1.0
    assert jaccard(frozenset(), frozenset({1})) == 0.0
    assert jaccard(frozenset({1, 2}), frozenset({2, 3})) == pytest.approx(1 / 3)
