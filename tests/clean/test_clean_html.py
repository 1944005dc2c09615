"""A web page becomes its article: title, blank line, paragraphs, with links and media in their places."""

from __future__ import annotations

import socket

import pytest

from counterclaim.clean import CLEANER, article, clean
from counterclaim.errors import InputError
from counterclaim.model.document import Capture, Document, LinkKind, MarkKind, Media

URL = "https://courier.example/2031/03/bridge"
HEADLINE = "Mayor says bridge is safe, but engineers see cracks"
LEAD = "The mayor of Keldmoor showed a video of lorries crossing the bridge. It was filmed on Monday morning."
FLOOD = (
    "The river rose by two metres in the night, according to the river board of Keldmoor, "
    "and a barge broke loose."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{HEADLINE} | Harbour Courier</title>
<meta property="og:title" content="{HEADLINE} | Harbour Courier">
<meta property="og:site_name" content="Harbour Courier">
<meta name="author" content="Ilse Marrow">
<meta property="article:published_time" content="2031-03-04T17:20:00+01:00">
<link rel="canonical" href="{URL}">
</head>
<body>
<header><a href="/"><img src="/logo.png" width="300" height="120"></a>
<nav><ul><li><a href="/town">Town</a></li><li><a href="/port">Port</a></li></ul></nav></header>
<main><article>
<h1>{HEADLINE}</h1>
<figure><img src="/images/bridge.jpg"><figcaption>The bridge on Monday.</figcaption></figure>
<p>{LEAD} The river rose by two metres in the night, according to the
   <a href="/topics/river-board">river board of Keldmoor</a>, and a barge broke loose.</p>
<figure><iframe src="https://www.youtube.com/embed/abc123" width="640" height="360"></iframe></figure>
<p class="hint">The text continues below the video.</p>
<h2>More cracks found</h2>
<p>“We have not seen a <b>repair</b>,” the engineers’ chamber said on Tuesday. It asked for the drawings,
   which the town has <a href="javascript:show()">kept to itself</a> since 1931.</p>
<ul><li>The first span was measured on Monday.</li><li>The second is to follow on Friday.</li></ul>
<blockquote class="twitter-tweet"><p>Nobody has shown us the drawings of the second span.</p>&mdash; Chamber
  <a href="https://twitter.com/chamber/status/17">4 March</a></blockquote>
<p>The town hall did not answer questions.<br>The ferry runs twice a day until the bridge opens again.</p>
</article></main>
<aside><h3>Most read</h3><a href="/other"><img src="/images/other.jpg">Another story</a></aside>
<footer><p>© 2031 Harbour Courier. All rights reserved.</p></footer>
</body></html>"""


def cleaned(source: str, **fields: object) -> Document:
    return clean(Capture(name="page.html", data=source.encode(), media=Media.HTML, id="page.html", **fields))


@pytest.fixture(scope="module")
def document() -> Document:
    return cleaned(PAGE)


def test_the_text_is_title_blank_line_and_paragraphs(document):
    assert document.text.split("\n\n") == [
        HEADLINE,
        f"{LEAD} {FLOOD}",
        "The text continues below the video.",
        "More cracks found",
        "“We have not seen a repair,” the engineers’ chamber said on Tuesday. It asked for the drawings, "
        "which the town has kept to itself since 1931.",
        "The first span was measured on Monday.\nThe second is to follow on Friday.",
        "Nobody has shown us the drawings of the second span.",
        "— Chamber 4 March",
        "The town hall did not answer questions.\nThe ferry runs twice a day until the bridge opens again.",
    ]  # fmt: skip


def test_the_page_says_who_published_it_and_when(document):
    assert (document.title, document.title_is_separate) == (HEADLINE, False)
    assert (document.publisher, document.published, document.byline) == (
        "Harbour Courier",
        "2031-03-04",
        "Ilse Marrow",
    )
    assert (document.url, document.language, document.not_read, document.cleaner) == (
        URL,
        "en",
        None,
        CLEANER,
    )


def test_headlines_and_leftovers_are_spans_of_the_text(document):
    assert [document.text[start:end] for start, end in document.headlines] == [HEADLINE, "More cracks found"]
    assert [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks] == [
        (MarkKind.BOILERPLATE, "The text continues below the video.")
    ]


def test_links_and_media_stand_in_their_places(document):
    text = document.text
    told = [
        (link.kind, link.url, text[link.start : link.end], text[: link.start][-12:])
        for link in document.links
    ]
    assert told == [
        (LinkKind.IMAGE, "https://courier.example/images/bridge.jpg", "", "s see cracks"),
        (
            LinkKind.LINK,
            "https://courier.example/topics/river-board",
            "river board of Keldmoor",
            "ding to the ",
        ),
        (LinkKind.VIDEO, "https://www.youtube.com/embed/abc123", "", "broke loose."),
        (
            LinkKind.EMBED,
            "https://twitter.com/chamber/status/17",
            "Nobody has shown us the drawings of the second span.",
            "on Friday.\n\n",
        ),
        (LinkKind.LINK, "https://twitter.com/chamber/status/17", "4 March", "\n\n— Chamber "),
    ]


def test_what_the_capture_states_goes_before_what_the_page_says():
    stated = cleaned(
        PAGE,
        url="https://mirror.example/1",
        publisher="Mirror",
        published="2031-03-09",
        title="Another title",
        language="de",
    )
    assert (stated.url, stated.publisher, stated.published) == (
        "https://mirror.example/1",
        "Mirror",
        "2031-03-09",
    )
    assert stated.text.startswith("Another title\n\n")
    assert stated.not_read == "language is German (de); this reader reads English"


def test_a_section_name_that_the_heading_has_too_is_marked(document):
    source = PAGE.replace(f"<h1>{HEADLINE}</h1>", f"<h1>{HEADLINE} | Town</h1>").replace(
        "| Harbour Courier", "| Town"
    )
    sectioned = cleaned(source)
    assert sectioned.title == HEADLINE
    assert sectioned.text.startswith(f"{HEADLINE} | Town\n\nThe mayor")
    assert sectioned.marks[0].kind is MarkKind.SECTION_NAME


def test_the_heading_is_the_title_where_the_metadata_are_the_same_on_every_page():
    source = PAGE.replace(
        f'<meta property="og:title" content="{HEADLINE} | Harbour Courier">',
        '<meta property="og:title" content="Harbour Courier: the news of the coast">',
    )
    assert cleaned(source).title == HEADLINE


def test_a_page_without_a_title_begins_with_its_first_paragraph():
    paragraph = f"<p>{LEAD}</p><p>{LEAD} She said no more, and the engineers went home.</p>"
    document = cleaned(f"<html><body><article>{paragraph}</article></body></html>")
    assert document.title is None
    assert document.text.startswith(LEAD)


def test_a_page_in_another_language_is_a_document_that_says_why_it_is_not_read():
    words = "Die Bürgermeisterin sagte am Montag, die Brücke bleibe gesperrt, bis der Fluss gefallen sei. "
    document = cleaned(f"<html lang='en'><body><h1>Brücke gesperrt</h1><p>{words * 6}</p></body></html>")
    assert (document.language, document.not_read) == (
        "de",
        "language is German (de); this reader reads English",
    )


def test_dates_are_those_that_the_page_states_and_none_guessed_from_its_text():
    undated = PAGE.replace("2031-03-04T17:20:00+01:00", "").replace("/2031/03/", "/town/")
    undated = undated.replace("The town hall did not", "On 7 May 2029 the town hall did not")
    assert cleaned(undated).published is None


def test_pictures_that_are_decoration_are_left_out():
    decorated = PAGE.replace(
        "<h2>",
        '<img src="https://ads.example/x.jpg"><img src="/pixel.gif" width="1" height="1">'
        '<img src="data:image/png;base64,AA"><a href="/other-story"><img src="/thumb.jpg"></a>'
        '<div class="author-box"><img src="/portrait.jpg"></div><h2>',
    )
    assert [link.url for link in cleaned(decorated).links] == [link.url for link in cleaned(PAGE).links]


@pytest.mark.parametrize(
    ("embed", "kind", "url"),
    [
        ('<video><source src="/v.mp4" type="video/mp4"></video>', LinkKind.VIDEO, "https://courier.example/v.mp4"),
        ('<audio src="/talk.mp3"></audio>', LinkKind.AUDIO, "https://courier.example/talk.mp3"),
        ('<iframe src="https://open.spotify.com/embed/1"></iframe>', LinkKind.AUDIO, "https://open.spotify.com/embed/1"),
        ('<iframe src="//maps.example/embed?x=1"></iframe>', LinkKind.EMBED, "https://maps.example/embed?x=1"),
        ('<iframe src="/player/9" title="Video: the bridge"></iframe>', LinkKind.VIDEO, "https://courier.example/player/9"),
        ('<img data-src="/lazy.jpg" src="data:image/gif;base64,R0">', LinkKind.IMAGE, "https://courier.example/lazy.jpg"),
        ('<img srcset="/s.jpg 400w, /l.jpg 1600w">', LinkKind.IMAGE, "https://courier.example/l.jpg"),
        ('<script data-telegram-post="board/7"></script>', LinkKind.EMBED, "https://t.me/board/7"),
        ('<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/1/"></blockquote>',
         LinkKind.EMBED, "https://www.instagram.com/p/1/"),
    ],
)  # fmt: skip
def test_every_kind_of_medium_is_found(embed, kind, url):
    document = cleaned(PAGE.replace("<h2>", f"{embed}<h2>"))
    (link,) = [link for link in document.links if link.url == url]
    assert link.kind is kind
    assert link.start == link.end == document.text.index("\n\nMore cracks found")


def test_a_medium_stands_where_its_caption_is_if_the_text_has_it():
    caption = "The deck of the bridge after the night."
    figure = f'<figure><img src="/deck.jpg"><figcaption>{caption}</figcaption></figure>'
    document = cleaned(PAGE.replace("<h2>", f"{figure}<p>{caption}</p><h2>"))
    (link,) = [link for link in document.links if link.url.endswith("deck.jpg")]
    assert document.text[link.start : link.end] == caption


def test_the_space_between_a_link_and_the_words_around_it_is_kept():
    quote = (
        '<blockquote>The <a href="/c">Court</a> <i>has</i> ruled, said <a href="/m">Marrow</a>.</blockquote>'
    )
    document = cleaned(PAGE.replace("<h2>", f"{quote}<h2>"))
    assert "The Court has ruled, said Marrow." in document.text


def test_a_title_of_nothing_visible_is_no_title():
    assert cleaned(PAGE, title="\u200b").text == cleaned(PAGE).text


def test_the_title_is_not_said_again_at_the_start_of_the_body():
    source = PAGE.replace(f"<h1>{HEADLINE}</h1>", "").replace(f"<p>{LEAD}", f"<h2>{HEADLINE}</h2><p>{LEAD}")
    assert cleaned(source).text.count(HEADLINE) == 1


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert cleaned(PAGE.replace("<h2>", '<img src="http://tracker.example/1.jpg"><h2>')).text


def test_the_same_page_gives_the_same_document():
    assert cleaned(PAGE) == cleaned(PAGE)


@pytest.mark.parametrize(
    "stated",
    [
        '{"headline": 5}',
        '{"headline": ["a"], "author": 7}',
        '{"publisher": 5, "author": [3, null], "datePublished": 20310304}',
        '{"publisher": {"name": 5}, "author": {"name": {"a": 1}}}',
        '{"articleSection": 5, "name": {"x": []}, "keywords": 3}',
        "[5, null, []]",
    ],
)
def test_what_a_page_states_in_another_form_than_words_is_no_fault_of_the_run(stated):
    source = stated.replace("{", '{"@context": "https://schema.org", "@type": "NewsArticle", ', 1)
    page = f'<html><head><script type="application/ld+json">{source}</script></head><body><p>{LEAD}</p>'
    assert LEAD in cleaned(page + f"<p>{FLOOD}</p></body></html>").text


@pytest.mark.parametrize("error", [TypeError, ValueError, AttributeError, KeyError, RecursionError])
def test_a_page_that_trafilatura_stumbles_over_is_named(monkeypatch, error):
    def stumble(*_, **__):
        raise error("of theirs")

    monkeypatch.setattr(article, "extract_metadata", stumble)
    with pytest.raises(InputError, match=r"page\.html: its article cannot be taken out") as caught:
        cleaned(PAGE)
    assert "txt file" in caught.value.remedy


def test_a_default_date_gives_way_to_that_of_the_page():
    undated = "".join(line for line in PAGE.splitlines(True) if "published_time" not in line)
    assert cleaned(PAGE, default_published="2000-01-01").published == "2031-03-04"
    assert cleaned(undated, default_published="2000-01-01").published == "2000-01-01"
    assert cleaned(PAGE, published="2000-01-02", default_published="2000-01-01").published == "2000-01-02"
