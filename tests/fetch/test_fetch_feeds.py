"""Feeds: each entry's own text from a file, the pages they name from an address."""

from __future__ import annotations

import contextlib
import io
import json
import warnings

import feedparser
import pytest
from fetch_fakes import RETRIEVED, FakeWeb, taken
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean import clean
from counterclaim.errors import EmptyInput, FetchFailed, InputError, InputTooLarge, MalformedRecord
from counterclaim.fetch import json_feed as json_feeds
from counterclaim.fetch import xml_feed as xml_feeds
from counterclaim.fetch.feed import bare, web_link, written_day
from counterclaim.fetch.feeds import looks_like_feed, parsed_feed
from counterclaim.fetch.inputs import input_captures
from counterclaim.model.document import Media
from tests.fuzz.seeds import ATOM, JSON_FEED, PAGE, RSS

FEED = "https://courier.example/feed"


def write(tmp_path, data: bytes, name: str = "feed.xml"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_an_entry_is_a_capture_with_what_the_feed_says_of_it(tmp_path):
    path = write(tmp_path, RSS)
    (capture,), (error,) = taken(path, published="2031-01-01")
    assert capture.data.count(b"<p>The mayor said on Monday that the bridge was shut.</p>") == 1
    assert (capture.name, capture.media, capture.id) == (f"{path}:1", Media.HTML, "k1")
    assert (capture.url, capture.title) == ("https://courier.example/1#entry", "Bridge & road shut")
    assert (capture.publisher, capture.published) == ("The Courier", "2031-03-04")
    assert capture.default_published == "2031-01-01"
    assert (type(error), error.where) == (EmptyInput, f"{path}:2")
    assert "no text of its own" in error.wrong


def test_the_content_goes_before_the_summary_and_a_summary_stands_in_for_it(tmp_path):
    (one, two), errors = taken(write(tmp_path, ATOM))
    assert errors == []
    assert (one.url, one.published) == ("https://courier.example/news/1.html#entry", "2031-03-04")
    assert clean(one).text == "It is shut."
    assert (two.url, two.id, clean(two).text) == ("urn:x:2", "urn:x:2", "5 < 6, he said.")


def test_a_json_feed_is_read_too(tmp_path):
    (one, two), errors = taken(write(tmp_path, JSON_FEED, "feed.json"))
    assert errors == []
    assert (one.id, one.url, one.publisher) == ("1", "https://courier.example/1#entry", "The Courier")
    assert (clean(one).text, clean(two).text) == ("It is shut.", "5 < 6, he said.")
    assert two.published == "2031-03-04"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Tue, 04 Mar 2031 23:20:00 -0500", "2031-03-04"),
        ("2031-03-04T23:20:00-05:00", "2031-03-04"),
        ("Tue, 31 Feb 2031 10:00:00 GMT", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_is_the_one_written_whatever_the_time_zone(stated, day):
    assert written_day(stated) == day


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("/1", "https://courier.example/1"),
        (" https://b.example/x ", "https://b.example/x"),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
        ("mailto:a@b.example", None),
        ("", None),
    ],
)
def test_a_link_is_an_address_on_the_web_or_none(link, found):
    assert web_link(link, "https://courier.example/feed") == found


def test_titles_are_words_in_one_line():
    assert bare("<b>Bridge</b>\n &amp; <i>road</i>\x07") == "Bridge & road"


@pytest.mark.parametrize(
    "data", [RSS, ATOM, JSON_FEED, RSS.decode().replace("utf-8", "utf-16").encode("utf-16")]
)
def test_feeds_are_told_by_their_content(data):
    assert looks_like_feed(data)


@pytest.mark.parametrize(
    "data", [PAGE, b"<urlset/>", b'{"version": "2"}', b"", b"The <rss> element", b"\xff\xfe"]
)
def test_what_is_no_feed_is_not_taken_for_one(data):
    assert not looks_like_feed(data)


def test_a_feed_in_utf_16_is_read(tmp_path):
    (capture,), _ = taken(write(tmp_path, RSS.decode().replace("utf-8", "utf-16").encode("utf-16")))
    assert capture.title == "Bridge & road shut"


def test_a_broken_feed_keeps_its_entries(tmp_path):
    broken = b"<rss><channel><item><title>A & B</title><description>It is <b>shut.</description></item><item>"
    (capture,), _ = taken(write(tmp_path, broken))
    assert (capture.title, clean(capture).text) == ("A & B", "A & B\n\nIt is shut.")


def test_a_feed_without_an_entry_is_empty(tmp_path):
    captures, (error,) = taken(write(tmp_path, b"<rss><channel><title>x</title></channel></rss>"))
    assert captures == []
    assert type(error) is EmptyInput


@pytest.mark.parametrize("data", [b'{"version": "https://jsonfeed.org/version/1"', JSON_FEED[:-3]])
def test_a_json_feed_that_is_cut_is_malformed(tmp_path, data):
    captures, (error,) = taken(write(tmp_path, data, "feed.json"))
    assert captures == []
    assert type(error) is MalformedRecord


def test_a_feed_with_too_much_in_it_is_refused(monkeypatch):
    monkeypatch.setattr(xml_feeds, "ENTRIES", 1)
    monkeypatch.setattr(json_feeds, "ENTRIES", 1)
    for data in (RSS, JSON_FEED):
        with pytest.raises(InputTooLarge, match="more than 1 entries"):
            parsed_feed(data, "feed")


def test_an_address_of_a_feed_gives_the_pages_that_it_names():
    web = FakeWeb()
    web.put(FEED, RSS, "application/rss+xml")
    web.put("https://courier.example/1", PAGE)
    page, empty = input_captures([FEED], client=lambda: web)
    assert (page.data, page.url, page.retrieved) == (PAGE, "https://courier.example/1", RETRIEVED)
    assert (page.published, page.default_published) == (None, "2031-03-04")
    assert (type(empty), empty.where) == (EmptyInput, f"{FEED}:2")
    assert web.asked == [FEED, "https://courier.example/1"]


def test_a_page_that_cannot_be_had_leaves_the_reason_and_the_entry_s_own_text():
    web = FakeWeb()
    web.put(FEED, RSS, "application/rss+xml")
    reason, own, _ = input_captures([FEED], client=lambda: web)
    assert (type(reason), reason.where) == (FetchFailed, "https://courier.example/1")
    assert (own.url, own.retrieved, own.name) == ("https://courier.example/1#entry", RETRIEVED, f"{FEED}:1")
    assert b"The mayor said" in own.data


def test_a_page_that_two_entries_name_is_fetched_once():
    items = [{"url": "https://courier.example/1", "content_text": "It is shut."}] * 2
    web = FakeWeb()
    web.put(
        FEED, json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode(), "x/json"
    )
    web.put("https://courier.example/1", PAGE)
    assert len(list(input_captures([FEED], client=lambda: web))) == 1


def has_words(entry) -> bool:
    texts = [content.get("value") for content in dict.get(entry, "content") or []]
    return any(bare(text) for text in [*texts, dict.get(entry, "summary")])


@pytest.mark.parametrize("folder", ["wellformed", "illformed", "json", "encoding", "entities"])
def test_no_feed_of_the_feedparser_tests_does_worse_than_an_error_value(folder, shared):
    """And those whose entries hold text, as feedparser sees it, give as many captures."""
    files = [path for path in shared(f"corpora/feedparser_tests/tests/{folder}").rglob("*") if path.is_file()]
    assert files
    missed = {}
    for path in sorted(files):
        captures, errors = taken(path)
        assert captures or errors
        assert all(isinstance(error, InputError) for error in errors)
        data = path.read_bytes()
        if path.suffix == ".xml" and b"<!ENTITY" not in data.replace(b"\0", b""):
            with warnings.catch_warnings(action="ignore"):
                expected = sum(
                    map(has_words, feedparser.parse(io.BytesIO(data), sanitize_html=False).entries)
                )
            if len(captures) < expected:
                missed[path.name] = (len(captures), expected)
    assert missed == {}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50), max_size=4))
def test_every_text_of_a_json_feed_comes_through(texts):
    items = [{"id": str(number), "content_text": text} for number, text in enumerate(texts)]
    feed = json_feeds.json_feed(json.dumps({"items": items}).encode(), "feed")
    assert [entry.html is not None for entry in feed.entries] == [bool(text.strip()) for text in texts]


@given(
    st.binary(max_size=200), st.sampled_from([b"<rss><channel><item><description>", b"<feed><entry>", b""])
)
def test_no_bytes_do_worse_than_an_error_that_says_so(data, start):
    with contextlib.suppress(InputError):
        assert parsed_feed(start + data, "feed").entries
