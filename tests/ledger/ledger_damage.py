"""Damage to a ledger file, as a failing disk would do it."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def overwrite(path: Path, table: str, *, only_first: bool = False) -> None:
    """Fill the pages that hold rows of a table with ones, or only the first of them."""
    other = sqlite3.connect(path)
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (size,) = other.execute("PRAGMA page_size").fetchone()
    found = other.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
    pages = [page for (page,) in found]
    other.close()
    data = bytearray(path.read_bytes())
    for page in pages[:1] if only_first else pages:
        data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
