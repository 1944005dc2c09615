"""How claims of a question stand to each other, by kind, with what was compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import Related
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.show.report.claim import ClaimView, Receipts, claim_view
from counterclaim.show.visible import one_line

_SHOWN = (
    (RelationKind.CONTRADICTS, "Contradict each other", 16),
    (RelationKind.SHIFTS, "Changed answers", 8),
    (RelationKind.LATER_FACT, "Explained by a later event", 8),
    (RelationKind.AGREES, "Agree", 6),
    (RelationKind.REPEATS, "Repeat", 4),
    (RelationKind.COPIES, "Copies of one text", 4),
)
"""Kinds in the order in which they are shown, and how many of each, the surest first."""


class RelationView(NamedTuple):
    """Two claims, the one told first in `one`, and the reason."""

    kind: str
    confidence: str
    reason: str
    one: ClaimView
    other: ClaimView


class OfKind(NamedTuple):
    """The relations of one kind; `more` counts those not shown."""

    name: str
    css: str
    number: int
    shown: list[RelationView]
    more: int


def relations_of(
    relations: Sequence[Related], views: dict[ClaimName, ClaimView], receipts: Receipts
) -> list[OfKind]:
    """The relations by kind; claims that the page shows keep their anchors there."""
    found = []
    for kind, name, most in _SHOWN:
        of_kind = [one for one in relations if one.relation.kind is kind]
        surest = sorted(
            of_kind, key=lambda one: (-one.relation.confidence, one.relation.one, one.relation.other)
        )
        if surest:
            shown = [relation_view(one, views, receipts) for one in surest[:most]]
            found.append(OfKind(name, kind.name.lower(), len(surest), shown, max(0, len(surest) - most)))
    return found


def relation_view(related: Related, views: dict[ClaimName, ClaimView], receipts: Receipts) -> RelationView:
    """The view of one relation; claims that the page shows keep their anchors there."""
    relation = related.relation
    how = f" ({relation.contradiction.value})" if relation.contradiction else ""
    return RelationView(
        kind=relation.kind.value + how,
        confidence=f"signed by {one_line(relation.by)}" if relation.by else f"{relation.confidence:.2f}",
        reason=one_line(relation.reason),
        one=views.get(relation.one) or claim_view(related.one, receipts),
        other=views.get(relation.other) or claim_view(related.other, receipts),
    )
