"""A bad row of a CSV costs only itself, wherever it leaves its quotation marks."""

from __future__ import annotations

import csv
import io
import time

import pytest

from counterclaim.errors import InputTooLarge, MalformedRecord
from counterclaim.fetch import table
from counterclaim.fetch.corpus import corpus_captures
from counterclaim.model.document import Capture


def read(data: str):
    return list(corpus_captures(io.BufferedReader(io.BytesIO(data.encode())), "c.csv", None, {}))


def seen(data: str) -> list[tuple[str, type]]:
    """The id of each record that was read and the line of each that was not."""
    return [
        (item.id, Capture) if isinstance(item, Capture) else (item.where.split(":")[1], type(item))
        for item in read(data)
    ]


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(table, "DOCUMENT_BYTES", 100)
    monkeypatch.setattr(table, "LINE_LIMIT", 200)
    monkeypatch.setattr(table, "_BLOCK", 50)


@pytest.mark.parametrize(
    "bad",
    [
        'b,"He said "shut"\nb, and left."\n',  # its second line holds a stray quotation mark
        'b,"He said "shut" and left."\n',
        'b,"never closed\n',
        'b,"never closed\nand longer, and longer, and\nlonger\n',
    ],
)
def test_behind_a_badly_quoted_row_the_next_whole_one_is_read(bad):
    found = seen("id,text\na,Shut.\n" + bad + 'c,"Open, ""wide""\nopen."\nd,Open.\n')
    assert found == [("a", Capture), ("3", MalformedRecord), ("c", Capture), ("d", Capture)]


def test_a_quotation_left_open_at_the_end_is_one_bad_row():
    assert seen('id,text\na,Shut.\nb,"open\n') == [("a", Capture), ("3", MalformedRecord)]


def test_the_message_says_where_reading_goes_on():
    (bad,) = [item for item in read('id,text\na,"x"y\nb,Open.\n') if not isinstance(item, Capture)]
    assert "the next line that begins a whole row" in str(bad)


@pytest.mark.parametrize(
    "large",
    [
        "b," + "x" * 150 + "\n",
        "b," + "x" * 900 + "\n",
        'b,"' + "x, y\n" * 300 + '"\n',
        'b,"' + 'c, ""quoted""\n' * 100 + '"\n',
        'b,"' + "x" * 300 + "\nf, not a row\n" + 'y""' * 300 + '\nf, nor this"\n',
        'b,"' + "x" * 60 + '","' + "y" * 90 + '","' + "z" * 90 + '"\n',
    ],
)
def test_a_row_over_the_limit_is_too_large_and_the_next_is_read(small, large):
    found = seen("id,text\na,Shut.\n" + large + "d,Open.\n")
    assert found == [("a", Capture), ("3", InputTooLarge), ("d", Capture)]


def test_a_quotation_left_open_over_the_limit_does_not_take_the_rest_along(small):
    rows = "".join(f'{n},"Open, on day {n}."\n' for n in range(40))
    found = seen('id,text\na,"never closed\n' + "words\n" * 60 + rows)
    assert found[0] == ("2", InputTooLarge)
    assert [name for name, kind in found if kind is Capture] == [str(n) for n in range(40)]


def test_the_next_row_is_named_by_its_line(small):
    data = 'id,text\na,"' + "x\n" * 300 + '"\nb,"x"y\nc,Open.\nd,"x\n'
    bad = [item.where for item in read(data) if not isinstance(item, Capture)]
    assert bad == [
        "c.csv:2",
        "c.csv:303",
        "c.csv:305",
    ]


def test_ten_megabytes_are_too_large_and_not_badly_quoted():
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows([["id", "text"], ["a", "x, y " * 2_100_000], ["b", "Open."]])
    assert seen(rows.getvalue()) == [("2", InputTooLarge), ("b", Capture)]


@pytest.mark.parametrize("line", ['a,"x\n', 'a,"x"y\n', 'a,"""\n', 'a,"x""\n', '"\n', 'a,"" ""\n', "a,b,c\n"])
def test_many_bad_rows_take_linear_time(line):
    start = time.process_time()
    read("id,text\n" + line * 20_000)
    assert time.process_time() - start < 5
