"""Numbered changes of the schema, each with a comment why; a number that was released is never edited."""

from __future__ import annotations

from counterclaim.ledger.migrations.m001_first import M001

MIGRATIONS: tuple[str, ...] = (M001,)
VERSION = len(MIGRATIONS)
