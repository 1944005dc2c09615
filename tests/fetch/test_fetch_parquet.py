"""Corpora in Parquet are read as those in JSON lines are."""

from __future__ import annotations

import pytest
from fetch_fakes import taken

from counterclaim.errors import EmptyInput, InputError, InputTooLarge, MalformedRecord
from counterclaim.fetch import parquet as reading
from counterclaim.model.document import Capture, Media
from tests.fuzz.seeds import parquet


@pytest.fixture
def write(tmp_path):
    def write(select: str, name: str = "corpus.parquet"):
        parquet(tmp_path / name.replace("*", "x"), select)
        (tmp_path / name.replace("*", "x")).rename(tmp_path / name)
        return tmp_path / name

    return write


def test_a_row_is_a_capture_with_the_fields_that_it_states(write):
    path = write(
        "SELECT 'a1' AS id, 'It is shut.' AS text, 'https://courier.example/1' AS url, "
        "'Courier' AS publisher, TIMESTAMP '2031-03-04 17:20:00' AS published, 'Shut' AS title, "
        "'en' AS language, [1] AS other"
    )
    assert taken(path)[0] == [
        Capture(
            name=f"{path}:1",
            data=b"It is shut.",
            media=Media.RECORD,
            id="a1",
            url="https://courier.example/1",
            publisher="Courier",
            published="2031-03-04",
            title="Shut",
            language="en",
        )
    ]


@pytest.mark.parametrize(
    "published", ["DATE '2031-03-04'", "'2031-03-04'", "TIMESTAMPTZ '2031-03-04 12:00:00+00'"]
)
def test_a_day_may_be_text_or_a_date(write, published):
    (capture,), _ = taken(write(f"SELECT 1 AS id, 'Shut.' AS text, {published} AS published"))
    assert (capture.id, capture.published) == ("1", "2031-03-04")


def test_rows_come_in_the_order_of_the_file(write):
    path = write("SELECT i AS id, 'Shut.' AS text FROM range(30000) rows(i) ORDER BY hash(i)")
    captures, errors = taken(path)
    again, _ = taken(path)
    assert errors == []
    assert [item.name for item in captures[:2]] == [f"{path}:1", f"{path}:2"]
    assert [item.id for item in captures] == [item.id for item in again]
    assert len({item.id for item in captures}) == 30_000


def test_bytes_that_are_text_are_taken_and_others_are_named(write):
    good, bad = "'Shut.'::BLOB", "'\\xFF'::BLOB"
    captures, (error,) = taken(write(f"SELECT 1 AS id, {good} AS text UNION ALL SELECT 2, {bad}"))
    assert [item.data for item in captures] == [b"Shut."]
    assert "the byte 0xFF, which is not UTF-8" in error.wrong


def test_a_bad_row_keeps_none_from_being_read(write):
    rows = "('a', 'Shut.'), ('b', NULL), (NULL, 'x'), ('d', 'Open.')"
    captures, errors = taken(write(f"SELECT * FROM (VALUES {rows}) rows(id, text)"))
    assert [item.id for item in captures] == ["a", "d"]
    assert [type(error) for error in errors] == [MalformedRecord] * 2


def test_columns_of_wrong_types_are_named(write):
    captures, errors = taken(write("SELECT 1 AS id, ['a'] AS text UNION ALL SELECT 2, ['b']"))
    assert captures == []
    assert ["`text` is a list, not a string" in error.wrong for error in errors] == [True, True]
    (error,) = taken(write("SELECT 1.5::DECIMAL(5, 2) AS id, 'x' AS text"))[1]
    assert "`id` is something else" in error.wrong


def test_a_missing_column_is_named(write):
    (error,) = taken(write("SELECT 1 AS id"))[1]
    assert "no column `text`" in error.wrong


def test_no_row_is_an_empty_corpus(write):
    (error,) = taken(write("SELECT 1 AS id, 'x' AS text WHERE false"))[1]
    assert type(error) is EmptyInput


def test_a_text_that_is_too_large_stays_in_the_file(write):
    captures, (error,) = taken(
        write("SELECT 1 AS id, repeat('x', 25000000) AS text UNION ALL SELECT 2, 'Shut.'")
    )
    assert [item.id for item in captures] == ["2"]
    assert type(error) is InputTooLarge


def test_a_file_that_blows_up_is_given_up(write, monkeypatch):
    monkeypatch.setattr(reading, "_FREE", 1000)
    monkeypatch.setattr(reading, "_RATIO", 1)
    captures, errors = taken(write("SELECT 1 AS id, repeat('x', 100) AS text FROM range(100000)"))
    assert len(captures) < 100
    assert "more than 1 times its size" in errors[-1].wrong


@pytest.mark.parametrize("name", ["a*b.parquet", "[x].parquet", "it's.parquet", "corpus.bin"])
def test_a_file_is_read_whatever_its_name(write, name):
    assert len(taken(write("SELECT 1 AS id, 'Shut.' AS text", name))[0]) == 1


@pytest.mark.parametrize("cut", [4, 100, 200])
def test_a_cut_file_is_no_crash(write, cut):
    path = write("SELECT 1 AS id, 'Shut.' AS text")
    path.write_bytes(path.read_bytes()[:cut])
    captures, (error,) = taken(path)
    assert captures == []
    assert isinstance(error, InputError)
    assert "DuckDB cannot read it" in error.wrong


def test_nothing_but_the_file_can_be_read(write, tmp_path):
    path = write("SELECT 1 AS id, 'Shut.' AS text")
    (tmp_path / "other.csv").write_text("a,b\n")
    with reading._connection(path, str(tmp_path)) as connection:
        for query in (
            f"SELECT * FROM '{tmp_path}/other.csv'",
            "SET threads = 2",
            f"COPY (SELECT 1) TO '{path}x'",
        ):
            with pytest.raises(reading.duckdb.Error):
                connection.execute(query)
