"""Search: claims, speakers, questions and documents at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_invented import desk_of, links_of, page_of, words_of
from fastapi.testclient import TestClient

from counterclaim.show.web.search import marked
from tests.ledger.ledger_invented import Say, article


def test_the_box_in_the_head_of_every_page_leads_here(desk: TestClient) -> None:
    page = page_of(desk, "/speakers")
    (form,) = page.xpath("//header//form[@role='search']")
    assert form.get("action") == "/search"
    page = page_of(desk, "/search?words=grain+ship")
    assert page.xpath("//header//input[@name='words']/@value") == ["grain ship"]


def test_claims_are_found_with_the_words_marked(desk: TestClient) -> None:
    page = page_of(desk, "/search?words=ships")
    marks = page.xpath("//ol[@class='sayings']//mark")
    assert marks
    assert {words_of(one).lower() for one in marks} == {"ships"}
    assert page.xpath("//ol[@class='sayings']//a[@class='to-receipt'][starts-with(@href, '/documents/d')]")


def test_speakers_questions_and_documents_are_found_beside_claims(desk: TestClient) -> None:
    page = page_of(desk, "/search?words=dastane")
    links = links_of(page)
    assert links["Aurel Dastane"] == "/speakers/aurel%20dastane"
    assert page.xpath(
        "//section[@aria-labelledby='found-questions']//h3/a[starts-with(@href, '/questions/q')]"
    )
    assert page.xpath(
        "//section[@aria-labelledby='found-documents']//h3/a[starts-with(@href, '/documents/d')]"
    )


def test_a_phrase_and_a_word_that_is_not_wanted_are_understood(desk: TestClient) -> None:
    def hits(words: str) -> int:
        page = page_of(desk, f"/search?kind=claims&words={words}")
        return len(page.xpath("//ol[@class='sayings']/li"))

    assert 0 < hits("%22grain+ship%22") <= hits("grain+ship")
    assert 0 < hits("ships+-strait") < hits("ships")
    assert hits("%22ship+grain%22") == 0


@pytest.mark.parametrize("kind", ["claims", "speakers", "questions", "documents"])
def test_one_kind_alone_can_be_asked_for(desk: TestClient, kind: str) -> None:
    page = page_of(desk, f"/search?words=dastane&kind={kind}")
    sections = {one.get("aria-labelledby") for one in page.xpath("//main//section")}
    assert sections == {f"found-{kind}"}
    here = page.xpath("//nav[@class='chips']//a[@aria-current]")
    assert [words_of(one).split()[0] for one in here] == [kind]


def test_claims_come_in_pages(tmp_path: Path) -> None:
    many = article(*(Say("Ada Lund", f"that boat number {at} goes", "Ada Lund") for at in range(60)))
    with desk_of(tmp_path / "own.db", many) as client:
        seen: list[str] = []
        for number in (1, 2, 3):
            page = page_of(client, f"/search?words=boat&kind=claims&page={number}")
            seen += [words_of(one) for one in page.xpath("//ol[@class='sayings']//blockquote")]
        assert len(seen) == len(set(seen)) == 60
        assert "1–25 of 60 claims" in client.get("/search?words=boat&kind=claims").text


def test_an_empty_search_explains_how_to_ask(desk: TestClient) -> None:
    for path in ("/search", "/search?words=++"):
        text = words_of(page_of(desk, path))
        assert '"armed attack"' in text
        assert "the first without the second" in text


def test_where_nothing_is_found_the_page_says_what_to_try(desk: TestClient) -> None:
    page = page_of(desk, "/search?words=zeppelin&kind=documents")
    assert "Nothing among the documents holds zeppelin" in words_of(page)
    assert links_of(page)["Search everything"] == "/search?words=zeppelin"


def test_words_that_ask_for_nothing_find_nothing(desk: TestClient) -> None:
    for words in ("-strait", "%22%22", "***", "%00", "%22", "(", "AND", "NEAR(a+b)"):
        assert desk.get(f"/search?words={words}").status_code == 200


def test_hostile_words_show_as_words(tmp_path: Path) -> None:
    hostile = Say("Ada <b>Lund</b>", "that <script>alert(1)</script> boats go", "Ada <b>Lund</b>")
    with desk_of(tmp_path / "own.db", article(hostile, title="<img src=x onerror=alert(1)> boats")) as client:
        answer = client.get("/search?words=boats+<script>")
        assert "<script>alert" not in answer.text
        answer = client.get("/search?words=boats")
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "that <script>alert(1)</script> boats go" in words_of(page_of(client, "/search?words=boats"))


def test_long_words_are_shown_around_the_first_mark() -> None:
    words = "so " * 300 + "boats " + "go " * 300
    at = words.index("boats")
    pieces, before, after = marked(words, ((at, at + 5),))
    assert before
    assert after
    assert [one.text for one in pieces if one.is_marked] == ["boats"]
    assert sum(len(one.text) for one in pieces) < 500


def test_words_that_are_found_by_the_speaker_alone_say_so(tmp_path: Path) -> None:
    with desk_of(tmp_path / "own.db", article(Say("Ada Lund", "that boats go", "Ada Lund"))) as client:
        assert "found by the name of the source" in words_of(page_of(client, "/search?words=lund"))
