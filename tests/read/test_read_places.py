"""Places that a claim names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model.meaning import Place, Precision
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Parse
from counterclaim.read.places.find import find_places

KNOWN = Aliases.packaged()
Parses = Callable[[str], Parse]


def places(parse: Parses, text: str) -> dict[str, Place]:
    found = find_places(parse(text), ((0, len(text)),), KNOWN)
    return {text[place.span[0] : place.span[1]]: place for place in found}


def test_a_settlement_has_its_state_and_coordinates(parse: Parses) -> None:
    place = places(parse, "The minister said that the bridge in Kyiv was closed.")["Kyiv"]
    assert (place.name, place.country, place.precision) == ("Kyiv", "UA", Precision.SETTLEMENT)
    assert place.latitude == pytest.approx(50.45, abs=0.1)
    assert place.longitude == pytest.approx(30.52, abs=0.1)
    assert place.reason is None


def test_another_spelling_is_the_same_settlement(parse: Parses) -> None:
    place = places(parse, "Trains from Kharkov to Odessa were late, the ministry in Kiev said.")["Kharkov"]
    assert (place.name, place.country) == ("Kharkiv", "UA")


def test_a_state_is_no_point(parse: Parses) -> None:
    place = places(parse, "She said troops would leave Belarus on Sunday.")["Belarus"]
    assert (place.country, place.precision) == ("BY", Precision.COUNTRY)
    assert (place.latitude, place.longitude) == (None, None)


def test_part_of_a_state_is_a_region(parse: Parses) -> None:
    place = places(parse, "He said the harvest in Bavaria had failed.")["Bavaria"]
    assert (place.country, place.precision, place.latitude) == ("DE", Precision.REGION, None)


def test_peoples_and_adjectives_are_no_places(parse: Parses) -> None:
    assert places(parse, "Russian officials and the Germans said that they would wait.") == {}


def test_the_words_behind_settle_a_common_name(parse: Parses) -> None:
    found = places(parse, "The factory in Springfield, Illinois, will close, the company said.")
    assert (found["Springfield"].country, found["Springfield"].latitude) == (
        "US",
        pytest.approx(39.8, abs=0.1),
    )


def test_a_common_name_without_a_hint_has_no_coordinates_and_says_so(parse: Parses) -> None:
    place = places(parse, "The factory in Springfield will close, the company said.")["Springfield"]
    assert (place.latitude, place.longitude) == (None, None)
    assert place.reason is not None
    assert place.reason.startswith("one of")


def test_the_rest_of_the_document_tells_which_georgia(parse: Parses) -> None:
    home = "Voters in Ohio and Florida waited for hours. Officials said the count in Georgia would go on."
    abroad = "The minister in Tbilisi spoke of Abkhazia. She said that talks in Georgia would go on."
    alone = "She said that talks in Georgia would go on."
    assert places(parse, home)["Georgia"].country == "US"
    assert places(parse, abroad)["Georgia"].country == "GE"
    assert places(parse, alone)["Georgia"].country is None
    assert places(parse, alone)["Georgia"].reason


def test_a_great_city_wins_over_small_namesakes(parse: Parses) -> None:
    place = places(parse, "The talks in Paris ended without a result, he said.")["Paris"]
    assert (place.country, place.latitude) == ("FR", pytest.approx(48.9, abs=0.1))


def test_only_places_inside_the_spans_count(parse: Parses) -> None:
    text = "In Oslo the minister said that the road to Bergen was open."
    start = text.index("that")
    found = find_places(parse(text), ((start, len(text)),), KNOWN)
    assert [text[place.span[0] : place.span[1]] for place in found] == ["Bergen"]


WORDS = st.sampled_from(
    [
        *"In to the Kyiv Georgia Paris , . Springfield Illinois Russian Germans said ’s 's".split(),
        *"Washington D.C. U.S. Ohio — Quill".split(),
        "\n",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=20), cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_spans_lie_in_the_claim_and_points_on_the_globe(
    parse: Parses, words: list[str], cut: tuple[int, int]
) -> None:
    text = " ".join(words)
    span = (min(min(cut), len(text)), min(max(cut), len(text)))
    found = find_places(parse(text), (span,), KNOWN)
    assert list(found) == sorted(found, key=lambda place: place.span)
    for place in found:
        assert span[0] <= place.span[0] < place.span[1] <= span[1]
        assert (place.latitude is None) == (place.longitude is None)
        assert place.latitude is None or (abs(place.latitude) <= 90 and place.reason is None)
