"""Readings as data."""

from __future__ import annotations

import hashlib
import json

import pytest
from test_show_builders import document
from test_show_samples import ALL, bare, hostile, titled
from test_show_story import story

from counterclaim.model.meaning import (
    Bound,
    Certainty,
    EvidenceKind,
    Orientation,
    Polarity,
    Precision,
    SpeakerKind,
)
from counterclaim.model.reading import Reading
from counterclaim.show.record import as_record, to_json, to_jsonl

KEYS = [
    *("id", "title", "publisher", "published", "language", "sha256", "attributions", "own_voice"),
    *("not_read", "url", "byline", "title_sha256", "marks", "links", "cleaner", "reader", "text"),
]
MEANING = [
    *("polarity", "certainty", "certainty_word", "certainty_band", "orientation", "due", "said"),
    *("said_in_text", "quantities", "times", "places", "evidence_offered", "evidence", "asks_for_evidence"),
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
        *("id", "field", "source", "cue", "content"),
        *("speaker", "speaker_kind", "party", "speaker_key", "speaker_reason"),
        *("quote_type", "parent", "confidence", "receipt", "claims"),
    ]
    assert list(record["claims"][0]) == ["id", "content", *MEANING, "confidence", "receipt"]
    assert list(record["receipt"]) == ["text_sha256", "field", "source", "cue", "content"]
    assert record["receipt"]["source"][0]["position"]["type"] == "TextPositionSelector"
    assert list(record["receipt"]["source"][0]["quote"]) == ["type", "exact", "prefix", "suffix"]


def test_a_speaker_is_named_with_kind_and_party():
    told, officials = (as_record(story())["attributions"][index] for index in (3, 5))
    assert (told["speaker"], told["speaker_kind"], told["party"]) == ("Oda Brill", "person", "Concord")
    assert (told["speaker_key"], told["speaker_reason"]) == ("oda brill", None)
    assert (officials["speaker"], officials["speaker_kind"], officials["party"]) == (None, "anonymous", None)


def test_why_a_speaker_is_not_resolved_is_said():
    record = as_record(story())["attributions"][10]
    assert (record["speaker"], record["speaker_reason"]) == (None, "no source is named")


def test_a_claim_has_its_meaning():
    warned, added = (as_record(story())["attributions"][index]["claims"][0] for index in (4, 9))
    assert (warned["polarity"], warned["certainty"], warned["orientation"]) == (
        "affirms",
        "possible",
        "future",
    )
    assert (warned["certainty_word"], warned["certainty_band"]) == ("could", "roughly even chance (45-55%)")
    assert warned["due"] == "2031-03-10/2031-03-14~"
    assert added["due"] == "../2031-03-31"
    (soldiers,) = added["quantities"]
    assert list(soldiers) == ["value", "low", "high", "bound", "unit", "of", "word", "span"]
    assert (soldiers["value"], soldiers["bound"], soldiers["unit"], soldiers["of"]) == (
        12000,
        "exactly",
        "people",
        "soldiers",
    )
    assert story().document.text[slice(*soldiers["span"])] == "12,000 soldiers"


def test_evidence_times_and_places_have_their_spans():
    reading = story()
    text, ended = reading.document.text, as_record(reading)["attributions"][1]["claims"][0]
    (video,) = ended["evidence"]
    assert list(video) == ["kind", "supplied_by", "shows", "spans", "url"]
    assert (ended["evidence_offered"], video["kind"], video["supplied_by"]) == ("video", "video", "Lorvan")
    assert text[slice(*video["shows"][0])] == "a column of trucks crosses a bridge at night"
    (place,) = ended["places"]
    assert list(place) == ["span", "name", "country", "precision", "latitude", "longitude", "reason"]
    assert (text[slice(*place["span"])], place["precision"]) == ("Ansel", "feature")
    assert (ended["said"], ended["said_in_text"]) == ("2031-03-10", True)
    (weekend,) = as_record(reading)["attributions"][2]["claims"][1]["times"]
    assert list(weekend) == ["span", "edtf", "alternatives", "reason"]
    assert (text[slice(*weekend["span"])], weekend["edtf"]) == ("over the weekend", "2031-03-08/2031-03-09")


def test_statements_in_the_own_voice_have_reasons_meaning_and_receipt():
    record = as_record(story())
    statement = record["own_voice"][1]
    assert list(statement) == ["id", "field", "content", "why", *MEANING, "receipt"]
    assert statement["why"] == ["date", "event"]
    (entry,) = statement["receipt"]["content"]
    assert entry["quote"]["exact"] == "A decision on the grain corridor is expected on Thursday."
    assert as_record(titled())["own_voice"][0]["field"] == "title"


def test_what_is_left_out_is_null_or_empty():
    record = as_record(bare())
    (said,) = record["attributions"]
    assert [said[key] for key in ("speaker", "speaker_kind", "party", "speaker_key")] == [None] * 4
    claim = said["claims"][0]
    assert [claim[key] for key in ("due", "said", "certainty_word", "certainty_band")] == [None] * 4
    assert [claim[key] for key in ("quantities", "times", "places", "evidence")] == [[]] * 4
    assert (claim["evidence_offered"], claim["asks_for_evidence"]) == ("none", False)
    assert record["own_voice"][0]["why"] == []


def test_numbers_that_json_cannot_carry_are_null():
    (number, _) = json.loads(to_jsonl(hostile()))["attributions"][0]["claims"][0]["quantities"]
    assert (number["value"], number["low"], number["high"]) == (None, None, None)


def test_confidences_are_those_of_the_reading():
    assert as_record(story())["attributions"][6]["confidence"] == 0.6421


@pytest.mark.parametrize("sample", ALL)
def test_a_record_proves_itself(sample):
    record = json.loads(to_jsonl(sample()))
    assert hashlib.sha256(record["text"].encode()).hexdigest() == record["sha256"]
    for row in (*record["attributions"], *record["own_voice"]):
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


def test_every_key_at_any_depth_is_documented(root):
    page = (root / "docs/output.md").read_text(encoding="utf-8")

    def keys(value):
        if isinstance(value, dict):
            yield from value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from keys(inner)

    undocumented = {key for reading in (story(), hostile()) for key in keys(as_record(reading))} - {"type"}
    assert {key for key in undocumented if f"`{key}`" not in page} == set()


def test_every_value_that_is_one_of_a_few_is_documented(root):
    page = (root / "docs/output.md").read_text(encoding="utf-8")
    for kinds in (Bound, Certainty, EvidenceKind, Orientation, Polarity, Precision, SpeakerKind):
        assert {kind.value for kind in kinds if f"`{kind.value}`" not in page} == set()
