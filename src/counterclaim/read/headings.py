"""Headlines and subheadings keep to themselves.

A heading between two paragraphs of a quotation is the outlet's, and the
network, which sees no layout but breaks, sometimes takes it along.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from counterclaim.model.span import Spans
from counterclaim.read.found import Found
from counterclaim.read.words import Ints, Words


def keep_headings_apart(words: Words, found: list[Found], headings: Spans) -> list[Found]:
    """Attributions without words of headings that their cue does not stand in."""
    if not headings or not len(words):
        return found
    heading = np.zeros(len(words), dtype=np.int64)
    for number, (start, end) in enumerate(headings, start=1):
        first = int(np.searchsorted(words.starts, start))
        heading[first : int(np.searchsorted(words.ends, end, side="right"))] = number
    return [kept for item in found if (kept := _apart(item, heading)) is not None]


def _apart(item: Found, heading: Ints) -> Found | None:
    """The attribution less other headings' words, or None if no content is left."""
    own = heading[item.anchor]
    source, cue, content = (
        tuple(word for word in role if heading[word] == own) for role in (item.source, item.cue, item.content)
    )
    return replace(item, source=source, cue=cue, content=content) if content else None
