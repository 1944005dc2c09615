"""The marks of a claim in a list: what it means, and how it stands among versions and copies."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.listing import ClaimRow, Standing
from counterclaim.model.meaning import Meaning
from counterclaim.show.badge import Badge, claim_badges

_STANDING = {Standing.GONE: "gone in a later version", Standing.CHANGED: "changed in a later version"}


def row_badges(row: ClaimRow) -> Iterator[Badge]:
    """What weighs most first."""
    meaning = Meaning(
        polarity=row.polarity,
        certainty=row.certainty,
        certainty_word=row.certainty_word,
        orientation=row.orientation,
        due=row.due,
        evidence_offered=row.evidence_offered,
    )
    yield from claim_badges(meaning, "")
    yield from standing_badges(row)


def standing_badges(row: ClaimRow) -> Iterator[Badge]:
    """What became of the words in later versions, and in how many copies they stand."""
    if row.standing in _STANDING:
        yield Badge("open", _STANDING[row.standing])
    if row.documents > 1:
        yield Badge("more", f"in {row.documents} documents of one origin")
