"""A quotation has no gaps.

Where the network gives most of a quotation to one cue that stands outside it,
the words that it left out between are the same speaker's.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from counterclaim.model.span import Span, Spans
from counterclaim.read.found import Found
from counterclaim.read.words import Words

CLOSING = "\"'”’»“‘"  # marks that may end a quotation, in one language or another
# Share of a quotation's words; on PolNeAR dev filling gaps changes no figure by more than a hit.
MOST = 0.6


def complete_quotations(text: str, words: Words, found: list[Found]) -> list[Found]:
    """Attributions without gaps in quotations of which they hold most."""
    whole = _across_paragraphs(text, words.quotes)
    starts = np.array([start for start, _ in whole], dtype=np.int64)
    ends = np.array([end for _, end in whole], dtype=np.int64)
    first = np.searchsorted(words.starts, starts)
    last = np.searchsorted(words.ends, ends, side="right")
    return [_complete(item, first, last) for item in found]


def _across_paragraphs(text: str, quotes: Spans) -> list[Span]:
    """Quotations with those joined that run over several paragraphs: no mark closes the earlier one."""
    joined: list[Span] = []
    for start, end in quotes:
        goes_on = (
            joined and text[joined[-1][1] - 1] not in CLOSING and not text[joined[-1][1] : start].strip()
        )
        if goes_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _complete(item: Found, first: np.ndarray, last: np.ndarray) -> Found:
    """One attribution with the gaps in quotations near its content filled."""
    content = set(item.content)
    near = range(
        int(np.searchsorted(last, item.content[0], side="right")),
        int(np.searchsorted(first, item.content[-1], side="right")),
    )
    for place in near:
        quoted = range(int(first[place]), int(last[place]))
        held = sum(word in content for word in quoted)
        others = item.anchor in quoted or any(word in quoted for word in (*item.source, *item.cue))
        if MOST * len(quoted) <= held < len(quoted) and not others:
            inside = [word for word in quoted if word in content]
            content.update(range(inside[0], inside[-1]))
    return item if len(content) == len(item.content) else replace(item, content=tuple(sorted(content)))
