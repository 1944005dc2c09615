"""A changed answer in a list: before and after, each with its receipt."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import Shifted
from counterclaim.model.question import Position, Shift
from counterclaim.show.inquiry.parts import INDENT, facts, indented, label_of, labelled_claim
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.listing import SHORT_ID
from counterclaim.show.visible import one_line


def shift_entry(shown: Shifted, width: int, console: Console) -> Iterator[Text]:
    """Whose answer changed, from what to what, to which question, and both claims."""
    shift = shown.shift
    yield from set_apart(change_of(shift), Text(shift.question[:SHORT_ID], style="dim"), width, console)
    if shown.text:
        yield from indented(wrapped(Text(one_line(shown.text)), width - INDENT, console))
    yield from indented(facts((shift.kind.value, speakers_of(shift)), width - INDENT, console))
    gutter = max(len(_told(shift.before)), len(_told(shift.after))) + 2
    yield from labelled_claim(_told(shift.before), gutter, shown.before, width, console)
    yield from labelled_claim(_told(shift.after), gutter, shown.after, width, console)


def change_of(shift: Shift) -> Text:
    """Whose answer changed, from what to what."""
    return Text.assemble((one_line(shift.side), "bold"), f"  {_told(shift.before)} → {_told(shift.after)}")


def speakers_of(shift: Shift) -> str:
    """Whether one speaker gave both answers."""
    return "by the same speaker" if shift.same_speaker else "by different speakers"


def _told(position: Position) -> str:
    return label_of(position.answer, position.number)
