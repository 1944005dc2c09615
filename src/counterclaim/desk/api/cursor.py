"""Where a page of a list ended, as an opaque word that the address of the next page carries.

A list in an order of its own has a place as its cursor: the values that it is ordered by, so that
nothing is told twice or left out when documents are added between two pages.  Questions and what
follows from them are made anew with every document, so their order may change altogether: their
cursor is the last item told and how many came before it, and the next page goes on behind that item
wherever it stands now.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from types import GenericAlias
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec

from counterclaim.errors import UnknownId

T = TypeVar("T")
Number = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
LONGEST = 2_000  # characters of a cursor
_LOOKED_THROUGH = 1_000  # items at once, where the last one told is looked for


class Item(NamedTuple):
    """The last item that was told, and how many items of the list had been told with it."""

    told: int
    key: str


def written(list_: str, place: Sequence[object]) -> str:
    """A place in a list of this name as a word that addresses can carry."""
    return base64.urlsafe_b64encode(msgspec.json.encode([list_, *place])).decode().rstrip("=")


def read(cursor: str | None, list_: str, *types: Any) -> tuple[Any, ...] | None:
    """The values of a cursor of this list, None without one; UnknownId where it is none of this list."""
    if cursor is None:
        return None
    try:
        data = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        name, *place = msgspec.json.decode(data, type=GenericAlias(tuple, (str, *types)))
        if name != list_:
            raise ValueError(name)
    except (ValueError, RecursionError) as error:  # what base64 and msgspec raise are both ValueErrors
        raise UnknownId(
            "cursor", "no page of this list goes on there", "Take the address from the Link header"
        ) from error
    return tuple(place)


def behind(
    cursor: str | None,
    list_: str,
    limit: int,
    stretch: Callable[[int, int], Sequence[T]],
    key: Callable[[T], str],
) -> tuple[list[T], str | None]:
    """Up to `limit` items behind a cursor, and the cursor of the last one if more follow.

    `stretch` gives so many items from an offset on; `key` tells items apart.
    """
    place = read(cursor, list_, Count, str)
    start = 0 if place is None else _start(Item(*place), stretch, key)
    found = list(stretch(limit + 1, start))
    more = len(found) > limit
    page = found[:limit]
    return page, written(list_, (start + limit, key(page[-1]))) if more else None


def _start(last: Item, stretch: Callable[[int, int], Sequence[T]], key: Callable[[T], str]) -> int:
    """How many items come up to the last one told, now; as many as then where it is gone."""
    there = stretch(1, last.told - 1) if last.told else ()
    if there and key(there[0]) == last.key:
        return last.told
    offset = 0
    while some := stretch(_LOOKED_THROUGH, offset):
        found = next((at for at, one in enumerate(some) if key(one) == last.key), None)
        if found is not None:
            return offset + found + 1
        offset += len(some)
    return last.told
