"""Who speaks, and for whom, where a text tells of states and leagues that no table knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.document import Document
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers import resolve_speakers
from counterclaim.read.speakers.own_bodies import leagues_in, seats_in, state_outlets_in
from counterclaim.read.speakers.own_heads import heads_in
from counterclaim.read.speakers.own_states import own_states

Parsing = Callable[[str], Parse]

STORY = (
    "Quendaria shows convoy leaving, but Harbour Pact counts new barges\n\n"
    "The Ministry of Defence released a film on Monday. State television showed crews waving from the deck. "
    "The bay belonged to Olvane until Quendarian troops took it.\n\n"
    '"Nothing has moved," said Mirel Tosk, who heads the Northern Harbour Pact. '
    '"We count more barges," pact chief Mirel Tosk said later.\n\n'
    "States that fear a Quendarian landing welcomed the departure. "
    "Quendaria said on Monday that some units would leave.\n\n"
    'The Slate Palace said the move was routine. "Crews go home when the drill ends," a spokesman said. '
    "Quendaria has denied any plan to land. The warnings were dismissed by Verrick as gossip.\n"
)


def speakers(parse: Parsing, text: str, sources: list[tuple[str, str]]) -> list[Speaker]:
    """Speakers of attributions given by the words of source and cue, in the order of the text."""
    parsed = parse(text)
    said, at = [], 0
    for source, cue in sources:
        start = text.index(source, at)
        verb = text.index(cue)
        said.append(
            Said(
                source=((start, start + len(source)),),
                cue=((verb, verb + len(cue)),),
                content=((start + len(source), start + len(source) + 4),),
                quote_type=QuoteType.INDIRECT,
                parent=None,
                claims=(),
            )
        )
        at = start + len(source)
    document = Document(
        id="d", name="d", text=text, sha256="", language="en", cleaner="", published="2031-05-06"
    )
    return list(resolve_speakers(document, parsed, said, Aliases.packaged()))


def test_a_story_of_unknown_states_is_read_whole(parse: Parsing) -> None:
    found = speakers(
        parse,
        STORY,
        [
            ("The Ministry of Defence", "released"),
            ("State television", "showed"),
            ("Mirel Tosk, who heads the Northern Harbour Pact", "said"),
            ("pact chief Mirel Tosk", "said later"),
            ("States that fear a Quendarian landing", "welcomed"),
            ("Quendaria", "said on Monday"),
            ("The Slate Palace", "said the move"),
            ("a spokesman", "said"),
            ("Verrick", "dismissed"),
        ],
    )
    assert [(one.name, one.party) for one in found] == [
        ("Quendarian Ministry of Defence", "Quendaria"),
        ("Quendarian state television", "Quendaria"),
        ("Mirel Tosk", "Northern Harbour Pact"),
        ("Mirel Tosk", "Northern Harbour Pact"),
        ("states that fear a Quendarian landing", None),
        ("Quendaria", "Quendaria"),
        ("Slate Palace", "Quendaria"),
        ("Slate Palace spokesman", "Quendaria"),
        ("Quendaria", "Quendaria"),
    ]
    assert found[5].kind is SpeakerKind.STATE
    assert found[4].kind is SpeakerKind.GROUP


def test_a_body_without_a_state_belongs_to_the_state_that_acts_most(parse: Parsing) -> None:
    text = (
        "Russia says drills are over\n\nThe Ministry of Defense showed a film. Russian soldiers left. "
        "Russia said on Monday that more would follow. Russia denied any plan."
    )
    (found,) = speakers(parse, text, [("The Ministry of Defense", "showed")])
    assert (found.name, found.party) == ("Russian Ministry of Defence", "Russia")


def test_a_body_without_a_state_stays_alone_where_two_states_are_as_likely(parse: Parsing) -> None:
    text = (
        "France and Spain quarrel over fish\n\nFrance accused Spain. Spain accused France. "
        "The Ministry of Defence showed a film."
    )
    (found,) = speakers(parse, text, [("The Ministry of Defence", "showed")])
    assert found.name == "Ministry of Defence"
    assert found.party not in ("France", "Spain")


def test_a_state_that_acts_right_before_owns_its_ministry(parse: Parsing) -> None:
    text = (
        "Quendaria moves barges\n\nQuendaria sent barges. Quendarian troops followed. Quendaria denied.\n\n"
        "The government of Olvane protested. Olvane closed its port. The defence ministry showed a chart."
    )
    (found,) = speakers(parse, text, [("The defence ministry", "showed")])
    assert found.party == "Olvane"


def test_a_rebel_front_speaks_for_itself_and_its_commander_for_it(parse: Parsing) -> None:
    text = (
        "Quendaria holds bridges\n\nThe Free Hill Front rejected a truce. Its commander, Mirel Tosk, spoke "
        "of betrayal. Quendaria said the Quendarian army had not fired. The foreign ministry called the "
        "Front's words idle."
    )
    front, commander, ministry = speakers(
        parse,
        text,
        [
            ("The Free Hill Front", "rejected"),
            ("Its commander, Mirel Tosk,", "spoke"),
            ("The foreign ministry", "called"),
        ],
    )
    assert (front.name, front.party) == ("Free Hill Front", "Free Hill Front")
    assert (commander.name, commander.party) == ("Mirel Tosk", "Free Hill Front")
    assert (ministry.name, ministry.party) == ("Quendarian foreign ministry", "Quendaria")


def test_an_office_keeps_its_place(parse: Parsing) -> None:
    text = "Ships wait. The harbour office in Tessin said the storm would pass."
    (found,) = speakers(parse, text, [("The harbour office in Tessin", "said")])
    assert found.name == "harbour office in Tessin"


@pytest.mark.parametrize(
    ("text", "source", "name", "party"),
    [
        (
            "The Quendarian navy spoke. Quendaria denies it.",
            "The Quendarian navy",
            "Quendarian navy",
            "Quendaria",
        ),
        ("The government of Olvane spoke on Monday.", "The government of Olvane", "Olvane", "Olvane"),
        ("Olvane's government spoke on Monday.", "Olvane's government", "Olvane", "Olvane"),
        ("The Quendarian army left. The Quendarians spoke.", "The Quendarians", "Quendaria", "Quendaria"),
    ],
)
def test_adjectives_and_governments_lead_to_the_state(
    parse: Parsing, text: str, source: str, name: str, party: str
) -> None:
    text = f"{text} Quendaria kept still."
    (found,) = speakers(parse, text, [(source, "spoke")])
    assert (found.name, found.party) == (name, party)


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Tolmara sent ships. The Tolmaran navy left.", "Tolmaran", "Tolmara"),
        ("Keldric sent ships. The Keldrici army left.", "Keldrici", "Keldric"),
        ("Ostrande sent ships. The Ostrandish troops left.", "Ostrandish", "Ostrande"),
        ("Belvenia sent ships. The Belvenian forces left.", "Belvenian", "Belvenia"),
        ("Mirovane sent ships. The Mirovanian forces left.", "Mirovanian", "Mirovane"),
    ],
)
def test_a_demonym_is_found_by_its_ending(parse: Parsing, text: str, word: str, state: str) -> None:
    assert own_states(parse(text), Aliases.packaged(), None).adjectives[word] == state


@pytest.mark.parametrize(
    "text",
    [
        "Europe met. The European army is an idea.",
        "Dana Martin spoke to Clara Marti. Martin forces a smile.",
        "The Russian army left. Russia said so.",
        "The city of Tolmara rejoiced. The mayor of Tolmara spoke.",
    ],
)
def test_lands_persons_cities_and_known_states_are_no_states_of_the_text(parse: Parsing, text: str) -> None:
    assert own_states(parse(text), Aliases.packaged(), None).states == ()


def test_short_names_of_a_league_are_tied_to_the_full_one() -> None:
    (league,) = leagues_in("The League of the Amber Coasts met. The League was glad.")
    assert league.forms == ("League of the Amber Coasts", "League")
    (pact,) = leagues_in("Harbour Pact counts barges\n\nThe Northern Harbour Pact met.")
    assert pact.name == "Northern Harbour Pact"
    assert "Harbour Pact" in pact.forms


@pytest.mark.parametrize(
    "words",
    [
        "Mirel Tosk, who leads the Northern Harbour Pact, spoke.",
        "Mirel Tosk, secretary-general of the Northern Harbour Pact, spoke.",
        "Northern Harbour Pact met. So said pact chief Mirel Tosk.",
        "The head of the Northern Harbour Pact, Mirel Tosk, spoke.",
    ],
)
def test_whoever_leads_a_league_speaks_for_it(words: str) -> None:
    text = f"The Northern Harbour Pact met. {words}"
    assert heads_in(text, leagues_in(text)) == {"Mirel Tosk": "Northern Harbour Pact"}


def test_courts_and_operas_are_no_seats_of_power() -> None:
    names = [
        seat.name for seat in seats_in("The Slate Palace, the Supreme Court and the Opera House closed.")
    ]
    assert names == ["Slate Palace"]


def test_a_state_channel_is_known_by_its_name() -> None:
    text = "State broadcaster Quenda Vision spoke. Olvane One, the state channel, did not."
    assert state_outlets_in(text) == ("Quenda Vision", "Olvane One")


def test_two_leagues_with_one_noun_share_no_short_name() -> None:
    text = "The Amber Coast League and the Northern Shore League met. The League was glad."
    assert all("League" not in league.forms for league in leagues_in(text))


@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(["Pact", "the", "of", "Quenda", "League", "'s", "chief", "\n", ",", "who heads"])
    )
)
def test_no_mixture_of_words_breaks_the_search(text: list[str]) -> None:
    joined = " ".join(text)
    leagues = leagues_in(joined)
    assert all(form for league in leagues for form in league.forms)
    assert set(heads_in(joined, leagues).values()) <= {league.name for league in leagues}
    assert all(seat.name in joined for seat in seats_in(joined))
