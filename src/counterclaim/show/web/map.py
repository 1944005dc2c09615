"""The map of places that claims name, and the list of claims that name one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from counterclaim.model.places import NamedPlace, NamedPlaces, PlaceKind, PlacePage
from counterclaim.show.chart.drawing import Drawing
from counterclaim.show.report.claim import claim_view
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.map_drawing import Drawn, Most, drawing
from counterclaim.show.web.map_outlines import outlines
from counterclaim.show.web.map_plane import Plane
from counterclaim.show.web.map_projection import WORLD, View
from counterclaim.show.web.map_shades import Shade, shades
from counterclaim.show.web.map_view import area_of, close_view, view_of
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

# Of drawings for wide and for narrow screens: px across, and px from top to bottom at least and at most.
_SIZES = (960, 420, 600), (350, 280, 380)
_WORLD_SIZES = (960, 0, 600), (350, 0, 380)
_SMALL_SIZES = (560, 240, 340), (350, 170, 260)  # of those that show where one place lies
_CLOSER = 0.6  # of what is named lies on the drawing for narrow screens
_WIDE, _NARROW = Most(marks=120, labels=40, links=True), Most(marks=60, labels=12, links=False)
_MOST_LISTED = 20  # places of a kind beside the map; all stand in a list of their own
_MOST_PARTIES = 10
_LONGEST = 40  # code points of a party's name
KINDS = {
    "states": (PlaceKind.COUNTRY, "States", "drawn as areas"),
    "settlements": (PlaceKind.SETTLEMENT, "Settlements", "drawn as points"),
    "regions": (PlaceKind.REGION, "Regions", "areas; few have an outline here"),
    "features": (PlaceKind.FEATURE, "Seas, rivers and the like", "without an outline here"),
    "not-placed": (PlaceKind.NOT_PLACED, "Not placed", "in no table, or one of several of the name"),
}
"""Kinds of places by their names in addresses: what they are called, and how exactly they are shown."""
_WHAT = {
    PlaceKind.COUNTRY: "a state",
    PlaceKind.SETTLEMENT: "a settlement",
    PlaceKind.REGION: "a region",
    PlaceKind.FEATURE: "a stretch of land or water",
    PlaceKind.NOT_PLACED: "a name that is not placed",
}


Size = tuple[int, int, int]


class PlaceView(NamedTuple):
    """A place in a list; `where` is the state that it lies in, or why it is not placed."""

    name: str
    href: str
    claims: int
    where: str


class ListView(NamedTuple):
    """The places of one kind, the first of them; `more` leads to all."""

    id: str
    name: str
    how: str
    number: int
    places: list[PlaceView]
    more: str


class Charts(NamedTuple):
    """A map for wide and for narrow screens."""

    wide: Drawing
    narrow: Drawing


class PartyView(NamedTuple):
    """Whose claims name a place, and how many."""

    name: str
    claims: int
    href: str
    is_shown: bool


def map_page(shell: Shell, found: NamedPlaces, whole_world: bool) -> str:
    """The map of all places, where most of them lie or the whole world, and their lists."""
    close, closer = close_view(found.places), close_view(found.places, _CLOSER)
    views = (WORLD, WORLD) if whole_world or close is None else (close, closer or close)
    steps = shades(max((one.claims for one in found.places if area_of(one)), default=0))
    drawn = Drawn(found.places, [_href(one) for one in found.places], steps)
    return html(
        "map",
        shell,
        "map",
        claims=found.claims,
        charts=_charts(drawn, views, _WORLD_SIZES if views[0].is_world else _SIZES) if found.places else None,
        shades=steps,
        lists=[_list(kind, found.places, _MOST_LISTED) for kind in KINDS],
        is_world=views[0].is_world,
        has_close=close is not None,
    )


def kind_page(shell: Shell, found: NamedPlaces, kind: str, paging: Paging) -> str:
    """A page of the list of all places of one kind."""
    listed = _list(kind, found.places, None)
    shown = listed._replace(places=listed.places[paging.start : paging.end])
    return html("places", shell, "map", listed=shown, paging=paging)


def place_page(shell: Shell, found: PlacePage, party: str, paging: Paging) -> str:
    """A page of the claims that name one place."""
    place = found.place
    view = view_of(place)
    drawn = Drawn([place], [_href(place)], [Shade("is-s3", 1, place.claims)], here=place.key)
    return html(
        "place",
        shell,
        "map",
        name=one_line(place.name),
        facts=_facts(place),
        charts=_charts(drawn, (view, view), _SMALL_SIZES) if view else None,
        parties=_parties(found, party),
        party=one_line(party),
        every=_href(place),
        views=[claim_view(row, RECEIPTS) for row in found.rows],
        paging=paging,
    )


def number_of_kind(found: NamedPlaces, kind: str) -> int:
    """How many places of a kind there are."""
    return sum(one.kind is KINDS[kind][0] for one in found.places)


def _charts(drawn: Drawn, views: tuple[View, View], sizes: tuple[Size, Size]) -> Charts:
    wide, narrow = (Plane.of_width(view, *size) for view, size in zip(views, sizes, strict=True))
    return Charts(drawing(drawn, wide, _WIDE), drawing(drawn, narrow, _NARROW))


def _list(kind: str, places: Sequence[NamedPlace], most: int | None) -> ListView:
    sort, name, how = KINDS[kind]
    some = [one for one in places if one.kind is sort]
    more = f"/map?kind={kind}" if most is not None and len(some) > most else ""
    return ListView(kind, name, how, len(some), [_place(one) for one in some[:most]], more)


def _place(place: NamedPlace) -> PlaceView:
    return PlaceView(one_line(place.name), _href(place), place.claims, _where(place))


def _where(place: NamedPlace) -> str:
    if place.kind is PlaceKind.NOT_PLACED:
        return one_line(place.reason or "no degrees in the table of places")
    if place.kind is PlaceKind.COUNTRY:
        return "" if area_of(place) else "no outline here"
    return _state(place)


def _state(place: NamedPlace) -> str:
    area = outlines().by_code.get(place.country or "")
    return area.name if area else place.country or ""


def _href(place: NamedPlace, party: str = "") -> str:
    return "/map?" + urlencode({"place": place.key, **({"party": party} if party else {})}, safe=":,")


def _facts(place: NamedPlace) -> list[str]:
    """What is known of a place, and how it is shown."""
    state = _state(place) if place.kind is not PlaceKind.COUNTRY else ""
    facts = [_WHAT[place.kind] + (f" in {state}" if state else "")]
    if place.kind is PlaceKind.NOT_PLACED:
        return [facts[0], one_line(place.reason or "no degrees in the table of places")]
    if place.latitude is not None and place.longitude is not None:
        facts.append(f"its middle at {_degrees(place.latitude, 'NS')}, {_degrees(place.longitude, 'EW')}")
    elif area_of(place) is None:
        facts.append("no outline here, so it is not drawn")
    return facts


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.2f}° {signs[0] if value >= 0 else signs[1]}"


def _parties(found: PlacePage, party: str) -> list[PartyView]:
    return [
        PartyView(shortened(one_line(name), _LONGEST), claims, _href(found.place, name), name == party)
        for name, claims in found.parties
        if name is not None
    ][:_MOST_PARTIES]
