"""On paper: what was asked and read, with nothing to press."""

from __future__ import annotations

import pytest
from pages_of import addresses
from playwright.sync_api import Page, expect
from served import Desk

PARTS = {
    "question": ("h1", ".sides", ".say", "#sides"),
    "document": ("h1", ".words", ".card"),
    "versions": ("h1",),
    "home": ("h1",),
    "disputes": ("h1", ".dispute"),
    "docket": ("h1", ".forecast"),
    "matrix": ("h1", ".matrix"),
    "review": ("h1",),
}
CONTROLS = ".desk-head, main button, main input, main select, main textarea, .skip, .sheets, .on-page"


@pytest.mark.parametrize("kind", PARTS)
def test_a_page_prints_what_it_says_and_nothing_to_press(kind: str, desk: Desk, window: Page) -> None:
    window.goto(desk.address + addresses(desk.ledger)[kind])
    words = window.locator("main").inner_text()
    window.emulate_media(media="print")
    for part in PARTS[kind]:
        expect(window.locator(part).first).to_be_visible()
    pressed = window.locator(CONTROLS).filter(visible=True)
    shown = [one.evaluate("one => one.outerHTML.slice(0, 100)") for one in pressed.all()]
    printed = window.locator("main").inner_text()
    window.emulate_media(media="screen")
    assert shown == []
    assert len(printed) > len(words) / 2


def test_what_is_folded_on_a_screen_is_printed(desk: Desk, window: Page) -> None:
    window.goto(desk.address + addresses(desk.ledger)["question"])
    folded = window.locator("details:not([open]) .say")
    before = folded.filter(visible=True).count()
    window.emulate_media(media="print")
    after = folded.filter(visible=True).count()
    window.emulate_media(media="screen")
    assert before == 0
    assert after == folded.count()
