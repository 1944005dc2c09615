"""Gold, texts and predictions in JSONL."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.errors import MalformedRecord, MissingInput
from evals.records import DocumentRecord, TextRecord, read_records, read_texts, to_lines


def written(folder: Path, *lines: str) -> Path:
    path = folder / "records.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_gold_is_read_in_file_order_with_its_own_fields_left_aside(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '{"id": "b", "exhaustive": false, "attributions": [{"content": [[0, 4]], "speaker": "Kyiv"}]}',
        '{"id": "a", "attributions": []}',
    )
    documents = read_records(path, DocumentRecord)
    assert list(documents) == ["b", "a"]
    assert documents["b"].attributions[0].content == ((0, 4),)
    assert not documents["b"].exhaustive
    assert documents["a"].exhaustive


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": "a"}', '{"id": "b", "attributions": [{"content": [[0]]}]}')
    with pytest.raises(MalformedRecord, match=r"records\.jsonl:2: .*attributions"):
        read_records(path, DocumentRecord)


def test_an_id_may_come_once(tmp_path: Path) -> None:
    with pytest.raises(MalformedRecord, match="comes twice"):
        read_records(written(tmp_path, '{"id": "a"}', '{"id": "a"}'), DocumentRecord)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no such file"):
        read_records(tmp_path / "none.jsonl", TextRecord)


def test_texts_come_from_the_gold_or_from_files(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": "a", "text": "A.", "title": "T", "publisher": "P"}')
    gold = [DocumentRecord(id="a"), DocumentRecord(id="b", text="B.")]
    texts = read_texts(gold, [path])
    assert texts == {
        "a": TextRecord(id="a", text="A.", title="T", publisher="P"),
        "b": TextRecord(id="b", text="B."),
    }


def test_gold_without_text_is_named() -> None:
    with pytest.raises(MissingInput, match=r"doc-7.*--texts"):
        read_texts([DocumentRecord(id="doc-7")], [])


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    document = DocumentRecord(id="ä", exhaustive=False, text="„Nein“")
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"".join(to_lines([document])))
    assert read_records(path, DocumentRecord) == {"ä": document}
