"""Speakers and parties: the lists, and the page of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_invented import desk_of, links_of, page_of, words_of
from fastapi.testclient import TestClient

from tests.ledger.ledger_invented import Say, article

DASTANE = "/speakers/aurel%20dastane"


def test_speakers_are_listed_with_party_claims_and_days(desk: TestClient) -> None:
    page = page_of(desk, "/speakers")
    (row,) = page.xpath("//tr[.//a[@href='/speakers/aurel%20dastane']]")
    assert "Aurel Dastane" in words_of(row)
    assert row.xpath(".//a[@href='/parties/Orvessa']")
    assert "Mar 2031" in words_of(row)
    counts = [int(one.text_content()) for one in page.xpath("//tbody//td[@class='right']")]
    assert counts == sorted(counts, reverse=True)


def test_a_speaker_is_found_by_the_beginning_of_the_name_and_by_another_spelling(desk: TestClient) -> None:
    for words in ("dasta", "DASTANE", "Dasstane"):
        assert list(links_of(page_of(desk, f"/speakers?words={words}"), "//tbody//th//a")) == [
            "Aurel Dastane"
        ]


def test_a_name_that_nobody_has_leads_to_a_search_of_the_claims(desk: TestClient) -> None:
    page = page_of(desk, "/speakers?words=Nobody+%26+Co")
    assert "Nobody here is called Nobody & Co" in words_of(page)
    assert links_of(page)["search the claims for it"] == "/search?words=Nobody%20%26%20Co"


def test_the_list_is_narrowed_by_kind_and_by_party(desk: TestClient) -> None:
    assert "Orvessa" in links_of(page_of(desk, "/speakers?kind=state"), "//tbody//th//a")
    assert "Aurel Dastane" not in links_of(page_of(desk, "/speakers?kind=state"), "//tbody//th//a")
    for_orvessa = links_of(page_of(desk, "/speakers?party=Orvessa"), "//tbody//th//a")
    assert "Aurel Dastane" in for_orvessa
    assert "Tobin Malluin" not in for_orvessa
    parties = links_of(page_of(desk, "/speakers?kind=party"), "//tbody//th//a")
    assert parties["Orvessa"] == "/parties/Orvessa"


def test_a_speaker_s_page_groups_exact_words_by_question(desk: TestClient) -> None:
    page = page_of(desk, DASTANE)
    assert words_of(page.xpath("//h1")[0]) == "Aurel Dastane"
    questions = page.xpath("//li[@class='their-question']")
    assert questions
    for one in questions:
        assert one.xpath(".//h3/a[starts-with(@href, '/questions/q')]")
        assert one.xpath(".//blockquote")
        assert one.xpath(".//a[@class='to-receipt'][starts-with(@href, '/documents/d')]")


def test_answers_are_narrowed_by_their_words_and_to_disputes(desk: TestClient) -> None:
    def questions(query: str) -> int:
        return len(page_of(desk, f"{DASTANE}{query}").xpath("//li[@class='their-question']"))

    assert 0 < questions("?words=closed") < questions("")
    assert 0 < questions("?disputed=1") < questions("")
    assert "No answer of theirs is of that kind" in desk.get(f"{DASTANE}?words=zeppelin").text


def test_who_says_otherwise_is_counted_and_each_count_leads_to_the_pairs(desk: TestClient) -> None:
    page = page_of(desk, DASTANE)
    way = links_of(page)["1 pair with Hanne Jorvane"]
    pairs = page_of(desk, way)
    (pair,) = pairs.xpath("//ol[@class='contrary']/li")
    assert len(pair.xpath(".//blockquote")) == 2
    assert "Hanne Jorvane" in words_of(pair)
    assert "Contradicted by Hanne Jorvane" in words_of(pairs)
    every = page_of(desk, f"{DASTANE}?show=contradictions").xpath("//ol[@class='contrary']/li")
    assert len(every) > 1


def test_changed_answers_stand_before_and_after(desk: TestClient) -> None:
    page = page_of(desk, "/speakers/kaldane?show=changes")
    assert page.xpath("//li[@class='shift']")
    assert all(len(one.xpath(".//blockquote")) == 2 for one in page.xpath("//li[@class='shift']"))


def test_what_is_promised_leads_to_the_docket(desk: TestClient) -> None:
    page = page_of(desk, "/speakers/koper%20house?show=forecasts")
    assert page.xpath("//ul[@class='dues']//a[starts-with(@href, '/docket/f')]")


def test_claims_that_answer_nothing_are_listed_apart(desk: TestClient) -> None:
    page = page_of(desk, "/speakers/koper%20house?show=claims")
    beside = {one.get("href") for one in page.xpath("//ol[@class='sayings']//a[@class='to-receipt']")}
    page = page_of(desk, "/speakers/koper%20house")
    answers = {one.get("href") for one in page.xpath("//ol[@class='theirs']//a[@class='to-receipt']")}
    assert beside
    assert answers
    assert not beside & answers


def test_a_party_s_page_has_all_who_speak_for_it(desk: TestClient) -> None:
    page = page_of(desk, "/parties/Orvessa")
    links = links_of(page)
    assert links["Aurel Dastane"] == DASTANE
    names = {words_of(one) for one in page.xpath("//ol[@class='theirs']//*[@class='speaker']")}
    assert len(names) > 1


def test_no_page_grades_a_speaker(desk: TestClient) -> None:
    for path in ("/speakers", DASTANE, "/parties/Orvessa"):
        text = words_of(page_of(desk, path).xpath("//main")[0]).lower()
        assert not {"trust", "reliab", "credib", "truthful"} & set(text.split())
        assert "score" not in text


def test_who_is_unknown_is_told_so(desk: TestClient) -> None:
    for path in ("/speakers/nobody", "/parties/Nowhere"):
        answer = desk.get(path)
        assert answer.status_code == 404
        assert "no claim of the ledger is by" in answer.text


NAMES = (
    "a/b", "a//b/", "who?x=1#f", "100% sure + more & co", "ада лунд", "<script>alert(1)</script>",
    "semi;colon", "\"q\" and 'q'", "tab\there", "%2", "כהן \u202e", "back\\slash",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_any_name_leads_to_its_own_page(tmp_path: Path, name: str) -> None:
    say = Say("Somebody", "that boats go", name, party=name)
    with desk_of(tmp_path / "own.db", article(say)) as client:
        listed = client.get("/speakers")
        assert "<script>alert" not in listed.text
        page = page_of(client, "/speakers")
        (speaker,) = page.xpath("//tbody//th//a/@href")
        assert "that boats go" in client.get(f"{speaker}?show=claims").text
        (party,) = page_of(client, "/speakers?kind=party").xpath("//tbody//th//a/@href")
        assert "that boats go" in client.get(f"{party}?show=claims").text


def test_spellings_that_share_a_key_share_a_page(tmp_path: Path) -> None:
    first = article(
        Say("Zoé Lund", "that boats go", "Zoé Lund"), Say("Zoé Lund", "that it is late", "Zoé Lund")
    )
    second = article(Say("Zoe Lund", "that talks go on", "Zoe Lund"), url="https://news.example/two")
    with desk_of(tmp_path / "own.db", first, second) as client:
        page = page_of(client, "/speakers/zoe%20lund?show=claims")
        assert words_of(page.xpath("//h1")[0]) == "Zoé Lund"
        assert "Also written Zoe Lund" in words_of(page)
        assert len(page.xpath("//ol[@class='sayings']/li")) == 3


def test_a_name_that_speaks_for_several_parties_may_be_several_people(tmp_path: Path) -> None:
    both = article(
        Say("The head", "that boats go", "Head", party="Orvessa"),
        Say("The head", "that talks go on", "Head", party="Caldane"),
    )
    with desk_of(tmp_path / "own.db", both) as client:
        assert "several who are called alike" in words_of(page_of(client, "/speakers/head"))


def test_long_lists_come_in_pages_of_their_own_order(tmp_path: Path) -> None:
    many = article(*(Say(f"Speaker {at}", f"that boat {at} goes", f"Speaker {at:03}") for at in range(120)))
    with desk_of(tmp_path / "own.db", many) as client:
        pages = [page_of(client, f"/speakers?page={number}") for number in (1, 2, 3)]
        names = [name for page in pages for name in links_of(page, "//tbody//th//a")]
        assert len(names) == len(set(names)) == 120
        assert "1–50 of 120 speakers" in words_of(pages[0])
        assert "The list ends before this page" in client.get("/speakers?page=9").text
