"""The party of a source's description."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.party import party_of
from counterclaim.read.names.same import same_party

KNOWN = Aliases.packaged()


@pytest.mark.parametrize(
    ("words", "party"),
    [
        # States: their ministries, forces, officials, and who is theirs.
        ("Russian Foreign Ministry", "Russia"),
        ("Putin's spokesman", "Russia"),
        ("US officials", "United States"),
        ("the ministry of defence of Ukraine", "Ukraine"),
        ("Estonian Prime Minister Ann Roe", "Estonia"),
        ("President of Finland Ann Roe", "Finland"),
        ("Ann Roe, spokeswoman for Sudan's armed forces,", "Sudan"),
        ("a senior State Department official", "United States"),
        ("the Israeli military", "Israel"),
        ("Iran's supreme leader", "Iran"),
        ("South Korean officials", "South Korea"),
        ("Israel's ambassador to the UN", "Israel"),
        ("a Foreign Office spokeswoman", "United Kingdom"),
        ("Chinese state media", "China"),
        # Bodies speak for themselves.
        ("NATO chief Ann Roe", "NATO"),
        ("a UN panel", "United Nations"),
        ("EU foreign ministers", "European Union"),
        ("the African Union mission", "African Union"),
        ("the Hamas-run health ministry", "Hamas"),
        ("Harrow Hospital spokeswoman Ann Roe", "Harrow Hospital"),
        ("Ann Roe, chief executive of Quillfeather,", "Quillfeather"),
        ("Ann Roe, director of research at the Quillfeather Institute in Boston", "Quillfeather Institute"),
        ("Northfield police Lt. Ann Roe", "Northfield police"),
        ("Quillfeather's Ann Roe", "Quillfeather"),
        ("Ann Roe of the Northfield Bible Church", "Northfield Bible Church"),
        ("security company Quillfeather", "Quillfeather"),
        ("the mayor of London", "London"),
        ("Texas Gov. Ann Roe", "Texas"),
        ("researchers at the software firm Quillfeather", "Quillfeather"),
        # Parties and campaigns.
        ("House Republicans", "Republican Party"),
        ("Rep. Ann Roe (R-Texas)", "Republican Party"),
        ("Ann Roe, D-Calif.,", "Democratic Party"),
        ("a Roe campaign spokesman", "Roe campaign"),
        ("Roe's campaign manager, John Doe,", "Roe campaign"),
        ("Republican presidential candidate Ann Roe", "Roe campaign"),
        ("top Roe strategists", "Roe campaign"),
    ],
)
def test_descriptions_with_a_party(words: str, party: str) -> None:
    assert party_of(words, KNOWN) == party


@pytest.mark.parametrize(
    "words",
    [
        "",
        "he",
        "Ann Roe",
        "a doctor",
        "analysts",
        "a Russian analyst",
        "Russian tourists",
        "French voters",
        "the Syrian opposition",
        "former CIA director Ann Roe",
        "an ex-minister of Peru",
        "the Washington Post's Ann Roe",
        "a Reuters poll",
        "Republican pollster Ann Roe",
        "Korean officials",
        "Foreign Minister Ann Roe",
        "District Attorney Ann Roe",
        "Police",
        "China and Russia",
        "the President of Peru and the President of Chile",
        "Democrats and environmentalists",
        "Ann Roe, an economist at Quillfeather University",
        "a friend of Putin",
        "Western diplomats",
    ],
)
def test_descriptions_without_a_plain_party(words: str) -> None:
    assert party_of(words, KNOWN) is None


def test_a_candidate_speaks_for_the_campaign_in_its_time() -> None:
    assert party_of("Sen. Rand Paul, R-Ky.,", KNOWN, "2015-10-01") == "Paul campaign"
    assert party_of("Sen. Rand Paul, R-Ky.,", KNOWN, "2018-10-01") == "Republican Party"
    assert party_of("former secretary of state Hillary Clinton", KNOWN, "2016-02-01") == "Clinton campaign"
    assert party_of("the 2004 Roe campaign's manager", KNOWN, "2016-02-01") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Republicans", "Republican Party"),
        ("GOP", "Republican Party"),
        ("Democrats", "Democratic Party"),
        ("US", "United States"),
        ("US State Department", "United States"),
        ("Obama administration", "United States"),
        ("FBI", "Federal Bureau of Investigation"),
        ("Quillfeather Inc.", "Quillfeather"),
        ("Northfield Police Department", "Northfield police"),
        ("Mayor of London", "London"),
        ("Utah Department of Corrections", "Utah"),
    ],
)
def test_one_party_by_two_names(one: str, other: str) -> None:
    assert same_party(one, other, KNOWN)
    assert same_party(other, one, KNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sudan", "South Sudan"),
        ("Republican Party", "Democratic Party"),
        ("Roe campaign", "Doe campaign"),
        ("Russia", "Ukraine"),
        ("NATO", "United Nations"),
        ("Ohio State University", "Ohio State Police"),
        ("Niger", "Nigeria"),
    ],
)
def test_two_parties(one: str, other: str) -> None:
    assert not same_party(one, other, KNOWN)


WORDS = st.sampled_from(
    """the a of and for at , ( ) 's ' - – Russian Ukraine US Roe Ann spokesman minister campaign
    Republican police
    Quillfeather Institute who which former NATO officials voters (R-Texas) U.S. 2016 president candidate -led
    US-led Hamas-run report from""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_words_give_a_name_or_nothing(words: str) -> None:
    party = party_of(words, KNOWN)
    assert party is None or party.strip()
    assert party_of(words, KNOWN) == party
