"""Number series with the claims that count."""

from __future__ import annotations

from counterclaim.inquiry.own_voice import OwnVoices
from counterclaim.inquiry.words import has_words
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Counted, SeriesShown
from counterclaim.model.series import Series


def series_shown(ledger: Ledger, words: str | None = None, limit: int | None = None) -> list[SeriesShown]:
    """Number series of which some point has all the words, those that most parties count first."""
    found = [
        one
        for one in ledger.findings(FindingKind.SERIES, Series)
        if words is None
        or any(has_words(f"{point.words} {point.quantity.of or ''}", words) for point in one.points)
    ][:limit]
    names = (point.claims[0] for one in found for point in one.points if not point.own_voice)
    rows = ledger.claim_rows(dict.fromkeys(names))
    voices = OwnVoices(ledger)
    return [
        SeriesShown(
            series=one,
            points=tuple(
                Counted(
                    point=point,
                    row=rows.get(point.claims[0]),
                    printed=voices.printed(point.claims[0][0]) if point.own_voice else None,
                )
                for point in one.points
            ),
        )
        for one in found
    ]
