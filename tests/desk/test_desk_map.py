"""The map of places that claims name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient

from counterclaim.adding import add_all
from counterclaim.desk.pages import map as page
from counterclaim.fetch.files import captures
from counterclaim.inquiry.places import Places, key_of, kind_of
from counterclaim.ledger.ledger import open_ledger
from counterclaim.ledger.named_places import PlaceRead
from counterclaim.model.places import PlaceKind

TEXT = """The spokesman of the French foreign ministry said on Tuesday that the talks in Paris had failed.

The German chancellor said that the border between Ukraine and Poland would stay open.

The Ukrainian president said that the bridge in Kyiv was safe, and that Kyiv would rebuild it.

The Ukrainian president said that a train from Kyiv had reached Paris.

The Russian ministry of defence said that ships had left the Black Sea for Crimea.

The mayor said that a ship had reached Singapore.

The mayor said that no ship had passed the Corrave Strait.
"""


@pytest.fixture(scope="module")
def place_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one text that names states, cities, a region, a sea and a place of no table."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "places.txt").write_text(TEXT)
    with open_ledger(folder / "places.db", create=True) as held:
        list(add_all(captures([str(folder / "places.txt")]), held))
    return folder / "places.db"


@pytest.fixture(scope="module")
def client(place_ledger: Path) -> Iterator[TestClient]:
    """A desk on it."""
    with open_desk(place_ledger, read_only=True) as client:
        yield client


@pytest.fixture(scope="module")
def places(place_ledger: Path) -> Places:
    """Its places."""
    with open_ledger(place_ledger, read_only=True) as held:
        return Places(held)


def wide_of(text: str) -> str:
    """The drawing for wide screens."""
    return text[text.index('<svg class="for-wide"') : text.index('<svg class="for-narrow"')]


def test_a_claim_counts_once_for_a_place_that_it_names_twice(places: Places) -> None:
    kyiv = next(one for one in places.named.places if one.name == "Kyiv")
    assert kyiv.kind is PlaceKind.SETTLEMENT
    assert kyiv.claims == len(set(places.rows(kyiv.key)))


def test_a_claim_that_names_a_city_does_not_count_for_its_state(places: Places) -> None:
    assert "country:FR" not in {one.key for one in places.named.places}
    assert any(one.name == "Paris" for one in places.named.places)


def test_a_state_is_an_area_and_a_city_a_mark(client: TestClient) -> None:
    drawing = wide_of(client.get("/map?view=world").text)
    assert re.search(
        r'<a href="/map\?place=country:UA"[^>]*><title>Ukraine: 1 claim</title><path class="area', drawing
    )
    assert re.search(
        r'<a href="/map\?place=settlement:UA:Kyiv[^"]*"[^>]*><title>Kyiv: [^<]+</title><circle class="city"',
        drawing,
    )
    assert not re.search(r"place=country:UA[^>]*><title>[^<]*</title><circle", drawing)


def test_a_state_too_small_to_see_gets_a_ring(client: TestClient) -> None:
    drawing = wide_of(client.get("/map?view=world").text)
    assert re.search(r'place=country:SG"[^>]*><title>[^<]+</title><circle class="area [^"]*is-ring"', drawing)


def test_crimea_is_an_area_of_its_own_and_shades_no_state(client: TestClient) -> None:
    drawing = wide_of(client.get("/map").text)
    assert re.search(
        r'<a href="/map\?place=region:UA:Crimea"[^>]*><title>Crimea: 1 claim</title><path class="area',
        drawing,
    )
    assert 'class="apart"' in drawing
    assert "place=country:RU" not in drawing


def test_a_sea_is_listed_and_not_drawn(client: TestClient) -> None:
    text = client.get("/map").text
    assert "place=feature::Black+Sea" in text
    assert "Black+Sea" not in wide_of(text)


def test_a_name_of_no_table_is_listed_as_not_placed(client: TestClient) -> None:
    text = client.get("/map?kind=not-placed").text
    assert "Corrave Strait" in text
    assert "not in the table of places" in text


def test_every_place_of_the_drawing_stands_in_the_lists_for_the_keyboard(client: TestClient) -> None:
    text = client.get("/map?view=world").text
    lists = text[text.index('class="places-all"') :]
    drawn = set(re.findall(r'<a href="(/map\?place=[^"]+)"', wide_of(text)))
    assert drawn
    assert all(f'href="{href}"' in lists for href in drawn)
    assert 'tabindex="-1"' in wide_of(text)
    assert '<svg class="for-wide"' in text
    assert 'aria-hidden="true"' in text[text.index('<svg class="for-wide"') :][:200]


def test_a_place_leads_to_the_claims_that_name_it_with_receipts(client: TestClient, places: Places) -> None:
    kyiv = next(one for one in places.named.places if one.name == "Kyiv")
    text = client.get("/map", params={"place": kyiv.key}).text
    assert text.count('class="say"') == kyiv.claims
    assert re.search(r'href="/documents/d[0-9a-f]{16}[^"]*#c[0-9a-f]{16}"', text)
    assert "50.45° N" in text
    assert 'class="city is-here"' in text


def test_the_claims_of_one_party_alone_can_be_asked_for(client: TestClient, places: Places) -> None:
    key = next(one.key for one in places.named.places if one.name == "Paris")
    of_ukraine = client.get("/map", params={"place": key, "party": "Ukraine"}).text
    assert of_ukraine.count('class="say"') == 1
    assert "train from Kyiv had reached Paris" in of_ukraine
    assert (
        "No claim of <bdi>“Nobody”</bdi>" in client.get("/map", params={"place": key, "party": "Nobody"}).text
    )


def test_a_place_that_is_not_drawn_has_its_claims_all_the_same(client: TestClient) -> None:
    text = client.get("/map", params={"place": "feature::Black Sea"}).text
    assert '<svg class="for-wide"' not in text
    assert 'class="say"' in text


def test_a_place_that_no_claim_names_is_not_found(client: TestClient) -> None:
    assert client.get("/map", params={"place": "country:BR"}).status_code == 404
    assert client.get("/map", params={"place": "<script>"}).status_code == 404
    assert client.get("/map", params={"kind": "planets"}).status_code == 422


def test_the_page_says_where_the_outlines_come_from_and_takes_no_side(client: TestClient) -> None:
    text = client.get("/map").text
    assert "Natural Earth 4.1.0 of 2018" in text
    assert "says nothing about whose a place is" in text


def test_long_lists_are_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_PLACES", 1)
    first, second = (client.get(f"/map?kind=settlements&page={at}").text for at in (1, 2))
    name = re.compile(r'<th scope="row"><a href="[^"]+"><bdi>(.*?)</bdi>')
    assert {*name.findall(first), *name.findall(second)} == {"Kyiv", "Paris"}


def test_a_ledger_without_places_has_no_map(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    with open_desk(path) as client:
        text = client.get("/map").text
    assert "No claim of this ledger names a place" in text
    assert '<svg class="for-wide"' not in text


def test_a_story_of_places_in_no_table_has_a_world_without_shades(desk: TestClient) -> None:
    text = desk.get("/map").text
    assert "Corrave Strait" in text
    assert '<path class="area' not in wide_of(text)


def test_a_claim_added_later_is_on_the_map(tmp_path: Path, place_ledger: Path) -> None:
    path = tmp_path / "more.db"
    path.write_bytes(place_ledger.read_bytes())
    with open_desk(path) as client:
        assert "country:BR" not in client.get("/map").text
        (tmp_path / "more.txt").write_text("The president said that Brazil would sell more sugar.")
        with open_ledger(path) as held:
            list(add_all(captures([str(tmp_path / "more.txt")]), held))
        assert "country:BR" in client.get("/map").text


def test_only_what_is_plain_is_placed() -> None:
    def read(**values: object) -> PlaceKind:
        return kind_of(PlaceRead(name="X", **values))  # type: ignore[arg-type]

    assert read(country="FR", precision="country") is PlaceKind.COUNTRY
    assert read(precision="country") is PlaceKind.NOT_PLACED
    assert read(country="US", precision="settlement") is PlaceKind.NOT_PLACED
    assert read(precision="settlement", latitude=1.0, longitude=2.0) is PlaceKind.SETTLEMENT
    assert read(country="FR", precision="country", reason="one of 2") is PlaceKind.NOT_PLACED
    assert read() is PlaceKind.NOT_PLACED


def test_two_settlements_of_one_name_and_state_are_two_places() -> None:
    one = PlaceRead(name="Springfield", country="US", precision="settlement", latitude=39.8, longitude=-89.64)
    other = PlaceRead(
        name="Springfield", country="US", precision="settlement", latitude=37.2, longitude=-93.3
    )
    assert key_of(one) != key_of(other)
