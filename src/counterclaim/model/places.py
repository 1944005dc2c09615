"""Places that claims name, and how many do."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.listing import ClaimRow


class PlaceKind(StrEnum):
    """How exactly a place is known; what is in no table, or one of several of its name, is not placed."""

    COUNTRY = "country"
    SETTLEMENT = "settlement"
    REGION = "region"
    FEATURE = "feature"
    NOT_PLACED = "not placed"


class NamedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place, and how many claims name it, copies folded.

    `key` names it in addresses.  `country` is ISO 3166-1 alpha-2; degrees (WGS 84) are those of the middle
    of a settlement, else None; `reason` says why something is not placed.
    """

    key: str
    kind: PlaceKind
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    reason: str | None
    claims: int


class NamedPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """All places that claims name, those that most name first; `claims` counts claims that name any."""

    places: tuple[NamedPlace, ...]
    claims: int


class PlacePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the claims that name a place, the newest first.

    `total` counts those of all its pages.  `parties` are those whose claims name it with how many do, the
    most first; None stands for claims of no party that is known.
    """

    place: NamedPlace
    rows: tuple[ClaimRow, ...]
    total: int
    parties: tuple[tuple[str | None, int], ...]
