"""A name told again by the card of a link, run into the post of who bears it."""

from __future__ import annotations

from counterclaim.read.name_cards import without_cards


def test_a_name_told_again_surname_first_becomes_a_comma_and_blanks() -> None:
    text = "Foreign Minister Dana Quill Quill DanaForeign Minister of Orvessa: We agree."
    shown = without_cards(text)
    assert " ".join(shown.split()) == "Foreign Minister Dana Quill , Foreign Minister of Orvessa: We agree."
    assert len(shown) == len(text)
    assert shown.index("We agree") == text.index("We agree")


def test_names_of_more_words_are_told_again_too() -> None:
    text = "Envoy Anna-Lise Marie Ostrander Ostrander Anna-Lise MarieEnvoy of Peru(retranslated): Yes."
    assert without_cards(text).split(",")[0] == "Envoy Anna-Lise Marie Ostrander "


def test_names_that_follow_each_other_stay() -> None:
    for text in (
        "Boutros Boutros Ghali spoke.",
        "Dana Quill met Quill Dana.",
        "Robert Quill Quill family members said so.",
        "They saw Dana Quill. Quill Dana was not there.",
    ):
        assert without_cards(text) == text
