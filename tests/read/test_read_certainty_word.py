"""The speaker's own word for certainty is kept, with its band where the directive lists it."""

from __future__ import annotations

import pytest

from counterclaim.model.meaning import Certainty
from counterclaim.read.meaning.certainty_word import certainty_word


def word_of(text: str, certainty: Certainty) -> tuple[str, str | None] | None:
    found = certainty_word(text, ((0, len(text)),), certainty)
    return (found.word, found.band) if found else None


@pytest.mark.parametrize(
    ("text", "certainty", "word", "band"),
    [
        ("the dam could fail within days", Certainty.POSSIBLE, "could", None),
        ("a strike is very likely before Sunday", Certainty.PROBABLE, "very likely", "very likely (80-95%)"),
        ("It is Unlikely that talks resume", Certainty.PROBABLE, "Unlikely", "unlikely (20-45%)"),
        (
            "the convoy almost certainly crossed",
            Certainty.CERTAIN,
            "almost certainly",
            "almost certain (95-99%)",
        ),
        ("she believes the mine is closed", Certainty.PROBABLE, "believes", None),
        ("There is no doubt that they left", Certainty.CERTAIN, "no doubt", None),
    ],
)
def test_the_word_is_kept_as_written_with_its_band(text, certainty, word, band):
    assert word_of(text, certainty) == (word, band)


def test_a_plain_statement_has_no_such_word():
    assert word_of("the bridge was closed on Monday", Certainty.CERTAIN) is None


def test_nothing_is_looked_for_where_certainty_is_unknown():
    assert word_of("may they rest", Certainty.UNKNOWN) is None


def test_the_month_is_no_word_of_certainty():
    assert word_of("The vote was held in May 2031", Certainty.POSSIBLE) is None


def test_only_words_within_the_spans_count():
    text = "It may rain, but the match will be played"
    assert certainty_word(text, ((17, len(text)),), Certainty.POSSIBLE) is None
