"""The page of a question, its long lists, and number series."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient
from lxml import html as lxml_html
from lxml.html import HtmlElement

from counterclaim.inquiry.detail import question_detail
from counterclaim.inquiry.questions import question_page
from counterclaim.model.relation import RelationKind

MOST_BYTES = 150 * 1024


def question_of(client: TestClient, about: str = "") -> str:
    """The id of the first question, or of the first about these words."""
    desk = client.app.state.desk  # type: ignore[attr-defined]
    from counterclaim.inquiry import questions

    with desk.reading() as held:
        return questions(held, about=about or None)[0].id


def tree(client: TestClient, path: str) -> HtmlElement:
    """A page that is there."""
    page = client.get(path)
    assert page.status_code == 200, page.text
    return lxml_html.fromstring(page.text)


def words(element: HtmlElement) -> str:
    """The text of an element, each run of white space one blank."""
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def withdrawn(strait: TestClient) -> HtmlElement:
    """The page of whether the ships were withdrawn."""
    return tree(strait, f"/questions/{question_of(strait, 'withdrawn')}")


def section(page: HtmlElement, id: str) -> HtmlElement:
    """The section under a heading."""
    return page.xpath(f'//section[@aria-labelledby="{id}"]')[0]


def test_the_sides_stand_beside_each_other_with_exact_words_and_receipts(withdrawn: HtmlElement) -> None:
    yes, no = section(withdrawn, "sides").xpath('.//section[contains(@class, "side ")]')[:2]
    assert words(yes.find(".//h3")).endswith("Yes")
    assert words(no.find(".//h3")).endswith("No")
    assert "Orvessa" in [words(one) for one in yes.iterfind(".//h4/bdi")]
    assert "Orvessa has withdrawn its ships from the Corrave Strait" in words(yes)
    assert all(
        one.startswith("/documents/d")
        for one in no.xpath('.//blockquote/following::a[@class="to-receipt"]/@href')
    )


def test_a_receipt_leads_to_the_words_in_their_document(strait: TestClient, withdrawn: HtmlElement) -> None:
    way = section(withdrawn, "sides").xpath('.//a[@class="to-receipt"]/@href')[0]
    assert tree(strait, way).get_element_by_id(way.rpartition("#")[2]) is not None


def test_a_heading_that_names_the_party_is_not_said_again_beside_each_claim(withdrawn: HtmlElement) -> None:
    for party in section(withdrawn, "sides").xpath('.//div[@class="of-party"]'):
        name = words(party.find(".//h4/bdi"))
        assert name not in [words(one) for one in party.xpath('.//p[@class="by"]/span[@class="quiet"]/bdi')]


def test_outlets_and_origins_are_counted_and_told_apart(withdrawn: HtmlElement) -> None:
    assert "3 outlets, 2 origins" in words(withdrawn.xpath('//p[@class="facts"]')[0])
    where = section(withdrawn, "origins")
    carried = [words(one) for one in where.xpath(".//ol/li")]
    copied = next(one for one in carried if "Reef Post" in one)
    assert "The Harbour Courier, 4 Mar 2031 origin" in copied
    assert "Reef Post, 5 Mar 2031 copy" in copied
    assert not any("Reef Post" in one for one in carried if "Caldane counts soldiers" in one)


def test_evidence_is_told_beside_the_side_that_offers_it(withdrawn: HtmlElement) -> None:
    evidence = section(withdrawn, "evidence")
    assert "video" in words(evidence.xpath('.//section[contains(@class, "is-yes")]')[0])


def test_the_time_of_saying_and_the_time_spoken_of_have_lanes_of_their_own(withdrawn: HtmlElement) -> None:
    drawing = section(withdrawn, "time").xpath('.//svg[@class="for-wide"]')[0]
    groups = [one.text for one in drawing.xpath('.//text[@class="group"]')]
    assert groups == ["When it was said", "The time that the claims speak of"]
    joined = drawing.xpath('.//a[line[@class="thread"]]')
    assert joined
    assert all(one.xpath('.//*[starts-with(@class, "spoken")]') or one.xpath("./line") for one in joined)
    assert all(one.get("href").startswith("/documents/") for one in drawing.xpath(".//a"))


def test_the_table_says_the_same_as_the_chart(strait: TestClient) -> None:
    id = question_of(strait, "withdrawn")
    page = tree(strait, f"/questions/{id}/answers")
    rows = page.xpath("//tbody/tr")
    desk = strait.app.state.desk  # type: ignore[attr-defined]
    with desk.reading() as held:
        found = question_page(held, id)
        detail = question_detail(held, found)
    assert len(rows) == len(found.answers)
    told = [words(one.xpath('./td[@class="speaks"]')[0]) for one in rows]
    named = sum(any(time.edtf for time in meaning.times) for meaning in detail.meanings.values())
    assert sum(one != "no time named" for one in told) == named > 0


def test_all_that_one_party_answered_can_be_looked_at(strait: TestClient) -> None:
    id = question_of(strait, "withdrawn")
    page = tree(strait, f"/questions/{id}/answers?party=Orvessa")
    assert {words(one) for one in page.xpath("//tbody/tr/th/bdi")} == {"Orvessa"}
    assert "no such answer" in words(tree(strait, f"/questions/{id}/answers?party=Nobody"))
    assert tree(strait, f"/questions/{id}/answers?page=99").xpath('//p[@class="empty"]')


def test_a_relation_has_what_was_compared_its_confidence_and_a_way_to_judge_it(
    strait: TestClient, withdrawn: HtmlElement
) -> None:
    first = section(withdrawn, "relations").xpath('.//li[@class="relation"]')[0]
    reason = words(first.xpath('./p[@class="reason"]')[0])
    assert "both cannot be true" in reason
    assert re.search(r"confidence 0\.\d\d", reason)
    way = first.xpath('./p[@class="reason"]/a/@href')[0]
    assert re.fullmatch(r"/review\?claim=c\w{16}&other=c\w{16}", way)
    assert strait.get(way).status_code == 200
    assert "Orvessa" not in words(first.xpath("./p/bdi")[0])  # the words of both stand below it


def test_all_relations_of_a_kind_can_be_reached(strait: TestClient) -> None:
    id = question_of(strait, "withdrawn")
    desk = strait.app.state.desk  # type: ignore[attr-defined]
    with desk.reading() as held:
        known = [one.relation.kind for one in question_page(held, id).relations]
    for kind in set(known):
        page = tree(strait, f"/questions/{id}/relations?kind={kind.value}")
        assert len(page.xpath('//li[@class="relation"]')) == min(40, known.count(kind))
    first = strait.get(f"/questions/{id}/relations?kind={RelationKind.CONTRADICTS.value}").text
    assert strait.get(f"/questions/{id}/relations").text == first
    assert strait.get(f"/questions/{id}/relations?kind=nonsense").status_code == 404
    assert (
        strait.get(f"/questions/{id}/relations?kind={RelationKind.OTHER_QUESTION.value}").status_code == 404
    )


def test_the_last_answer_of_every_party_can_be_linked_to(desk: TestClient) -> None:
    id = question_of(desk)
    held_desk = desk.app.state.desk  # type: ignore[attr-defined]
    with held_desk.reading() as held:
        found = question_page(held, id)
    last = {one.position.party or one.position.speaker: one.row.id for one in found.answers if one.row.day}
    page = tree(desk, f"/questions/{id}")
    anchors = set(page.xpath('//tr[starts-with(@id, "row-")]/@id'))
    assert {f"row-{claim}" for party, claim in last.items() if party} <= anchors


def test_the_beginning_of_an_id_leads_to_the_whole(desk: TestClient) -> None:
    id = question_of(desk)
    answer = desk.get(f"/questions/{id[:9]}", follow_redirects=False)
    assert answer.headers["location"] == f"/questions/{id}"
    assert desk.get("/questions/q0000000000000000").status_code == 404


def test_pages_of_questions_are_light_and_have_one_anchor_of_a_name(
    desk: TestClient, strait: TestClient
) -> None:
    for client in (desk, strait):
        page = client.get(f"/questions/{question_of(client)}")
        assert len(page.content) < MOST_BYTES
        ids = lxml_html.fromstring(page.text).xpath("//@id")
        assert len(ids) == len(set(ids))
        assert "style=" not in page.text  # the policy lets no inline style through


def test_headings_are_in_order(desk: TestClient) -> None:
    levels = [
        int(one.get("aria-level") or one.tag[1])
        for one in tree(desk, f"/questions/{question_of(desk)}").xpath(
            '//*[self::h1 or self::h2 or self::h3 or self::h4 or @role="heading"]'
        )
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_series_are_listed_and_sought_by_words(strait: TestClient) -> None:
    page = tree(strait, "/numbers")
    assert page.xpath('//ul[contains(@class, "serieses")]/li')
    assert tree(strait, "/numbers?about=soldiers").xpath('//ul[contains(@class, "serieses")]/li')
    assert "No series has all of these words" in words(tree(strait, "/numbers?about=porcupines"))


def test_a_series_keeps_every_bound_and_leads_to_receipts(strait: TestClient) -> None:
    way = tree(strait, "/numbers?about=soldiers").xpath('//li[@class="series"]//a/@href')[0]
    page = tree(strait, way)
    table = words(page.xpath("//table")[0])
    for bound in ("more than 12,000", "at most 9,000", "about 14,000", "8,000"):
        assert bound in table
    assert all(one.startswith("/documents/") for one in page.xpath('//a[@class="to-receipt"]/@href'))
    assert f"/charts/series/{way.rpartition('/')[2]}.png" in page.xpath("//@href")


def test_a_desk_without_series_says_so(desk: TestClient) -> None:
    assert "No quantity is counted twice" in words(tree(desk, "/numbers"))
