"""Names known beforehand, and those of the user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.errors import MalformedRecord, MissingInput, NotText, UnreadableInput
from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases

HEADER = "alias,name,kind,party,from,until\n"


@pytest.fixture(scope="module")
def known() -> Aliases:
    return Aliases.packaged()


@pytest.mark.parametrize(
    ("words", "name", "kind", "party"),
    [
        ("Moscow", "Moscow", SpeakerKind.STATE, "Russia"),
        ("the Kremlin", "Kremlin", SpeakerKind.ORGANISATION, "Russia"),
        ("Russia", "Russia", SpeakerKind.STATE, "Russia"),
        ("Britain", "United Kingdom", SpeakerKind.STATE, "United Kingdom"),
        ("Germans", "Germans", SpeakerKind.GROUP, "Germany"),
        ("the White House", "White House", SpeakerKind.ORGANISATION, "United States"),
        ("Élysée", "Élysée Palace", SpeakerKind.ORGANISATION, "France"),
        ("Whitehall", "Whitehall", SpeakerKind.ORGANISATION, "United Kingdom"),
        ("Foggy Bottom", "US State Department", SpeakerKind.ORGANISATION, "United States"),
        ("NATO", "NATO", SpeakerKind.ORGANISATION, "NATO"),
        ("GOP", "Republican Party", SpeakerKind.ORGANISATION, "Republican Party"),
        ("Human Rights Watch", "Human Rights Watch", SpeakerKind.ORGANISATION, "Human Rights Watch"),
        ("Reuters", "Reuters", SpeakerKind.OUTLET, None),
        ("Texas", "Texas", SpeakerKind.STATE, "Texas"),
    ],
)
def test_known_names(known: Aliases, words: str, name: str, kind: SpeakerKind, party: str | None) -> None:
    entry = known.find(words)
    assert entry is not None
    assert (entry.name, entry.kind, entry.party) == (name, kind, party)


def test_persons_speak_for_what_they_held_on_the_day(known: Aliases) -> None:
    def party(name: str, on: str) -> str | None:
        entry = known.find(name, on)
        assert entry is not None
        return entry.party

    assert party("Jens Stoltenberg", "2010-05-01") == "Norway"
    assert party("Stoltenberg", "2022-02-16") == "NATO"
    assert party("Barack Obama", "2015-12-01") == "United States"
    assert party("Barack Obama", "2019-12-01") is None
    assert party("Donald Trump", "2016-03-01") == "Trump campaign"
    assert party("Donald Trump", "2018-03-01") == "United States"


def test_a_campaign_counts_in_its_time_only(known: Aliases) -> None:
    entry = known.find("Ted Cruz")
    assert entry is not None
    assert entry.party == "Republican Party"


@pytest.mark.parametrize("words", ["us", "who", "is", "shell", "Congo", "Korea", "Ann Quillfeather", "", "—"])
def test_words_that_are_no_name_or_several_are_not_found(known: Aliases, words: str) -> None:
    assert known.find(words) is None


def test_adjectives_give_their_state_and_are_no_names(known: Aliases) -> None:
    assert known.adjective("Russian") == "Russia"
    assert known.adjective("U.S.") == "United States"
    assert known.adjective("russian") is None
    assert known.adjective("Harrow") is None
    assert known.find("Russian") is None


def test_a_users_names_win_and_leave_the_packaged_ones_alone(known: Aliases, tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text(
        HEADER
        + "Orvessan,Republic of Orvessan,state,Orvessan,,\n"
        '"Tolm, Ida",Ida Tolm,person,Orvessan,2030-01-01,2030-12-31\n'
        "Moscow,Moscow Circus,organisation\n".replace("organisation\n", "organisation,\n"),
        encoding="utf-8",
    )
    more = known.with_file(path)
    state = more.find("ORVESSAN")
    assert state is not None
    assert (state.name, state.kind, state.party) == ("Republic of Orvessan", SpeakerKind.STATE, "Orvessan")
    minister = more.find("Tolm, Ida", "2030-06-01")
    later = more.find("Tolm, Ida", "2031-06-01")
    assert minister is not None
    assert later is not None
    assert (minister.party, later.party) == ("Orvessan", None)
    circus = more.find("Moscow")
    assert circus is not None
    assert (circus.name, circus.party) == ("Moscow Circus", None)
    assert known.find("Orvessan") is None
    assert more.find("NATO") is not None


@pytest.mark.parametrize(
    ("content", "where", "wrong"),
    [
        ("", "line 1", "header"),
        ("name,alias\n", "line 1", "header"),
        (HEADER + "Tolm,Ida Tolm,queen,Orvessan,,\n", "line 2", "unknown kind 'queen'"),
        (HEADER + "\nTolm,,person,Orvessan,,\n", "line 3", "empty"),
        (HEADER + "Tolm,Ida Tolm,person,Orvessan,2030-1-1,\n", "line 2", "'2030-1-1' is no date"),
        (HEADER + "Tolm,Ida Tolm,person,Orvessan,2030-02-01,2030-01-01\n", "line 2", "is after"),
        (HEADER + "Tolm,Ida Tolm,person\n", "line 2", "3 fields"),
        (HEADER + '"Tolm,Ida Tolm,person,Orvessan,,\n', "line", "not CSV"),
        (HEADER + '"To\tlm",Ida Tolm,person,Orvessan,,\n', "line 2", "tabs"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(
    known: Aliases, tmp_path: Path, content: str, where: str, wrong: str
) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MalformedRecord) as raised:
        known.with_file(path)
    assert where in raised.value.where
    assert wrong in raised.value.wrong
    assert raised.value.remedy


def test_a_file_that_is_not_there_or_no_text(known: Aliases, tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        known.with_file(tmp_path / "none.csv")
    with pytest.raises(UnreadableInput):
        known.with_file(tmp_path)
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotText):
        known.with_file(binary)
