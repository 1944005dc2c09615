"""The view names who speaks and for whom, apart from the words of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

import counterclaim.read
from counterclaim.read.meaning.view import MOST_NAME, NOBODY, Part, view_of, who_of
from counterclaim.read.words import load_tokenizer, split_words

TEXT = "The minister said the troops would leave."


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(str(Path(counterclaim.read.__file__).parent / "weights" / "tokenizer.json"))


def seen(tokenizer, who):
    view = view_of(split_words(TEXT, tokenizer), ((0, 12),), ((13, 17),), ((18, 40),), who)
    shown = {part: [] for part in Part}
    for piece, (_, _, part) in zip(view.pieces.tolist(), view.features.tolist(), strict=True):
        shown[part].append(tokenizer.id_to_token(piece))
    return shown


def test_names_of_speaker_and_party_are_parts_of_their_own(tokenizer):
    shown = seen(tokenizer, who_of(tokenizer, "Jens Stoltenberg", "NATO"))
    assert "".join(shown[Part.SPEAKER]).replace("##", "").startswith("jens")
    assert shown[Part.PARTY] == ["nato"]
    assert shown[Part.SOURCE] == ["the", "minister"]
    assert shown[Part.CLAIM][:2] == ["the", "troops"]


def test_a_party_may_be_known_without_a_speaker(tokenizer):
    shown = seen(tokenizer, who_of(tokenizer, None, "NATO"))
    assert not shown[Part.SPEAKER]
    assert shown[Part.PARTY] == ["nato"]


def test_nobody_is_named_where_nobody_is_known(tokenizer):
    assert seen(tokenizer, who_of(tokenizer, None, None)) == seen(tokenizer, NOBODY)


def test_a_long_name_is_cut(tokenizer):
    shown = seen(tokenizer, who_of(tokenizer, "Interdepartmental Commission " * 9, None))
    assert len(shown[Part.SPEAKER]) == MOST_NAME


@pytest.mark.parametrize("name", ["", "  ", "\N{COMBINING ACUTE ACCENT}"])
def test_a_name_of_nothing_adds_nothing(tokenizer, name):
    assert not seen(tokenizer, who_of(tokenizer, name, None))[Part.SPEAKER]
