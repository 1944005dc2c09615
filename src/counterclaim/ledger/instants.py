"""Instants as the ledger writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def exact_now() -> str:
    """This instant in milliseconds: for what one person may do several times in a second."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def utc_now() -> str:
    """This instant: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
