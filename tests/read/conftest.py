"""Fixtures of the reading step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.read.parse import Parse, Parser


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parse]:
    """Parse a text with the packaged grammar, loaded once."""
    return Parser().parse
