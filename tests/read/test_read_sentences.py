"""Sentence boundaries in news text."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read.sentences import sentence_starts, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_titles_initials_and_abbreviations_do_not_end_a_sentence() -> None:
    text = "Gen. T. R. Malk met Dr. Oss at 5 p.m. local time. The U.S. envoy left."
    assert cut(text) == ["Gen. T. R. Malk met Dr. Oss at 5 p.m. local time.", "The U.S. envoy left."]


def test_a_closing_quotation_mark_belongs_to_the_sentence_it_closes() -> None:
    assert cut("“It is over.” He left.") == ["“It is over.”", "He left."]


def test_every_line_break_ends_a_sentence() -> None:
    assert cut("Gate opens\n\nThe gate opened on Monday") == ["Gate opens", "The gate opened on Monday"]


def test_a_decimal_is_not_cut() -> None:
    assert cut("It rose 3.5 percent. Then it fell.") == ["It rose 3.5 percent.", "Then it fell."]


@given(st.text(max_size=200))
def test_sentences_hold_every_word_and_are_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).split() == "".join(cut(text)).split()
    covered = "".join("".join(text[start:end].split()) for start, end in spans)
    assert covered == "".join(text.split())
    assert sentence_starts(text) == sorted(set(sentence_starts(text)))
