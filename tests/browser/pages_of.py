"""The addresses of every kind of page on a ledger."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute
from counterclaim.model.series import Series

KINDS = (
    "home", "disputes", "questions", "question", "answers", "relations", "matrix", "docket", "numbers",
    "series", "changes", "speakers", "speaker", "party", "outlets", "outlet", "documents", "document",
    "versions", "map", "search", "review", "reviews", "add", "keys", "missing",
)  # fmt: skip


def addresses(ledger: Path) -> dict[str, str]:
    """For each kind of page the address of one, from the root of the desk."""
    with open_ledger(ledger, read_only=True) as held:
        question = held.findings(FindingKind.DISPUTE, Dispute, limit=1)[0].question
        series = held.findings(FindingKind.SERIES, Series, limit=1)
        documents = held.documents(limit=50)
        speaker = next(one for one in held.told() if one.key and one.party)
    outlet = next(one.publisher for one in documents if one.publisher)
    document = max(documents, key=lambda one: one.claims)
    found = {kind: f"/{kind}" for kind in KINDS}
    found |= {
        "home": "/",
        "question": f"/questions/{question}",
        "answers": f"/questions/{question}/answers",
        "relations": f"/questions/{question}/relations?kind=contradicts",
        "speaker": f"/speakers/{quote(speaker.key or '', safe='')}",
        "party": f"/parties/{quote(speaker.party or '', safe='')}",
        "outlet": f"/outlets/{quote(outlet, safe='')}",
        "document": f"/documents/{document.id}",
        "versions": f"/documents/{document.id}/versions",
        "search": "/search?words=evidence",
        "missing": "/no-such-page",
        "series": f"/numbers/{series[0].id}" if series else "/numbers",
    }
    return found
