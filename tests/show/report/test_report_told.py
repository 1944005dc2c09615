"""Words of claims as elements of their page, whatever they cross."""

from __future__ import annotations

import random
from itertools import pairwise

import lxml.html
import pytest

from counterclaim.show.margin import Margin
from counterclaim.show.report.told import Stretch, with_stretches
from counterclaim.show.token import Token
from counterclaim.show.view import RowView
from counterclaim.show.visible import visible


def rows(*tokens: list[Token]) -> list[RowView]:
    return [RowView("p", list(row), Margin([], []), False) for row in tokens]


def words(text: str) -> Token:
    return Token("words", text)


def html(tokens: list[Token]) -> str:
    """The tokens as a page would write them, what is open at the end of a row left to fail."""
    parts = []
    for token in tokens:
        if token.kind == "open":
            parts.append(f'<span class="{token.css}" id="{token.id}">')
        elif token.kind == "close":
            parts.append("</span>")
        else:
            parts.append(token.text.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(parts)


def told(row: list[Token]) -> list[tuple[str, str]]:
    """The elements of stretches in a row with their words."""
    tree = lxml.html.fragment_fromstring(html(row), create_parent="p")
    return [(one.get("id"), one.text_content()) for one in tree.find_class("told")]


OPEN, CLOSE = Token("open", css="said", id="t-said1"), Token("close")


def test_a_stretch_in_the_middle_of_words_is_cut_out() -> None:
    (row,) = with_stretches(
        rows([words("He said it is open now.")]), "He said it is open now.", [Stretch(8, 18, "c1")]
    )
    assert told(row.tokens) == [("c1", "it is open")]


def test_a_stretch_that_ends_with_its_content_leaves_no_empty_element() -> None:
    (row,) = with_stretches(
        rows([words("It "), OPEN, words("is open"), CLOSE, words(".")]), "It is open.", [Stretch(3, 10, "c1")]
    )
    assert [token.kind for token in row.tokens] == [
        "words",
        "open",
        "open",
        "words",
        "close",
        "close",
        "words",
    ]


def test_a_stretch_that_an_element_crosses_goes_on_behind_it() -> None:
    tokens = [words("a "), OPEN, words("b c"), CLOSE, words(" d")]
    (row,) = with_stretches(rows(tokens), "a b c d", [Stretch(4, 7, "c1")])
    assert told(row.tokens) == [("c1", "c"), ("", " d")]


def test_a_stretch_goes_on_in_the_next_row() -> None:
    first, second = with_stretches(
        rows([words("one two")], [words("three four")]), "one two\n\nthree four", [Stretch(4, 14, "c1")]
    )
    assert told(first.tokens) == [("c1", "two")]
    assert told(second.tokens) == [("", "three")]


def test_signs_that_are_shown_by_name_count_once() -> None:
    text = "a \u202eb\u202c c"
    (row,) = with_stretches(rows([words(visible(text))]), text, [Stretch(2, 5, "c1")])
    assert told(row.tokens) == [("c1", visible("\u202eb\u202c"))]


@pytest.mark.parametrize("seed", range(60))
def test_no_word_is_lost_or_told_twice_however_stretches_lie(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice("ab c\u202e") for _ in range(40)).strip() or "a"
    stretches = []
    for at in range(5):
        start = chance.randrange(len(text))
        stretches.append(Stretch(start, chance.randrange(start, len(text)) + 1, f"c{at}"))
    cuts = sorted({0, len(text), *(chance.randrange(len(text)) for _ in range(4))})
    tokens: list[Token] = []
    for start, end in pairwise(cuts):
        inside = chance.random() < 0.5
        tokens += [OPEN] * inside + [words(visible(text[start:end]))] + [CLOSE] * inside
    (row,) = with_stretches(rows(tokens), text, stretches)
    assert "".join(token.text for token in row.tokens) == visible(text)
    depth = 0
    for token in row.tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        assert depth >= 0
    assert depth == 0
    assert {id for id, _ in told(row.tokens) if id} == {one.id for one in stretches}
