"""Corpora are read record by record; a bad record costs only itself."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import EmptyInput, InputError, InputTooLarge, MalformedRecord, NotText
from counterclaim.fetch import captures, corpus, records
from counterclaim.fetch.corpus import corpus_captures
from counterclaim.model.document import Capture, Media

GOOD = {"id": "a1", "text": "The mayor said the bridge was shut."}


def read(data: bytes | str, name: str = "corpus.jsonl", day: str | None = None):
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return list(corpus_captures(io.BufferedReader(io.BytesIO(raw)), name, day, {}))


def lines(*rows: object) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def rows(*given: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(given)
    return out.getvalue()


def test_a_record_has_the_fields_that_it_states_and_no_others():
    row = {
        **GOOD,
        "url": "https://courier.example/1",
        "publisher": "Courier",
        "published": "2031-03-04T17:20:00+01:00",
        "title": "Bridge shut",
        "language": "en",
        "section": "Town",
    }
    assert read(lines(row)) == [
        Capture(
            name="corpus.jsonl:1",
            data=GOOD["text"].encode(),
            media=Media.RECORD,
            id="a1",
            url="https://courier.example/1",
            publisher="Courier",
            published="2031-03-04",
            title="Bridge shut",
            language="en",
        )
    ]


def test_csv_gives_the_same_captures_as_jsonl():
    row = {**GOOD, "title": 'The "old" bridge', "text": "Line one,\r\nline two."}
    (from_json,) = read(lines(row))
    (from_csv,) = read(rows(list(row), list(row.values())), "corpus.csv")
    assert from_csv.data == from_json.data == b"Line one,\r\nline two."
    assert (from_csv.id, from_csv.title) == (from_json.id, from_json.title)
    assert from_csv.name == "corpus.csv:2"


def test_a_number_is_taken_for_an_id_and_empty_fields_for_none():
    (capture,) = read(lines({"id": 17, "text": "Shut.", "title": None, "url": "", "language": " "}))
    assert (capture.id, capture.title, capture.url, capture.language) == ("17", None, None, None)


def test_the_day_of_the_command_line_is_for_records_that_state_none():
    found = read(lines(GOOD, {**GOOD, "id": "a2", "published": "2031-03-04"}), day="2030-01-01")
    assert [capture.published for capture in found] == [None, "2031-03-04"]
    assert [capture.default_published for capture in found] == ["2030-01-01"] * 2


def test_blank_lines_and_a_byte_order_mark_are_passed_over():
    data = "\ufeff" + lines(GOOD) + "\n \r\n" + lines({**GOOD, "id": "a2"})
    assert [item.name for item in read(data)] == ["corpus.jsonl:1", "corpus.jsonl:4"]
    assert [item.id for item in read("\ufeff" + rows(["id", "text"], ["a1", "Shut."]), "corpus.csv")] == [
        "a1"
    ]


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("{bad", "it is not JSON"),
        ('["a list"]', "it is not a JSON object"),
        ({"text": "Shut."}, "there is no field `id`"),
        ({"id": "b"}, "there is no field `text`"),
        ({"id": "b", "text": ""}, "`text` is empty"),
        ({"id": "b", "text": " \n"}, "`text` is empty"),
        ({"id": "", "text": "Shut."}, "`id` is empty"),
        ({"id": True, "text": "Shut."}, "`id` is true or false, not a string"),
        ({"id": 1.5, "text": "Shut."}, "`id` is a number, not a string"),
        ({"id": "b\nc", "text": "Shut."}, "`id` holds a line break"),
        ({"id": "b", "text": ["Shut."]}, "`text` is a list, not a string"),
        ({"id": "b", "text": "Shut.", "title": 5}, "`title` is a number, not a string"),
        ({"id": "b", "text": "Shut.", "published": "4 March"}, "`published`: '4 March' is not a date"),
        ({"id": "b", "text": "Shut.", "published": "2031-02-30"}, "`published`"),
        ('{"id": "b", "text": "Shut\\ud83d."}', "`text` holds the lone surrogate U+D83D at offset 4"),
        (
            '{"id": "b", "text": "Shut.", "url": "\\udc00"}',
            "`url` holds the lone surrogate U+DC00 at offset 0",
        ),
        ('{"id": "b", "text": "Shut.", "x": ' + "[" * 200_000, "it is not JSON that can be read"),
        ('{"id": ' + "9" * 5000 + ', "text": "Shut."}', "it is not JSON that can be read"),
        (GOOD, "the id 'a1' is already that of corpus.jsonl:1"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_others_are_read(bad, wrong):
    first, second, third = read(lines(GOOD, bad, {**GOOD, "id": "a3"}))
    assert (first.id, third.id) == ("a1", "a3")
    assert type(second) is MalformedRecord
    assert second.where == "corpus.jsonl:2"
    assert wrong in second.wrong
    assert second.remedy


def test_a_byte_that_is_no_utf_8_is_named():
    data = lines(GOOD).encode() + b'{"id": "b", "text": "caf\xe9"}\n' + lines({**GOOD, "id": "a3"}).encode()
    first, second, third = read(data)
    assert (first.id, third.id) == ("a1", "a3")
    assert "the byte 0xE9, which is not UTF-8, at offset 3" in second.wrong


def test_a_record_over_the_limit_is_too_large_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(records, "DOCUMENT_BYTES", 40)
    monkeypatch.setattr(corpus, "LINE_LIMIT", 200)
    found = read(lines({"id": "b", "text": "x" * 41}, {"id": "c", "text": "x" * 500}, GOOD))
    assert [type(item) for item in found] == [InputTooLarge, InputTooLarge, Capture]
    assert [item.where for item in found[:2]] == ["corpus.jsonl:1", "corpus.jsonl:2"]


def test_a_corpus_without_a_record_is_empty():
    for data, name in [("", "c.jsonl"), ("\n\n", "c.jsonl"), ("", "c.csv"), ("id,text\n", "c.csv")]:
        with pytest.raises(EmptyInput):
            read(data, name)


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\0", lines(GOOD).encode("utf-16"), b'{"id": "\0"}'])
def test_a_corpus_that_is_no_utf_8_text_is_refused(data):
    with pytest.raises(NotText):
        read(data)


@pytest.mark.parametrize(
    ("header", "wrong", "remedy"),
    [
        ("id,title", "no column `text`", "Name the columns"),
        ("text,title", "no column `id`", "Name the columns"),
        ("id;text", "no column `id`", "commas"),
        ("id,text,text", "the column `text` twice", "a name of its own"),
    ],
)
def test_the_header_of_a_csv_must_name_its_columns(header, wrong, remedy):
    with pytest.raises(InputError) as caught:
        read(f"{header}\na1,Shut.,x\n", "corpus.csv")
    assert caught.value.where == "corpus.csv:1"
    assert wrong in caught.value.wrong
    assert remedy in caught.value.remedy


def test_a_row_with_too_many_fields_is_malformed_and_the_next_is_read():
    first, second = read("id,text\na1,The mayor said, on Monday\na2,Shut.\n", "corpus.csv")
    assert (first.where, type(first)) == ("corpus.csv:2", MalformedRecord)
    assert "3 fields and the header has 2" in first.wrong
    assert second.id == "a2"


def test_rows_are_named_by_the_line_that_they_begin_on():
    found = read('id,text\na1,"One\ntwo\nthree"\n\na2,Shut.\n', "corpus.csv")
    assert [item.name for item in found] == ["corpus.csv:2", "corpus.csv:6"]


def test_the_limit_of_the_csv_module_is_put_back():
    before = csv.field_size_limit()
    source = corpus_captures(
        io.BufferedReader(io.BytesIO(rows(["id", "text"], ["a1", "x" * 200_000]).encode())), "c.csv", None, {}
    )
    assert len(next(source).data) == 200_000
    assert csv.field_size_limit() == before


def test_a_corpus_is_read_as_it_is_asked_for(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text(lines(*({**GOOD, "id": str(number)} for number in range(50_000))), encoding="utf-8")
    source = captures([str(path)])
    assert next(source).id == "0"
    source.close()


@given(st.lists(st.text().filter(str.strip), max_size=5))
def test_every_text_that_is_unicode_comes_through_unchanged(texts):
    given_rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    if not given_rows:
        return
    found = read(lines(*given_rows))
    assert [capture.data.decode("utf-8") for capture in found] == texts


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(str.strip),
        min_size=1,
    )
)
def test_every_text_comes_through_csv_unchanged(texts):
    data = rows(["id", "text"], *([str(number), text] for number, text in enumerate(texts)))
    assert [capture.data.decode("utf-8") for capture in read(data, "corpus.csv")] == texts


@given(st.binary(max_size=300))
def test_no_bytes_do_worse_than_an_error_that_says_so(data):
    for name in ("corpus.jsonl", "corpus.csv"):
        try:
            found = read(data, name)
        except InputError:
            continue
        assert all(isinstance(item, Capture | InputError) for item in found)
