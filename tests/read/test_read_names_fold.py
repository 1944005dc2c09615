"""One key for the spellings of one name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.read.names.fold import fold
from counterclaim.read.names.rows import packaged_rows


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Selenskyj Зеленський",
        "Lukashenko Lukashenka Lukaschenko Loukachenko",
        "Kyiv Kiev Kijew Київ",
        "Kharkiv Kharkov",
        "Lviv Lvov",
        "Putin Poutine Путин",
        "Navalny Nawalny Navalniy",
        "Lavrov Lawrow Lavroff",
        "Shoigu Schoigu Shoygu",
        "Gaddafi Qaddafi Kadhafi Gadhafi Khadafy",
        "Netanyahu Netanjahu Netanyahou",
        "Gorbachev Gorbatschow Gorbatchev",
        "Yushchenko Juschtschenko",
        "Mohammed Muhammad Mohamed",
        "Schröder Schroeder",
        "Erdoğan Erdogan ERDOGAN",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. Orvel", "Orvel"),
        ("President Orvel", "Orvel"),
        ("Sen. Ann Roe", "Ann Roe"),
        ("the Harrow Institute", "Harrow Institute"),
        ("Orvel's", "Orvel"),
        ("Orvel’s campaign", "Orvel campaign"),
        ("U.N.", "UN"),
        ("Al-Karim", "al Karim"),
        ("Harrow Institute (HI)", "Harrow Institute"),
    ],
)
def test_titles_articles_possessives_and_marks_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "names",
    [
        "Young Jung",
        "Booth Boot",
        "Clinton Klimt",
        "Perry Parry",
        "Wang Wong",
        "Khan Hahn",
        "Brown Braun",
        "Lee Li",
        "Grant Brant",
        "Zhang Chang",
        "Sanders Sander",
        "Iran Iraq",
        "Austria Australia",
        "Niger Nigeria",
        "Slovakia Slovenia",
    ],
)
def test_different_names_keep_different_keys(names: str) -> None:
    one, other = names.split()
    assert fold(one) != fold(other)


def test_an_office_or_body_keeps_the_word_that_is_a_title_before_a_name() -> None:
    assert fold("President of Peru") != fold("Peru")
    assert fold("Governor") == "governor"


def test_without_letters_nothing_is_left() -> None:
    assert fold("—") == ""
    assert fold("") == ""


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"[A-Za-z]{1,12}( [A-Za-z.'-]{1,12}){0,3}", fullmatch=True))
def test_a_key_is_its_own_key(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_the_packaged_table_was_built_with_this_folding() -> None:
    keys = list(packaged_rows())
    assert [key for key in keys[::40] if fold(key) != key] == []
