"""Places that claims name: how many name each, and who says what of one.

A claim counts once for a place however often it names it.  It counts for what it names and nothing else:
one that names a city does not count for the state around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.errors import UnknownId
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.named_places import PlaceRead
from counterclaim.model.places import NamedPlace, NamedPlaces, PlaceKind, PlacePage


class Places:
    """All places that claims of a ledger name; to be kept for as long as lists show the same claims."""

    def __init__(self, ledger: Ledger) -> None:
        keys: dict[PlaceRead, str] = {}
        first: dict[str, PlaceRead] = {}
        claims = 0
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, places in ledger.places_named():
            claims += 1
            for place in places:
                if place not in keys:
                    keys[place] = key_of(place)
                    first.setdefault(keys[place], place)
            for key in dict.fromkeys(keys[place] for place in places):
                self._rows[key].append(row)
        every = [_named(key, place, len(self._rows[key])) for key, place in first.items()]
        every.sort(key=lambda one: (-one.claims, one.name, one.key))
        self._by_key = {one.key: one for one in every}
        self.named = NamedPlaces(places=tuple(every), claims=claims)

    def place(self, key: str) -> NamedPlace:
        """The place of a key; UnknownId where no claim names such a place."""
        found = self._by_key.get(key)
        if found is None:
            raise UnknownId(key, "no claim names a place of that key", "Choose one of the map's lists")
        return found

    def rows(self, key: str) -> Sequence[int]:
        """Rows of the claims that name it, the newest first."""
        return self._rows[key]


def key_of(place: PlaceRead) -> str:
    """What a place is called in addresses: how exactly it is known, its state, name and degrees."""
    kind = kind_of(place)
    if kind is PlaceKind.COUNTRY:
        return f"country:{place.country}"
    if kind is PlaceKind.SETTLEMENT:
        return f"settlement:{place.country or ''}:{place.name}:{place.latitude:.2f},{place.longitude:.2f}"
    return f"{kind.value.replace(' ', '-')}:{place.country or ''}:{place.name}"


def kind_of(place: PlaceRead) -> PlaceKind:
    """How exactly a place is known: a settlement without degrees, or a doubtful name, is not placed."""
    if place.precision is None or place.reason is not None:
        return PlaceKind.NOT_PLACED
    kind = PlaceKind(place.precision)
    lacks_degrees = kind is PlaceKind.SETTLEMENT and (place.latitude is None or place.longitude is None)
    lacks_code = kind is PlaceKind.COUNTRY and not place.country
    return PlaceKind.NOT_PLACED if lacks_degrees or lacks_code else kind


def place_page(
    ledger: Ledger, places: Places, key: str, party: str | None, limit: int, offset: int
) -> PlacePage:
    """A page of the claims that name a place, of one party alone where it is asked for; UnknownId."""
    place, rows = places.place(key), places.rows(key)
    kept = rows if party is None else ledger.rows_of_party(rows, party)
    return PlacePage(
        place=place,
        rows=tuple(ledger.claims_in(kept[offset : offset + limit])),
        total=len(kept),
        parties=tuple(ledger.parties_of(rows)),
    )


def _named(key: str, place: PlaceRead, claims: int) -> NamedPlace:
    return NamedPlace(
        key=key,
        kind=kind_of(place),
        name=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        reason=place.reason,
        claims=claims,
    )
