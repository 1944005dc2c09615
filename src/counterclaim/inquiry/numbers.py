"""Number series with the claims that count."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.inquiry.own_voice import OwnVoices
from counterclaim.inquiry.words import has_words
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Counted, SeriesShown
from counterclaim.model.series import Series


def series_shown(ledger: Ledger, words: str | None = None, limit: int | None = None) -> list[SeriesShown]:
    """Number series of which some point has all the words, those that most parties count first."""
    return _shown(ledger, _about(ledger, words)[:limit])


def series_sheet(ledger: Ledger, words: str | None, limit: int, offset: int) -> tuple[list[SeriesShown], int]:
    """A stretch of the same list, and how many series there are in all."""
    if words is None:
        some = ledger.findings(FindingKind.SERIES, Series, limit=limit, offset=offset)
        return _shown(ledger, some), ledger.count_findings(FindingKind.SERIES)
    found = _about(ledger, words)
    return _shown(ledger, found[offset:][:limit]), len(found)


def one_series(ledger: Ledger, id: str) -> SeriesShown:
    """A number series by its id or the beginning of it; UnknownId."""
    return _shown(ledger, [ledger.finding(FindingKind.SERIES, Series, id)])[0]


def _about(ledger: Ledger, words: str | None) -> list[Series]:
    found = ledger.findings(FindingKind.SERIES, Series)
    return found if words is None else [one for one in found if _has(one, words)]


def _has(series: Series, words: str) -> bool:
    return any(has_words(f"{point.words} {point.quantity.of or ''}", words) for point in series.points)


def _shown(ledger: Ledger, found: Sequence[Series]) -> list[SeriesShown]:
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
