"""Adding a text at the desk: it is read while one watches, and its result appears without a reload."""

from __future__ import annotations

from faults_of import DARK_ALONE, faults
from playwright.sync_api import expect
from served import Desk, Open

TEXT = (
    "The harbour office of Sillhaven said on Monday that eleven ships were waiting at its mouth. "
    "“We have seen no warship since Sunday,” said Ilse Varrendonk, who leads the compact. "
    '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">'
)
WAIT = 120_000  # milliseconds; the reader starts as a process of its own, beside other tests


def test_a_pasted_text_is_read_and_leads_to_its_reading(own_desk: Desk, open_page: Open) -> None:
    page = open_page(f"{own_desk.address}/add")
    page.get_by_label("Text of an article or a statement").fill(TEXT)
    page.get_by_role("button", name="Add this text").click()
    link = page.locator("main a[href^='/documents/']").first
    expect(link).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("compared", exact=False).first).to_be_visible(timeout=WAIT)
    link.click()
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("eleven ships were waiting")
    expect(page.locator("main")).to_contain_text("<script>window.pwned = 1</script>")
    assert page.evaluate("[window.pwned, forbidden]") == [None, []]


def test_the_forms_keep_nobody_out(own_desk: Desk, open_page: Open, axe: str) -> None:
    page = open_page(f"{own_desk.address}/add")
    assert faults(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, axe, DARK_ALONE) == []


def test_nothing_can_be_added_where_one_may_only_look(desk: Desk, open_page: Open) -> None:
    page = open_page(f"{desk.address}/add")
    expect(page.get_by_role("button", name="Add this text")).to_have_count(0)
