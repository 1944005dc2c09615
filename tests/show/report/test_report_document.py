"""A long text goes on on further pages, and links between them lead to the right one."""

from __future__ import annotations

import re

from counterclaim.model.document import Document
from counterclaim.model.meaning import Certainty, Meaning, Orientation, Polarity, Speaker
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.show.report.document import document_pages

LARGEST = 300_000
SENTENCE = "Gate {} of the harbour is open & quiet, the keeper said.\n\n"
MEANING = Meaning(polarity=Polarity.AFFIRMS, certainty=Certainty.CERTAIN, orientation=Orientation.PAST)


def speech(count: int, title: str | None = None) -> Reading:
    """So many paragraphs, each somebody's claim, the last of them inside the first."""
    text = "".join(SENTENCE.format(number) for number in range(count))
    sha256 = text_sha256(text)
    doc = Document(
        id="x", name="x", text=text, sha256=sha256, language="en", cleaner="1", title=title,
        title_is_separate=title is not None, title_sha256=text_sha256(title) if title else None,
    )  # fmt: skip
    made = []
    for number in range(count):
        start = text.index(SENTENCE.format(number))
        content = ((start, text.index(", the keeper", start)),)
        receipt = make_receipt(text, sha256, (), (), content)
        claim = Claim(id=f"c{number:016}", content=content, confidence=0.9, receipt=receipt, meaning=MEANING)
        made.append(
            Attribution(
                id=f"a{number}", source=(), cue=(), content=content, quote_type=QuoteType.DIRECT,
                parent="a0" if number == count - 1 else None, confidence=0.9, receipt=receipt,
                claims=(claim,),
                speaker=Speaker(name="the keeper"),
            )
        )  # fmt: skip
    return Reading(document=doc, attributions=tuple(made), reader="1")


def test_a_short_text_has_one_page() -> None:
    made = document_pages(speech(3), "d1", {"c" + "0" * 16}, [])
    assert [path for path, _ in made.pages] == ["documents/d1.html"]
    assert made.receipts["c" + "0" * 16].href == "documents/d1.html#c" + "0" * 16


def test_only_what_is_wanted_gets_an_anchor() -> None:
    made = document_pages(speech(3), "d1", {f"c{1:016}"}, [])
    assert re.findall(r'id="(c\d+)"', made.pages[0][1]) == [f"c{1:016}"]
    assert set(made.receipts) == {f"c{1:016}"}


def test_a_long_text_has_several_pages_and_each_claim_leads_to_its_own() -> None:
    count = 400
    wanted = {f"c{number:016}" for number in range(count)}
    made = document_pages(speech(count), "d1", wanted, [])
    pages = dict(made.pages)
    assert len(pages) > 1
    assert max(len(text.encode()) for text in pages.values()) < LARGEST
    for id, receipt in made.receipts.items():
        path, _, anchor = receipt.href.partition("#")
        assert anchor == id
        assert f'id="{id}"' in pages[path]


def test_links_between_the_pages_of_a_text_name_the_other_page() -> None:
    made = document_pages(speech(400), "d1", set(), [])
    pages = dict(made.pages)
    last = list(pages)[-1]
    assert 'href="d1.html#t-card1">inside 1' in pages[last]
    for path, text in pages.items():
        for file, anchor in re.findall(r'href="(d1[^"#]*)?#([^"]+)"', text):
            assert f'id="{anchor}"' in pages[f"documents/{file}" if file else path], (path, file, anchor)


def test_a_further_page_of_a_text_has_its_heading() -> None:
    *_, (_, last) = document_pages(speech(400), "d1", set(), []).pages
    assert re.findall(r"<(h[1-3])\b[^>]*>(?:<bdi>)?([^<]*)", last) == [
        ("h1", "Who says what in this text"),
        ("h2", "x"),
    ]


def test_every_word_is_on_some_page_in_order() -> None:
    reading = speech(400)
    text = "".join(text for _, text in document_pages(reading, "d1", {f"c{3:016}"}, []).pages)
    words = re.findall(r"(?<=>)[^<]*", "".join(re.findall(r'<p class="words".*?</p>', text, re.DOTALL)))
    shown = "".join("".join(words).split()).replace("&amp;", "&")
    shown = re.sub(r"\d+(?=Gate)", "", shown)  # the numbers of the cards
    assert shown == "".join(reading.document.text.split())


def test_a_title_that_stands_apart_keeps_its_own_row() -> None:
    made = document_pages(speech(2, title="Gates & keepers"), "d1", {f"c{0:016}", f"c{1:016}"}, [])
    ((_, text),) = made.pages
    assert re.search(r'<h2 class="words"[^>]*>Gates &amp; keepers</h2>', text)
    assert re.search(rf'id="c{0:016}">Gate 0 of the harbour is open &amp; quiet<', text)
