"""Leftovers of web pages are told from the sentences of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean.boilerplate import is_leftover, leftover_marks
from counterclaim.clean.lines import split_lines
from counterclaim.model.document import MarkKind

PROSE = "The mayor of Keldmoor said on Monday that the bridge would stay shut until the river had fallen."


def marked(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in leftover_marks(split_lines(text))]


@pytest.mark.parametrize(
    "line",
    [
        "The text continues below the tweet.",
        "Text continues below the video",
        "Article continues after advertisement",
        "STORY CONTINUES BELOW",
        "Continue reading the main story",
        "Leave a Reply",
        "LEAVE A COMMENT",
        "Your email address will not be published. Required fields are marked *",
        "You must be logged in to post a comment.",
        "Comments are closed.",
        "Comments (14)",
        "941 comments",
        "Name *",
        "Back To Top",
        "↑ Back to top",
        "Skip to content",
        "Share this article",
        "Share on Facebook",
        "Share this story with friends",
        "Facebook Twitter WhatsApp Email Print",
        "Share | Tweet | Email",
        "Tweet",
        "Read more: What the river did in 1931",
        "Read also: Ferry to run twice a day",
        "Also read: Ferry to run twice a day",
        "READ MORE",
        "Related: A short history of the bridge",
        "Related articles",
        "More stories from Keldmoor",
        "Most read",
        "You may also like",
        "Advertisement",
        "- Advertisement -",
        "Sponsored content",
        "Sign up for our newsletter and get the news of the river every morning",
        "Subscribe to the Courier",
        "Subscribe now",
        "Get the day’s headlines delivered to your inbox",
        "Follow us on Twitter",
        "Follow Ilse Marrow on Twitter @ilsemarrow.",
        "Download our app for Android and iOS",
        "Already a subscriber? Log in",
        "Log in to comment",
        "This site uses cookies to give you the best experience.",
        "By continuing to use this site you agree to our use of cookies.",
        "Accept all cookies",
        "Privacy Policy",
        "© 2031 Harbour Courier. All rights reserved.",
        "All rights reserved",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Photo: Ilse Marrow/Reuters",
        "Photograph by Ilse Marrow",
        "Image source, Getty Images",
        "Ilse Marrow/Courier via Getty Images",
        "(AP Photo/Ilse Marrow)",
        "Click here to see the pictures",
        "Watch the video above",
        "Loading...",
        "Print",
        "Print this page",
        "Email",
        "Tags: bridge, river, Keldmoor",
        "Filed under: Town",
        "4 min read",
        "Unfortunately, this video is not available in your region.",
        "Please enable JavaScript to view the comments.",
        ".article-body {",
        "text-align: left;",
    ],
)
def test_a_line_that_speaks_about_the_page_is_a_leftover(line):
    assert is_leftover(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "More troops on the way",
        "Two numbers",
        "“Follow us,” she said.",
        "Follow us home, the ferryman told them.",
        "The story continues under a new government.",
        "The report continues to trouble the ministry.",
        "The article was published on Monday.",
        "Read the mayor’s lips: the bridge is shut.",
        "Comment is free, she said.",
        "Comments by the mayor caused an uproar.",
        "No comment.",
        "“No comment”",
        "Print.",
        "Home again",
        "Share prices fell after the announcement.",
        "Shares of the ferry company rose",
        "Subscribers lost their money.",
        "Advertisements for the ferry were removed.",
        "Sign of the times",
        "Cookies were served in the mayor’s office.",
        "The company uses cookies to follow its customers, the regulator said.",
        "Image of the bridge was false, ministry says",
        "Photo shows the bridge intact",
        "Video: mayor “lied”",
        "Top officials said the river would fall.",
        "Latest figures show a rise",
        "Related charges were dropped.",
        "More people than last year crossed the bridge.",
        "Register of voters destroyed",
        "Loading of grain resumed on Friday.",
        "Copyright law is to change.",
        "Join the army, the posters say.",
        "Back to the bridge.",
        "Reuters",
        "Ilse Marrow, Keldmoor",
        "Khans: mayor stirs ‘ugliness’;",
        "",
    ],
)
def test_a_line_of_an_article_is_none(line):
    assert not is_leftover(line)


def test_leftovers_are_marked_where_they_stand():
    text = f"{PROSE}\n\n  Read also: The ferry\r\n\r\n{PROSE}\n\n{PROSE}\n"
    (mark,) = leftover_marks(split_lines(text))
    assert mark.kind is MarkKind.BOILERPLATE
    assert text[mark.start : mark.end] == "Read also: The ferry"


def test_a_comment_form_ends_the_article_and_takes_the_short_lines_behind_it():
    text = f"{PROSE}\n\n{PROSE}\n\nLeave a Reply\n\nYour name\n\nWhat is 3 + 4?\n\nSend\n"
    assert marked(text) == ["Leave a Reply", "Your name", "What is 3 + 4?", "Send"]


def test_a_comment_form_above_the_article_ends_nothing():
    text = f"Bridge shut\n\nLeave a comment\n\nTwo numbers\n\n{PROSE}\n\n{PROSE}\n"
    assert marked(text) == ["Leave a comment"]


def test_what_readers_wrote_under_the_form_keeps_what_is_before_it_from_being_marked_by_place():
    text = f"{PROSE}\n\n{PROSE}\n\nPost a comment\n\nYour name\n\n{PROSE}\n"
    assert marked(text) == ["Post a comment"]


def test_in_a_text_without_line_breaks_whole_sentences_and_the_tail_are_marked():
    tail = "Leave a Reply Your email address will not be published. Required fields are marked * Back To Top"
    text = f"{PROSE} The text continues below the tweet. {PROSE} {tail}"
    assert marked(text) == [
        "The text continues below the tweet.",
        "Leave a Reply Your email address will not be published.",
        "Required fields are marked *",
        "Back To Top",
    ]


def test_in_a_text_without_line_breaks_no_part_of_a_sentence_is_marked():
    text = f"{PROSE} She told them to leave a reply, and all rights reserved were lost. {PROSE}"
    assert marked(text) == []


@given(
    st.lists(
        st.sampled_from([PROSE, "Leave a Reply", "Share this", "Two numbers", "Read more: x", "", " "]),
        max_size=9,
    )
)
def test_marks_are_whole_lines_in_order_and_never_the_prose(lines):
    text = "\n\n".join(lines)
    marks = leftover_marks(split_lines(text))
    assert [mark.start for mark in marks] == sorted({mark.start for mark in marks})
    assert all(before.end <= after.start for before, after in pairwise(marks))
    assert all(text[mark.start : mark.end] in lines for mark in marks)
    assert PROSE not in marked(text)


@pytest.mark.parametrize(
    "unit",
    [
        "leave a reply ",
        "we use cookies ",
        "Reuters, ",
        "Aa Bb ",
        "Ab/Cd, Ef via ",
        "by using you agree ",
        "A. ",
    ],
)
def test_no_repetition_takes_more_than_linear_time(unit):
    hostile = unit * (100_000 // len(unit)) + "§"
    leftover_marks(split_lines(hostile))
    leftover_marks(split_lines("\n".join([hostile[-240:]] * 50)))
