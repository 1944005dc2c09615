"""The schema: numbered, guarded, and plain to any SQLite tool."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from ledger_invented import ADDED, Say, article, put
from ledger_linked import LINKER, link
from ledger_real import real_capture, real_reading

from counterclaim.errors import LedgerError
from counterclaim.ledger import codes
from counterclaim.ledger.ledger import open_ledger
from counterclaim.ledger.migrations import MIGRATIONS, VERSION
from counterclaim.ledger.schema import APPLICATION
from counterclaim.model.document import Field, Media
from counterclaim.model.edge import EdgeKind
from counterclaim.model.finding import FindingKind
from counterclaim.model.listing import Standing
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.relation import ContradictionKind, RelationKind
from counterclaim.model.review import Fate, Review, ReviewKind, TargetKind

NAMED: dict[str, tuple[tuple[StrEnum, ...], type[StrEnum]]] = {
    "media": (codes.MEDIA, Media),
    "field": (codes.FIELD, Field),
    "quote_type": (codes.QUOTE_TYPE, QuoteType),
    "speaker_kind": (codes.SPEAKER_KIND, SpeakerKind),
    "polarity": (codes.POLARITY, Polarity),
    "certainty": (codes.CERTAINTY, Certainty),
    "orientation": (codes.ORIENTATION, Orientation),
    "evidence": (codes.EVIDENCE, EvidenceKind),
    "standing": (codes.STANDING, Standing),
    "edge": (codes.EDGE, EdgeKind),
    "review": (codes.REVIEW, ReviewKind),
    "target": (codes.TARGET, TargetKind),
    "place": (codes.PLACE, Fate),
    "relation": (codes.RELATION, RelationKind),
    "contradiction": (codes.CONTRADICTION, ContradictionKind),
    "finding": (codes.FINDING, FindingKind),
}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A ledger with a real reading and a review, opened as any other program would."""
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as ledger:
        ledger.put(real_capture(), real_reading().document, real_reading(), ADDED)
        claim = real_reading().attributions[0].claims[0]
        ledger.review(
            Review(
                kind=ReviewKind.NOTE,
                target_kind=TargetKind.CLAIM,
                target=claim.id,
                by="Ann",
                at=ADDED,
                note="hm",
            )
        )
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_a_new_ledger_says_what_it_is(other: sqlite3.Connection) -> None:
    assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert other.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_migration_is_numbered_and_says_why() -> None:
    folder = Path(__file__).parents[2] / "src/counterclaim/ledger/migrations"
    first_files = sorted(folder.glob("m[0-9][0-9][0-9]_*.py"))
    assert {path.name[:4] for path in first_files} == {f"m{number:03}" for number in range(1, VERSION + 1)}
    assert all(path.read_text().startswith('"""') for path in first_files)
    assert len(MIGRATIONS) == VERSION


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    open_ledger(path, create=True).close()
    before = path.read_bytes()
    open_ledger(path, create=True).close()
    open_ledger(path).close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("field", NAMED)
def test_the_file_names_every_code(other: sqlite3.Connection, field: str) -> None:
    values, enum = NAMED[field]
    found = other.execute("SELECT name FROM codes WHERE field = ? ORDER BY code", (field,)).fetchall()
    assert [name for (name,) in found] == [value.value for value in values]
    assert set(values) == set(enum)


@pytest.mark.parametrize("view", ["documents", "attributions", "claims", "statements", "reviews"])
def test_views_show_it_to_any_tool(other: sqlite3.Connection, view: str) -> None:
    found = other.execute(f"SELECT * FROM shown_{view}").fetchall()
    assert found
    assert not any(isinstance(value, bytes) for row in found for value in row)


def test_shown_claims_are_those_of_the_reading(other: sqlite3.Connection) -> None:
    found = other.execute(
        "SELECT id, attribution, words, polarity, certainty, orientation, said, due, confidence,"
        " speaker, party FROM shown_claims"
    ).fetchall()
    expected = [
        (
            claim.id, one.id, " […] ".join(part.quote.exact for part in claim.receipt.content),
            claim.meaning.polarity, claim.meaning.certainty, claim.meaning.orientation, claim.meaning.said,
            claim.meaning.due, claim.confidence, one.speaker.name, one.speaker.party,
        )
        for one in real_reading().attributions
        for claim in one.claims
    ]  # fmt: skip
    assert found == expected


GUARDED = [
    "DELETE FROM reviews",
    "UPDATE reviews SET note = 'other'",
    "UPDATE reviews SET \"by\" = 'other'",
    "UPDATE reviews SET note = NULL, value = NULL, text_sha256 = NULL, spans = NULL, source_spans = NULL,"
    " words = NULL, speaker = NULL",
    "INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
    "REPLACE INTO reviews SELECT * FROM reviews",
]


@pytest.mark.parametrize("statement", GUARDED)
def test_no_program_takes_a_review_back(other: sqlite3.Connection, statement: str) -> None:
    before = other.execute("SELECT * FROM reviews").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.rollback()
    assert other.execute("SELECT * FROM reviews").fetchall() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM tombstones",
        'UPDATE tombstones SET "by" = NULL',
        "INSERT OR REPLACE INTO tombstones SELECT * FROM tombstones",
    ],
)
def test_no_program_takes_a_tombstone_away(tmp_path: Path, statement: str) -> None:
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        put(ledger, article(Say("Ann", "yes")))
        ledger.forget(next(ledger.origins()).document, "Bob", ADDED)
    other = sqlite3.connect(tmp_path / "l.db")
    with pytest.raises(sqlite3.IntegrityError, match="tombstones stay"):
        other.execute(statement)
    other.close()


def test_other_programs_are_held_to_the_references_too(other: sqlite3.Connection) -> None:
    other.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        other.execute("DELETE FROM captures")


def test_lists_walk_an_index(other: sqlite3.Connection) -> None:
    for column, index in (("speaker", "claims_by_speaker"), ("party", "claims_by_party")):
        plan = other.execute(
            f"EXPLAIN QUERY PLAN SELECT row FROM claims WHERE {column} = 1 AND folded = 0 AND listed = 1"
            " ORDER BY day DESC, row LIMIT 50"
        ).fetchall()
        assert index in plan[0][3]
        assert len(plan) == 1


def structure(connection: sqlite3.Connection) -> set[tuple[str, str, str | None]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_master"))


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A ledger of two articles as the first version of the schema had it."""
    path = tmp_path / "older.db"
    with open_ledger(path, create=True) as ledger:
        put(
            ledger, article(Say("Ann", "yes; no", "Ann")), article(Say("Bob", "no"), url="https://b.example/")
        )
        ledger.export(tmp_path / "before", formats=("jsonl",))
    first, file = sqlite3.connect(":memory:"), sqlite3.connect(path)
    first.executescript(MIGRATIONS[0])
    kinds = {name: kind for kind, name, _ in structure(file) - structure(first)}
    for kind in ("trigger", "view", "table", "index"):
        for name in (one for one, found in kinds.items() if found == kind):
            file.execute(f"DROP {kind} IF EXISTS {name}")  # some go with their tables
    known = "SELECT field FROM codes WHERE field NOT IN (SELECT value FROM json_each(?))"
    fields = [name for (name,) in first.execute("SELECT json_group_array(field) FROM codes")]
    file.execute(f"DELETE FROM codes WHERE field IN ({known})", fields)
    file.execute("PRAGMA user_version = 1")
    file.commit()
    assert structure(file) == structure(first)
    assert file.execute("SELECT * FROM codes").fetchall() == first.execute("SELECT * FROM codes").fetchall()
    first.close()
    file.close()
    return path


def test_a_ledger_of_the_first_version_is_brought_up_to_date_whole(older: Path, tmp_path: Path) -> None:
    with open_ledger(older) as ledger:
        assert list(ledger.verify()) == []
        ledger.export(tmp_path / "after", formats=("jsonl",))
        assert len(ledger.unlinked(LINKER)) == 2
        link(ledger)
        assert len(list(ledger.relations())) == 1
        assert list(ledger.verify()) == []
    open_ledger(tmp_path / "new.db", create=True).close()
    made, brought = sqlite3.connect(tmp_path / "new.db"), sqlite3.connect(older)
    assert brought.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert structure(brought) == structure(made)
    made.close()
    brought.close()
    before, after = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "jsonl").iterdir()}
        for name in ("before", "after")
    )
    assert before == after


def test_an_older_ledger_is_not_looked_into_before_that(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(LedgerError, match="made by an older version") as told:
        open_ledger(older, read_only=True)
    assert "Run `counterclaim link` once on it" in told.value.remedy
    assert older.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(older: Path) -> None:
    other = sqlite3.connect(older)
    other.execute("CREATE VIEW shown_questions AS SELECT 1")
    other.commit()
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_ledger(older)
    assert other.execute("PRAGMA user_version").fetchone() == (1,)
    assert "relations" not in {name for _, name, _ in structure(other)}
    other.close()


def test_no_program_relates_a_claim_to_itself(other: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        other.execute("INSERT INTO relations (kind, one, other, confidence, reason) VALUES (1, 1, 1, 1, '')")
