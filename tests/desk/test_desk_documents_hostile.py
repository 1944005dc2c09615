"""Texts that mean harm, or are very long, in the reading view: they show as text, a part at a time."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient
from lxml import html
from msgspec.structs import replace

from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.document import Link, LinkKind
from counterclaim.model.meaning import Evidence, EvidenceKind
from counterclaim.model.reading import Reading
from counterclaim.model.receipt import text_sha256
from counterclaim.show.web.document_parts import part_at, parts
from tests.ledger.ledger_invented import Article, Say, article, meaning, put

PAGE_BYTES = 150_000
LARGEST = 10_000_000  # bytes; what is larger is refused when it is added
SCRIPT = "<script>alert('x')</script>"
HANDLER = '"><img src=x onerror=alert(1)>'
TURNED = "\u202etxt.exe\u202c"
HARM = [
    SCRIPT,
    HANDLER,
    "</p></article><iframe src=https://x.example>",
    "{{ 7 * 7 }}",
    "<!--",
    "]]>&lt;b&gt;",
]


def served(path: Path, made: Article) -> tuple[TestClient, str, Reading]:
    """A desk on one document, with its id and its reading."""
    with open_ledger(path, create=True) as held:
        put(held, made)
        id = held.documents()[0].id
        reading = held.reading(id)
    return open_desk(path), id, reading


def with_document(made: Article, **facts: object) -> Article:
    document = replace(made.document, **facts)
    return Article(made.capture, document, replace(made.reading, document=document))


def text_of(page: html.HtmlElement) -> str:
    """The words of the text, without the signs between them."""
    for sign in page.xpath(
        "//*[contains(@class, 'words')]//*[@class='number' or @class='claim' or @class='stated']"
    ):
        sign.clear(keep_tail=True)
    return " ".join(" ".join(row.text_content() for row in page.find_class("words")).split())


@pytest.mark.parametrize("harm", HARM)
def test_markup_shows_as_text_wherever_it_stands(tmp_path: Path, harm: str) -> None:
    made = article(
        Say(f"Ada {harm}", f"that {harm} stands; and {harm}", f"Ada {harm}", f"North {harm}"),
        own=f"The outlet says {harm}.",
        title=f"Title {harm}",
        publisher=f"Outlet {harm}",
    )
    client, id, reading = served(tmp_path / "a.db", made)
    with client:
        for path in ("/documents", f"/documents/{id}", f"/documents/{id}/versions"):
            page = client.get(path)
            tree = html.fromstring(page.text)
            assert not tree.xpath("//iframe | //img | //*[@onerror]"), path
            assert {one.get("src") for one in tree.xpath("//script")} <= {
                "/static/desk.js",
                "/static/reading.js",
            }
            assert "49" not in " ".join(tree.xpath("//h1//text()"))
        assert " ".join(reading.document.text.split()) in text_of(
            html.fromstring(client.get(f"/documents/{id}").text)
        )


def test_what_turns_or_hides_letters_is_shown_by_name(tmp_path: Path) -> None:
    made = article(Say("Ada", f"that {TURNED} is\x00safe", "Ada", f"North{TURNED}"), title=f"A {TURNED}")
    client, id, _ = served(tmp_path / "a.db", made)
    with client:
        for path in ("/documents", f"/documents/{id}", f"/documents/{id}/versions"):
            text = client.get(path).text
            assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", text)
            assert "⟨U+202E⟩txt.exe⟨U+202C⟩" in text
        assert "is␀safe" in client.get(f"/documents/{id}").text


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("https://x.example/\u202e", False),
        ("//x.example/a", False),
        ("https://x.example/a?b=1&c=2", True),
        ("http://x.example/", True),
    ],
)
def test_only_addresses_on_the_web_become_links(tmp_path: Path, url: str, leads: bool) -> None:
    film = replace(
        meaning(),
        evidence_offered=EvidenceKind.VIDEO,
        evidence=(Evidence(kind=EvidenceKind.VIDEO, url=url, spans=((0, 3),)),),
    )
    made = with_document(
        article(Say("Ada", "that the bridge stands", "Ada", meaning=film)),
        url=url,
        links=(Link(0, 3, url, LinkKind.LINK), Link(4, 4, url, LinkKind.VIDEO)),
    )
    client, id, _ = served(tmp_path / "a.db", made)
    with client:
        tree = html.fromstring(client.get(f"/documents/{id}").text)
    hrefs = [href for href in tree.xpath("//main//a/@href") if not re.match(r"[/#]\w|#", href)]
    assert set(hrefs) == ({url} if leads else set())
    assert len(hrefs) >= 3 or not leads
    for link in tree.xpath("//main//a[starts-with(@href, 'http')]"):
        assert "noopener" in link.get("rel")


def long_article(count: int, words: str = "that the bridge no {} stands") -> Article:
    return article(*(Say("Ada Lund", words.format(at), "Ada Lund", "Northland") for at in range(count)))


def test_a_long_text_comes_in_parts_that_hold_every_word_and_every_claim_once(tmp_path: Path) -> None:
    client, id, reading = served(tmp_path / "a.db", long_article(400))
    found = parts(reading)
    assert len(found) > 3
    words, claims = [], []
    with client:
        for part in range(1, len(found) + 1):
            page = client.get(f"/documents/{id}?part={part}")
            assert len(page.content) <= PAGE_BYTES
            tree = html.fromstring(page.text)
            claims += tree.xpath("//*[@data-claim]/@data-claim")
            assert not {href[1:] for href in tree.xpath("//a/@href") if href[0] == "#"} - set(
                tree.xpath("//@id")
            )
            words.append(text_of(tree).removeprefix("The bridge "))
    assert claims == [claim.id for one in reading.attributions for claim in one.claims]
    assert " ".join(words) == " ".join(reading.document.text.split())


def test_a_link_to_a_claim_leads_to_the_part_where_it_stands(tmp_path: Path) -> None:
    client, id, reading = served(tmp_path / "a.db", long_article(400))
    last = reading.attributions[-1].claims[0].id
    with client:
        assert f'id="{last}"' not in client.get(f"/documents/{id}").text
        led = client.get(f"/claims/{last}")
        assert f'id="{last}"' in led.text
        assert f'id="{last}"' in client.get(f"/documents/{id}?attribution={len(reading.attributions)}").text
        assert f'id="{last}"' in client.get(f"/documents/{id}?part=99999").text


def test_a_speech_over_several_parts_keeps_its_claims_beside_their_words(tmp_path: Path) -> None:
    speech = "; ".join(f"that the bridge no {at} stands and that it is painted in red" for at in range(500))
    client, id, reading = served(tmp_path / "a.db", article(Say("Ada Lund", speech, "Ada Lund")))
    found = parts(reading)
    claims = []
    with client:
        for part in range(1, len(found) + 1):
            page = client.get(f"/documents/{id}?part={part}")
            assert len(page.content) <= PAGE_BYTES
            tree = html.fromstring(page.text)
            here = tree.xpath("//*[@data-claim]/@data-claim")
            assert set(here) <= set(tree.xpath("//@id"))
            claims += here
            if part > 1:
                (more,) = tree.xpath("//li[@class='continued']//a[@class='number']/@href")[:1]
                assert more == f"/documents/{id}?attribution=1#t-card1"
    assert len(found) > 2
    assert claims == [claim.id for claim in reading.attributions[0].claims]


@pytest.mark.parametrize(
    "stuff",
    ["<script>alert(1)</script> ", TURNED + " ", "x", "word\n\n", "\x00", "1 < 2 & 3. "],
    ids=["script", "turned", "one word", "paragraphs", "nul", "signs"],
)
def test_ten_megabytes_show_as_text_in_pages_of_bounded_size(tmp_path: Path, stuff: str) -> None:
    text = stuff * (LARGEST // len(stuff.encode()))
    made = with_document(
        article(), text=text, sha256=text_sha256(text), not_read="in no language that is read"
    )
    client, id, reading = served(tmp_path / "a.db", made)
    count = len(parts(reading))
    with client:
        for part in (1, count // 2, count):
            start = time.process_time()
            page = client.get(f"/documents/{id}?part={part}")
            assert time.process_time() - start < 8
            assert len(page.content) <= PAGE_BYTES
            assert "<script>alert" not in page.text
            assert f"Part {part} of {count}" in page.text
        assert len(client.get(f"/documents/{id}/versions").content) <= PAGE_BYTES


def test_parts_touch_and_hold_the_whole_text() -> None:
    reading = long_article(400).reading
    found = parts(reading)
    assert found[0][0] == 0
    assert found[-1][1] == len(reading.document.text) + 1
    assert all(left[1] == right[0] for left, right in pairwise(found))
    for start, _ in found[1:]:
        assert reading.document.text[start - 1] == "\n"
    assert [part_at(found, start) for start, _ in found] == list(range(len(found)))
    assert part_at(found, found[1][0] - 1) == 0
