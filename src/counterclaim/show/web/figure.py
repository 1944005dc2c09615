"""Charts as pictures to take along: Altair makes the specification, vl-convert draws it, offline.

A picture stands alone, so it carries its question, whose words it counts, the day and the ledger, and it
says that it gives no verdict.  Altair takes half a second to load, so only the first picture pays for it.
"""

from __future__ import annotations

import functools
import json
import textwrap
import threading
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from counterclaim.show.chart.scale import Days
from counterclaim.show.report.words import counted
from counterclaim.show.visible import one_line

if TYPE_CHECKING:
    import altair as alt

INK, QUIET, LINE, PAPER = "#1d1c1a", "#615e58", "#dcd8cf", "#ffffff"
ANSWERS = {
    "yes": ("yes", "#005a94", "triangle-up"),
    "no": ("no", "#a83c00", "triangle-down"),
    "hedged": ("hedged", "#7c4a78", "diamond"),
    "number": ("number", "#00694e", "square"),
    "asks": ("asks for evidence", "#4d4a45", "cross"),
}
"""Name, colour and sign of each class of answer; colours of the pages, told apart by signs as well."""
PARTIES = (
    ("#0072b2", "circle"), ("#c44f00", "square"), ("#00805c", "diamond"), ("#a3487f", "triangle-up"),
    ("#8a6100", "triangle-down"), ("#3a6ea8", "cross"), ("#75503a", "triangle-right"), ("#5b5b5b", "stroke"),
)  # fmt: skip
"""Colour and sign of each party in order; all from the last on share the last."""
WIDTH = 760  # px of the plot
_TITLE, _SOURCE = 74, 128  # code points of a line of the title and of the source line
_MOST_LINES = 3
_SCALE = 2  # so that a PNG is sharp in print
_HELD = 24  # pictures kept
_DRAWING = threading.Lock()  # vl-convert runs one JavaScript engine; requests come on several threads


class Format(StrEnum):
    """What a picture is written as."""

    SVG = "svg"
    PNG = "png"


class Caption(NamedTuple):
    """What a picture says of itself: its title, what is in it, and the ledger and day it was made of."""

    title: str
    facts: str
    ledger: str
    today: str

    def without(self, number: int, what: str) -> Caption:
        """The same where so many of these have no place in the picture."""
        if not number:
            return self
        return self._replace(facts=f"{self.facts}; {counted(number, what)} without a day or room not shown")

    def source(self) -> list[str]:
        """The lines below a picture."""
        words = (
            f"{self.facts}. Positions as the texts give them, side by side; no verdict. "
            f"Counterclaim, ledger {one_line(self.ledger)}, {self.today}."
        )
        return textwrap.wrap(words, _SOURCE)


class Picture(NamedTuple):
    """A specification of Vega-Lite as JSON, equal for equal contents."""

    spec: str


def days_axis(caption: Caption, left: float = 0) -> alt.Axis:
    """An axis of days with the source line below; `left` is how far names reach beyond the plot, in px."""
    import altair as alt

    return alt.Axis(
        format="%-d %b %Y", labelOverlap=True, tickCount=6, tickMinStep=86_400_000, grid=True,
        title=caption.source(), titleAnchor="start", titleAlign="left", titleX=-left, titlePadding=18,
        titleFontSize=10.5, titleFontWeight="normal", titleColor=QUIET,
    )  # fmt: skip


def instant(days: Days, x: float) -> str:
    """The instant that stands at a place of the plot, in px from its left."""
    ordinal = days.first + x / WIDTH * (days.last - days.first)
    day = min(max(1, int(ordinal)), date.max.toordinal() - 1)
    moment = datetime.fromordinal(day) + timedelta(days=round(min(1.0, max(0.0, ordinal - day)), 4))
    return moment.isoformat(timespec="minutes") + "Z"


def chart_of(rows: Sequence[Mapping[str, object]]) -> alt.Chart:
    """A layer that draws these rows."""
    import altair as alt

    data: Any = alt.Data  # has no types of its own
    return alt.Chart(data(values=list(rows)))


def picture(layers: Sequence[alt.Chart], caption: Caption, height: int) -> Picture:
    """The layers as one chart with its title, in the type and colours of all pictures; `height` in px."""
    import altair as alt

    title = textwrap.wrap(one_line(caption.title), _TITLE, max_lines=_MOST_LINES, placeholder="…") or [""]
    whole = (
        alt.layer(*layers)
        .properties(
            width=WIDTH,
            height=height,
            background=PAPER,
            padding=18,
            title=alt.TitleParams(text=title, anchor="start", frame="bounds", fontSize=19, offset=14),
        )
        .configure(font="Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_title(color=INK, fontWeight="bold")
        .configure_axis(
            labelColor=QUIET, domainColor=QUIET, tickColor=QUIET, gridColor=LINE, gridDash=[2, 3],
            labelFontSize=11,
        )
        .configure_legend(
            orient="top", title=None, labelColor=INK, labelFontSize=12, labelLimit=300, symbolSize=90,
            symbolOpacity=1,
            columns=4, offset=12,
        )
    )  # fmt: skip
    return Picture(json.dumps(whole.to_dict(validate=False), sort_keys=True))


@functools.lru_cache(maxsize=_HELD)
def drawn(made: Picture, format: Format) -> bytes:
    """The picture as a file, one at a time; nothing is fetched from anywhere."""
    import vl_convert

    how: dict[str, Any] = {"vl_spec": made.spec, "allowed_base_urls": []}
    with _DRAWING:
        if format is Format.PNG:
            return bytes(vl_convert.vegalite_to_png(scale=_SCALE, **how))
        return str(vl_convert.vegalite_to_svg(**how)).encode()
