"""Lines that several findings have in common on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import Printed
from counterclaim.model.listing import ClaimRow
from counterclaim.model.meaning import Quantity
from counterclaim.model.question import Answer
from counterclaim.show.inquiry.number import bounded
from counterclaim.show.lines import entry, set_apart, wrapped
from counterclaim.show.listing import SHORT_ID, claim_entry
from counterclaim.show.visible import one_line

INDENT = 3
NOT_NAMED = "(not named)"
_LABELS = {Answer.ASKS_FOR_EVIDENCE: "asks", Answer.NUMBER: "number"}


def label_of(answer: Answer, number: Quantity | None) -> str:
    """An answer in a word or a number."""
    return bounded(number) if number else _LABELS.get(answer, answer.value)


def counted(count: int, noun: str) -> str:
    """How many of something."""
    plural = noun if count == 1 else noun[:-1] + "ies" if noun.endswith("ty") else f"{noun}s"
    return f"{count:,} {plural}"


def period(first: str | None, last: str | None) -> str:
    """From the first to the last day; nothing where no day is known."""
    if first is None or last is None or first == last:
        return first or last or ""
    return f"{first} to {last}"


def facts(parts: Iterable[str | None], width: int, console: Console) -> list[Text]:
    """What is known beside, on a quiet line."""
    line = Text(" · ".join(one_line(part) for part in parts if part), style="dim")
    return wrapped(line, width, console) if line.plain else []


def headed(title: str, id: str, width: int, console: Console) -> list[Text]:
    """What it is, with its id at the end of the line."""
    return set_apart(Text(one_line(title), style="bold"), Text(id[:SHORT_ID], style="dim"), width, console)


def who(row: ClaimRow) -> str:
    """Who says it, and for whom."""
    named = one_line(row.speaker or row.source) or NOT_NAMED
    return f"{named} · {one_line(row.party)}" if row.party and row.party != row.speaker else named


def outlet(printed: Printed) -> str:
    """Whose own voice it is."""
    return f"{one_line(printed.publisher or printed.title)}, own voice"


def indented(lines: Iterable[Text], by: int = INDENT) -> Iterator[Text]:
    """The lines further to the right."""
    return (Text.assemble(" " * by, line) if line.plain else line for line in lines)


def beside(labels: Mapping[str, Text], width: int, console: Console, indent: int = INDENT) -> Iterator[Text]:
    """Each text beside its label, all labels ending in one column."""
    gutter = max(map(len, labels), default=0) + 2
    for label, text in labels.items():
        lines = wrapped(text, width - gutter - indent, console)
        yield from entry(label, lines, gutter, indent)


def labelled_claim(label: str, gutter: int, row: ClaimRow, width: int, console: Console) -> list[Text]:
    """A claim as lists show it, beside a label."""
    return labelled(label, gutter, list(claim_entry(row, width - gutter - INDENT, console)))


def labelled(label: str, gutter: int, lines: Sequence[Text]) -> list[Text]:
    """Lines beside a label, further to the right."""
    return entry(label, lines, gutter, INDENT)
