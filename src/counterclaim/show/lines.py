"""Lines of a terminal: wrapped, set at both ends, packed with badges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from counterclaim.model.span import Spans
from counterclaim.show.badge import Badge
from counterclaim.show.visible import one_line

NARROWEST = 24  # columns left for words, however deep the nesting
_BESIDE = " · "
_LEAD = "– "  # tells a line of badges from the words above it where there is no colour
_STYLES = {"denies": "bold", "asks": "bold", "open": "dim italic", "more": "dim"}


def wrapped(line: Text, width: int, console: Console) -> list[Text]:
    """The line in as many as it needs."""
    lines = list(line.wrap(console, width))
    for one in lines:
        one.rstrip()
    return lines


def set_apart(left: Text, right: Text, width: int, console: Console) -> list[Text]:
    """Left and right at the two ends of a line, or below each other if they do not fit."""
    gap = width - left.cell_len - right.cell_len
    if gap >= 2:
        return [Text.assemble(left, " " * gap, right)]
    beside = wrapped(left, width - right.cell_len - 2, console) if width >= 2 * NARROWEST else []
    if beside:
        gap = width - beside[0].cell_len - right.cell_len
        return [Text.assemble(beside[0], " " * gap, right), *beside[1:]]
    return [*wrapped(left, width, console), right]


def badge_lines(badges: Iterable[Badge], width: int, console: Console) -> list[Text]:
    """The badges behind a dash, none of them broken where it fits in a line."""
    lines: list[Text] = []
    for badge in badges:
        text = Text(badge.text, style=_STYLES.get(badge.kind, ""))
        if lines and lines[-1].cell_len + len(_BESIDE) + text.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], (_BESIDE, "dim"), text)
        else:
            lead = " " * len(_LEAD) if lines else _LEAD
            pieces = wrapped(text, width - len(_LEAD), console)
            lines += [
                Text.assemble((lead if index == 0 else " " * len(_LEAD), "dim"), piece)
                for index, piece in enumerate(pieces)
            ]
    return lines


def entry(label: str, lines: Sequence[Text], gutter: int, indent: int = 0) -> list[Text]:
    """Lines beside a label, which stands at the right end of its gutter."""
    leads = [(f"{label:>{gutter - 2}}  ", "bold"), *((" " * gutter, "") for _ in lines[1:])]
    return [Text.assemble(" " * indent, lead, line) for lead, line in zip(leads, lines, strict=True)]


def what(text: str, spans: Spans) -> Text:
    """The words that are said, then where they stand."""
    places = ", ".join(f"{start}\u2013{end}" for start, end in spans)
    return Text.assemble(words(text, spans), (f"  [{places}]", "dim"))


def words(text: str, spans: Spans) -> str:
    """The words at the spans, pieces joined by a visible gap."""
    return " … ".join(one_line(text[start:end]) for start, end in spans)
