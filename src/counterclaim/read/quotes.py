"""Where quotations begin and end, whichever marks a text uses.

Marks are ambiguous (a straight mark may open or close, an apostrophe may be
neither) and often one is missing.  So the whole text is decoded at once: the
cheapest sequence of opening, closing and skipped marks wins (Viterbi over two
states, inside and outside).  The costs are hand-set and unit-free; what counts
is their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum

from counterclaim.model.span import Span, Spans

_EVENT = re.compile(r"``|''|[\"“”„‟«»]|\r?\n[\r\n\s]*")
_SINGLE_EVENT = re.compile(r"(?<!')['‘’‚‹›](?!')|\r?\n[\r\n\s]*")
_OPENING_CONTEXT = re.compile(r"[\s(\[{—–\-/“\"„«'‘]")
_CLOSING_CONTEXT = re.compile(r"[\s)\]},.;:!?—–\-”\"“»'’]")

# (cost to read the glyph as opening, as closing)
_GLYPH_COSTS = {
    '"': (0.0, 0.0),
    "''": (0.8, 0.3),
    "``": (0.0, 4.0),
    "“": (0.0, 1.5),
    "”": (1.5, 0.0),
    "„": (0.0, 4.0),
    "‟": (0.0, 2.0),
    "«": (0.0, 2.0),
    "»": (2.0, 0.0),
}
_WRONG_SIDE = 1.0  # the blank stands on the wrong side of the mark
_UNBALANCED = 2.5  # a second opening, or a closing with nothing open
_SKIPPED = 4.0  # a double mark that is no quotation mark
_INCH_SKIPPED = 1.0  # the same behind a digit: 6' 2"
_UNCLOSED = 1.0  # a quotation that ends with its paragraph
_RUNS_ON = 3.0  # a quotation that runs into a paragraph without an opening mark
_PER_CHARACTER = 1 / 1500  # long quotations are rarer than short ones
_FOREVER = float("inf")

Action = tuple[float, int]  # cost, state after


class _State(IntEnum):
    OUTSIDE = 0
    INSIDE = 1


def quotations(text: str) -> Spans:
    """Spans of all quotations in a text, marks included, in reading order.

    A quotation of several paragraphs is one span per paragraph.  Quotations
    inside quotations are not listed apart.
    """
    double = _decode(text, _EVENT, _double_actions)
    single = _decode(text, _SINGLE_EVENT, _single_actions)
    return _outermost(sorted({*double, *single}, key=lambda span: (span[0], -span[1])))


def _outermost(spans: list[Span]) -> Spans:
    kept: list[Span] = []
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], span[1]))
        else:
            kept.append(span)
    return tuple(kept)


def _sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the mark's neighbours let it open, and let it close."""
    left = text[start - 1] if start else " "
    right = text[end] if end < len(text) else " "
    may_open = bool(_OPENING_CONTEXT.match(left)) and not right.isspace()
    may_close = not left.isspace() and bool(_CLOSING_CONTEXT.match(right))
    return may_open, may_close


def _double_actions(text: str, start: int, end: int, first: bool) -> list[list[Action]]:
    """Costs of what a double mark may be, from outside and from inside."""
    open_cost, close_cost = _GLYPH_COSTS[text[start:end]]
    may_open, may_close = _sides(text, start, end)
    if may_open and not may_close:
        close_cost += _WRONG_SIDE
    if may_close and not may_open:
        open_cost += _WRONG_SIDE
    skip = _INCH_SKIPPED if start and text[start - 1].isdigit() else _SKIPPED
    again = 0.0 if first else _UNBALANCED
    outside: list[Action] = [
        (open_cost, _State.INSIDE),
        (close_cost + _UNBALANCED, _State.OUTSIDE),
        (skip, _State.OUTSIDE),
    ]
    inside: list[Action] = [
        (close_cost, _State.OUTSIDE),
        (open_cost + again, _State.INSIDE),
        (skip, _State.INSIDE),
    ]
    return [outside, inside]


def _single_actions(text: str, start: int, end: int, first: bool) -> list[list[Action]]:
    """Costs of what a single mark may be; most are apostrophes."""
    mark = text[start]
    left = text[start - 1] if start else " "
    right = text[end] if end < len(text) else " "
    stays: list[list[Action]] = [[(0.0, _State.OUTSIDE)], [(0.0, _State.INSIDE)]]
    if left.isalnum() and right.isalnum():
        return stays
    may_open, may_close = _sides(text, start, end)
    if may_open and not left.isalnum() and not right.isdigit() and mark != "’":
        skip = 1.5 if mark in "'" else 4.0
        return [[(0.3, _State.INSIDE), (skip, _State.OUTSIDE)], [(1.0, _State.INSIDE)]]
    if may_close and mark != "‘":
        skip = 0.6 if left.isalnum() else 3.0
        return [[(0.0, _State.OUTSIDE)], [(0.2, _State.OUTSIDE), (skip, _State.INSIDE)]]
    return stays


def _paragraph_actions(text: str, end: int) -> list[list[Action]]:
    """A quotation may end with its paragraph, or go on in the next one."""
    goes_on = text[end : end + 1] in "\"“„«'‘`" if end < len(text) else False
    stays = 0.0 if goes_on else _RUNS_ON
    return [
        [(0.0, _State.OUTSIDE)],
        [(_UNCLOSED, _State.OUTSIDE), (stays, _State.INSIDE)],
    ]


_Actions = Callable[[str, int, int, bool], list[list[Action]]]


def _decode(text: str, pattern: re.Pattern[str], actions: _Actions) -> list[Span]:
    """Cheapest reading of all marks, as spans cut at paragraph ends."""
    events = [match.span() for match in pattern.finditer(text)]
    costs = [0.0, _FOREVER]
    back: list[tuple[int, int]] = []
    previous = 0
    at_paragraph_start = True
    for start, end in events:
        costs[_State.INSIDE] += (start - previous) * _PER_CHARACTER
        is_break = text[start] in "\r\n"
        table = (
            _paragraph_actions(text, end)
            if is_break
            else actions(text, start, end, at_paragraph_start and start == previous)
        )
        reached = [(_FOREVER, 0), (_FOREVER, 0)]
        for state in _State:
            for cost, after in table[state]:
                if costs[state] + cost < reached[after][0]:
                    reached[after] = (costs[state] + cost, int(state))
        costs = [reached[0][0], reached[1][0]]
        back.append((reached[0][1], reached[1][1]))
        previous, at_paragraph_start = end, is_break
    return _spans(text, events, _trace(costs, back))


def _trace(costs: list[float], back: list[tuple[int, int]]) -> list[int]:
    """States before each event and after the last one."""
    state = int(_State.OUTSIDE) if costs[0] <= costs[1] + _UNCLOSED else int(_State.INSIDE)
    states = [state]
    for pointers in reversed(back):
        state = pointers[state]
        states.append(state)
    return states[::-1]


def _spans(text: str, events: list[Span], states: list[int]) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for (start, end), before, after in zip(events, states, states[1:], strict=False):
        is_break = text[start] in "\r\n"
        if is_break:
            if before == _State.INSIDE and opened is not None:
                spans.append((opened, start))
            opened = end if after == _State.INSIDE else None
        elif before == _State.OUTSIDE and after == _State.INSIDE:
            opened = start
        elif before == _State.INSIDE and after == _State.OUTSIDE:
            if opened is not None:
                spans.append((opened, end))
            opened = None
    if states[-1] == _State.INSIDE and opened is not None:
        spans.append((opened, len(text.rstrip())))
    return [span for span in spans if span[1] > span[0]]
