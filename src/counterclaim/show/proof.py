"""A receipt as a reader checks it."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.receipt import Receipt, SpanReceipt
from counterclaim.show.visible import one_line

SHORT_HASH = 12  # hexadecimal digits: enough to tell the texts of an archive apart by eye


class Proof(NamedTuple):
    """One span of a receipt."""

    role: str
    place: str
    exact: str


class ReceiptView(NamedTuple):
    """A receipt: where the content stands, what proves every span, and what it is the receipt of."""

    place: str
    field: str
    short_hash: str
    id: str
    proofs: list[Proof]


def receipt_view(receipt: Receipt, id: str) -> ReceiptView:
    """The view of the receipt of an attribution or statement with this id."""
    roles = (("source", receipt.source), ("cue", receipt.cue), ("content", receipt.content))
    return ReceiptView(
        place=", ".join(map(_place, receipt.content)),
        field=receipt.field.value,
        short_hash=receipt.text_sha256[:SHORT_HASH],
        id=one_line(id),
        proofs=[
            Proof(role, _place(entry), one_line(entry.quote.exact))
            for role, entries in roles
            for entry in entries
        ],
    )


def _place(entry: SpanReceipt) -> str:
    return f"{entry.position.start}\u2013{entry.position.end}"
