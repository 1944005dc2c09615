"""How long the desk's server takes for each kind of page, and how large the pages are.

    python benchmarks/desk.py LEDGER [--claims 100000] [--today DATE] [--json]

LEDGER is a ledger that was linked (`counterclaim add` leaves one so).  It is copied, and what it holds is
repeated inside the copy until there are so many claims: documents, attributions, claims, relations and
findings get other ids, and stay as they are otherwise.  Then each page is asked for, as a browser would:
the first time, and the best of five times more.  Times are of the processor, so that
other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from counterclaim.desk.app import create_app
from counterclaim.desk.settings import Settings
from counterclaim.desk.warm import make_ready
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute

AGAIN = 5
# The columns of each table that name rows, and the table whose rows they name.
ROWS = {
    "documents": {"row": "documents", "origin": "documents", "copied": "documents"},
    "readings": {
        "row": "readings", "document": "documents", "first_attribution": "attributions",
        "first_claim": "claims", "first_statement": "statements",
    },
    "attributions": {"row": "attributions", "reading": "readings", "parent": "attributions"},
    "claims": {"row": "claims", "attribution": "attributions"},
    "statements": {"row": "statements", "reading": "readings"},
    "relations": {"row": "relations", "one": "claims", "other": "claims"},
    "comparables": {"reading": "readings"},
    "answers": {"claim": "claims"},
}  # fmt: skip
_ID = re.compile(r'"([cdqfsn])([0-9a-f]{2})([0-9a-f]{14})"')


@dataclass(frozen=True)
class Asked:
    """What one page took: milliseconds of the processor, first and at best, and kilobytes."""

    page: str
    first_ms: float
    again_ms: float
    kb: float


def grown(ledger: Path, folder: Path, claims: int) -> Path:
    """A copy of a ledger that holds so many claims or a little more."""
    path = Path(shutil.copy(ledger, folder / "grown.db"))
    open_ledger(path).close()  # brings it to the newest version
    with closing(sqlite3.connect(path)) as connection:  # closed, so that its log is taken over
        held = connection.execute("SELECT count(*) FROM claims WHERE listed = 1").fetchone()[0]
        copies = max(1, -(-claims // held))
        _repeat(connection, copies)
        connection.commit()
    return path


def _repeat(connection: sqlite3.Connection, copies: int) -> None:
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.create_function("other_id", 2, lambda id, copy: bytes([id[0] ^ copy]) + id[1:] if id else id)
    most = {
        table: connection.execute(f"SELECT coalesce(max({_key(table)}), 0) FROM {table}").fetchone()[0]
        for table in ROWS
    }
    for copy in range(1, copies):
        for table, names in ROWS.items():
            _copy_table(connection, table, names, most, copy)
        _copy_findings(connection, copy)
    for _, statement in triggers:
        connection.execute(statement)


def _key(table: str) -> str:
    return next(iter(ROWS[table]))


def _copy_table(
    connection: sqlite3.Connection, table: str, names: dict[str, str], most: dict[str, int], copy: int
) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    taken = []
    for column in columns:
        if column in names:
            taken.append(f"{column} + {most[names[column]] * copy}")
        elif column == "id":
            taken.append(f"other_id(id, {copy})")
        elif column == "question":
            taken.append(f"other_question(question, {copy})")
        else:
            taken.append(f'"{column}"')
    connection.create_function("other_question", 2, _other)
    into = ", ".join(f'"{column}"' for column in columns)
    key = _key(table)
    connection.execute(
        f"INSERT INTO {table} ({into}) SELECT {', '.join(taken)} FROM {table} WHERE {key} <= {most[table]}"
    )


def _copy_findings(connection: sqlite3.Connection, copy: int) -> None:
    for (kind,) in connection.execute("SELECT DISTINCT kind FROM findings").fetchall():
        query = "SELECT place, id, body FROM findings WHERE kind = ? ORDER BY place"
        rows = connection.execute(query, (kind,)).fetchall()
        once = len(rows) // copy
        connection.executemany(
            "INSERT INTO findings (kind, place, id, body) VALUES (?, ?, ?, ?)",
            [
                (kind, place + once * copy, _other(id, copy), _renamed(body, copy))
                for place, id, body in rows[:once]
            ],
        )


def _renamed(body: str, copy: int) -> str:
    return _ID.sub(lambda found: f'"{_other(found[0].strip(chr(34)), copy)}"', body)


def _other(id: str, copy: int) -> str:
    return f"{id[0]}{int(id[1:3], 16) ^ copy:02x}{id[3:]}"


def pages(ledger: Path) -> Iterator[str]:
    """One page of each kind."""
    with open_ledger(ledger, read_only=True) as held:
        question = held.findings(FindingKind.DISPUTE, Dispute, limit=1)[0].question
        told = next(one for one in held.told() if one.key and one.party)
        documents = held.documents(limit=200)
    document = max(documents, key=lambda one: one.claims).id
    outlet = next((one.publisher for one in documents if one.publisher), "")
    yield from (
        "/",
        "/disputes",
        "/questions",
        f"/questions/{question}",
        "/matrix",
        "/docket",
        "/numbers",
        "/changes",
    )
    yield from ("/speakers", f"/speakers/{quote(told.key or '', safe='')}")
    yield from (
        f"/parties/{quote(told.party or '', safe='')}",
        "/outlets",
        f"/outlets/{quote(outlet, safe='')}",
    )
    yield from (
        "/documents",
        f"/documents/{document}",
        "/map",
        "/search?words=evidence",
        "/review",
        "/reviews",
    )
    yield from ("/add", "/api/v1/claims", "/api/v1/questions", "/api/v1/disputes")


def ask(client: TestClient, page: str) -> Asked:
    """Ask for a page once, and some times again."""
    took = []
    for _ in range(1 + AGAIN):
        began = time.process_time()
        answer = client.get(page)
        took.append(1000 * (time.process_time() - began))
        answer.raise_for_status()
    return Asked(page, round(took[0], 1), round(min(took[1:]), 1), round(len(answer.content) / 1024, 1))


def main() -> None:
    """Read the command line, and print one line a page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--claims", type=int, default=100_000, help="how many claims the copy is to hold")
    parser.add_argument("--today", help="the day on which the docket stands")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = grown(args.ledger, Path(folder), args.claims)
        app = create_app(Settings(ledger=path, today=args.today))
        make_ready(app.state.desk)  # as a desk that is served does while it waits for the first visit
        with TestClient(app, base_url="http://127.0.0.1:8765") as client:
            for page in pages(path):
                asked = ask(client, page)
                print(json.dumps(asdict(asked)) if args.json else _line(asked), flush=True)


def _line(asked: Asked) -> str:
    return f"{asked.first_ms:8.1f} ms first {asked.again_ms:8.1f} ms again {asked.kb:8.1f} KB  {asked.page}"


if __name__ == "__main__":
    main()
