"""Verifying: whatever byte of content is changed, it is named, and the check goes on to the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_damage import overwrite
from ledger_invented import ADDED, Say, article, put
from ledger_linked import link
from ledger_real import NAME, real_capture, real_reading

from counterclaim.ledger import seals
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.fault import Fault
from counterclaim.model.review import Review, ReviewKind, TargetKind


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with a real reading, two versions of an invented article, and a review."""
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as ledger:
        ledger.put(real_capture(), real_reading().document, real_reading(), ADDED)
        put(
            ledger,
            article(
                Say("Ann", "the bridge is safe", "Ann"), retrieved="2022-02-16T08:00:00Z", own="It fell."
            ),
            article(Say("Ann", "the bridge is not safe", "Ann"), retrieved="2022-02-17T08:00:00Z"),
        )
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
        link(ledger)
    return path


def faults(path: Path) -> list[Fault]:
    with open_ledger(path) as ledger:
        return list(ledger.verify())


def change(path: Path, statement: str) -> None:
    """Change content behind the ledger's back, as damage or a meddler would; guards are taken off."""
    other = sqlite3.connect(path)
    for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        other.execute(f"DROP TRIGGER {name}")
    assert other.execute(statement).rowcount > 0
    other.commit()
    other.close()


def test_a_whole_ledger_has_no_faults_and_says_what_it_looked_at(path: Path) -> None:
    with open_ledger(path) as ledger:
        check = ledger.verify()
        assert list(check) == []
    reading = real_reading()
    assert check.counts["captures"] == check.counts["documents"] == check.counts["readings"] == 3
    assert check.counts["texts"] == 3
    assert check.counts["attributions"] == len(reading.attributions) + 2
    assert check.counts["claims"] == sum(len(one.claims) for one in reading.attributions) + 2
    assert check.counts["statements"] == len(reading.own_voice) + 1
    assert check.counts["reviews"] == 1
    assert check.counts["full-text index"] == 1
    assert (check.counts["compared readings"], check.counts["relations"], check.counts["findings"]) == (
        3,
        1,
        6,
    )


def test_a_ledger_for_looking_only_can_be_verified(path: Path) -> None:
    with open_ledger(path, read_only=True) as ledger:
        assert list(ledger.verify()) == []


CHANGES = [
    ("text", "UPDATE blobs SET data = substr(data, 1, 9) || x'00' || substr(data, 11) WHERE row = 1"),
    ("text", "UPDATE blobs SET data = zeroblob(9) WHERE row = 1"),
    ("reading", "UPDATE claims SET words = CAST(x'ff' AS TEXT) WHERE row = 2"),
    ("text", "UPDATE blobs SET sha256 = zeroblob(32) WHERE row = 1"),
    ("text", "UPDATE blobs SET size = size + 1 WHERE row = 1"),
    ("text", "UPDATE blobs SET codec = 7 WHERE row = 1"),
    ("capture", "UPDATE captures SET id = zeroblob(8) WHERE row = 1"),
    ("capture", "UPDATE captures SET publisher = 'Other' WHERE row = 1"),
    ("capture", "UPDATE captures SET media = 9 WHERE row = 1"),
    ("capture", "UPDATE addresses SET address = 'other' WHERE row = 1"),
    ("document", "UPDATE documents SET id = zeroblob(8) WHERE row = 1"),
    ("document", "UPDATE documents SET cleaner = 'other' WHERE row = 1"),
    ("document", "UPDATE documents SET title_sha256 = zeroblob(32) WHERE row = 1"),
    ("document", "UPDATE documents SET seal = zeroblob(32) WHERE row = 1"),
    ("reading", "UPDATE readings SET seal = zeroblob(32) WHERE row = 1"),
    ("reading", "UPDATE readings SET reader = 'other' WHERE row = 1"),
    ("reading", "UPDATE readings SET claims = claims - 1 WHERE row = 1"),
    ("reading", "UPDATE attributions SET speaker = speaker + 1 WHERE row = 1"),
    ("reading", "UPDATE attributions SET parent = 1 WHERE row = 2"),
    ("reading", "DELETE FROM statements WHERE row = 1"),
    ("reading", "DELETE FROM claims WHERE row = 1"),
    ("attribution", "UPDATE attributions SET id = zeroblob(8) WHERE row = 1"),
    ("attribution", "UPDATE attributions SET source_start = source_start + 1 WHERE row = 2"),
    ("attribution", "UPDATE attributions SET cue_end = cue_end + 1 WHERE row = 2"),
    ("attribution", "UPDATE attributions SET content_end = content_end - 1 WHERE row = 2"),
    ("attribution", "UPDATE attributions SET source = 'Other' WHERE row = 2"),
    ("attribution", "UPDATE attributions SET cue = 'denied' WHERE row = 2"),
    ("attribution", "UPDATE attributions SET spans = 'nonsense' WHERE row = 2"),
    ("attribution", "UPDATE attributions SET field = 9 WHERE row = 2"),
    ("claim", "UPDATE claims SET id = zeroblob(8) WHERE row = 2"),
    ("claim", "UPDATE claims SET start = start + 1 WHERE row = 2"),
    ("claim", "UPDATE claims SET end = 1000000 WHERE row = 2"),
    ("claim", "UPDATE claims SET words = words || '.' WHERE row = 2"),
    ("claim", "UPDATE claims SET speaker = speaker + 1 WHERE row = 2"),
    ("claim", "UPDATE claims SET listed = 0 WHERE row = 2"),
    ("claim", "UPDATE claims SET standing = 7 WHERE row = 2"),
    ("statement", "UPDATE statements SET start = start + 1 WHERE row = 1"),
    ("statement", "UPDATE statements SET words = 'other' WHERE row = 1"),
    ("speaker", "UPDATE speakers SET name = 'Somebody Else' WHERE row = 1"),
    ("relation", "UPDATE relations SET kind = 9"),
    ("relation", "UPDATE relations SET kind = 1"),
    ("relation", "UPDATE relations SET contradiction = 9"),
    ("relation", "UPDATE relations SET confidence = 10001"),
    ("relation", "UPDATE relations SET confidence = 'sure'"),
    ("relation", "UPDATE relations SET other = 1000000"),
    (
        "relation",
        "INSERT INTO relations (kind, one, other, confidence, reason)"
        " SELECT 0, other, one, 1, 'again' FROM relations",
    ),
    ("relation", "UPDATE claims SET listed = 0 WHERE row = 1"),
    ("answer", "UPDATE answers SET confidence = confidence + 1"),
    ("answer", "UPDATE answers SET question = 'q0'"),
    ("answer", "UPDATE answers SET claim = claim + 1000"),
    ("finding", "UPDATE findings SET body = 'nonsense' WHERE kind = 0"),
    ("finding", "UPDATE findings SET body = '{}' WHERE kind = 1"),
    ("finding", "UPDATE findings SET body = x'ff' WHERE kind = 1"),
    ("finding", "UPDATE findings SET kind = 9 WHERE kind = 0"),
    ("finding", "UPDATE findings SET id = 'q' || '1111111111111111' WHERE kind = 0"),
    *(
        ("finding", f"UPDATE findings SET body = replace(body, '[\"d', '[\"d0') WHERE kind = {kind}")
        for kind in range(5)
    ),
    ("reading", "UPDATE comparables SET reading = reading + 100 WHERE reading = 1"),
    ("speaker", "UPDATE parties SET name = 'Elsewhere' WHERE row = 1"),
    ("review", "UPDATE reviews SET note = 'it is fine'"),
    ("review", "UPDATE reviews SET \"by\" = 'Somebody Else'"),
    ("full-text index", "INSERT INTO claims_fts (rowid, words, source) VALUES (1, 'what nobody said', '')"),
    (
        "tombstone",
        "INSERT INTO tombstones SELECT 1, id, '[]', zeroblob(32), 0, 'Ann', '' FROM captures WHERE row = 1",
    ),
    ("file", "UPDATE claims SET attribution = 1000000 WHERE row = 1"),
    ("file", "UPDATE captures SET blob = 1000000 WHERE row = 1"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "statement"), CHANGES, ids=lambda value: str(value)[:60])
def test_a_change_is_named(path: Path, kind: str, statement: str) -> None:
    change(path, statement)
    found = faults(path)
    assert kind in {fault.kind for fault in found}
    assert all(fault.wrong for fault in found)
    # The other documents are still looked at, and are not taken for damaged.
    assert not any(fault.where == "https://news.example/bridge" for fault in found if "row = 1" in statement)


@pytest.mark.parametrize("table", ["documents", "attributions", "claims", "statements"])
def test_no_column_of_content_can_be_changed_unseen(path: Path, table: str) -> None:
    columns = {
        "documents": seals.DOCUMENT, "attributions": seals.ATTRIBUTION, "claims": seals.CLAIM,
        "statements": seals.STATEMENT,
    }[table]  # fmt: skip
    whole = path.read_bytes()
    for column in columns:
        change(path, f"UPDATE {table} SET {column} = CASE WHEN {column} IS 1 THEN 0 ELSE 1 END WHERE row = 2")
        assert faults(path), f"{table}.{column}"
        path.write_bytes(whole)


def test_a_fault_names_what_is_wrong_and_where(path: Path) -> None:
    change(path, "UPDATE claims SET words = 'we lied' WHERE row = 1")
    claim = next(fault for fault in faults(path) if fault.kind == "claim")
    assert claim == Fault(
        kind="claim", id=real_reading().attributions[0].claims[0].id, where=NAME,
        wrong="its words do not stand at their place in the text",
    )  # fmt: skip


@pytest.mark.parametrize("table", ["blobs", "captures", "documents", "readings", "attributions", "claims"])
def test_damaged_pages_do_not_end_the_check(path: Path, table: str) -> None:
    with open_ledger(path) as ledger:
        for n in range(300):
            put(ledger, article(Say("Ann", f"{n} bridges are safe", "Ann"), url=f"https://news.example/{n}"))
    overwrite(path, table)
    with open_ledger(path) as ledger:
        check = ledger.verify()
        found = list(check)
    assert any(fault.kind == "file" for fault in found)
    assert check.counts["speakers"] > 0


def test_one_damaged_page_costs_only_what_is_on_it(path: Path) -> None:
    with open_ledger(path) as ledger:
        for n in range(300):
            put(ledger, article(Say("Ann", f"{n} bridges are safe", "Ann"), url=f"https://news.example/{n}"))
    overwrite(path, "blobs", only_first=True)
    with open_ledger(path) as ledger:
        check = ledger.verify()
        kinds = [fault.kind for fault in check]
    assert 0 < kinds.count("text") < check.counts["texts"]
    assert check.counts["readings"] == 303


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def test_a_claim_that_nobody_read_is_named(ledger: Ledger) -> None:
    connection = ledger._connection
    columns = [row[1] for row in connection.execute("PRAGMA table_info(claims)")]
    copied = ", ".join(
        {"row": "9999", "id": "x'1234567812345678'"}.get(name, f'"{name}"') for name in columns
    )
    connection.execute(f"INSERT INTO claims SELECT {copied} FROM claims WHERE listed = 1 LIMIT 1")
    found = [(fault.kind, fault.id) for fault in ledger.verify()]
    assert ("claim", "c1234567812345678") in found


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE claims SET standing = 1, ended = 1",
        "UPDATE claims SET folded = 1",
        "UPDATE claims SET documents = 99",
        "UPDATE documents SET listed = 0",
    ],
)
def test_what_lists_go_by_is_made_anew_and_compared(ledger: Ledger, damage: str) -> None:
    ledger._connection.execute(damage)
    assert list(ledger.verify()) != []


@pytest.mark.parametrize("table", ["claims", "tombstones", "skipped", "blobs"])
def test_a_table_that_is_not_there_ends_nothing(ledger: Ledger, table: str) -> None:
    ledger._connection.execute("PRAGMA foreign_keys = OFF")
    ledger._connection.execute(f"DROP TABLE {table}")
    wrong = [fault.wrong for fault in ledger.verify()]
    if table != "skipped":  # nothing is checked against the log
        assert any("no such table" in one for one in wrong)
