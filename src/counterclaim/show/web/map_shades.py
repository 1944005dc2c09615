"""Shades for numbers of claims: few steps, each some times the one before, with round limits."""

from __future__ import annotations

from typing import NamedTuple

STEPS = 5
_ROUND = tuple(figure * 10**power for power in range(9) for figure in (1, 2, 5))


class Shade(NamedTuple):
    """A step from its least to its most, both included; `css` is its class."""

    css: str
    least: int
    most: int

    @property
    def words(self) -> str:
        """The step as a legend says it."""
        return f"{self.least:,}" if self.least == self.most else f"{self.least:,}–{self.most:,}"


def shades(most: int) -> list[Shade]:
    """Steps from one claim to the most that there are; fewer where there is little to tell apart.

    Claims are spread so unevenly that steps of equal width would leave nearly all areas in the lowest.
    """
    if most < 1:
        return []
    limits = [1]
    for step in range(1, STEPS):
        limit = most ** (step / STEPS)
        limits.append(max((figure for figure in _ROUND if figure <= limit), default=1))
    firsts = sorted(set(limits))
    lasts = [*(limit - 1 for limit in firsts[1:]), most]
    skipped = STEPS - len(firsts)
    return [
        Shade(f"is-s{at + 1 + skipped}", least, last)
        for at, (least, last) in enumerate(zip(firsts, lasts, strict=True))
    ]


def shade_of(claims: int, steps: list[Shade]) -> str:
    """The class of a number of claims."""
    return next((step.css for step in reversed(steps) if claims >= step.least), "")
