"""What people judged, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.review import StoredReview
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.visible import one_line

_INDENT = "   "


def stored_review_entry(stored: StoredReview, width: int, console: Console) -> Iterator[Text]:
    """What was judged of what, by whom and when, and where it stands now."""
    review = stored.review
    what = " ".join(one_line(part) for part in (review.field, review.value) if part)
    head = Text.assemble(
        (review.kind.value, "bold"),
        f" {what}" if what else "",
        f"  {review.target_kind.value} {one_line(review.target)}",
    )
    yield from set_apart(head, Text(stored.id, style="dim"), width, console)
    undone = "" if stored.in_force else "taken back"
    fate = stored.fate.value if stored.fate else ""
    facts = " · ".join(part for part in (one_line(review.by), review.at, undone, fate) if part)
    told = [Text(facts, style="dim")]
    told += [Text(one_line(stored.words))] if stored.words else []
    told += [Text(one_line(review.note))] if review.note else []
    for line in told:
        yield from (Text.assemble(_INDENT, piece) for piece in wrapped(line, width - len(_INDENT), console))
