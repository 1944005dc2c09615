"""Which cards stand beside which row, and what of a long speech stands beside later rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.show.card import Card
from counterclaim.show.meaning_view import MeaningView


class Continued(NamedTuple):
    """Claims of an attribution whose card stands beside an earlier row, named by its speaker."""

    number: int
    name: str
    href: str
    glance: list[MeaningView]


class Margin(NamedTuple):
    """What stands beside one row."""

    continued: list[Continued]
    cards: list[Card]


def margins(placed: Iterable[tuple[int, Card]], starts: Sequence[int]) -> list[Margin]:
    """The margin of each row, whose starts are given; each card comes with the offset it belongs at.

    A claim's badges stand beside the row in which its words begin.
    """
    found = [Margin([], []) for _ in starts]
    for place, card in placed:
        home = _row_at(place, starts)
        later: dict[int, list[MeaningView]] = {}
        for meaning in card.glance:
            later.setdefault(max(home, _row_at(meaning.start, starts)), []).append(meaning)
        found[home].cards.append(card._replace(glance=later.pop(home, [])))
        for row, glance in later.items():
            found[row].continued.append(Continued(card.number, card.who.name, "#" + card.id, glance))
    return found


def _row_at(place: int, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, place) - 1)
