"""The first page of the desk."""

from __future__ import annotations

from pathlib import Path

from desk_client import open_desk
from desk_invented import page_of
from fastapi.testclient import TestClient

from counterclaim.ledger.ledger import open_ledger


def test_the_first_page_has_the_disputes_of_the_ledger(desk: TestClient) -> None:
    page = desk.get("/")
    assert page.status_code == 200
    assert "Disputes" in page.text


def test_a_question_stands_once_among_the_changed_answers(desk: TestClient) -> None:
    every = page_of(desk, "/changes").xpath("//ul[@class='shifts']//h3/a/@href")
    shown = page_of(desk, "/").xpath("//ul[@class='changes']//h3/a/@href")
    assert shown
    assert sorted(shown) == sorted(set(every))


def test_an_empty_ledger_invites_to_add_the_first_text(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    with open_desk(path) as client:
        assert "Add the first text" in client.get("/").text


def test_what_is_not_there_is_said_on_a_page_of_its_own(desk: TestClient) -> None:
    page = desk.get("/questions/q0123456789abcdef")
    assert page.status_code == 404
    assert "Not found" in page.text
    assert 'href="/disputes"' in page.text  # and the ways to all that is there


def test_the_sign_of_the_desk_is_where_browsers_look_for_it(desk: TestClient) -> None:
    assert desk.get("/favicon.ico").headers["content-type"].startswith("image/svg")
