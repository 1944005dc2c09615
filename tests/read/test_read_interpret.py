"""What was meant, read from a short article of an invented affair."""

from __future__ import annotations

import pytest

from counterclaim.model.meaning import Certainty, EvidenceKind, Meaning, Orientation, Polarity
from counterclaim.model.reading import Attribution, Reading
from counterclaim.pipeline import read_text

ARTICLE = """Ostrava Pact doubts that Keldor is leaving the pass

KELDOR CITY - Keldor's foreign ministry said on Monday that all of its 4,000 soldiers had left the Arvan pass.

"We have not seen a single lorry move," said Mirela Dovac, the secretary-general of the Ostrava Pact. She \
said that fighting could resume as early as Friday.

Keldor denied any plan to attack. Several governments said they wanted to see evidence of the withdrawal.

About 12,000 people have fled the valley since March.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(ARTICLE, id="article", published="2031-05-13")


def said_with(reading: Reading, words: str) -> tuple[Attribution, Meaning]:
    """The attribution that has these words in a claim, and the claim's meaning."""
    for attribution in reading.attributions:
        for claim in attribution.claims:
            if any(words in ARTICLE[start:end] for start, end in claim.content):
                return attribution, claim.meaning
    raise AssertionError(f"nobody says {words!r}")


def test_a_title_and_a_pronoun_are_resolved_to_the_person(reading):
    assert said_with(reading, "single lorry")[0].speaker.name == "Mirela Dovac"
    assert said_with(reading, "fighting could resume")[0].speaker.name == "Mirela Dovac"


def test_the_ministry_keeps_its_name(reading):
    speaker = said_with(reading, "had left the Arvan pass")[0].speaker
    assert "foreign ministry" in (speaker.name or "").lower()


def test_a_denial_by_negation_and_one_by_cue(reading):
    assert said_with(reading, "single lorry")[1].polarity is Polarity.DENIES
    denied = said_with(reading, "any plan to attack")[1]
    assert (denied.polarity, denied.orientation) == (Polarity.DENIES, Orientation.COMMITMENT)


def test_a_forecast_has_its_word_and_its_day(reading):
    forecast = said_with(reading, "fighting could resume")[1]
    assert forecast.orientation is Orientation.FUTURE
    assert (forecast.certainty, forecast.certainty_word) == (Certainty.POSSIBLE, "could")
    assert forecast.due == "2031-05-16/.."


def test_when_it_was_said_is_told_from_the_text_or_from_the_day_of_publication(reading):
    stated = said_with(reading, "had left the Arvan pass")[1]
    assert (stated.said, stated.said_in_text) == ("2031-05-12", True)
    assumed = said_with(reading, "any plan to attack")[1]
    assert (assumed.said, assumed.said_in_text) == ("2031-05-13", False)


def test_quantities_stand_at_their_words(reading):
    (quantity,) = said_with(reading, "had left the Arvan pass")[1].quantities
    assert quantity.value == 4000
    assert "4,000" in ARTICLE[slice(*quantity.span)]


def test_evidence_offered_and_asked_for(reading):
    assert said_with(reading, "single lorry")[1].evidence_offered is EvidenceKind.WITNESSED
    assert said_with(reading, "evidence of the withdrawal")[1].asks_for_evidence


def test_what_the_outlet_states_itself_is_kept_apart(reading):
    statement = next(s for s in reading.own_voice if "fled the valley" in ARTICLE[slice(*s.content[0])])
    assert "quantity" in statement.why
    assert statement.meaning.quantities[0].value == 12_000


def test_without_a_day_of_publication_a_relative_time_is_unresolved_and_says_so():
    reading = read_text(ARTICLE, id="article")
    meaning = said_with(reading, "fighting could resume")[1]
    assert meaning.due is None
    assert meaning.said is None
    assert [time.reason for time in meaning.times] == ["no publication date"]


def test_reading_twice_gives_the_same(reading):
    assert read_text(ARTICLE, id="article", published="2031-05-13") == reading
