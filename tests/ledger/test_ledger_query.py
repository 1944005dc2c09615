"""Whatever a person types is a search that FTS5 understands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.ledger.query import MOST_PARTS, parse
from counterclaim.ledger.ranking import Candidate, best, marks
from counterclaim.ledger.tokens import tokens

TEXTS = (
    "Troops left the bridge, the ministry said",
    "No troops were seen near the border",
    "An armed attack could happen",
    "The Café in Zürich is open",
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """A full-text index like the ledger's, of a few texts."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(w, tokenize='unicode61 remove_diacritics 2')")
    connection.executemany("INSERT INTO texts VALUES (?)", [(text,) for text in TEXTS])
    yield connection
    connection.close()


def found(index: sqlite3.Connection, words: str) -> list[str]:
    """The texts that hold what is asked for, in the order they were put in."""
    expression = parse(words).expression
    if expression is None:
        return []
    rows = index.execute("SELECT w FROM texts WHERE texts MATCH ? ORDER BY rowid", (expression,))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("troops", [0, 1]),
        ("TROOPS bridge", [0]),
        ('"the bridge"', [0]),
        ('"bridge the"', [0]),  # a comma is no word
        ('"ministry bridge"', []),
        ("troops -ministry", [1]),
        ('troops -"the border" -sea', [0]),
        ("cafe zurich", [3]),
        ("armed-attack", [2]),  # as words side by side
        ('"armed attack', [2]),  # a phrase that was not ended
        ("troops AND", []),  # a word like any other
        ("troops ***", [0, 1]),
    ],
)
def test_words_phrases_and_what_is_not_wanted(index: sqlite3.Connection, words: str, hits: list[int]) -> None:
    assert found(index, words) == [TEXTS[hit] for hit in hits]


@pytest.mark.parametrize("words", ["", "  ", '""', "!?", "-troops", '-"the bridge"'])
def test_where_nothing_is_wanted_there_is_no_expression(words: str) -> None:
    assert parse(words).expression is None


@given(words=st.text())
@example('a" OR "b')
@example("w:troops NEAR(a b, 2) ^c {w}: * + ( ) NOT")
@example("a\x00b")
@example("a\ud800b")
@example("\u0345 \u05af x\u0378 ֍")
@example('"' * 99)
@example("-a -b c " * 99)
def test_no_words_are_at_fault(index: sqlite3.Connection, words: str) -> None:
    found(index, words)


@given(words=st.lists(st.from_regex(r'[-a-z"*()]+', fullmatch=True)).map(" ".join))
def test_no_signs_of_the_query_language_are_at_fault(index: sqlite3.Connection, words: str) -> None:
    found(index, words)


def test_a_long_query_is_looked_at_in_part() -> None:
    assert len(parse(" ".join(f"w{number}" for number in range(99))).wanted) == MOST_PARTS


def test_words_are_those_of_the_index(index: sqlite3.Connection) -> None:
    index.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, texts, instance)")
    listed = index.execute("SELECT doc, term FROM temp.words ORDER BY doc, offset").fetchall()
    assert listed == [(row, term) for row, text in enumerate(TEXTS, 1) for term in tokens(text)]


def ranked(words: str, *texts: tuple[str, str]) -> list[int]:
    """The texts by how well they answer, all of them equally rare."""
    parts = parse(words).wanted
    candidates = [Candidate(row, text, who) for row, (text, who) in enumerate(texts)]
    return best(candidates, parts, dict.fromkeys(parts, 2), 100)


def test_the_more_often_and_the_shorter_the_better() -> None:
    once = ("the troops left by the bridge in the night", "")
    twice = ("the troops left and more troops left by night", "")
    short = ("troops left", "")
    assert ranked("troops", once, twice, short) == [2, 1, 0]


def test_words_of_the_claim_come_before_its_speaker() -> None:
    assert ranked("lund", ("she is away", "Ada Lund"), ("ada lund left", "the mayor")) == [1, 0]


def test_equal_ones_keep_their_order() -> None:
    assert ranked("a", ("a b", ""), ("b a", ""), ("a c", "")) == [0, 1, 2]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    parts = parse("the bridge").wanted
    candidates = [Candidate(0, "the the bridge x", ""), Candidate(1, "the bridge bridge x", "")]
    assert best(candidates, parts, {parts[0]: 90, parts[1]: 2}, 100) == [1, 0]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("troops", ["Troops"]),
        ("BRIDGE the", ["the", "bridge", "the"]),
        ('"the bridge"', ["the bridge"]),
        ('"the bridge" bridge', ["the bridge"]),
        ("lund", []),
    ],
)
def test_marks_are_the_places_of_what_is_wanted(words: str, marked: list[str]) -> None:
    spans = marks(TEXTS[0], parse(words).wanted)
    assert [TEXTS[0][start:end] for start, end in spans] == marked


def test_marks_count_code_points_of_the_words_as_they_stand() -> None:
    start, end = marks("Das Café in Zürich", parse("zurich").wanted)[0]
    assert "Das Café in Zürich"[start:end] == "Zürich"
