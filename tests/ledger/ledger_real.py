"""A real reading of a small invented article, with everything that a ledger must give back."""

from __future__ import annotations

from functools import cache

from counterclaim.model.document import Capture, Media
from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_text

TEXT = (
    "Russia's defence ministry said on Tuesday that more than 10,000 troops were returning to their bases. "
    "The ministry published video of tanks on a bridge. "
    'NATO Secretary-General Jens Stoltenberg said: "We have not seen any withdrawal of Russian forces." '
    "Dmitry Peskov, the spokesman, denied any plan to invade Ukraine and said that an attack by Feb 20 was "
    "impossible. “Nobody,” he said, “wants a war in Europe.” "
    "Officials in Kyiv said Peskov had told them that the drills would end on 20 February 2022. "
    "The convoy was 12 km long when it crossed the river on Monday."
)
TITLE = "Russia says troops leave Crimea"
PUBLISHED = "2022-02-16"
NAME = "invented-1"


@cache
def real_reading() -> Reading:
    """What the packaged reader sees in the article; it takes two seconds once."""
    return read_text(TEXT, id=NAME, title=TITLE, publisher="The Invented Times", published=PUBLISHED)


def real_capture() -> Capture:
    """The capture that the article comes from."""
    return Capture(
        name=NAME, data=TEXT.encode(), media=Media.RECORD, id=NAME, title=TITLE,
        publisher="The Invented Times", published=PUBLISHED,
    )  # fmt: skip
