"""Time expressions found in a text and resolved against its publication date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.meaning import Time
from counterclaim.read.parse import Parse, Parser
from counterclaim.read.times import calendar
from counterclaim.read.times.resolve import find_times

PUBLISHED = "2022-02-16"  # a Wednesday
PARSER = Parser()


def times_of(parse: Callable[[str], Parse], text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(parse(text), ((0, len(text)),), published)


def found(
    parse: Callable[[str], Parse], text: str, published: str | None = PUBLISHED
) -> dict[str, str | None]:
    return {text[slice(*time.span)]: time.edtf for time in times_of(parse, text, published)}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The harbour opened in 2014.", "2014", "2014"),
        ("The harbour opened on 2021-11-30.", "2021-11-30", "2021-11-30"),
        ("The harbour opened on Nov. 30, 2021.", "Nov. 30, 2021", "2021-11-30"),
        ("The harbour opened on the 30th of November 2021.", "30th of November 2021", "2021-11-30"),
        ("The harbour opened on 30.11.2021.", "30.11.2021", "2021-11-30"),
        ("The fair ran from 3 to 5 May 2021.", "3 to 5 May 2021", "2021-05-03/2021-05-05"),
        ("The fair runs on March 3-5.", "March 3-5", "2022-03-03/2022-03-05"),
        ("It was built in the 1990s.", "the 1990s", "1990/1999"),
        ("It was built in the 19th century.", "the 19th century", "1801/1900"),
        ("Exports fell in the third quarter of 2021.", "the third quarter of 2021", "2021-07/2021-09"),
        ("Exports fell in the summer of 2021.", "the summer of 2021", "2021-22"),
        ("Prices fell between April and June 2021.", "April and June 2021", "2021-04/2021-06"),
        ("Prices rose from 2009 to 2011.", "from 2009 to 2011", "2009/2011"),
        ("She retired on Christmas Eve.", "Christmas Eve", "2021-12-24"),
    ],
)
def test_points_of_the_calendar(parse: Callable[[str], Parse], text: str, words: str, edtf: str) -> None:
    assert found(parse, text) == {words: edtf}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("She will speak tomorrow night.", "tomorrow night", "2022-02-17"),
        ("She spoke the day before yesterday.", "the day before yesterday", "2022-02-14"),
        ("The mayor will speak this week.", "this week", "2022-02-14/2022-02-20"),
        ("Exports fell last month.", "last month", "2022-01"),
        ("The bridge will open next year.", "next year", "2023"),
        ("Three days ago the bridge closed.", "Three days ago", "2022-02-13"),
        ("Two weeks ago the bridge closed.", "Two weeks ago", "2022-02-02~"),
        ("A year ago the bridge closed.", "A year ago", "2021"),
        ("We will know in three days.", "in three days", "2022-02-19"),
        ("We will know within two weeks.", "within two weeks", "2022-02-16/2022-03-02"),
        ("We will know in the coming days.", "the coming days", "2022-02-16/2022-02-20~"),
        ("Prices rose over the past two years.", "the past two years", "2020-02-16/2022-02-16"),
        ("The mayor will resign later this month.", "later this month", "2022-02-16/2022-02-28"),
        ("It snowed in mid-January.", "mid-January", "2022-01-11~/2022-01-20~"),
        ("The dam will open early next year.", "early next year", "2023-01/2023-04~"),
        ("They will meet at 5 p.m. in Lenz.", "5 p.m.", "2022-02-16"),
    ],
)
def test_times_that_count_from_the_day_of_saying(
    parse: Callable[[str], Parse], text: str, words: str, edtf: str
) -> None:
    assert found(parse, text) == {words: edtf}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The attack could come as early as Wednesday.", "as early as Wednesday", "2022-02-16/.."),
        ("The attack could come as early as this week.", "as early as this week", "2022-02-16/.."),
        ("The plant will close by the end of 2030.", "by the end of 2030", "../2030-12-31"),
        ("The plant will close by 2030.", "by 2030", "../2030"),
        ("The plant will close before July.", "before July", "../2022-06"),
        ("The plant will stay open until Friday.", "until Friday", "../2022-02-18"),
        ("The plant has been closed since 2019.", "since 2019", "2019/.."),
        ("The fee will rise from March 1.", "from March 1", "2022-03-01/.."),
        ("They talked about the vote after the 2014 coup.", "after the 2014", "2014/.."),
    ],
)
def test_words_that_set_a_limit_belong_to_the_expression(
    parse: Callable[[str], Parse], text: str, words: str, edtf: str
) -> None:
    assert found(parse, text) == {words: edtf}


def test_the_tense_tells_which_weekday_is_meant(parse: Callable[[str], Parse]) -> None:
    assert found(parse, "The minister resigned on Tuesday.") == {"Tuesday": "2022-02-15"}
    assert found(parse, "The minister will resign on Tuesday.") == {"Tuesday": "2022-02-22"}
    assert found(parse, "The minister resigned on Wednesday.") == {"Wednesday": PUBLISHED}


def test_the_tense_tells_which_month_is_meant(parse: Callable[[str], Parse]) -> None:
    assert found(parse, "The minister resigned in October.") == {"October": "2021-10"}
    assert found(parse, "The minister will resign in October.") == {"October": "2022-10"}


@pytest.mark.parametrize(
    ("text", "edtf", "other"),
    [
        ("They will meet next Friday.", "2022-02-25", "2022-02-18"),
        ("The form is dated 03/04/2022.", "2022-03-04", "2022-04-03"),
        ("Friday: a day of rain.", "2022-02-11", "2022-02-18"),
    ],
)
def test_words_with_two_readings_keep_both(
    parse: Callable[[str], Parse], text: str, edtf: str, other: str
) -> None:
    (time,) = times_of(parse, text)
    assert (time.edtf, time.alternatives) == (edtf, (other,))


def test_a_time_told_twice_is_one(parse: Callable[[str], Parse]) -> None:
    text = "The talks are set for later this week, February 18, in Lenz."
    assert found(parse, text) == {"later this week, February 18": "2022-02-18"}
    assert found(parse, "She resigned on Tuesday at 9 p.m. in Lenz.") == {"Tuesday at 9 p.m.": "2022-02-15"}


@pytest.mark.parametrize(
    "text",
    [
        "The siege has lasted for three years.",
        "It may rain, and she may march with us.",
        "Some 2000 people came.",
        "The tower was built in two years.",
        "It was the worst storm in a decade.",
        "He won on Super Tuesday.",
        "He signed the bill the next day.",
        "The talks may last months.",
        "Resolution 1975 was adopted.",
    ],
)
def test_lengths_and_other_words_are_no_times(parse: Callable[[str], Parse], text: str) -> None:
    assert found(parse, text) == {}


def test_without_publication_date_only_absolute_times_resolve(parse: Callable[[str], Parse]) -> None:
    text = "On Friday and on May 9 they marked the truce of May 9, 2014, and that of 1990."
    times = times_of(parse, text, None)
    assert [(time.edtf, time.reason) for time in times] == [
        (None, "no publication date"),
        (None, "no publication date"),
        ("2014-05-09", None),
        ("1990", None),
    ]


def test_a_time_without_definite_length_says_so(parse: Callable[[str], Parse]) -> None:
    (time,) = times_of(parse, "Several years ago the bridge closed.")
    assert (time.edtf, time.reason) == (None, "no definite length")


def test_an_anchor_takes_the_place_of_the_publication_date(parse: Callable[[str], Parse]) -> None:
    text = "I will decide tomorrow."
    (time,) = find_times(parse(text), ((0, len(text)),), PUBLISHED, anchor="2022-01-01")
    assert time.edtf == "2022-01-02"


def test_only_what_lies_in_the_spans_is_found(parse: Callable[[str], Parse]) -> None:
    text = "On Monday she said the dam would open in 2030."
    (time,) = find_times(parse(text), ((15, len(text)),), PUBLISHED)
    assert text[slice(*time.span)] == "2030"


PIECES = st.sampled_from(
    """
    by since until from to and the early late mid- end of this next last in within ago week weeks year years
    Friday May March 31 30 29 February 2022 1999 9999 0 12/13/2022 31.02.2021 Christmas winter quarter third
    few several a couple century 21st 1990s '90s tomorrow tonight at 5 pm 25:61 - , . ( as soon before after
    9999-12-31 days hundred ’s second half New_Year's_Eve 9000 decades \\n
    """.replace("_", "\u00a0").split(" ")
)
PUBLICATIONS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.dates().map(str),
    st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=14).map(" ".join), PUBLICATIONS, st.data())
def test_any_text_and_date_give_valid_times_inside_the_spans(
    text: str, published: str | None, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    times = find_times(PARSER.parse(text), ((start, end),), published)
    for time in times:
        assert start <= time.span[0] < time.span[1] <= end
        assert (time.edtf is None) == (time.reason is not None)
        assert all(
            calendar.is_edtf(edtf) for edtf in (*time.alternatives, *([time.edtf] if time.edtf else []))
        )
    assert list(times) == sorted(times, key=lambda time: time.span)
