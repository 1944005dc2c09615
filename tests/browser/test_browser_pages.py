"""Every kind of page in a real browser: it keeps nobody out, fits where it is read, and lacks nothing."""

from __future__ import annotations

import pytest
from faults_of import DARK_ALONE, faults
from pages_of import KINDS, addresses
from playwright.sync_api import Page
from served import Desk

WIDTHS = (360, 1280, 3840)
# What a page lacks that every page has.
LACKS = """
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const inline = all("script:not([src]), style, [style], a[href^='javascript:' i]");
  const handlers = all("*").filter((one) => one.getAttributeNames().some((name) => name.startsWith("on")));
  const checks = {
    "a title of its own": /^.+ — Counterclaim$/.test(document.title),
    "a language": document.documentElement.lang === "en",
    "one heading of the first level": all("h1").length === 1 && all("h1")[0].innerText.trim() !== "",
    "a viewport that may be zoomed": all("meta[name=viewport]").length === 1
      && !/maximum-scale|user-scalable/.test(all("meta[name=viewport]")[0].content),
    "sizes of its images": all("img").every((one) => one.hasAttribute("width") && one.hasAttribute("height")),
    "script and style in files of their own": inline.length + handlers.length === 0,
    "one main part": all("main").length === 1,
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}
"""
# Controls that are in sight, and those of them whose words cannot be told from what is behind them.
CONTROLS = """
() => {
  const seen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (!/rgba\\(.*, 0\\)|transparent/.test(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const shown = controls.filter(seen);
  const drawn = (one) => one.closest("svg") || one.querySelector("svg");
  return {
    shown: shown.length,
    lost: shown.filter((one) => !drawn(one) && getComputedStyle(one).color === behind(one))
      .map((one) => one.outerHTML.slice(0, 120)),
  };
}
"""


@pytest.fixture(scope="module")
def places(desk: Desk) -> dict[str, str]:
    """The paths of all kinds of pages of the desk."""
    return addresses(desk.ledger)


@pytest.fixture(scope="module", params=KINDS)
def page(request: pytest.FixtureRequest, window: Page, desk: Desk, places: dict[str, str]) -> Page:
    """A page of each kind, opened once for all that is asked of it."""
    window.set_viewport_size({"width": 1280, "height": 900})
    window.goto(desk.address + places[request.param])
    return window


def overflow(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


def test_nothing_keeps_anybody_out_by_day_or_by_night(page: Page, axe: str) -> None:
    assert faults(page, axe) == []
    page.emulate_media(color_scheme="dark")
    dark = faults(page, axe, DARK_ALONE)
    page.emulate_media(color_scheme="light")
    assert dark == []


def test_a_page_lacks_nothing_that_every_page_has(page: Page) -> None:
    assert page.evaluate(LACKS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_fits_a_phone_a_laptop_and_a_wall(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    wider = overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert wider <= 0


def test_a_page_bears_text_of_twice_the_size(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wider = overflow(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert wider <= 0


def test_no_control_is_lost_in_colours_of_the_reader(page: Page) -> None:
    before = page.evaluate(CONTROLS)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = page.evaluate(CONTROLS)
    page.emulate_media(forced_colors="none")
    assert found == {"shown": before["shown"], "lost": []}
