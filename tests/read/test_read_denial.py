"""Some cues deny whatever they report."""

from __future__ import annotations

import pytest

from counterclaim.read.meaning.denial import denies_by_cue


@pytest.mark.parametrize(
    "cue", ["has denied", "were brushed aside", "dismissed", "waved off", "poured scorn on"]
)
def test_these_deny(cue):
    assert denies_by_cue(cue)


@pytest.mark.parametrize(
    "cue", ["said", "did not deny", "neither confirmed nor denied", "refused to deny", "brushed", "wrote"]
)
def test_these_do_not(cue):
    assert not denies_by_cue(cue)
