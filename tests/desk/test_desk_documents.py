"""The reading view: words with their anchors, cards with the ways on, copies, and the list of documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient
from lxml import html
from msgspec.structs import replace

from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.copies import Origin
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question
from counterclaim.model.review import Review, ReviewKind, TargetKind
from counterclaim.show.visible import visible
from tests.ledger.ledger_invented import Article, Say, article, put

MANY = 60  # documents: more than one page of the list
SIGNS = " or ".join(
    f"contains(concat(' ', @class, ' '), ' {name} ')"
    for name in ("number", "claim", "stated", "medium", "why")
)


def tree_of(client: TestClient, path: str) -> html.HtmlElement:
    """A page, read as a browser would."""
    page = client.get(path)
    assert page.status_code == 200, path
    return html.fromstring(page.text)


def words_at(page: html.HtmlElement, claim: str) -> str:
    """The words that a link to a claim lands on, without the signs that stand between them."""
    found = page.get_element_by_id(claim)
    for sign in found.xpath(f".//*[{SIGNS}]"):
        sign.clear(keep_tail=True)
    return " ".join(found.text_content().split())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of its own, empty as yet."""
    return tmp_path / "own.db"


def filled(path: Path, *articles: Article) -> list[str]:
    """Put articles into a new ledger, and give the ids of its documents."""
    with open_ledger(path, create=True) as held:
        put(held, *articles)
        return [row.id for row in held.documents()]


def test_every_claim_of_the_story_lands_on_its_words(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        readings = {row.id: held.reading(row.id) for row in held.documents()}
    for id, reading in readings.items():
        page = tree_of(desk, f"/documents/{id}")
        for one in reading.attributions:
            for claim in one.claims:
                start, end = claim.content[0]
                words = visible(reading.document.text[start:end])
                landed, words = words_at(page, claim.id), " ".join(words.split())
                assert landed
                assert words.startswith(landed)  # of several paragraphs the first


def test_a_card_leads_to_its_words_and_they_lead_back(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        id = held.documents()[0].id
    page = tree_of(desk, f"/documents/{id}")
    cards = page.find_class("card")
    assert cards
    for card in cards:
        (there,) = card.xpath("./p[@class='who']/a[@class='number']/@href")
        words = page.get_element_by_id(there[1:])
        assert f"#{card.get('id')}" in words.xpath(".//a[@class='number']/@href")


def test_every_link_to_a_place_of_the_page_finds_it(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        ids = [row.id for row in held.documents()]
    for id in ids:
        page = tree_of(desk, f"/documents/{id}")
        here = page.xpath("//@id")
        assert len(here) == len(set(here))
        assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(here)


def test_a_card_names_the_questions_that_its_claims_answer(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        question = held.findings(FindingKind.QUESTION, Question, limit=1)[0]
    document, claim = question.positions[0].claim
    page = tree_of(desk, f"/documents/{document}")
    (note,) = page.xpath(f"//*[@data-claim='{claim}']")
    assert f"/questions/{question.id}" in note.xpath(".//a/@href")
    answers = page.find_class("answers-here")[0]
    assert f"/questions/{question.id}" in answers.xpath(".//a/@href")
    assert f"#{claim}" in answers.xpath(".//a/@href")


def test_an_address_of_a_claim_leads_to_its_place(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        row = held.claims(limit=1)[0]
    led = desk.get(f"/claims/{row.id}", follow_redirects=False)
    assert led.status_code == 303
    assert led.headers["location"] == f"/documents/{row.document}?claim={row.id}#{row.id}"
    page = tree_of(desk, led.headers["location"].partition("#")[0])
    assert f"#{row.id}" in page.find_class("text-meant")[0].xpath("./a/@href")
    (note,) = page.find_class("is-meant")
    assert note.get("data-claim") == row.id
    assert "the claim you came for" in note.xpath("ancestor-or-self::li")[0].text_content()
    assert desk.get("/claims/c0123456789abcdef").status_code == 404


def test_the_lists_of_the_desk_name_the_claim_that_they_lead_to(desk: TestClient) -> None:
    receipts = tree_of(desk, "/disputes").xpath("//a[@class='to-receipt']/@href")
    assert receipts
    for href in receipts:
        assert re.fullmatch(r"/documents/d[0-9a-f]{16}\?claim=(c[0-9a-f]{16})#\1", href)


def test_the_beginning_of_an_id_is_enough(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        id = held.documents()[0].id
    led = desk.get(f"/documents/{id[:9]}", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, f"/documents/{id}")
    led = desk.get(f"/documents/{id[:9]}?part=1&claim=c0123456789abcdef", follow_redirects=False)
    assert led.headers["location"] == f"/documents/{id}?part=1&claim=c0123456789abcdef"
    assert desk.get("/documents/d0123456789abcdef").status_code == 404
    assert desk.get("/documents/nothing").status_code == 404


def test_a_claim_that_is_not_read_in_the_text_is_said_so(desk: TestClient, story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        id = held.documents()[0].id
    assert "no longer read" in desk.get(f"/documents/{id}?claim=c0123456789abcdef").text


def test_review_is_offered_only_where_the_desk_may_write(own_desk: TestClient, desk: TestClient) -> None:
    (id,) = own_desk.get("/documents").text.split('href="/documents/d')[1:2]
    address = f"/documents/d{id[:16]}"
    claims = tree_of(own_desk, address).xpath("//*[@data-claim]/@data-claim")
    offered = tree_of(own_desk, address).xpath("//a[@class='to-review']/@href")
    assert set(offered) == {f"/review?claim={claim}" for claim in claims}
    assert not tree_of(desk, address).find_class("to-review")


def judge(held: Ledger, kind: ReviewKind, target: str, **said: str) -> str:
    kind_of = TargetKind.REVIEW if kind is ReviewKind.UNDO else TargetKind.CLAIM
    given = {"by": "Ada", "at": "2031-03-11T08:00:00Z", **said}
    return held.review(Review(kind=kind, target_kind=kind_of, target=target, **given))


def test_what_people_judged_stands_on_the_card_until_it_is_taken_back(path: Path) -> None:
    (id,) = filled(path, article(Say("Ada Lund", "that the bridge stands; that boats go", "Ada Lund")))
    with open_ledger(path) as held:
        first, second = (claim.id for claim in held.reading(id).attributions[0].claims)
        judge(held, ReviewKind.CORRECT, first, field="speaker", value="Bo Lund", note="see the <b>photo</b>")
        undone = judge(held, ReviewKind.REJECT, second)
        judge(held, ReviewKind.UNDO, undone)
    with open_desk(path) as client:
        page = tree_of(client, f"/documents/{id}")
    (judged,) = page.find_class("claim-judged")
    told = " ".join(judged.text_content().split())
    assert told == "corrected speaker: Bo Lund by Ada, 11 Mar 2031: see the <b>photo</b>"
    assert judged.xpath("ancestor::*[@data-claim]/@data-claim") == [first]


def test_a_copy_says_what_it_copies_and_its_original_names_the_copies(path: Path) -> None:
    say = Say("Ada Lund", "that the bridge stands", "Ada Lund")
    ids = filled(
        path,
        *(
            article(say, url=f"https://{name}.example/a", publisher=name.title(), title=f"In {name}")
            for name in ("one", "two", "three")
        ),
    )
    with open_ledger(path) as held:
        held.keep_origins(
            Origin(document=id, origin=ids[0], copied=ids[0], reason="98% of the words", agency="AP")
            for id in ids[1:]
        )
    with open_desk(path) as client:
        first, second = (tree_of(client, f"/documents/{id}").find_class("text-family")[0] for id in ids[:2])
    assert "2 copies of this text: In two (Two, 16 Feb 2022), In three (Three, 16 Feb 2022)" in _line(first)
    assert first.xpath(".//a/@href") == [f"/documents/{id}" for id in ids[1:]]
    assert "A copy of In one (One, 16 Feb 2022): 98% of the words" in _line(second)
    assert "Credited to AP" in _line(second)
    assert "1 other copy of this text: In three" in _line(second)


def _line(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_what_is_not_read_says_why(path: Path) -> None:
    made = article(title="Nachrichten")
    document = replace(made.document, not_read="it is in German (de)", language="de")
    (id,) = filled(path, Article(made.capture, document, replace(made.reading, document=document)))
    with open_desk(path) as client:
        assert (
            "it is in German (de)"
            in tree_of(client, f"/documents/{id}").find_class("notice")[0].text_content()
        )


def test_the_list_has_those_added_last_first_in_pages_and_by_outlet(path: Path) -> None:
    say = Say("Ada Lund", "that the bridge stands", "Ada Lund")
    made = [
        article(
            say, url=f"https://x.example/{at}", title=f"No {at}", publisher="Odd" if at % 2 else "Éven & Co"
        )
        for at in range(MANY)
    ]
    filled(path, *made)
    with open_desk(path) as client:
        assert _titles(client, "/documents") == [f"No {at}" for at in range(MANY - 1, MANY - 51, -1)]
        assert _titles(client, "/documents?page=2") == [f"No {at}" for at in range(MANY - 51, -1, -1)]
        even = [f"No {at}" for at in range(MANY - 2, -1, -2)]
        assert _titles(client, "/documents?outlet=%C3%89ven+%26+Co") == even
        href = tree_of(client, "/documents").xpath(
            "//table//a[contains(text(), 'ven') or bdi='Éven & Co']/@href"
        )
        assert _titles(client, href[0]) == even
        assert "No document of this ledger is by an outlet" in client.get("/documents?outlet=none").text
        assert "The list ends before this page" in client.get("/documents?page=9").text
        assert client.get("/documents?page=0").status_code == 422


def _titles(client: TestClient, path: str) -> list[str]:
    return tree_of(client, path).xpath("//table//th[@scope='row']/a/bdi/text()")


def test_an_empty_ledger_has_an_empty_list(path: Path) -> None:
    filled(path)
    with open_desk(path) as client:
        assert "holds no document yet" in client.get("/documents").text


def test_a_claim_that_a_newer_reading_words_otherwise_leads_to_where_it_stands_now(path: Path) -> None:
    words = "the old bridge over the river by the mill stands"
    (id,) = filled(path, article(Say("Ada Lund", f"that {words}", "Ada Lund")))
    with open_ledger(path) as held:
        was = held.reading(id).attributions[0].claims[0].id
        put(held, article(Say("Ada Lund", words, "Ada Lund", cue="said that"), reader="reader/2"))
        now = held.reading(id).attributions[0].claims[0].id
    assert was != now
    with open_desk(path) as client:
        led = client.get(f"/claims/{was}", follow_redirects=False).headers["location"]
        assert led == f"/documents/{id}?claim={now}#{now}"


def test_a_claim_that_nothing_holds_any_more_leads_to_the_text_where_it_was_read(path: Path) -> None:
    say = Say("Ada Lund", "that the bridge stands", "Ada Lund")
    (id,) = filled(path, article(say))
    with open_ledger(path) as held:
        was = held.reading(id).attributions[0].claims[0].id
        text = article(say)
        nothing = replace(text.reading, attributions=(), reader="reader/2")
        put(held, Article(text.capture, text.document, nothing))
    with open_desk(path) as client:
        assert "is no longer read in this text" in client.get(f"/claims/{was}").text


def test_a_text_that_an_older_cleaner_made_leads_to_the_one_that_is_read_now(path: Path) -> None:
    say = Say("Ada Lund", "that the bridge stands", "Ada Lund")
    (older,) = filled(path, article(say))
    with open_ledger(path) as held:
        put(held, article(say, cleaner="cleaner/2"))
        (newer,) = (row.id for row in held.documents())
    assert older != newer
    with open_desk(path) as client:
        family = tree_of(client, f"/documents/{older}").find_class("text-family")[0]
        assert family.xpath(".//a/@href") == [f"/documents/{newer}"]
        assert client.get(f"/documents/{older}/versions").status_code == 404
        assert client.get(f"/documents/{newer}/versions").status_code == 200
