"""Judging in a browser: keys that lead to other pages, and what those say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

Begin = Callable[..., Page]
"""Opens a page of the review queue as somebody."""
WAIT = 60_000  # milliseconds, for questions to be made anew beside other work


@contextmanager
def leads_on(page: Page) -> Iterator[None]:
    """What is done leads to another page, which is there and has its keys when this ends."""
    with page.expect_navigation(wait_until="load"):
        yield


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with leads_on(page):
        page.keyboard.press(key)


def kept(page: Page) -> str:
    """What the page says was just kept."""
    return page.locator(".kept p bdi").inner_text()


def passage(page: Page) -> str:
    """The words of the claim that is open."""
    return page.locator(".passage").inner_text()


def made_anew(page: Page) -> None:
    """Wait until questions show what was signed."""
    expect(page.locator("[data-making]")).to_have_count(0, timeout=WAIT)
