"""What a text must tell before a source is taken for somebody, in invented documents."""

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


@pytest.fixture
def speakers(parse: Parser) -> Speakers:
    """Speakers of a text, one for each source in order; each says the words up to the next full stop.

    " said" behind a source only tells which place is meant.
    """

    def resolve(text: str, *sources: str, published: str | None = "2018-02-10") -> list[Speaker]:
        said, at = [], 0
        for source in sources:
            found = text.index(source, at)
            at = found + len(source.removesuffix(" said"))
            contents = ((at + 1, text.index(".", at)),)
            said.append(Said(((found, at),), (), contents, QuoteType.INDIRECT, None, (contents,)))
        document = Document(
            id="d", name="d", text=text, sha256="", language="en", cleaner="", published=published
        )
        return list(resolve_speakers(document, parse(text), said, Aliases.packaged()))

    return resolve


def test_an_office_told_before_the_name_or_behind_it_is_found_again(speakers: Speakers) -> None:
    text = (
        "Special counsel Helen Ostrander began in May. Robert Quillan, the treasurer, criticised her. "
        "The special counsel said work would go on. The treasurer said it was slow."
    )
    first, second = speakers(text, "The special counsel", "The treasurer")
    assert (first.name, second.name) == ("Helen Ostrander", "Robert Quillan")


@pytest.mark.parametrize(
    "words", ["The special counsel", "The judge", "The witness", "The governor", "The woman"]
)
def test_an_office_or_part_that_nobody_was_said_to_have_is_not_the_last_speaker(
    speakers: Speakers, words: str
) -> None:
    text = f"Helen Ostrander, a lawyer in Leeds, said the case was weak. {words} said it would go on."
    _, speaker = speakers(text, "Helen Ostrander", words)
    assert speaker.kind is SpeakerKind.ANONYMOUS
    assert speaker.name == words.removeprefix("The ")


def test_a_new_word_for_a_quality_means_the_last_speaker(speakers: Speakers) -> None:
    text = "Helen Ostrander opened the theatre. Ostrander said it was hers. The singer said she was glad."
    _, speaker = speakers(text, "Ostrander said", "The singer")
    assert speaker.name == "Helen Ostrander"


def test_a_company_must_have_spoken_or_acted(speakers: Speakers) -> None:
    text = (
        "Ostrander Systems sold the plant on Monday. The company said jobs were safe. "
        "The prosecution said nothing."
    )
    company, prosecution = speakers(text, "The company", "The prosecution")
    assert (company.name, prosecution.name) == ("Ostrander Systems", "prosecution")


def test_another_portfolio_is_another_secretary(speakers: Speakers) -> None:
    text = (
        "Pakistan's Foreign Secretary Salman Quillan spoke in Lahore. Quillan said talks would go on. "
        "The defence secretary said troops would stay."
    )
    _, speaker = speakers(text, "Quillan said", "The defence secretary")
    assert speaker.name == "defence secretary"


def test_labels_of_a_transcript_name_a_part(speakers: Speakers) -> None:
    text = (
        "MODERATOR: Welcome, Senator Quillan.\nQUILLAN: Thank you.\nQ: Why did you vote for it.\n"
        "QUILLAN: Robert Quillan votes as he likes.\nMODERATOR: Your time is up.\n"
    )
    moderator, quillan, asked = speakers(text, "MODERATOR", "QUILLAN", "Q")
    assert (moderator.name, moderator.kind) == ("moderator", SpeakerKind.ANONYMOUS)
    assert (quillan.name, quillan.party) == ("Robert Quillan", None)
    assert asked.name is None
    assert asked.reason


def test_the_moderator_that_a_text_introduces_is_named(speakers: Speakers) -> None:
    text = (
        "The debate was led by moderator Helen Ostrander.\nMODERATOR: Welcome.\nQUILLAN: Thank you.\n"
        "MODERATOR: Your time is up.\n"
    )
    (speaker,) = speakers(text, "MODERATOR")
    assert speaker.name == "Helen Ostrander"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The two countries", "Peru; Chile"),
        ("Both sides", "Peru; Chile"),
        ("The two men", "Robert Quillan; Juan Ostrander"),
        ("The two groups", "two groups"),
    ],
)
def test_two_are_of_the_sort_that_the_noun_says(speakers: Speakers, words: str, name: str) -> None:
    text = (
        "Peru and Chile signed the treaty on Monday. Robert Quillan met Juan Ostrander in Lima. "
        f"{words} said the border would open."
    )
    (speaker,) = speakers(text, words)
    assert speaker.name == name


def test_two_countries_are_not_two_persons(speakers: Speakers) -> None:
    text = "Robert Quillan met Juan Ostrander on a ship. The two countries said the border would open."
    (speaker,) = speakers(text, "The two countries")
    assert speaker.name == "two countries"


def test_they_are_the_two_who_were_one_subject(speakers: Speakers) -> None:
    text = "Helen Ostrander and Robert Quillan met in Leeds. They said the bridge would open."
    (speaker,) = speakers(text, "They")
    assert speaker.name == "Helen Ostrander; Robert Quillan"


def test_names_that_end_a_plural_source_are_the_speakers(speakers: Speakers) -> None:
    text = "The two reporters who told of it, Helen Ostrander and Robert Quillan, said it was true."
    (speaker,) = speakers(text, "The two reporters who told of it, Helen Ostrander and Robert Quillan")
    assert speaker.name == "Helen Ostrander; Robert Quillan"


def test_a_secretary_is_of_the_state_that_the_text_names(speakers: Speakers) -> None:
    text = (
        "Philippine Defense Secretary Robert Quillan counted the ships. "
        "Foreign Secretary Juan Ostrander said in Manila that they had left."
    )
    (speaker,) = speakers(text, "Foreign Secretary Juan Ostrander")
    assert speaker.party == "Philippines"


def test_a_president_does_not_speak_for_a_campaign_that_the_text_recalls(speakers: Speakers) -> None:
    text = "President Donald Trump said the deal was bad. Critics recalled the Trump campaign of 2016."
    (speaker,) = speakers(text, "President Donald Trump")
    assert speaker.party == "United States"


def test_a_topic_beside_a_name_is_no_party(speakers: Speakers) -> None:
    text = (
        "Peru envoy Helen Ostrander said talks had failed. "
        "Robert Quillan, head of the Chile investigation, said nothing."
    )
    envoy, head = speakers(text, "Peru envoy Helen Ostrander", "Robert Quillan")
    assert (envoy.party, head.party) == (None, None)


def test_a_lone_unknown_capital_is_a_surname_without_a_party(speakers: Speakers) -> None:
    text = "The council met on Monday. At noon, Hesterly said the road would open."
    (speaker,) = speakers(text, "Hesterly")
    assert (speaker.name, speaker.kind, speaker.party) == ("Hesterly", SpeakerKind.PERSON, None)


def test_an_arabic_surname_is_met_with_its_article_and_without(speakers: Speakers) -> None:
    text = "Nabil al-Quillani denied the charge. Quillani said he was ill. Al-Quillani said he would appeal."
    found = speakers(text, "Nabil al-Quillani", "Quillani said", "Al-Quillani said")
    assert {one.name for one in found} == {"Nabil al-Quillani"}


def test_a_family_name_may_come_first(speakers: Speakers) -> None:
    text = "Foreign Minister Zhou Yi landed in Lima. Zhou said talks would go on."
    (speaker,) = speakers(text, "Zhou said")
    assert speaker.name == "Zhou Yi"


def test_who_in_a_title_does_not_cut_the_source(speakers: Speakers) -> None:
    text = "Doctor Who boss Helen Ostrander said the series would return."
    (speaker,) = speakers(text, "Doctor Who boss Helen Ostrander")
    assert speaker.name == "Helen Ostrander"


def test_a_report_is_of_whom_the_text_says_and_of_nobody_else(speakers: Speakers) -> None:
    text = (
        "The Harrow Institute said so. A commission issued its report on Monday. The report said it failed. "
        "In a survey of farmers, Quillan University found that few agreed. The survey said many were tired."
    )
    _, report, survey = speakers(text, "The Harrow Institute", "The report", "The survey")
    assert (report.name, survey.name) == (None, "Quillan University")


def test_media_reports_are_the_media(speakers: Speakers) -> None:
    text = "The bridge fell on Monday, according to Peruvian media reports of that day."
    (speaker,) = speakers(text, "Peruvian media reports")
    assert (speaker.name, speaker.kind) == ("Peruvian media", SpeakerKind.OUTLET)


def test_police_and_deputies_are_the_force_that_the_text_names(speakers: Speakers) -> None:
    text = (
        "A Harrow Police spokeswoman came at noon. Police said the road was closed. "
        "Leeds County sheriff's deputy Robert Quillan fell. Deputies said he would live."
    )
    police, deputies = speakers(text, "Police said", "Deputies")
    assert deputies.name == "Leeds County Sheriff's Department"
    assert police.name == "Harrow Police"


def test_a_department_is_found_before_the_title_of_its_chief(speakers: Speakers) -> None:
    text = "Harrow Fire Department Chief Robert Quillan came. The department said nobody was hurt."
    (speaker,) = speakers(text, "The department")
    assert speaker.name == "Harrow Fire Department"


def test_its_president_is_of_the_body_in_the_sentence(speakers: Speakers) -> None:
    text = (
        "Leeds State Police said a bomb was found. Nobody had a grudge against Ostrander Bank, according to "
        "its president, Robert Quillan."
    )
    _, president = speakers(text + " End.", "Leeds State Police", "its president, Robert Quillan")
    assert president.party == "Ostrander Bank"


def test_a_name_that_a_card_tells_again_is_told_once(speakers: Speakers) -> None:
    text = (
        "Federation Speaker Helen Ostrander Ostrander HelenChairwoman of the Federation of Peru: Thank you. "
        "Helen Ostrander said that was all."
    )
    first, again = speakers(text, "Federation Speaker Helen Ostrander", "Helen Ostrander said")
    assert (first.name, again.name) == ("Helen Ostrander", "Helen Ostrander")
    assert first.party == again.party == "Peru"


def test_a_security_council_is_of_the_state_that_the_text_tells_in_full(speakers: Speakers) -> None:
    text = (
        "Secretary of the Security Council Robert Quillan said it was late. "
        "Quillan has led the Security Council of the Russian Federation since May."
    )
    (speaker,) = speakers(text, "Secretary of the Security Council Robert Quillan")
    assert speaker.party == "Russia"


def test_a_security_council_of_no_state_is_that_of_the_united_nations(speakers: Speakers) -> None:
    text = (
        "The president of the Security Council, Helen Ostrander, said so. "
        "The US National Security Council met."
    )
    (speaker,) = speakers(text, "The president of the Security Council, Helen Ostrander,")
    assert speaker.party == "United Nations"
