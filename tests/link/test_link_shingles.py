"""Shingles: runs of eight words, whatever their case and punctuation."""

from __future__ import annotations

from counterclaim.link.shingles import quoted, shingles, unquoted_shingles, words

TEN = "The ministry said on Monday that the troops had left."


def test_words_are_in_lower_case_and_know_where_they_begin():
    assert words("Kyiv — «Так», said U.N.") == [("kyiv", 0), ("так", 8), ("said", 14), ("u", 19), ("n", 21)]


def test_words_of_spans_left_out_are_no_part_of_the_text():
    text = "Read more here. The talks go on."
    assert words(text, ((0, 15),)) == words("                The talks go on.")


def test_a_text_of_ten_words_has_three_shingles():
    assert shingles(words(TEN)) == [
        ("the", "ministry", "said", "on", "monday", "that", "the", "troops"),
        ("ministry", "said", "on", "monday", "that", "the", "troops", "had"),
        ("said", "on", "monday", "that", "the", "troops", "had", "left"),
    ]


def test_a_text_of_seven_words_has_none():
    assert shingles(words("The ministry said that they had left.")) == []


def test_punctuation_and_case_do_not_count():
    assert shingles(words(TEN)) == shingles(words("THE MINISTRY SAID, ON MONDAY: that the troops (had) left"))


def test_quotations_are_found_in_every_kind_of_marks():
    text = "He said “no”. She said \"yes\". Они: «да». ''Well, '' it said."
    assert [text[start:end] for start, end in quoted(text)] == ["no", "yes", "да", "Well, "]


def test_a_quotation_left_open_ends_with_its_line():
    text = "“We go on.\n“Nobody left,” he said."
    assert [text[start:end] for start, end in quoted(text)] == ["We go on.", "Nobody left,"]


def test_a_shingle_with_one_quoted_word_is_not_unquoted():
    text = 'The ministry said on Monday that the troops "had" left the border and went home.'
    assert unquoted_shingles(text, words(text)) == {
        ("the", "ministry", "said", "on", "monday", "that", "the", "troops")
    }
