"""Desks on small invented articles, which no model has to read."""

from __future__ import annotations

from pathlib import Path

from desk_client import open_desk
from fastapi.testclient import TestClient
from lxml import html

from counterclaim.ledger.ledger import open_ledger
from tests.ledger.ledger_invented import Article, put


def desk_of(path: Path, *articles: Article) -> TestClient:
    """A client of a desk on a new ledger of these articles."""
    with open_ledger(path, create=True) as held:
        put(held, *articles)
    return open_desk(path, read_only=True)


def page_of(client: TestClient, path: str) -> html.HtmlElement:
    """A page of the desk, which has to be there."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words_of(element: html.HtmlElement) -> str:
    """The words of an element, blanks as one."""
    return " ".join(element.text_content().split())


def links_of(element: html.HtmlElement, within: str = "//main//a") -> dict[str, str]:
    """The addresses of links by their words; of several alike the first."""
    found: dict[str, str] = {}
    for link in element.xpath(within):
        found.setdefault(words_of(link), link.get("href"))
    return found
