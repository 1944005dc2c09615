"""Instants as the ledger writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """This instant: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
