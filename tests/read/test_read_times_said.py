"""When something was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times.said import said_of

PUBLISHED = "2022-02-16T08:00:00Z"


def said(
    parse: Callable[[str], Parse],
    text: str,
    words: tuple[str, str, str],
    published: str | None = PUBLISHED,
) -> tuple[str | None, bool]:
    source, cue, content = (_spans(text, part) for part in words)
    return said_of(parse(text), source, cue, content, published)


def _spans(text: str, part: str) -> Spans:
    return ((text.index(part), text.index(part) + len(part)),) if part else ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "day"),
    [
        ("The mine is safe, Ms. Arbo said on Tuesday.", "Ms. Arbo", "said", "The mine is safe", "2022-02-15"),
        (
            "She told reporters on 4 February that all is well.",
            "She",
            "told",
            "that all is well",
            "2022-02-04",
        ),
        ("On Monday, Ms. Arbo said all is well.", "Ms. Arbo", "said", "all is well", "2022-02-14"),
        (
            "All is well, says a memo released Friday.",
            "a memo released Friday",
            "says",
            "All is well",
            "2022-02-11",
        ),
        ("She said in a statement late Monday all is well.", "She", "said", "all is well", "2022-02-14"),
    ],
)
def test_the_time_at_the_reporting_words_is_that_of_saying(
    parse: Callable[[str], Parse], text: str, source: str, cue: str, content: str, day: str
) -> None:
    assert said(parse, text, (source, cue, content)) == (day, True)


def test_a_time_inside_the_content_is_not(parse: Callable[[str], Parse]) -> None:
    text = "Ms. Arbo said the mine closed on Monday."
    assert said(parse, text, ("Ms. Arbo", "said", "the mine closed on Monday")) == ("2022-02-16", False)


def test_a_time_that_describes_the_source_is_not(parse: Callable[[str], Parse]) -> None:
    text = "Ms. Arbo, the 2012 candidate, said all is well."
    assert said(parse, text, ("Ms. Arbo, the 2012 candidate,", "said", "all is well")) == (
        "2022-02-16",
        False,
    )


def test_without_any_date_it_is_not_known(parse: Callable[[str], Parse]) -> None:
    words = ("Ms. Arbo", "said", "all is well")
    assert said(parse, "Ms. Arbo said on Monday all is well.", words, None) == (None, False)
    assert said(parse, "On May 4, 2021, Ms. Arbo said all is well.", words, None) == ("2021-05-04", True)


def test_a_transcript_turn_was_said_on_the_day_of_publication(parse: Callable[[str], Parse]) -> None:
    text = "Ms. Arbo: We will stay."
    assert said(parse, text, ("Ms. Arbo", "", "We will stay.")) == ("2022-02-16", False)
    assert said_of(parse(""), (), (), (), PUBLISHED) == ("2022-02-16", False)
