"""One claim as every page of a report shows it: exact words, who, when, where, and the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.model.listing import ClaimRow
from counterclaim.model.meaning import EvidenceKind
from counterclaim.model.relation import ClaimName
from counterclaim.show.badge import Badge
from counterclaim.show.report.words import day_words
from counterclaim.show.row_badge import row_badges, standing_badges
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line, shortened

LONGEST = 420  # code points of words on a page of the report; they stand whole at their receipt
SHORT = 150  # in tables


class Receipt(NamedTuple):
    """Where the words of a claim or statement are marked, from the root of all pages, and what they mean.

    `badges` is None where the claim's own row tells what it means.
    """

    href: str
    badges: list[Badge] | None


Receipts = Mapping[ClaimName, Receipt]


class ClaimView(NamedTuple):
    """A claim; `short` is for tables, `href` leads to the words in their document, or is empty."""

    id: str
    name: str
    party: str
    words: str
    short: str
    is_cut: bool
    day: str
    iso: str
    outlet: str
    title: str
    href: str
    badges: list[Badge]
    how: str
    evidence: list[Badge]


def claim_view(row: ClaimRow, receipts: Receipts, id: str = "") -> ClaimView:
    """The view of a claim, with this anchor on its page; without a receipt its own row tells the meaning."""
    words = one_line(row.words)
    receipt = receipts.get((row.document, row.id))
    told = receipt.badges if receipt else None
    badges = list(row_badges(row)) if told is None else [*told, *standing_badges(row)]
    name = one_line(row.speaker or row.source) or NOT_NAMED
    party = one_line(row.party or "")
    return ClaimView(
        id=id,
        name=name,
        party="" if party.casefold() == name.casefold() else party,
        words=shortened(words, LONGEST),
        short=shortened(words, SHORT),
        is_cut=len(words) > LONGEST,
        day=day_words(row.day),
        iso=row.day or "",
        outlet=one_line(row.publisher or ""),
        title=one_line(row.title),
        href=receipt.href if receipt else "",
        badges=badges,
        how=row.quote_type.value,
        evidence=_evidence(row, badges),
    )


def _evidence(row: ClaimRow, badges: list[Badge]) -> list[Badge]:
    if row.evidence_offered is EvidenceKind.NONE:
        return []
    offered = [badge for badge in badges if badge.kind == "evidence"]
    return [badge._replace(text=badge.text.removeprefix("evidence: ")) for badge in offered]
