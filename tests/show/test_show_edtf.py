"""EDTF in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.show.edtf import due_words, edtf_words, shown_time


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031", "2031"),
        ("2031-03", "Mar 2031"),
        ("2031-03-04", "4 Mar 2031"),
        ("2031-21", "spring 2031"),
        ("2031-24", "winter 2031"),
        ("2031-03-04~", "about 4 Mar 2031"),
        ("2031?", "perhaps 2031"),
        ("2031-03%", "perhaps about Mar 2031"),
        ("2031-03-04T05:30", "4 Mar 2031, 05:30"),
        ("2031-03-04T05:30:00Z", "4 Mar 2031, 05:30 UTC"),
        ("2031-03-04T05:30+02:00", "4 Mar 2031, 05:30 +02:00"),
        ("2031-03-04/..", "from 4 Mar 2031 on"),
        ("../2031-03-04", "until 4 Mar 2031"),
        ("2031-03-04/2031-03-09", "4–9 Mar 2031"),
        ("2031-02-26/2031-03-04", "26 Feb to 4 Mar 2031"),
        ("2030-12-30/2031-01-02", "30 Dec 2030 to 2 Jan 2031"),
        ("2031-07/2031-09", "Jul to Sep 2031"),
        ("2031-21/2031-23", "spring to autumn 2031"),
        ("2030/2039", "2030 to 2039"),
        ("2031-03-04/2031-03-09~", "4 Mar 2031 to about 9 Mar 2031"),
        ("2031-03-04/2031", "4 Mar 2031 to 2031"),
    ],
)
def test_a_time_is_put_as_a_reader_says_it(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/2031",
        "2031-13",
        "2031-02-30",
        "2031-25",
        "0000",
        "203X",
        "soon",
        "2031-03-04 ",
        "٢٠٣١",
    ],
)
def test_what_is_no_such_time_stays_as_it_is(text: str) -> None:
    assert edtf_words(text) is None
    assert shown_time(text) == text


def test_a_time_by_which_something_falls_due_is_told_from_one_at_which_it_does() -> None:
    assert due_words("../2031-03-04") == "due by 4 Mar 2031"
    assert due_words("2031-03-04/..") == "due from 4 Mar 2031 on"
    assert due_words("2031-03") == "due Mar 2031"
    assert due_words("some day") == "due some day"


@given(st.text(alphabet="0123456789-/.~?%T:XZ+", max_size=24))
def test_no_text_is_too_odd(text: str) -> None:
    assert shown_time(text) == (edtf_words(text) or text)


@given(st.dates())
def test_every_day_keeps_its_year(day) -> None:
    assert shown_time(day.isoformat()).endswith(f" {day.year:04}")
