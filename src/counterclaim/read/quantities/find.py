"""Find the quantities of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.model.span import Span, Spans
from counterclaim.read.parse import Parse
from counterclaim.read.quantities.amounts import amounts, same_kind
from counterclaim.read.quantities.bounds import bound_after, bound_before, ends, final_bound
from counterclaim.read.quantities.counted import counted_after
from counterclaim.read.quantities.guess import unit_without_noun
from counterclaim.read.quantities.numbers import SOME_NUMBER
from counterclaim.read.quantities.ranges import Measured, measured
from counterclaim.read.quantities.set_aside import counts
from counterclaim.read.quantities.stretch import Stretch
from counterclaim.read.quantities.units import SPANS_OF_TIME
from counterclaim.read.quantities.vague import Vague, vague_words
from counterclaim.read.quantities.words import Word, cut, lower_at

_AROUND = (
    60  # characters of the text beside a claim that may bound, name or continue its first and last numbers
)
_LARGE = 13  # from here on "over" and "under" bound a number, whatever it counts
_MAY_COUNT = re.compile(SOME_NUMBER, re.IGNORECASE)


def find_quantities(parse: Parse, spans: Spans) -> tuple[Quantity, ...]:
    """Every quantity whose number stands in a claim's spans, in reading order; offsets in the text.

    Numbers are as the text gives them, a share ("a third of") in percent; dates, clock
    times, ordinals and names that hold figures are left out.
    """
    found: list[Quantity] = []
    for span in spans:
        if _MAY_COUNT.search(parse.text, *span):
            found += _in_span(parse, span, found[-1] if found else None)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _in_span(parse: Parse, span: Span, last: Quantity | None) -> list[Quantity]:
    words = cut(parse.text, *_with_neighbours(parse.text, span))
    stretch = Stretch(parse, words, span)
    found: list[Quantity] = []
    for item in _measured_inside(stretch):
        quantity = _quantity(stretch, item, last)
        if quantity is not None:
            found.append(quantity)
            last = quantity
    found += [
        _vague(stretch, vague)
        for vague in vague_words(words, parse)
        if stretch.holds(vague.first, vague.last)
    ]
    return found


def _with_neighbours(text: str, span: Span) -> Span:
    """A claim with some words before and after it."""
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    if start:
        start = text.find(" ", start, span[0]) + 1 or span[0]
    if end < len(text):
        end = max(text.rfind(" ", span[1], end), span[1])
    return start, end


def _measured_inside(stretch: Stretch) -> Iterator[Measured]:
    """What is measured inside the claim, save a length given again in other units in brackets."""
    last: Measured | None = None
    for item in measured(stretch.words, list(amounts(stretch.words))):
        again = last is not None and _repeats(stretch, last, item)
        last = item
        if not again and stretch.holds(item.first, item.last):
            yield item


def _repeats(stretch: Stretch, last: Measured, item: Measured) -> bool:
    return (
        item.first - 1 == last.last
        and lower_at(stretch.words, last.last) == "("
        and same_kind(last.unit, item.unit)
    )


def _quantity(stretch: Stretch, item: Measured, last: Quantity | None) -> Quantity | None:
    words = stretch.words
    large = item.unit is not None or (item.value or item.low or 0) >= _LARGE
    first, before = bound_before(words, item.first, large, item.unit in SPANS_OF_TIME)
    end, after = bound_after(words, item.last)
    counted = counted_after(stretch.parse, words[end - 1].end)
    if not counts(stretch, item, before or after, counted):
        return None
    if after is None and counted.end is not None:
        after = _bound_after_noun(words, end, counted.end)
    bound = final_bound(item.bound, before, after)
    low, high = (item.low, item.high) if item.value is None else ends(item.value, bound)
    return Quantity(
        value=_whole(item.value),
        low=_whole(low),
        high=_whole(high),
        bound=bound,
        unit=item.unit or counted.unit or unit_without_noun(stretch, item, last),
        of=stretch.parse.text[slice(*counted.of)] if counted.of else None,
        span=_clipped(stretch, first, end, None if item.unit else counted.end),
    )


def _bound_after_noun(words: list[Word], at: int, noun_end: int) -> Bound | None:
    """The bound that follows what is counted: "five ships or more"."""
    while at < len(words) and words[at].start < noun_end:
        at += 1
    return bound_after(words, at)[1]


def _clipped(stretch: Stretch, first: int, last: int, noun_end: int | None) -> Span:
    """From the bound to the unit or the noun, as far as they stand in the claim."""
    start, end = stretch.place(first, last)
    return max(start, stretch.span[0]), min(max(end, noun_end or 0), stretch.span[1])


def _whole(number: float | None) -> int | float | None:
    if number is None:
        return None
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _vague(stretch: Stretch, vague: Vague) -> Quantity:
    counted = counted_after(stretch.parse, stretch.words[vague.last - 1].end)
    return Quantity(
        value=None,
        low=None,
        high=None,
        bound=Bound.VAGUE,
        unit=counted.unit,
        of=stretch.parse.text[slice(*counted.of)] if counted.of else None,
        span=_clipped(stretch, vague.first, vague.last, counted.end),
        word=vague.word,
    )
