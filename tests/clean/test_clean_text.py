"""Text files and corpus records become documents without losing a character."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean import CLEANER, clean
from counterclaim.errors import EmptyInput, NotText
from counterclaim.model.document import Capture, MarkKind, Media

HEAD = "Mayor says bridge is safe, but engineers see cracks"
BODY = "The mayor of Keldmoor showed a video of lorries crossing the bridge. It was filmed on Monday morning."


def text_file(text: str, **fields: object) -> Capture:
    return Capture(name="in/a.txt", data=text.encode(), media=Media.TEXT, id="a.txt", **fields)


def record(text: str, **fields: object) -> Capture:
    return Capture(name="corpus.jsonl:1", data=text.encode(), media=Media.RECORD, id="a1", **fields)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_text_file_is_a_document_with_its_headline_as_title():
    text = f"{HEAD} | Town\r\n\r\n{BODY}\r\n"
    document = clean(text_file(text, published="2031-03-04"))
    assert document.text == text
    assert (document.id, document.name, document.published) == ("a.txt", "in/a.txt", "2031-03-04")
    assert (document.title, document.title_is_separate, document.title_sha256) == (HEAD, False, None)
    assert document.sha256 == sha(text)
    assert document.headlines == ((0, len(HEAD)),)
    assert [mark.kind for mark in document.marks] == [MarkKind.SECTION_NAME]
    assert (document.language, document.not_read, document.cleaner) == ("en", None, CLEANER)


def test_a_text_file_without_a_headline_has_no_title():
    assert clean(text_file(f"{BODY}\n\n{BODY}")).title is None


def test_the_title_of_a_record_is_a_text_of_its_own():
    document = clean(
        record(BODY, title=HEAD, url="https://courier.example/1", publisher="Courier", published="2031-03-04")
    )
    assert (document.title, document.title_is_separate, document.title_sha256) == (HEAD, True, sha(HEAD))
    assert (document.url, document.publisher, document.published) == (
        "https://courier.example/1",
        "Courier",
        "2031-03-04",
    )
    assert (document.headlines, document.marks) == ((), ())


def test_a_record_whose_text_begins_with_its_title_is_not_read_twice():
    text = f"{HEAD}\n\n{BODY}"
    document = clean(record(text, title=HEAD))
    assert document.title == HEAD
    assert [(mark.kind, text[mark.start : mark.end]) for mark in document.marks] == [
        (MarkKind.REPEATED_HEADLINE, HEAD)
    ]


def test_a_record_without_a_title_is_treated_as_a_text_file():
    document = clean(record(f"{HEAD}\n\n{BODY}"))
    assert (document.title, document.title_is_separate) == (HEAD, False)


@given(st.text().filter(str.strip), st.sampled_from([Media.TEXT, Media.RECORD]))
def test_nothing_is_cut_and_every_span_lies_within(text, media):
    document = clean(Capture(name="a", data=text.encode(), media=media, id="a", language="en"))
    assert document.text == (text.removeprefix("\ufeff") if media is Media.TEXT else text)
    assert document.sha256 == sha(document.text)
    spans = [(mark.start, mark.end) for mark in document.marks]
    assert spans == sorted(spans)
    for start, end in [*spans, *document.headlines]:
        assert 0 <= start < end <= len(document.text)


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\xa0\u2003\n"])
def test_white_space_of_any_kind_is_no_text(text):
    with pytest.raises(EmptyInput):
        clean(text_file(text))


def test_bytes_in_another_encoding_are_refused_by_name():
    with pytest.raises(NotText, match=r"in/a\.txt"):
        clean(Capture(name="in/a.txt", data=b"caf\xe9", media=Media.TEXT, id="a.txt"))


def test_the_same_capture_gives_the_same_document():
    capture = text_file(f"{HEAD}\n\n{BODY}")
    assert clean(capture) == clean(capture)


def test_the_article_that_it_all_began_with(shared):
    text = shared("story/article.txt").read_bytes()
    document = clean(Capture(name="article.txt", data=text, media=Media.TEXT, id="article.txt"))
    assert document.text.encode() == text
    title = "Russia shares photos of military departures, but NATO sees troop build-up continues"
    assert document.title == title
    assert [document.text[start:end] for start, end in document.headlines] == [
        title,
        "More troops on the way",
    ]
    assert [(mark.kind.value, document.text[mark.start : mark.end]) for mark in document.marks] == [
        ("section name", "| abroad"),
        ("repeated headline", f"{title} |  abroad"),
        ("boilerplate", "The text continues below the tweet."),
        ("boilerplate", "Leave a Reply"),
        ("boilerplate", "Your email address will not be published. Required fields are marked *"),
        ("boilerplate", "Back To Top"),
    ]


@pytest.mark.parametrize("letter", "ABCDEF")
def test_no_word_of_a_gold_attribution_is_marked(shared, letter):
    lost = []
    for line in shared(f"gold/world-{letter}.attributions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks = clean(record(row["text"], language="en")).marks
        for attribution in row["attributions"]:
            for start, end in attribution["content"]:
                if any(mark.start < end and start < mark.end for mark in marks):
                    lost.append((row["id"], row["text"][start:end]))
    assert lost == []


def test_a_default_date_is_for_texts_that_state_none():
    for stated, day in ((None, "2000-01-01"), ("2031-03-04", "2031-03-04")):
        capture = Capture(
            name="a",
            id="a",
            data=b"Shut.",
            media=Media.RECORD,
            published=stated,
            default_published="2000-01-01",
        )
        assert clean(capture).published == day
