"""A whole ledger as CSV and JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from ledger_invented import Say, article, put
from ledger_linked import QUESTION, contradicts, question, shift
from test_ledger_history import AFTER, BEFORE

from counterclaim.errors import NotText, OutputError
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question

OTHER = article(
    Say("=1+1", 'that "all", is well; that\tit is', "Bo Berg", "Eastland"),
    url="https://two.example/",
    own="It rained for 3 days.",
)
TABLES = [
    "attributions", "captures", "claims", "documents", "edges", "findings", "readings", "relations",
    "reviews", "skipped", "speakers", "statements", "tombstones",
]  # fmt: skip


def filled(path: Path, added: str, *, turned: bool = False) -> Ledger:
    """A ledger of three articles and a record that was skipped."""
    ledger = open_ledger(path, create=True)
    articles = (OTHER, BEFORE, AFTER) if turned else (BEFORE, AFTER, OTHER)
    put(ledger, *articles, added=added)
    with ledger.transaction():
        ledger.skip(NotText("a.pdf", "this is a PDF", "Save its text and add that"), added)
    related(ledger, turned=turned)
    return ledger


def related(ledger: Ledger, *, turned: bool) -> None:
    """Relations and findings of the same claims, in whichever order these and they were kept."""
    told = sorted((one.document, one.id) for one in ledger.told())
    made = [contradicts(told[0], other) for other in told[1:]]
    ledger.keep_relations(reversed(made) if turned else made)
    ledger.keep_findings(FindingKind.QUESTION, [question(*told)])
    ledger.keep_findings(FindingKind.SHIFT, [shift(*told[:2]), shift(*told[1:3])])


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The same, closed afterwards."""
    with filled(tmp_path / "ledger.db", "2022-03-01T08:00:00Z") as opened:
        yield opened


def records(folder: Path, table: str) -> list[dict[str, object]]:
    """The rows of a table."""
    lines = (folder / "jsonl" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_table_has_a_file_of_both_kinds(ledger: Ledger, tmp_path: Path) -> None:
    paths = ledger.export(tmp_path / "out")
    assert sorted(bytes_of(tmp_path / "out")) == sorted(
        f"{format}/{table}.{format}" for table in TABLES for format in ("csv", "jsonl")
    )
    assert len(paths) == 2 * len(TABLES)


def test_claims_are_told_with_names_and_content_ids_in_the_order_of_ids(
    ledger: Ledger, tmp_path: Path
) -> None:
    ledger.export(tmp_path / "out")
    claims = records(tmp_path / "out", "claims")
    assert len(claims) == 8
    assert [(one["reading"], one["id"]) for one in claims] == sorted(
        (one["reading"], one["id"]) for one in claims
    )
    gone = next(one for one in claims if one["standing"] == "gone")
    documents = {one["id"]: one for one in records(tmp_path / "out", "documents")}
    ended = documents[str(gone["ended_in"])]
    assert ended["text"] == AFTER.document.text
    assert ended["sha256"] == AFTER.document.sha256
    assert gone["polarity"] == "affirms"
    said = BEFORE.reading.attributions[2]
    assert (gone["id"], gone["attribution"]) == (said.claims[0].id, said.id)


def test_what_comparing_told_is_told_with_names_and_ids(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out")
    told = sorted((one.document, one.id) for one in ledger.told())
    assert records(tmp_path / "out", "relations") == [
        {
            "kind": "contradicts", "one_document": told[0][0], "one": told[0][1], "other_document": other[0],
            "other": other[1], "confidence": 0.8765, "same_question": 0.9123, "contradiction": "denial",
            "reason": "one says yes, the other no",
        }
        for other in told[1:]
    ]  # fmt: skip
    found = records(tmp_path / "out", "findings")
    assert [(one["kind"], one["place"], one["id"]) for one in found] == [
        ("question", 0, QUESTION), ("shift", 0, QUESTION), ("shift", 1, QUESTION),
    ]  # fmt: skip
    assert msgspec.convert(found[0]["found"], Question) == question(*told)


def test_csv_holds_the_same_and_no_cell_is_a_formula(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out")
    with (tmp_path / "out" / "csv" / "attributions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    exact = records(tmp_path / "out", "attributions")
    assert [row["id"] for row in rows] == [one["id"] for one in exact]
    assert "=1+1" in [one["source"] for one in exact]
    assert "'=1+1" in [row["source"] for row in rows]


def test_equal_content_gives_equal_bytes_whenever_and_in_whichever_order_it_came(tmp_path: Path) -> None:
    for name, added, turned in (("a", "2022-03-01T08:00:00Z", False), ("b", "2022-04-01T09:30:00Z", True)):
        with filled(tmp_path / f"{name}.db", added, turned=turned) as ledger:
            ledger.export(tmp_path / name)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def test_times_are_told_where_they_are_asked_for(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out", times=True)
    assert {one["added"] for one in records(tmp_path / "out", "documents")} == {"2022-03-01T08:00:00Z"}


def test_one_kind_alone(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out", formats=("jsonl",))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["jsonl"]


def test_a_folder_that_cannot_be_written_is_named(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"file.*the export cannot be written"):
        ledger.export(tmp_path / "file" / "out")
    assert ledger.stats().documents == 3
