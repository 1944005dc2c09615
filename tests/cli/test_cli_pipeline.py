"""Documents on their way through the processes, and single texts."""

from __future__ import annotations

import pytest

from counterclaim import pipeline
from counterclaim.errors import NotText


def test_a_lone_surrogate_is_refused_by_name() -> None:
    with pytest.raises(NotText, match=r"x: lone surrogate U\+D800 at offset 2"):
        pipeline.read_text("a \ud800 b", id="x")


def test_a_lone_surrogate_in_a_title_is_refused_too() -> None:
    with pytest.raises(NotText):
        pipeline.read_text("The mayor said no.", id="x", title="a \ud800")
