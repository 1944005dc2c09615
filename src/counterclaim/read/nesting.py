"""Which attribution stands inside the content of which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from counterclaim.read.found import Found

INSIDE = 0.6  # share of a nested attribution's content that its parent must hold


def parents(found: list[Found]) -> list[int | None]:
    """For each attribution the index of the smallest one that holds it, or None.

    `found` is ordered by anchor.  One holds another if the latter's anchor and
    cue and most of its content lie in the content of the former.  Of two that
    hold each other neither is nested.  A holder is always the longer one, so that no
    attribution can stand inside itself by way of others.
    """
    anchors = [item.anchor for item in found]
    contents = [frozenset(item.content) for item in found]
    holders: list[set[int]] = [set() for _ in found]
    for outer, item in enumerate(found):
        first = bisect_left(anchors, item.content[0])
        last = bisect_right(anchors, item.content[-1])
        for inner in range(first, last):
            longer = len(contents[outer]) > len(contents[inner])
            if inner != outer and longer and _holds(contents[outer], found[inner]):
                holders[inner].add(outer)
    chosen: list[int | None] = []
    for inner, outers in enumerate(holders):
        plain = [outer for outer in outers if inner not in holders[outer]]
        chosen.append(min(plain, key=lambda outer: (len(contents[outer]), outer)) if plain else None)
    return chosen


def _holds(content: frozenset[int], inner: Found) -> bool:
    if inner.anchor not in content or not content.issuperset(inner.cue):
        return False
    return sum(word in content for word in inner.content) >= INSIDE * len(inner.content)
