"""A number series in a list: every count with its bound, by whom and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import Counted, SeriesShown
from counterclaim.show.edtf import shown_time
from counterclaim.show.inquiry.number import bounded
from counterclaim.show.inquiry.parts import (
    INDENT,
    NOT_NAMED,
    counted,
    facts,
    headed,
    indented,
    labelled,
    outlet,
    period,
    who,
)
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.listing import SHORT_ID
from counterclaim.show.visible import one_line

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def series_entry(shown: SeriesShown, width: int, console: Console) -> Iterator[Text]:
    """What is counted, by how many, and the counts in order of time below each other."""
    series = shown.series
    yield from headed(series.of, series.id, width, console)
    days = sorted(point.day[:10] for point in series.points if point.day)
    told = (
        series.unit if series.unit != series.of else None,
        f"{counted(len(series.points), 'count')} by {counted(len(series.parties), 'party')}",
        period(days[0], days[-1]) if days else None,
    )
    yield from indented(facts(told, width - INDENT, console))
    gutter = max(len(bounded(one.point.quantity)) for one in shown.points) + 2
    for one in shown.points:
        lines = list(_point(one, width - gutter - INDENT, console))
        yield from labelled(bounded(one.point.quantity), gutter, lines)


def _point(one: Counted, width: int, console: Console) -> Iterator[Text]:
    point, row, printed = one.point, one.row, one.printed
    if row is not None:
        name, id = who(row), row.id
    elif printed is not None:
        name, id = outlet(printed), printed.document
    else:
        name, id = one_line(point.party or point.speaker or NOT_NAMED), point.claims[0][1]
    told = point.day and (point.day if _DAY.fullmatch(point.day) else shown_time(point.day))
    day = (row.day if row else None) or told or "no day"
    head = Text.assemble((f"{one_line(day)}  ", "dim"), (name, "bold"))
    yield from set_apart(head, Text(id[:SHORT_ID], style="dim"), width, console)
    yield from wrapped(Text(one_line(point.words)), width, console)
    where = row or printed
    if where is not None:
        yield from facts((where.publisher, where.title, where.published), width, console)
