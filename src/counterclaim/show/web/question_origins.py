"""Where the answers to a question were printed: outlets, and the texts that they carried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from counterclaim.model.detail import OriginShown
from counterclaim.model.listing import DocumentRow
from counterclaim.show.report.words import counted, day_words
from counterclaim.show.visible import one_line

MOST = 40  # origins in the list


class CarrierView(NamedTuple):
    """An outlet that carried a text; `is_origin` says that it began there, as far as the ledger can tell."""

    outlet: str
    day: str
    href: str
    is_origin: bool


class OriginView(NamedTuple):
    """One text and its carriers."""

    title: str
    href: str
    facts: str
    agency: str
    carriers: list[CarrierView]


class OutletView(NamedTuple):
    """An outlet, and of how many origins it carried a text; a text without one stands by itself."""

    name: str
    origins: str
    href: str


def origin_views(origins: Sequence[OriginShown]) -> list[OriginView]:
    """The texts that most answers stand in first."""
    return [_origin(one) for one in origins[:MOST] if one.carriers]


def outlets_of(origins: Sequence[OriginShown]) -> list[OutletView]:
    """The outlets, those that carried most origins first."""
    many: Counter[str] = Counter()
    ways: dict[str, str] = {}
    for one in origins:
        many.update({outlet_name(row) for row in one.carriers})
        ways.update((outlet_name(row), _way(row)) for row in one.carriers)
    return [OutletView(name, counted(count, "origin"), ways[name]) for name, count in many.most_common()]


def _way(row: DocumentRow) -> str:
    outlet = one_line(row.publisher or "")
    return f"outlets/{quote(outlet, safe='')}" if outlet else f"documents/{row.id}"


def outlet_count(origins: Sequence[OriginShown]) -> int:
    """How many outlets carried any of the texts."""
    return len({outlet_name(row) for one in origins for row in one.carriers})


def outlet_name(row: DocumentRow) -> str:
    """Who published a document; its own title where that is not known."""
    return one_line(row.publisher or row.title)


def _origin(one: OriginShown) -> OriginView:
    first = next((row for row in one.carriers if row.id == one.origin), one.carriers[0])
    return OriginView(
        title=one_line(first.title),
        href=f"documents/{first.id}",
        facts=counted(one.answers, "answer"),
        agency=one_line(first.agency or ""),
        carriers=[
            CarrierView(
                outlet_name(row), day_words(row.published), f"documents/{row.id}", row.id == one.origin
            )
            for row in one.carriers
        ],
    )
