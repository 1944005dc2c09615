"""When a forecast or commitment falls due."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.meaning import Orientation
from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse, Parser
from counterclaim.read.times import calendar
from counterclaim.read.times.due import due_of
from counterclaim.read.times.events import dated_events
from counterclaim.read.times.resolve import find_times
from counterclaim.read.times.said import said_of

PUBLISHED = "2022-02-16"


def due(
    parse: Callable[[str], Parse],
    text: str,
    claim: str | None = None,
    orientation: Orientation = Orientation.FUTURE,
    published: str | None = PUBLISHED,
) -> str | None:
    start = text.index(claim) if claim else 0
    spans: Spans = ((start, start + len(claim or text)),)
    parsed = parse(text)
    times = find_times(parsed, spans, published)
    return due_of(parsed, spans, times, orientation, published, dated_events(parsed, published))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The attack could come as early as Wednesday.", "2022-02-16/.."),
        ("We will rebuild the bridge by the end of 2030.", "../2030-12-31"),
        ("The report will be published this summer.", "2022-06/2022-08"),
        ("The exercise will end in a few days.", "2022-02-17/2022-02-21~"),
        ("The next few days will be decisive.", "2022-02-16/2022-02-20~"),
        ("The council will vote in June, when the new law takes effect.", "2022-06"),
        ("At least ten drills are planned this year.", "2022"),
    ],
)
def test_the_time_of_the_forecast_is_its_due(parse: Callable[[str], Parse], text: str, edtf: str) -> None:
    assert due(parse, text) == edtf


def test_only_forecasts_and_commitments_fall_due(parse: Callable[[str], Parse]) -> None:
    text = "The troops will leave on Friday."
    assert due(parse, text, orientation=Orientation.COMMITMENT) == "2022-02-18"
    assert due(parse, text, orientation=Orientation.REQUEST) is None


def test_times_of_the_past_are_background(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "The troops will leave by March, after the talks held in January.") == "../2022-03"
    assert due(parse, "She will answer the letter that she received on January 26.") is None
    assert due(parse, "We will go on as we have since 2014.") is None


def test_an_event_with_a_time_can_be_the_limit(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "The fight will go on until the party's convention in July.") == "../2022-07"
    assert due(parse, "He will leave the race before the party's convention in July.") == "../2022-07"


def test_a_condition_is_no_due_but_an_ultimatum_is(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "If the parliament adopts the bill on Friday, the truce will be over.") is None
    text = "She will withdraw the offer unless the talks begin by March 6."
    assert due(parse, text) == "2022-03-06/.."


def test_vague_words_have_no_due(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "The bill will be presented very soon.") is None
    assert due(parse, "They will not admit the country tomorrow.") is None


def test_of_two_times_the_narrower_counts(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "The ships will sail this week, on Friday.") == "2022-02-18"


def test_two_joined_times_are_a_stretch(parse: Callable[[str], Parse]) -> None:
    text = "The tour will lead her through the valley in March and along the coast in May."
    assert due(parse, text) == "2022-03/2022-05"


def test_a_clause_around_the_claim_may_give_the_time(parse: Callable[[str], Parse]) -> None:
    text = "Twenty writers work on the task, whose findings will be released in a book this August."
    assert due(parse, text, "whose findings") == "2022-08"
    assert due(parse, "She said on Tuesday that the mine will close.", "the mine will close") is None


def test_an_event_may_be_dated_elsewhere_in_the_text(parse: Callable[[str], Parse]) -> None:
    text = "The debate will take place in Lenz on March 3. Mr. Arbo promised to win the debate."
    assert due(parse, text, "to win the debate") == "2022-03-03"
    text = "She spoke on Tuesday, six days before the primary. She plans to vote in the primary."
    assert due(parse, text, "to vote in the primary") == "2022-02-21"


def test_that_day_is_the_last_one_named(parse: Callable[[str], Parse]) -> None:
    text = "Ms. Arbo will speak on March 3. Mr. Lund agreed to speak on the same day."
    assert due(parse, text, "to speak on the same day") == "2022-03-03"


def test_an_event_with_two_dates_has_none(parse: Callable[[str], Parse]) -> None:
    text = (
        "The debate will be held on March 3. The debate will be held on March 9. "
        "Mr. Arbo promised to win the debate."
    )
    assert due(parse, text, "to win the debate") is None


def test_without_publication_date_only_an_absolute_due_is_told(parse: Callable[[str], Parse]) -> None:
    assert due(parse, "We will rebuild the bridge by 2030.", published=None) == "../2030"
    assert due(parse, "We will rebuild the bridge by Friday.", published=None) is None


PARSER = Parser()
WORDS = st.sampled_from(
    """
    will on the vote debate before until if unless and said by Friday May July 2030 this year . , in days
    ago today
    """.split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, PUBLISHED, "soon"]), st.data())
def test_whatever_the_text_a_due_is_edtf_or_none(
    text: str, published: str | None, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    spans: Spans = ((start, data.draw(st.integers(start, len(text)))),)
    parsed = PARSER.parse(text)
    edtf = due_of(
        parsed,
        spans,
        find_times(parsed, spans, published),
        Orientation.FUTURE,
        published,
        dated_events(parsed, published),
    )
    assert edtf is None or calendar.is_edtf(edtf)
    said, _ = said_of(parsed, (), spans, ((0, start),), published)
    assert said is None or calendar.is_edtf(said)
