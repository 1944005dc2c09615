"""Number series: a list of them, and a page each with its chart and its table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import Counted, SeriesShown
from counterclaim.show.chart.counts import Count
from counterclaim.show.number import quantity_words
from counterclaim.show.report.claim import ClaimView, Receipts, claim_view
from counterclaim.show.report.paging import of_sheet, sheets
from counterclaim.show.report.question import number_chart
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.words import counted, day_words, days_words
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line, shortened

MOST = 60  # series on one page of the list
MOST_POINTS = 200  # of a series, the newest
OWN_VOICE = "the outlet itself"
_LONGEST, _LONGEST_SIDE = 60, 44
_WORD = re.compile(r"\w[\w’'-]*")


class PointView(NamedTuple):
    """One count as a line of the table; `claim` is None in the outlet's own voice."""

    anchor: str
    day: str
    iso: str
    side: str
    party: int
    number: str
    words: str
    where: str
    href: str
    claim: ClaimView | None
    repeats: int


class SeriesView(NamedTuple):
    """A series at a glance; `beside` are names that its counts have in common, whose or where it is."""

    path: str
    name: str
    facts: list[str]
    latest: list[PointView]
    beside: str


def series_path(id: str) -> str:
    """The page of a series."""
    return f"numbers/{id}.html"


def series_view(found: SeriesShown, receipts: Receipts) -> SeriesView:
    """What a list shows of a series: the newest count of each of the first parties."""
    points = _points(found, receipts)
    newest = {point.side: point for point in points}
    days = [point.point.day for point in found.points if point.point.day]
    parties = len({point.side for point in points if point.claim})  # the outlet's own voice is no party
    facts = [
        counted(len(points), "count"),
        *([counted(parties, "party", "parties")] if parties else []),
        days_words(min(days, default=None), max(days, default=None)) or "no day",
    ]
    latest = [one._replace(side=shortened(one.side, _LONGEST_SIDE)) for one in list(newest.values())[:4]]
    return SeriesView(series_path(found.series.id), _name(found), facts, latest, _beside(found))


def numbers_pages(series: Sequence[SeriesShown], receipts: Receipts) -> Iterator[Page]:
    """The list of series, then the page of each."""
    for sheet in sheets("numbers", len(series), MOST):
        views = [series_view(one, receipts) for one in of_sheet(series, sheet)]
        yield page("numbers", sheet.path, series=views, sheet=sheet, count=len(series))
    for found in series:
        yield _series_page(found, receipts)


def _series_page(found: SeriesShown, receipts: Receipts) -> Page:
    return page("series", series_path(found.series.id), **series_values(found, receipts))


def series_values(found: SeriesShown, receipts: Receipts) -> dict[str, object]:
    """What a template needs to show a series: chart, table, how many older counts are left out."""
    points = _points(found, receipts)
    dated = [one for one in points if one.iso]
    return {
        "series": series_view(found, receipts),
        "chart": number_chart(*counts_of(found, receipts)),
        "points": [*dated[::-1], *(one for one in points if not one.iso)][:MOST_POINTS],
        "more": max(0, len(points) - MOST_POINTS),
    }


def counts_of(found: SeriesShown, receipts: Receipts) -> tuple[list[Count], list[str]]:
    """The newest counts, leading to their lines in the table, and the parties that they name by place."""
    points = _points(found, receipts)
    counts = [
        Count(view.party, one.point.day, one.point.quantity, _title(view), f"#{view.anchor}")
        for one, view in zip(found.points, points, strict=True)
    ]
    return counts[-MOST_POINTS:], list(dict.fromkeys(point.side for point in points))


def _name(found: SeriesShown) -> str:
    """What is counted; the unit where that says no more."""
    of, unit = one_line(found.series.of), one_line(found.series.unit)
    name = unit if not of or of.casefold() in unit.casefold() else of
    return name[:1].upper() + name[1:]


def _beside(found: SeriesShown) -> str:
    """The names that the series is told by, as its counts write them: it keeps them cut to a stem itself."""
    words = Counter(word for one in found.points for word in _WORD.findall(one_line(one.point.words)))
    named = []
    for stem in dict.fromkeys((*found.series.owners, *found.series.places)):
        alike = [
            word for word, _ in words.most_common() if word.casefold().startswith(stem) and word[0].isupper()
        ]
        named += alike[:1]
    return ", ".join(named)


def _title(view: PointView) -> str:
    return f"{view.day} · {view.side}: {view.number}"


def _points(found: SeriesShown, receipts: Receipts) -> list[PointView]:
    sides = list(dict.fromkeys(map(_side, found.points)))
    return [_point(one, at, sides, receipts) for at, one in enumerate(found.points, start=1)]


def _side(one: Counted) -> str:
    if one.point.own_voice:
        outlet = one_line((one.printed and one.printed.publisher) or "")
        return f"{outlet} (own voice)" if outlet else OWN_VOICE
    return one_line(one.point.party or one.point.speaker or (one.row.source if one.row else "")) or NOT_NAMED


def _point(one: Counted, at: int, sides: list[str], receipts: Receipts) -> PointView:
    point = one.point
    receipt = receipts.get(point.claims[0])
    side = _side(one)
    return PointView(
        anchor=f"count-{at}",
        day=day_words(point.day),
        iso=point.day or "",
        side=side,
        party=sides.index(side),
        number=quantity_words(point.quantity) or shortened(one_line(point.words), _LONGEST),
        words=one_line(point.words),
        where=_where(one),
        href=receipt.href if receipt else "",
        claim=claim_view(one.row, receipts) if one.row else None,
        repeats=len(point.claims) - 1,
    )


def _where(one: Counted) -> str:
    where = one.row or one.printed
    return one_line(where.publisher or where.title) if where else ""
