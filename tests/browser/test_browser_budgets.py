"""What a page may cost: bytes and requests, all from the desk itself, time, and steadiness while it loads."""

from __future__ import annotations

import pytest
from pages_of import KINDS, addresses
from playwright.sync_api import Page
from served import Desk

KB = 1024
PAGE_BYTES, ALL_BYTES, REQUESTS = 150 * KB, 250 * KB, 6
SHIFT = 0.01  # of Chromium's layout shift score, where under 0.1 counts as good
LONG_TASKS = 10  # times the reference, which takes about a tenth of the 200 ms that a task may take
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}

# What the browser observed of a page from its beginning.  A loop of fixed work stands for the machine.
OBSERVED = """
async () => {
  const observed = (type, patience = 50) => new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type, buffered: true });
    setTimeout(() => resolve(observer.takeRecords()), patience);
  });
  const painted = await observed("paint", 10_000);
  const shifts = await observed("layout-shift");
  const tasks = await observed("longtask");
  const began = performance.now();
  let sum = 0;
  for (let at = 0; at < 1_000_000; at++) sum = (sum + at * at) % 1_000_003;
  const reference = performance.now() - began + (sum < 0);
  const navigation = performance.getEntriesByType("navigation")[0];
  const resources = performance.getEntriesByType("resource");
  return {
    reference,
    page: navigation.encodedBodySize,
    all: [navigation, ...resources].reduce((bytes, one) => bytes + one.encodedBodySize, 0),
    painted: painted.length,
    shift: shifts.reduce((sum, one) => sum + one.value, 0),
    longest: Math.max(0, ...tasks.map((one) => one.duration)),
    forbidden,
  };
}
"""


@pytest.fixture(scope="module")
def places(desk: Desk) -> dict[str, str]:
    """The addresses of all kinds of pages of the desk."""
    return {kind: desk.address + path for kind, path in addresses(desk.ledger).items()}


@pytest.fixture(scope="module", autouse=True)
def forgetful(window: Page) -> None:
    """The window remembers nothing from one page to the next."""
    control = window.context.new_cdp_session(window)
    control.send("Network.enable")
    control.send("Network.setCacheDisabled", {"cacheDisabled": True})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_page_keeps_within_its_budgets(
    kind: str, size: str, places: dict[str, str], window: Page, asked: list[str], desk: Desk
) -> None:
    width, height = SIZES[size]
    window.set_viewport_size({"width": width, "height": height})
    asked.clear()
    window.goto(places[kind])
    observed = window.evaluate(OBSERVED)
    assert 0 < observed["page"] <= PAGE_BYTES
    assert observed["page"] < observed["all"] <= ALL_BYTES
    assert observed["painted"] >= 1
    assert observed["shift"] <= SHIFT
    assert observed["longest"] <= LONG_TASKS * observed["reference"]
    assert observed["forbidden"] == []
    assert all(url.startswith(desk.address + "/") for url in asked)
    assert 0 < len(asked) <= REQUESTS
