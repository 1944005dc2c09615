"""The picture of numbers over time, by party, with every bound as it was told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.chart.counts import Box, Count, middle, short_words
from counterclaim.show.chart.scale import Days, Numbers, date_of
from counterclaim.show.number import plain_number
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.figure import (
    INK,
    PARTIES,
    WIDTH,
    Caption,
    Picture,
    chart_of,
    days_axis,
    instant,
    picture,
)

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 340  # px of the plot
_LONGEST = 38  # code points of a party's name
_OTHERS = "others"
_UP = "M0,1V-1M-0.4,-0.55L0,-1L0.4,-0.55"
_DOWN = "M0,-1V1M-0.4,0.55L0,1L0.4,0.55"
_BOUNDS = {
    Bound.AT_LEAST: "up",
    Bound.MORE_THAN: "up",
    Bound.AT_MOST: "down",
    Bound.LESS_THAN: "down",
}
_BESIDE: dict[str, dict[str, Any]] = {
    "right": {"align": "left", "dx": 9},
    "left": {"align": "right", "dx": -9},
    "below": {"align": "center", "dy": 15},
    "above": {"align": "center", "dy": -15},
}
_APART = 12.0  # px between signs that would cover each other
_LETTER, _LINE = 6.2, 13.0  # px of a label's letter and height


def numbers_picture(counts: Sequence[Count], parties: Sequence[str], caption: Caption) -> Picture | None:
    """The picture; None where fewer than two counts have a day and a number."""
    dated = [
        (day, number, one)
        for one in counts
        if (day := date_of(one.day)) is not None and (number := middle(one.quantity)) is not None
    ]
    if len(dated) < 2:
        return None
    names = _names(parties)
    days = Days([day for day, *_ in dated])
    numbers = Numbers([end for _, number, one in dated for end in _ends(number, one.quantity)], 6)
    rows: list[dict[str, Any]] = []
    signs: list[Box] = []
    for day, number, one in dated:
        y = (1 - numbers.place(number)) * HEIGHT
        x = _free(days.place(day) * WIDTH, y, signs)
        signs.append(Box(x - 6, y - 6, x + 6, y + 6))
        rows.append({
            "x": instant(days, x), "y": number, "party": names[min(one.party, len(names) - 1)],
            "low": one.quantity.low, "high": one.quantity.high,
            "bound": _bound(one), "words": _words(one.quantity), "beside": "",
        })  # fmt: skip
    _label(rows, signs)
    caption = caption.without(len(counts) - len(dated), "count")
    here = [name for name in names if any(row["party"] == name for row in rows)]
    return picture(_chart(rows, here, names, (days, numbers), caption), caption, height=HEIGHT)


def _names(parties: Sequence[str]) -> list[str]:
    most = len(PARTIES)
    names = [shortened(one_line(name), _LONGEST) for name in parties[:most]]
    return [*names[:-1], _OTHERS] if len(parties) > most else names


def _bound(one: Count) -> str:
    quantity = one.quantity
    if quantity.bound in _BOUNDS:
        return _BOUNDS[quantity.bound]
    both = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return "between" if both else ""


def _ends(number: float, quantity: Quantity) -> list[float]:
    """The number and both ends of a range, as far as an axis can have them."""
    found = map(plain_number, (quantity.low, quantity.high))
    return [number, *(end for end in found if end is not None)]


def _words(quantity: Quantity) -> str:
    """The number with its bound, in signs that every font has."""
    return short_words(quantity).replace("≥", "at least").replace("≤", "at most")


def _free(x: float, y: float, taken: Sequence[Box]) -> float:
    """The place, or one beside it where no sign stands."""
    for step in (0, 1, -1, 2, -2, 3, -3):
        place = x + step * _APART
        if not any(Box(place - 6, y - 6, place + 6, y + 6).meets(box) for box in taken):
            return place
    return x


def _label(rows: list[dict[str, Any]], signs: Sequence[Box]) -> None:
    """Put words beside signs where there is room; words that would cover something are left out."""
    taken = list(signs)
    for row, sign in zip(rows, signs, strict=True):
        if row["bound"] == "up":
            taken.append(Box(sign.left, sign.top - 28, sign.right, sign.top))
        elif row["bound"] == "down":
            taken.append(Box(sign.left, sign.bottom, sign.right, sign.bottom + 28))
    for row, sign in zip(rows, signs, strict=True):
        size = len(row["words"]) * _LETTER
        x, y = (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2
        for beside, (left, middle_) in {
            "right": (x + 9, y), "left": (x - 9 - size, y), "below": (x - size / 2, y + 15),
            "above": (x - size / 2, y - 15),
        }.items():  # fmt: skip
            box = Box(left, middle_ - _LINE / 2, left + size, middle_ + _LINE / 2)
            if box.left > 0 and not any(box.meets(other) for other in taken):
                taken.append(box)
                row["beside"] = beside
                break


def _chart(
    rows: list[dict[str, Any]],
    here: Sequence[str],
    names: Sequence[str],
    across: tuple[Days, Numbers],
    caption: Caption,
) -> list[alt.Chart]:
    import altair as alt

    days, numbers = across
    ticks = numbers.marks()
    marks, labels = [mark for mark, _ in ticks], [words for _, words in ticks]
    y = alt.Y(
        "y:Q",
        scale=alt.Scale(
            type="log" if numbers.powers else "linear", domain=list(numbers.ends), nice=False, zero=False
        ),
        axis=alt.Axis(
            title=None, values=marks, domain=False,
            labelExpr=f"{json.dumps(labels)}[indexof({json.dumps(marks)}, datum.value)]",
        ),
    )  # fmt: skip
    scale = alt.Scale(type="utc", domain=[instant(days, 0), instant(days, WIDTH)], nice=False)
    x = alt.X("x:T", scale=scale, axis=days_axis(caption, 40))
    styles = [PARTIES[names.index(name)] for name in here]
    colour = alt.Color("party:N", scale=alt.Scale(domain=list(here), range=[one for one, _ in styles]))
    shape = alt.Shape("party:N", scale=alt.Scale(domain=list(here), range=[one for _, one in styles]))

    def of(bound: str) -> alt.Chart:
        return chart_of([row for row in rows if row["bound"] == bound])

    def arrow(bound: str, path: str, away: int) -> alt.Chart:
        mark: alt.Chart = of(bound).mark_point(
            shape=path, size=420, filled=False, strokeWidth=1.8, yOffset=away, opacity=1
        )
        drawn: alt.Chart = mark.encode(x=x, y=y, color=colour)
        return drawn

    every = chart_of(rows)
    return [
        of("between").mark_errorbar(ticks=True, thickness=1.8).encode(
            x=x, y=alt.Y("low:Q", title=None), y2="high:Q", color=colour),
        arrow("up", _UP, -15),
        arrow("down", _DOWN, 15),
        every.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=colour, shape=shape),
        *(
            chart_of([row for row in rows if row["beside"] == beside])
            .mark_text(fontSize=10.5, color=INK, **where)
            .encode(x=x, y=y, text="words:N")
            for beside, where in _BESIDE.items()
        ),
    ]  # fmt: skip
