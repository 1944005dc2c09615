"""Attributions inside attributions: their numbers, and who stands in whom."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from counterclaim.model.reading import Attribution


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution with its number in reading order and its place in the tree.

    `inside` is the number of the attribution that holds it, or None; `depth`
    counts how many hold it.
    """

    attribution: Attribution
    number: int
    inside: int | None
    depth: int


def in_tree_order(attributions: Sequence[Attribution]) -> list[Placed]:
    """Every attribution once, each right after the one that holds it.

    Numbers follow the order given, from 1.  One whose parent is missing, or
    that stands in itself by way of others, is shown as standing alone.
    """
    numbers = {attribution.id: number for number, attribution in enumerate(attributions, start=1)}
    children: dict[int | None, list[int]] = {}
    for number, attribution in enumerate(attributions, start=1):
        children.setdefault(numbers.get(attribution.parent or ""), []).append(number)
    placed: dict[int, Placed] = {}
    for root in (*children.get(None, []), *range(1, len(attributions) + 1)):
        _descend(root, attributions, children, placed)
    return list(placed.values())


def _descend(
    root: int,
    attributions: Sequence[Attribution],
    children: dict[int | None, list[int]],
    placed: dict[int, Placed],
) -> None:
    """Place a root and all that it holds; a loop, as chains may be deeper than the stack."""
    waiting: list[tuple[int, int | None, int]] = [(root, None, 0)]
    while waiting:
        number, inside, depth = waiting.pop()
        if number in placed:
            continue
        placed[number] = Placed(
            attribution=attributions[number - 1], number=number, inside=inside, depth=depth
        )
        waiting.extend((child, number, depth + 1) for child in reversed(children.get(number, [])))
