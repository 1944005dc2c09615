"""Quotations have no gaps, even where they run over paragraphs."""

from importlib.resources import files

from counterclaim.read.found import Found, spans_of
from counterclaim.read.whole_quotations import complete_quotations
from counterclaim.read.words import Words, load_tokenizer, split_words


def words_of(text: str) -> Words:
    return split_words(text, load_tokenizer(str(files("counterclaim.read") / "weights" / "tokenizer.json")))


def said(text: str, words: Words, *left_out: str) -> Found:
    """All before " Brenn said", less some words, as the content of "said"."""
    end = text.index(" Brenn said")
    holes = [(text.index(hole), text.index(hole) + len(hole)) for hole in left_out]
    kept = tuple(
        index
        for index, (start, stop) in enumerate(zip(words.starts, words.ends, strict=True))
        if stop <= end and not any(a <= start and stop <= b for a, b in holes)
    )
    cue = int((words.starts == text.index("said", end)).argmax())
    return Found(cue, (cue - 1,), (cue,), kept)


def test_a_gap_inside_a_quotation_is_filled() -> None:
    text = "“We have counted the ships twice and none has left,” Brenn said."
    words = words_of(text)
    (whole,) = complete_quotations(text, words, [said(text, words, "ships twice")])
    assert spans_of(whole.content, words) == ((0, text.index(" Brenn")),)


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    text = "“We counted on Monday.\n\n“We counted again today and none has left the strait,” Brenn said."
    words = words_of(text)
    (whole,) = complete_quotations(text, words, [said(text, words, "counted on Monday.")])
    assert spans_of(whole.content, words) == ((0, text.index(" Brenn")),)


def test_two_quotations_stay_two() -> None:
    text = "“We counted.” Rain fell on the quay for hours. “None has left,” Brenn said."
    words = words_of(text)
    given = said(text, words, "Rain fell on the quay for hours.")
    assert complete_quotations(text, words, [given]) == [given]
