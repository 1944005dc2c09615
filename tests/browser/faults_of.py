"""What axe-core finds of a page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
DARK_ALONE = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # all that darkness changes


def faults(page: Page, axe: str, options: dict[str, Any] | None = None) -> list[str]:
    """The faults that are serious or critical, each with where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    run = "(options) => axe.run({ resultTypes: ['violations'], ...options })"
    found: dict[str, Any] = page.evaluate(run, options or {})
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]
