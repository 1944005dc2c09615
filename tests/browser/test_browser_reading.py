"""Reading a document at the desk: from words to their card and back, and from a receipt to its words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from served import Desk, Open

from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.listing import ClaimRow


@pytest.fixture(scope="module")
def row(desk: Desk) -> ClaimRow:
    """A claim of some words."""
    with open_ledger(desk.ledger, read_only=True) as held:
        return next(one for one in held.claims(limit=50) if len(one.words.split()) > 6)


@pytest.fixture
def page(desk: Desk, row: ClaimRow, open_page: Open) -> Page:
    """The document in which it stands, as its receipt leads there."""
    return open_page(f"{desk.address}/documents/{row.document}?claim={row.id}#{row.id}")


def test_a_receipt_leads_to_the_exact_words(page: Page, row: ClaimRow) -> None:
    words = page.locator(f"#{row.id}")
    expect(words).to_be_in_viewport()
    assert words.text_content() == row.words.split(" […] ")[0]


def test_the_card_of_the_words_that_are_meant_is_marked(page: Page, row: ClaimRow) -> None:
    expect(page.locator(f".card.is-chosen [data-claim='{row.id}']").first).to_be_visible()


def test_a_click_on_words_goes_to_their_card_and_a_click_on_it_back(page: Page, row: ClaimRow) -> None:
    line = page.evaluate(f"document.getElementById('{row.id}').getClientRects()[0].toJSON()")
    page.mouse.click(line["x"] + 4, line["y"] + line["height"] / 2)
    assert page.evaluate("document.activeElement.className").startswith("card")
    page.keyboard.press("w")
    assert page.evaluate("document.activeElement.id") == row.id


def test_keys_go_from_card_to_card(page: Page) -> None:
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    assert first != page.evaluate("document.activeElement.id") or page.locator(".card").count() == 1


def test_the_search_box_is_one_key_away(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("evidence")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("evidence")


def test_a_page_is_whole_without_script(desk: Desk, row: ClaimRow, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{desk.address}/documents/{row.document}?claim={row.id}#{row.id}")
    expect(page.locator(f"#{row.id}")).to_be_in_viewport()
    context.close()
