"""What does not hold in a ledger."""

from __future__ import annotations

import msgspec


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in a ledger that is not as it must be.

    `kind` is what it is about ("text", "capture", "claim", "file" ...), `id` the id or hash of
    it where it has one, `where` the address of its document where that can be told.
    """

    kind: str
    id: str | None
    where: str | None
    wrong: str
