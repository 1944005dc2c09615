"""By keyboard alone: everything is reached in the order in which it stands, and is in sight when it is."""

from __future__ import annotations

from typing import Any

import pytest
from pages_of import addresses
from playwright.sync_api import Page, expect
from served import Desk, Open

KINDS = (
    "home",
    "question",
    "matrix",
    "docket",
    "map",
    "document",
    "speaker",
    "search",
    "review",
    "add",
    "keys",
)
FIRST, LAST = 20, 8  # so many stops of a page are gone to from its beginning, and from its end
# All that Tab is to stop at, in order; of radio buttons with one name, which are one stop, the first.
STOPS = """
() => {
  const all = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]"
  );
  const names = new Set();
  window.stops = [...all].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const isFirst = !names.has(one.name);
    names.add(one.name);
    return isFirst;
  });
  return stops.length;
}
"""
# Where the focus is: which stop, whether it shows that it is there, and whether anything hides it.
FOCUS = """
() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const marksItself = one.type === "date";  // its parts do
  const [box] = one.getClientRects();
  const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    stop: stops.indexOf(one),
    isLost: one === document.body,
    isMarked: marksItself || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0),
    isInSight: Boolean(top && (one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top))),
    what: one.outerHTML.slice(0, 100),
  };
}
"""


@pytest.fixture(scope="module")
def places(desk: Desk) -> dict[str, str]:
    """The paths of all kinds of pages."""
    return addresses(desk.ledger)


@pytest.fixture
def page(own_desk: Desk, window: Page) -> Page:
    """A window of somebody who has given a name."""
    window.context.add_cookies([{"name": "counterclaim_name", "value": "Ada", "url": own_desk.address}])
    return window


def steps(page: Page, key: str, number: int) -> list[dict[str, Any]]:
    """Where presses of a key lead, so many stops on.

    A day has several parts within its one stop, and a list that is scrolled may be a stop that has no name.
    """
    found: list[dict[str, Any]] = []
    for _ in range(3 * number):
        if len(found) == number:
            break
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        assert not focus["isLost"], found[-1:]
        if focus["stop"] >= 0 and focus["stop"] not in [one["stop"] for one in found[-1:]]:
            found.append(focus)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_tab_leads_through_the_whole_page_in_order_and_back(
    kind: str, own_desk: Desk, places: dict[str, str], page: Page
) -> None:
    page.goto(own_desk.address + places[kind])
    number = page.evaluate(STOPS)
    assert number >= FIRST
    there = steps(page, "Tab", FIRST)
    assert [one["stop"] for one in there] == list(range(FIRST))
    page.evaluate("stops.at(-1).focus()")
    back = steps(page, "Shift+Tab", LAST)
    assert [one["stop"] for one in back] == [number - 2 - at for at in range(LAST)]
    for one in (*there, *back):
        assert one["isMarked"], one["what"]
        assert one["isMarked"], one["what"]
        assert one["isInSight"], one["what"]


def test_the_first_stop_skips_to_the_content(desk: Desk, window: Page) -> None:
    window.goto(desk.address + "/disputes")
    window.evaluate(STOPS)
    window.keyboard.press("Tab")
    expect(window.locator(".skip")).to_be_focused()
    expect(window.locator(".skip")).to_be_in_viewport()
    window.keyboard.press("Enter")
    expect(window.locator("main")).to_be_focused()
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('main') !== null")


def test_a_fold_opens_and_what_is_in_it_is_reached(own_desk: Desk, page: Page) -> None:
    page.goto(f"{own_desk.address}/review?queue=questions")
    summary = page.locator("summary", has_text="Put it better")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#text")).to_be_focused()


def test_where_one_reads_is_kept_when_a_page_answers(desk: Desk, open_page: Open) -> None:
    page = open_page(desk.address)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.body")
