"""Finding everything that holds some words at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from counterclaim.inquiry.outlines import Outlines
from counterclaim.inquiry.profiles import spellings
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.query import parse
from counterclaim.model.profile import Found

KINDS = ("claims", "speakers", "questions", "documents")


class Finding(NamedTuple):
    """What a search looks through, for what, and which page of what it finds."""

    ledger: Ledger
    questions: Outlines
    words: str
    limit: int
    offset: int


def find(finding: Finding, kind: str | None) -> Found:
    """What holds the words: the beginning of each kind, or one page of a single one of KINDS."""
    found = Found()
    if parse(finding.words).wanted:
        for one in KINDS:
            if kind in (None, one):
                found = msgspec.structs.replace(found, **_FINDERS[one](finding))
    return found


def _claims(finding: Finding) -> dict[str, object]:
    hits, total, capped = finding.ledger.claims_found(finding.words, finding.limit, finding.offset)
    return {"claims": tuple(hits), "claims_total": total, "capped": capped}


def _speakers(finding: Finding) -> dict[str, object]:
    name = " ".join(part.typed for part in parse(finding.words).wanted)
    speakers, total = finding.ledger.speaker_list(finding.limit, finding.offset, spellings=spellings(name))
    parties, parties_total = finding.ledger.party_list(finding.limit, words=name)
    return {
        "speakers": tuple(speakers),
        "speakers_total": total,
        "parties": tuple(parties),
        "parties_total": parties_total,
    }


def _questions(finding: Finding) -> dict[str, object]:
    holding = finding.questions.holding(finding.words)
    found = finding.questions.page(finding.ledger, holding, finding.limit, finding.offset)
    return {"questions": found.rows, "questions_total": found.total, "disputed": found.disputed}


def _documents(finding: Finding) -> dict[str, object]:
    rows, total = finding.ledger.documents_found(finding.words, finding.limit, finding.offset)
    return {"documents": tuple(rows), "documents_total": total}


_FINDERS: dict[str, Callable[[Finding], dict[str, object]]] = {
    "claims": _claims,
    "speakers": _speakers,
    "questions": _questions,
    "documents": _documents,
}
