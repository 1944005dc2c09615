"""Readings as data."""

from __future__ import annotations

import hashlib
import json

import pytest
from test_show_samples import ALL, document, hostile, story, titled

from counterclaim.model.reading import Reading
from counterclaim.show.record import as_record, to_json, to_jsonl

KEYS = [
    *("id", "title", "publisher", "published", "language", "sha256", "attributions", "own_voice"),
    *("not_read", "url", "byline", "title_sha256", "marks", "links", "cleaner", "reader", "text"),
]


@pytest.mark.parametrize("sample", ALL)
def test_a_line_of_json_is_the_record(sample):
    reading = sample()
    line = to_jsonl(reading)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == as_record(reading)
    assert list(as_record(reading)) == KEYS


def test_spans_of_the_record_are_those_of_the_model():
    reading = story()
    for row, record in zip(reading.attributions, as_record(reading)["attributions"], strict=True):
        for role in ("source", "cue", "content"):
            assert record[role] == [list(span) for span in getattr(row, role)]
            for span, entry in zip(record[role], record["receipt"][role], strict=True):
                assert span == [entry["position"]["start"], entry["position"]["end"]]
                assert reading.document.text[slice(*span)] == entry["quote"]["exact"]
        assert (record["id"], record["parent"]) == (row.id, row.parent)
        assert record["quote_type"] == row.quote_type.value
        assert [claim["id"] for claim in record["claims"]] == [claim.id for claim in row.claims]


def test_an_attribution_has_its_keys_in_order():
    record = as_record(story())["attributions"][1]
    assert list(record) == [
        *(
            "id",
            "field",
            "source",
            "cue",
            "content",
            "quote_type",
            "parent",
            "confidence",
            "receipt",
            "claims",
        )
    ]
    assert list(record["claims"][0]) == ["id", "content", "confidence", "receipt"]
    assert list(record["receipt"]) == ["text_sha256", "field", "source", "cue", "content"]
    assert record["receipt"]["source"][0]["position"]["type"] == "TextPositionSelector"
    assert list(record["receipt"]["source"][0]["quote"]) == ["type", "exact", "prefix", "suffix"]


def test_confidences_are_those_of_the_reading():
    assert as_record(story())["attributions"][6]["confidence"] == 0.6421


@pytest.mark.parametrize("sample", ALL)
def test_a_record_proves_itself(sample):
    record = json.loads(to_jsonl(sample()))
    assert hashlib.sha256(record["text"].encode()).hexdigest() == record["sha256"]
    for row in record["attributions"]:
        stored = record[row["field"]]
        assert hashlib.sha256(stored.encode()).hexdigest() == row["receipt"]["text_sha256"]
        for entry in (*row["receipt"]["source"], *row["receipt"]["content"]):
            start, end = entry["position"]["start"], entry["position"]["end"]
            assert stored[start:end] == entry["quote"]["exact"]


def test_what_a_document_states_about_itself_is_in_its_record():
    about = as_record(Reading(document=document("One.", byline="Pell"), attributions=(), reader="0.1.0"))
    assert (about["byline"], about["url"], about["title_sha256"]) == ("Pell", None, None)
    assert as_record(story())["url"] == "https://courier.example/lorvan"
    assert as_record(titled())["title_sha256"] == titled().document.title_sha256


def test_the_title_is_named_as_a_field_of_its_own():
    record = as_record(titled())["attributions"][0]
    assert record["field"] == record["receipt"]["field"] == "title"


def test_several_readings_are_one_indented_array():
    readings = [story(), hostile()]
    written = to_json(readings)
    assert json.loads(written) == [as_record(reading) for reading in readings]
    assert written.startswith(b'[\n  {\n    "id"')
    assert json.loads(to_json([])) == []


def test_what_no_encoding_takes_is_replaced_in_what_a_record_says_of_itself():
    reading = Reading(document=document("One.", title="a\ud800b"), attributions=(), reader="0.1.0")
    assert json.loads(to_jsonl(reading))["title"] == "a\ufffdb"
