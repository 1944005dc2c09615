"""The reader's view of a text: pieces, words, and what stands around them."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from counterclaim.errors import ModelError
from counterclaim.read import words as module
from counterclaim.read.words import Break, Case, Place, load_tokenizer, split_words

PATH = str(files("counterclaim.read") / "weights" / "tokenizer.json")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(PATH)


def test_case_place_and_break_of_each_word(tokenizer: Tokenizer) -> None:
    words = split_words("NATO saw 3 ships.\n\n“We stay,” Brenn said.", tokenizer)
    assert [Case(int(case)) for case in words.features[:5, 0]] == [
        Case.UPPER,
        Case.LOWER,
        Case.DIGIT,
        Case.LOWER,
        Case.OTHER,
    ]
    assert [Place(int(place)) for place in words.features[5:10, 1]] == [
        Place.OPENING,
        Place.INSIDE,
        Place.INSIDE,
        Place.INSIDE,
        Place.CLOSING,
    ]
    assert words.features[0, 2] == Break.PARAGRAPH
    assert words.features[5, 2] == Break.PARAGRAPH
    assert words.features[6, 2] == Break.NONE


def test_words_that_are_left_out_leave_a_step_in_the_positions(tokenizer: Tokenizer) -> None:
    text = "One two three four."
    words = split_words(text, tokenizer).without([(4, 7)])
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == ["One", "three", "four", "."]
    assert words.position.tolist() == [0, 2, 3, 4]


@given(st.text(alphabet="ab “”.,\n é中", max_size=120), st.integers(1, 20))
def test_a_long_text_is_cut_at_blanks_without_a_trace(text: str, stretch: int) -> None:
    tokenizer = load_tokenizer(PATH)
    whole = split_words(text, tokenizer)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "STRETCH", stretch)
        pieced = split_words(text, tokenizer)
    for name in ("piece_ids", "starts", "ends", "first_piece", "features", "word_of_piece"):
        assert np.array_equal(getattr(whole, name), getattr(pieced, name)), name


def test_a_damaged_vocabulary_is_a_fault_of_the_model(tmp_path) -> None:
    (tmp_path / "tokenizer.json").write_text("no vocabulary")
    with pytest.raises(ModelError):
        load_tokenizer(str(tmp_path / "tokenizer.json"))
