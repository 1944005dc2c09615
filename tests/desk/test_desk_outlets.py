"""Outlets: what they published, copied, quoted, and what is gone from their texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_client import open_desk
from desk_invented import desk_of, links_of, page_of, words_of
from fastapi.testclient import TestClient

from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.copies import Origin
from tests.ledger.ledger_invented import Say, article, put

ADA = Say("Ada Lund", "that the old bridge over the river by the mill stands", "Ada Lund", party="Orvessa")
BO = Say("Bo Lund", "that boats go", "Bo Lund")
FELL = Say("Ada Lund", "that the old bridge over the river by the mill fell", "Ada Lund", party="Orvessa")


@pytest.fixture
def copied(tmp_path: Path) -> TestClient:
    """A desk on a text of the Post, its copy in the Times, and one that the Times wrote."""
    texts = (
        article(ADA, BO, url="https://post.example/1", publisher="The Post", published="2022-02-15"),
        article(ADA, BO, url="https://times.example/1", publisher="The Times", title="Taken over"),
        article(BO, url="https://times.example/2", publisher="The Times", own="It rained.", title="Own"),
    )
    path = tmp_path / "own.db"
    with open_ledger(path, create=True) as held:
        put(held, *texts)
        first, second, _ = (one.id for one in held.documents())
        held.keep_origins([Origin(document=second, origin=first, copied=first, reason="all of it")])
    return open_desk(path, read_only=True)


def test_outlets_are_listed_with_documents_copies_claims_and_their_own_voice(copied: TestClient) -> None:
    page = page_of(copied, "/outlets")
    rows = [[words_of(cell) for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [
        ["The Times", "2", "1", "3", "1", "16 Feb 2022"],
        ["The Post", "1", "0", "2", "0", "15 Feb 2022"],
    ]


def test_an_outlet_s_page_tells_of_which_origin_its_copies_are(copied: TestClient) -> None:
    page = page_of(copied, "/outlets/The%20Times")
    assert "1 of its documents began elsewhere" in words_of(page)
    assert links_of(page)["The Post"] == "/outlets/The%20Post"
    page = page_of(copied, "/outlets/The%20Post")
    assert "Its texts were copied by" in words_of(page)
    assert links_of(page)["The Times"] == "/outlets/The%20Times"


def test_an_outlet_s_page_lists_its_documents_and_whom_it_quotes(copied: TestClient) -> None:
    page = page_of(copied, "/outlets/The%20Times")
    links = links_of(page)
    assert links["Own"].startswith("/documents/d")
    assert "a copy" in words_of(page)
    quoted = [words_of(one) for one in page.xpath("//section[@aria-labelledby='quoted']//li")]
    assert quoted == ["Bo Lund 2 claims", "Ada Lund for Orvessa 1 claim"]


def test_claims_that_are_gone_or_changed_lead_to_the_versions(tmp_path: Path) -> None:
    before = article(ADA, BO, retrieved="2022-02-16T08:00:00Z")
    after = article(FELL, retrieved="2022-02-17T08:00:00Z")
    with desk_of(tmp_path / "own.db", before, after) as client:
        page = page_of(client, "/outlets/The%20Invented%20Times")
        assert "Changed or gone 2" in words_of(page)
        page = page_of(client, "/outlets/The%20Invented%20Times?show=edits")
        edits = page.xpath("//li[@class='edit']")
        told = sorted(words_of(one.xpath(".//*[@class='tag']")[0]) for one in edits)
        assert told == ["changed", "gone"]
        changed = next(one for one in edits if len(one.xpath(".//blockquote")) == 2)
        assert [words_of(one) for one in changed.xpath(".//blockquote")] == [ADA.content, FELL.content]
        versions = changed.xpath(".//a[contains(@href, '/versions')]/@href")[0]
        assert client.get(versions).status_code == 200


def test_an_outlet_that_took_nothing_back_has_an_empty_list(copied: TestClient) -> None:
    page = page_of(copied, "/outlets/The%20Post?show=edits")
    assert "No claim of this outlet is gone or changed" in words_of(page)


def test_texts_without_an_outlet_are_listed_without_a_page(tmp_path: Path) -> None:
    with desk_of(tmp_path / "own.db", article(BO, publisher=None)) as client:
        page = page_of(client, "/outlets")
        assert "Outlet not told" in words_of(page)
        assert not page.xpath("//tbody//th//a")


def test_any_name_of_an_outlet_leads_to_its_own_page(tmp_path: Path) -> None:
    names = ("news/today", "What? & <b>Why</b>", "Газета", "50% #1", "/")
    texts = [article(BO, url=f"https://x.example/{at}", publisher=name) for at, name in enumerate(names)]
    with desk_of(tmp_path / "own.db", *texts) as client:
        for href in page_of(client, "/outlets").xpath("//tbody//th//a/@href"):
            assert len(page_of(client, href).xpath("//ul[@class='arrivals']/li[@class='arrival']")) == 1


def test_an_unknown_outlet_is_told_so(desk: TestClient) -> None:
    answer = desk.get("/outlets/The%20Nowhere%20Times")
    assert answer.status_code == 404
    assert "no document of the ledger is of this outlet" in answer.text
