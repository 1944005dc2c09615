"""How much is taken in for one document."""

from __future__ import annotations

from counterclaim.errors import InputTooLarge

DOCUMENT_BYTES = 10_000_000
"""Bytes of one document.  A corpus may be larger: it is read record by record."""

LINE_LIMIT = 2 * DOCUMENT_BYTES  # room for a document whose JSON escapes double its size


def too_large(where: str) -> InputTooLarge:
    """The error for a document of more than `DOCUMENT_BYTES`."""
    return InputTooLarge(
        where,
        f"it has more than {DOCUMENT_BYTES:,} bytes, the most that is read as one document",
        "Split it into several documents",
    )
