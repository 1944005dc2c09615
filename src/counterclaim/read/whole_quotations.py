"""A quotation has no gaps.

Where the network gives most of a quotation to one cue that stands outside it,
the words that it left out between are the same speaker's.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from counterclaim.read.found import Found
from counterclaim.read.words import Words

MOST = (
    0.6  # share of a quotation's words; on PolNeAR dev this adds exact contents and changes no other figure
)


def complete_quotations(words: Words, found: list[Found]) -> list[Found]:
    """Attributions without gaps in quotations of which they hold most."""
    starts = np.array([start for start, _ in words.quotes], dtype=np.int64)
    first = np.searchsorted(words.starts, starts)
    last = np.searchsorted(
        words.ends, np.array([end for _, end in words.quotes], dtype=np.int64), side="right"
    )
    return [_complete(item, first, last) for item in found]


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
