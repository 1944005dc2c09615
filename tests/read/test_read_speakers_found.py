"""Whom descriptions, documents and owners lead to, and whom people speak for, in invented documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.model.document import Document
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers import resolve_speakers

Parser = Callable[[str], Parse]
Speakers = Callable[..., list[Speaker]]


def _document(text: str, publisher: str | None = None) -> Document:
    return Document(id="d", name="d", text=text, sha256="", language="en", cleaner="", publisher=publisher)


@pytest.fixture
def speakers(parse: Parser) -> Speakers:
    """Speakers of a text, one for each of the sources in order, whose contents are given."""

    def resolve(text: str, *pairs: tuple[str, str], publisher: str | None = None) -> list[Speaker]:
        said, at = [], 0
        for source, content in pairs:
            start, found = text.index(content), text.index(source, at)
            at = found + len(source)
            contents = ((start, start + len(content)),)
            said.append(Said(((found, at),), (), contents, QuoteType.INDIRECT, None, (contents,)))
        return list(resolve_speakers(_document(text, publisher), parse(text), said, Aliases.packaged()))

    return resolve


def test_a_description_finds_who_was_elected_to_the_office(speakers: Speakers) -> None:
    text = (
        "Helen Ostrander, an engineer, was elected as mayor of Leeds last week. Robert Quillan lost. "
        "The new mayor said the bridge would open."
    )
    (speaker,) = speakers(text, ("The new mayor", "the bridge would open"))
    assert speaker.name == "Helen Ostrander"


def test_who_owns_a_person_is_not_that_person(speakers: Speakers) -> None:
    text = (
        "Helen Ostrander stayed away on Friday. Publicist Robert Quillan came instead. "
        "Her publicist said the singer was ill."
    )
    (speaker,) = speakers(text, ("Her publicist", "the singer was ill"))
    assert speaker.name == "Robert Quillan"


def test_a_subject_behind_a_comma_is_no_apposition(speakers: Speakers) -> None:
    text = (
        "The engineer Robert Quillan spoke first. After a walk with Helen Ostrander, the engineer said "
        "the dam was sound."
    )
    (speaker,) = speakers(text, ("the engineer", "the dam was sound"))
    assert speaker.name == "Robert Quillan"


def test_a_spokeswoman_through_whom_a_man_speaks_leaves_him_a_man(speakers: Speakers) -> None:
    text = "Robert Quillan, through a spokeswoman, declined to comment. He said later that he was sorry."
    (speaker,) = speakers(text, ("He", "he was sorry"))
    assert speaker.name == "Robert Quillan"


def test_her_office_is_called_by_her_name(speakers: Speakers) -> None:
    text = "Senator Helen Ostrander left on Monday. Her office said the vote was lost."
    (speaker,) = speakers(text, ("Her office", "the vote was lost"))
    assert speaker.name == "Helen Ostrander's office"


def test_what_somebody_thinks_is_theirs(speakers: Speakers) -> None:
    text = "Helen Ostrander wrote again on Monday. Her belief is that the harbor will close."
    (speaker,) = speakers(text, ("Her belief", "the harbor will close"))
    assert speaker.name == "Helen Ostrander"


def test_it_is_who_filed_the_lawsuit(speakers: Speakers) -> None:
    text = (
        "Helen Ostrander and Robert Quillan filed a lawsuit on Monday. The lawsuit says the dam was weak. "
        "It says the warnings came late."
    )
    both = speakers(text, ("The lawsuit", "the dam was weak"), ("It", "the warnings came late"))
    assert [one.name for one in both] == ["Helen Ostrander; Robert Quillan"] * 2


def test_the_date_of_a_report_is_not_its_head(speakers: Speakers) -> None:
    source = "A July 14, 2015 report authored by Helen Ostrander"
    (speaker,) = speakers(f"{source} said the water was unsafe.", (source, "the water was unsafe"))
    assert speaker.name == "Helen Ostrander"


def test_an_acronym_like_a_pronoun_is_a_body(speakers: Speakers) -> None:
    source = "A report by the WHO"
    (speaker,) = speakers(f"{source} said the fever was spreading.", (source, "the fever was spreading"))
    assert speaker.party is not None
    assert speaker.kind is SpeakerKind.ORGANISATION


def test_police_are_the_force_that_the_text_names(speakers: Speakers) -> None:
    text = "Chicago police closed the bridge on Monday. Police said nobody was hurt."
    (speaker,) = speakers(text, ("Police", "nobody was hurt"))
    assert speaker.name == "Chicago police"


@pytest.mark.parametrize("cue", ["seemed", "appears"])
def test_what_seems_is_the_publishers(parse: Parser, cue: str) -> None:
    text = f"The council {cue} ready to yield."
    start = text.index(cue)
    content = ((0, 11),)
    said = Said((), ((start, start + len(cue)),), content, QuoteType.INDIRECT, None, (content,))
    document = _document(text, "The Alderby Gazette")
    (speaker,) = resolve_speakers(document, parse(text), [said], Aliases.packaged())
    assert (speaker.name, speaker.kind, speaker.party) == ("The Alderby Gazette", SpeakerKind.OUTLET, None)


def test_staff_speak_for_whom_they_work_for(speakers: Speakers) -> None:
    text = "The Ostrander campaign grew. Ostrander spokesman Robert Quillan said the hall was full."
    (speaker,) = speakers(
        f"Helen Ostrander is a candidate for mayor. {text}",
        ("Ostrander spokesman Robert Quillan", "the hall was full"),
    )
    assert speaker.party == "Ostrander campaign"


def test_an_analyst_speaks_for_the_house_named(speakers: Speakers) -> None:
    source = "Helen Ostrander, an analyst at Microsoft,"
    (speaker,) = speakers(f"{source} said prices would fall.", (source, "prices would fall"))
    assert speaker.party == "Microsoft"


def test_a_pollster_of_a_leaning_is_not_the_partys(speakers: Speakers) -> None:
    source = "Republican pollster Helen Ostrander"
    (speaker,) = speakers(f"{source} said turnout was low.", (source, "turnout was low"))
    assert speaker.party is None


def test_officials_are_of_the_state_that_the_text_is_about(speakers: Speakers) -> None:
    text = (
        "A quake shook Peru on Monday. Peru has many quakes. Help came from all over Peru. "
        "Officials said the roads were open."
    )
    (speaker,) = speakers(text, ("Officials", "the roads were open"))
    assert (speaker.kind, speaker.party) == (SpeakerKind.GROUP, "Peru")
