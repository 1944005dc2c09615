"""Every page of the desk in a real browser: it fits, it is accessible, and it stays within its budgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import Desk
from pages_of import KINDS, addresses
from playwright.sync_api import Page

Open = Callable[..., Page]
GRAVE = {"serious", "critical"}
WIDTHS = (360, 1280, 3840)


@pytest.fixture(scope="module")
def places(desk: Desk) -> dict[str, str]:
    """The addresses of all kinds of pages of the desk."""
    return {kind: desk.address + path for kind, path in addresses(desk.ledger).items()}


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core finds serious or critical, each with where."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_keeps_anybody_out(
    kind: str, scheme: str, places: dict[str, str], open_page: Open, axe: str
) -> None:
    assert faults(open_page(places[kind], scheme=scheme), axe) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_a_phone_a_laptop_and_a_wall(kind: str, places: dict[str, str], open_page: Open) -> None:
    page = open_page(places[kind], width=WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
