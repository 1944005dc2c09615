"""Lists of claims: by whom, of which party, about what, when; newest day first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import Say, article, meaning, put

from counterclaim.errors import InputError
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.copies import Origin
from counterclaim.model.listing import Standing
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity

FIRST = article(
    Say("Ada Lund", "that the bridge stands", "Ada Lund", "Northland"),
    Say(
        "Søren Kövér",
        "that no troops were seen",
        "Søren Kövér",
        "Southland",
        meaning=meaning(Polarity.DENIES),
    ),
    Say("a spokesman", "that talks go on", None, None),
    url="https://one.example/a",
    published="2022-02-16",
    title="The first",
)
SECOND = article(
    Say("Mrs Lund", "that the bridge is closed; that boats go", "Ada Lund", "Northland"),
    Say("Bo Lundgren", "that the sea is calm", "Bo Lundgren", "Eastland"),
    Say("Ada Lund", "that she will go home", "Ada Lund", "Northland", meaning=meaning(said="2022-02-10")),
    url="https://two.example/b",
    published="2022-02-18",
    title="The second",
)
UNDATED = article(
    Say("Ada Lund", "that she was never there", "Ada Lund", "North Isles"),
    url="https://three.example/c",
    published=None,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three articles."""
    with open_ledger(tmp_path / "ledger.db", create=True) as opened:
        put(opened, FIRST, SECOND, UNDATED)
        yield opened


def told(ledger: Ledger, **wanted: object) -> list[str]:
    """The words of the claims wanted, without the "that" before them."""
    return [row.words.removeprefix("that ") for row in ledger.claims(**wanted)]  # type: ignore[arg-type]


def test_the_newest_day_comes_first_then_the_order_of_the_text_and_no_day_last(ledger: Ledger) -> None:
    assert told(ledger) == [
        "the bridge is closed",
        "boats go",
        "the sea is calm",
        "the bridge stands",
        "no troops were seen",
        "talks go on",
        "she will go home",
        "she was never there",
    ]


def test_a_row_says_what_a_list_shows(ledger: Ledger) -> None:
    row = ledger.claims(by="kover")[0]
    said = FIRST.reading.attributions[1]
    assert (row.id, row.attribution) == (said.claims[0].id, said.id)
    assert (row.title, row.publisher, row.published) == ("The first", "The Invented Times", "2022-02-16")
    assert (row.url, row.speaker, row.party) == ("https://one.example/a", "Søren Kövér", "Southland")
    assert (row.source, row.words) == ("Søren Kövér", "that no troops were seen")
    assert (row.polarity, row.certainty, row.certainty_word) == (Polarity.DENIES, Certainty.CERTAIN, None)
    assert (row.orientation, row.said, row.due) == (Orientation.PRESENT, None, None)
    assert (row.day, row.evidence_offered, row.confidence) == ("2022-02-16", EvidenceKind.NONE, 0.9)
    assert (row.standing, row.documents) == (Standing.CURRENT, 1)


@pytest.mark.parametrize("by", ["lund", "Lund", "ada lund", "Lund, Ada", "ADA"])
def test_a_speaker_is_found_by_any_words_of_the_name(ledger: Ledger, by: str) -> None:
    found = [
        "the bridge is closed",
        "boats go",
        "the bridge stands",
        "she will go home",
        "she was never there",
    ]
    assert told(ledger, by=by) == found


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (
            "soren kover",
            ["no troops were seen"],
        ),  # accents do not count, nor letters that have one for others
        ("lundg", ["the sea is calm"]),  # a beginning, as nobody has it for a name
        ("lund kover", []),
        ("bridge", []),
        ("", []),
        ("%", []),
    ],
)
def test_words_of_a_name_are_folded_and_all_must_be_there(ledger: Ledger, by: str, found: list[str]) -> None:
    assert told(ledger, by=by) == found


@pytest.mark.parametrize(
    ("party", "found"),
    [
        ("northland", 4),
        ("NORTH isles", 1),
        ("north", 1),  # a word of it, which comes before a beginning
        ("eastl", 1),
        ("Westland", 0),
    ],
)
def test_claims_of_a_party(ledger: Ledger, party: str, found: int) -> None:
    assert len(told(ledger, party=party)) == found


def test_what_is_wanted_must_hold_together(ledger: Ledger) -> None:
    assert told(ledger, by="lund", party="north isles") == ["she was never there"]
    assert told(ledger, by="lund", about="bridge") == ["the bridge is closed", "the bridge stands"]
    assert told(ledger, by="lund", about="bridge", until="2022-02-16") == ["the bridge stands"]
    assert told(ledger, party="northland", about="bridge -closed") == ["the bridge stands"]


@pytest.mark.parametrize(
    ("about", "found"),
    [("bridge", 2), ('"the bridge is"', 1), ("troops", 1), ("bridge sea", 0), ("-bridge", 0), ('"', 0)],
)
def test_about_takes_words_and_phrases(ledger: Ledger, about: str, found: int) -> None:
    assert len(told(ledger, about=about)) == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2022-02-17", None, 3),
        ("2022-02-18", "2022-02-18", 3),
        (None, "2022-02-16", 4),
        (None, "2022-02-15", 1),
        ("2022", "2022", 7),
        ("2022-02", "2022-02", 7),
        ("2022-03", None, 0),
        ("2022-02-16T09:00:00Z", None, 6),
    ],
)
def test_days_of_saying_or_of_publication(
    ledger: Ledger, since: str | None, until: str | None, found: int
) -> None:
    assert len(told(ledger, since=since, until=until)) == found


@pytest.mark.parametrize("day", ["yesterday", "2022-13", "2022-02-32", "16.2.2022", "2022-2"])
def test_what_is_no_day_is_refused(ledger: Ledger, day: str) -> None:
    with pytest.raises(InputError, match="it is no day"):
        ledger.claims(since=day)


def test_claims_that_deny(ledger: Ledger) -> None:
    assert told(ledger, polarity=Polarity.DENIES) == ["no troops were seen"]


def test_pages_follow_each_other(ledger: Ledger) -> None:
    whole = told(ledger, limit=None)
    pages = [told(ledger, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [words for page in pages for words in page] == whole
    assert told(ledger, by="lund", limit=2, offset=1) == told(ledger, by="lund")[1:3]


def test_a_newer_reading_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    again = article(
        Say("Ada Lund", "that she was never there", "Eva Lund", "North Isles"),
        url="https://three.example/c",
        published=None,
        reader="reader/2",
    )
    put(ledger, again)
    assert told(ledger, by="eva") == ["she was never there"]
    assert "she was never there" not in told(ledger, by="ada")
    assert len(told(ledger)) == 8


def test_copies_are_folded_to_the_first_and_counted(tmp_path: Path) -> None:
    sayings = (Say("Ada Lund", "that it is over", "Ada Lund"), Say("Bo Berg", "that it is not", "Bo Berg"))
    first = article(*sayings, url="https://one.example/", published="2022-02-16", publisher="One")
    copy = article(*sayings, url="https://two.example/", published="2022-02-17", publisher="Two")
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        put(ledger, copy, first)
        later, earlier = (document.id for document in ledger.documents())
        reason = "82% of the words"
        ledger.keep_origins([Origin(document=later, origin=earlier, copied=earlier, reason=reason)])
        rows = ledger.claims()
        assert [(row.publisher, row.documents) for row in rows] == [("One", 2), ("One", 2)]
        assert [row.publisher for row in ledger.claims(copies=True)] == ["Two", "Two", "One", "One"]
        assert [row.publisher for row in ledger.claims(by="lund", copies=True)] == ["Two", "One"]
        assert [hit.claim.publisher for hit in ledger.search("over").hits] == ["One"]
        told = [
            (one.row.publisher, [row.publisher for row in one.also_in]) for one in ledger.claim(rows[0].id)
        ]
        assert told == [("Two", ["One"]), ("One", ["Two"])]
        assert (ledger.stats().claims, ledger.stats().told_once, ledger.stats().copies) == (4, 2, 1)
        assert ledger.documents()[0].origin == earlier
