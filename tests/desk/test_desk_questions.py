"""The list of questions."""

from __future__ import annotations

from pathlib import Path

from desk_client import open_desk
from desk_invented import links_of, page_of, words_of
from fastapi.testclient import TestClient

from counterclaim.ledger.ledger import open_ledger


def test_questions_stand_with_the_last_answer_of_each_side(desk: TestClient) -> None:
    page = page_of(desk, "/questions")
    (one,) = page.xpath("//li[@class='glance'][.//a[contains(., 'Was a shot fired')]]")
    assert [words_of(side) for side in one.xpath(".//li[contains(@class, 'glance-side ')]")] == [
        "▲ yes Lethmark 8 Mar 2031",
        "▼ no Orvessa 8 Mar 2031",
    ]
    assert "disputed" in words_of(one.xpath(".//h3")[0])


def test_those_that_most_sides_answer_come_first(desk: TestClient) -> None:
    page = page_of(desk, "/questions")
    sides = [len(one.xpath(".//*[@class='side-name']")) for one in page.xpath("//li[@class='glance']")]
    assert sides[0] == max(sides)


def test_the_list_is_narrowed_by_words_sides_and_disputes(desk: TestClient) -> None:
    every = links_of(page_of(desk, "/questions"), "//h3/a")
    ships = links_of(page_of(desk, "/questions?about=ships"), "//h3/a")
    assert ships
    assert len(ships) < len(every)
    assert all("ship" in text for text in ships)
    lethmark = page_of(desk, "/questions?party=lethm")
    assert all("Lethmark" in words_of(one) for one in lethmark.xpath("//li[@class='glance']"))
    disputed = page_of(desk, "/questions?disputed=1")
    assert all("disputed" in words_of(one) for one in disputed.xpath("//li[@class='glance']/h3"))
    assert 0 < len(disputed.xpath("//li[@class='glance']")) < len(every)


def test_what_was_asked_for_stays_in_the_form(desk: TestClient) -> None:
    page = page_of(desk, '/questions?about="a+fire"&party=Orv&disputed=1')
    assert page.xpath("//input[@id='about']/@value") == ['"a fire"']
    assert page.xpath("//input[@id='party']/@value") == ["Orv"]
    assert page.xpath("//input[@name='disputed']/@checked")


def test_where_no_question_fits_the_page_says_what_to_do(desk: TestClient) -> None:
    page = page_of(desk, "/questions?about=zeppelin")
    assert "No question is of that kind" in words_of(page)
    assert links_of(page)["search the claims for zeppelin"] == "/search?words=zeppelin"


def test_an_empty_ledger_has_no_question(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    with open_desk(path) as client:
        assert "No two claims of this ledger answer the same question" in client.get("/questions").text
