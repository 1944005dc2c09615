"""Numbered changes of the schema, each with a comment why; a number that was released is never edited."""

from __future__ import annotations

from counterclaim.ledger.migrations.m001_first import M001
from counterclaim.ledger.migrations.m002_across import M002
from counterclaim.ledger.migrations.m003_answers import M003

MIGRATIONS: tuple[str, ...] = (M001, M002, M003)
VERSION = len(MIGRATIONS)
