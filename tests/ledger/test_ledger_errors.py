"""What can be wrong with a ledger file: each has its error, and none leaves damage."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from ledger_damage import overwrite
from ledger_invented import ADDED, Say, article, put

from counterclaim.errors import (
    BusyLedger,
    CounterclaimError,
    DamagedLedger,
    LedgerError,
    MissingLedger,
)
from counterclaim.ledger import connection as connections
from counterclaim.ledger import schema
from counterclaim.ledger.connection import connect, our_error
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.ledger.migrations import VERSION

ONE = article(Say("Ann Brown", "the bridge is safe", "Ann Brown", "Town"))


def many(count: int) -> list[object]:
    return [
        article(Say("Ann", f"{n} " + "many different words " * 40), url=f"https://news.example/{n}")
        for n in range(count)
    ]


def test_no_ledger_there(tmp_path: Path) -> None:
    with pytest.raises(MissingLedger, match="there is no ledger") as error:
        open_ledger(tmp_path / "counterclaim.db")
    assert error.value.where == str(tmp_path / "counterclaim.db")
    assert list(tmp_path.iterdir()) == []


def test_looking_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(MissingLedger):
        open_ledger(tmp_path / "counterclaim.db", create=True, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such folder"):
        open_ledger(tmp_path / "none" / "counterclaim.db", create=True)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="it is a folder"):
        open_ledger(tmp_path, create=True)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("data", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 4096, b"x" * 100_000])
def test_not_sqlite(tmp_path: Path, data: bytes, read_only: bool) -> None:
    path = tmp_path / "counterclaim.db"
    path.write_bytes(data)
    with pytest.raises(DamagedLedger):
        open_ledger(path, read_only=read_only)
    assert path.read_bytes() == data


def test_an_empty_file_is_no_ledger_until_one_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    path.touch()
    with pytest.raises(DamagedLedger, match="it is empty"):
        open_ledger(path)
    assert path.read_bytes() == b""
    open_ledger(path, create=True).close()
    open_ledger(path).close()


@pytest.mark.parametrize("create", [True, False])
def test_the_file_of_another_program_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "history.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE visits (url TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(DamagedLedger, match="an SQLite file of another program"):
        open_ledger(path, create=create)
    assert path.read_bytes() == before


def test_a_ledger_from_the_future(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    open_ledger(path, create=True).close()
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()
    with pytest.raises(LedgerError, match=f"version {VERSION + 1} of the ledger.*up to {VERSION}") as error:
        open_ledger(path)
    assert "newer version" in error.value.remedy


def test_a_ledger_opened_for_looking_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as ledger:
        put(ledger, ONE)
    with open_ledger(path, read_only=True) as ledger:
        assert list(ledger.verify()) == []
        with pytest.raises(LedgerError, match="may not be written to"):
            put(ledger, ONE)


def test_a_locked_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WAIT", 0.1)
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as one, open_ledger(path) as other:
        with one.transaction(), pytest.raises(BusyLedger, match="another process held it"):
            put(other, ONE)
        put(other, ONE)
        assert list(other.verify()) == []


def test_a_locked_ledger_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as one, open_ledger(path, read_only=True) as other, one.transaction():
        one.put(ONE.capture, ONE.document, ONE.reading, ADDED)
        assert list(other.stored_captures()) == []


def _fill(ledger: Ledger) -> None:
    for one in many(400):
        put(ledger, one)


def test_a_full_disk_keeps_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as ledger:
        put(ledger, ONE)
        pages = ledger._connection.one("PRAGMA page_count")
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LedgerError, match="no room on the disk"):
            _fill(ledger)
        assert list(ledger.verify()) == []
        before = len(list(ledger.stored_captures()))
        ledger._connection.execute("PRAGMA max_page_count = 1000000")
        _fill(ledger)
        assert len(list(ledger.stored_captures())) == 401 > before >= 1
        assert list(ledger.verify()) == []


def test_a_full_disk_in_the_middle_of_a_transaction(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        pages = ledger._connection.one("PRAGMA page_count")
        ledger._connection.execute("PRAGMA cache_size = 10")
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LedgerError, match="no room on the disk"):
            put(ledger, *many(400))
        assert list(ledger.stored_captures()) == []
        assert list(ledger.verify()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting takes a superuser")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this system mounts no tmpfs")
    try:
        path = small / "counterclaim.db"
        with open_ledger(path, create=True) as ledger:
            put(ledger, ONE)
            with pytest.raises(LedgerError, match=r"no room on the disk|failed to read or write"):
                _fill(ledger)
        with open_ledger(path, read_only=True) as ledger:
            assert list(ledger.verify()) == []
            assert ONE.capture in list(ledger.stored_captures())
    finally:
        subprocess.run(["umount", str(small)], check=True)


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from ledger_damage import overwrite
from ledger_invented import Say, article, put
from counterclaim.ledger.ledger import open_ledger
with open_ledger(Path(sys.argv[2]), create=True) as ledger:
    for n in range(40):
        put(ledger, article(Say("Ann", f"{n} of {n % 2 and sys.argv[3]}", "Ann"), url=f"https://news.example/{n}"))
"""


def test_two_processes_make_and_fill_one_ledger_at_once(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    here = str(Path(__file__).parent)
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, here, str(path), name], stderr=subprocess.PIPE)
        for name in ("one", "other")
    ]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 2
    with open_ledger(path) as ledger:
        assert list(ledger.verify()) == []
        assert len(list(ledger.stored_captures())) == 60  # the even ones are the same


def test_every_error_of_the_file_has_its_place(tmp_path: Path) -> None:
    kinds = {
        sqlite3.SQLITE_FULL: LedgerError,
        sqlite3.SQLITE_BUSY: BusyLedger,
        sqlite3.SQLITE_BUSY_SNAPSHOT: BusyLedger,
        sqlite3.SQLITE_LOCKED: BusyLedger,
        sqlite3.SQLITE_CORRUPT: DamagedLedger,
        sqlite3.SQLITE_CORRUPT_VTAB: DamagedLedger,
        sqlite3.SQLITE_NOTADB: DamagedLedger,
        sqlite3.SQLITE_READONLY: LedgerError,
        sqlite3.SQLITE_READONLY_DBMOVED: LedgerError,
        sqlite3.SQLITE_CANTOPEN: LedgerError,
        sqlite3.SQLITE_IOERR_WRITE: LedgerError,
        sqlite3.SQLITE_PERM: LedgerError,
    }
    for code, kind in kinds.items():
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code
        ours = our_error(tmp_path, error)
        assert type(ours) is kind
        assert ours.where == str(tmp_path)
        assert ours.wrong
        assert ours.remedy
        assert str(pickle.loads(pickle.dumps(ours))) == str(ours)


def test_a_mistake_of_the_program_stays_one(tmp_path: Path) -> None:
    connection = connect(tmp_path / "x.db", read_only=False)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT ?", (1, 2))
    connection.close()


def test_damage_found_while_rows_are_fetched_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "counterclaim.db"
    with open_ledger(path, create=True) as ledger:
        put(ledger, *many(200))
    overwrite(path, "captures")
    with open_ledger(path) as ledger, pytest.raises(DamagedLedger, match="parts of the file are damaged"):
        list(ledger.stored_captures())


def test_a_version_that_cannot_be_brought_up_to_date_for_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "counterclaim.db"
    open_ledger(path, create=True).close()
    monkeypatch.setattr(schema, "VERSION", VERSION + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE later (row INTEGER);\n"))
    with pytest.raises(LedgerError, match="older version"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        assert ledger._connection.one("SELECT count(*) FROM later") == 0


def test_a_migration_that_fails_leaves_the_old_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "counterclaim.db"
    open_ledger(path, create=True).close()
    monkeypatch.setattr(schema, "VERSION", VERSION + 1)
    broken = "CREATE TABLE later (row INTEGER);\nINSERT INTO nowhere VALUES (1);\n"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(DamagedLedger, match="no such table: nowhere"):
        open_ledger(path)
    monkeypatch.undo()
    with open_ledger(path) as ledger:
        assert ledger._connection.one("SELECT count(*) FROM sqlite_master WHERE name = 'later'") == 0


def test_our_errors_are_errors_of_the_tree() -> None:
    error = SimpleNamespace(sqlite_errorcode=sqlite3.SQLITE_FULL)
    assert isinstance(our_error(Path("x"), error), CounterclaimError)  # type: ignore[arg-type]
