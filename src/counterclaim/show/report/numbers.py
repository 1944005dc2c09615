"""Number series: a list of them, and a page each with its chart and its table."""

from __future__ import annotations

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
_LONGEST = 60


class PointView(NamedTuple):
    """One count as a line of the table; `claim` is None in the outlet's own voice."""

    anchor: str
    day: str
    side: str
    party: int
    number: str
    words: str
    where: str
    href: str
    claim: ClaimView | None
    repeats: int


class SeriesView(NamedTuple):
    """A series at a glance."""

    path: str
    name: str
    facts: list[str]
    latest: list[PointView]


def series_path(id: str) -> str:
    """The page of a series."""
    return f"numbers/{id}.html"


def series_view(found: SeriesShown, receipts: Receipts) -> SeriesView:
    """What a list shows of a series: the newest count of each of the first parties."""
    points = _points(found, receipts)
    newest = {point.side: point for point in points}
    days = [point.point.day for point in found.points if point.point.day]
    facts = [
        counted(len(points), "count"),
        counted(len({point.side for point in points}), "party", "parties"),
        days_words(min(days, default=None), max(days, default=None)) or "no day",
    ]
    return SeriesView(series_path(found.series.id), _name(found), facts, list(newest.values())[:4])


def numbers_pages(series: Sequence[SeriesShown], receipts: Receipts) -> Iterator[Page]:
    """The list of series, then the page of each."""
    for sheet in sheets("numbers", len(series), MOST):
        views = [series_view(one, receipts) for one in of_sheet(series, sheet)]
        yield page("numbers", sheet.path, series=views, sheet=sheet, count=len(series))
    for found in series:
        yield _series_page(found, receipts)


def _series_page(found: SeriesShown, receipts: Receipts) -> Page:
    points = _points(found, receipts)
    counts = [
        Count(view.party, one.point.day, one.point.quantity, _title(view), f"#{view.anchor}")
        for one, view in zip(found.points, points, strict=True)
    ]
    parties = list(dict.fromkeys(point.side for point in points))
    view = series_view(found, receipts)
    return page(
        "series",
        view.path,
        series=view,
        chart=number_chart(counts[-MOST_POINTS:], parties),
        points=points[::-1][:MOST_POINTS],
        more=max(0, len(points) - MOST_POINTS),
    )


def _name(found: SeriesShown) -> str:
    of = one_line(found.series.of) or one_line(found.series.unit)
    return of[:1].upper() + of[1:]


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
