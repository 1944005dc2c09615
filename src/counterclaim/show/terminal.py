"""Readings on a terminal: one card per attribution, who and how above what and what it means.

Cards and not a table: at 80 columns a column of words is too narrow to read.
Weight and slant only repeat what the layout already says, so nothing is lost
in a pipe or without colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Reading
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.nesting import in_tree_order
from counterclaim.show.terminal_card import attribution_card, statement_card
from counterclaim.show.visible import one_line

MEASURE = 96  # columns; longer lines are hard to read


def print_table(readings: Iterable[Reading], console: Console) -> None:
    """Print every reading: a heading, each attribution below the one that holds it, the outlet's own words.

    Nothing in the text acts on the terminal; what the console's encoding has
    no sign for becomes a question mark.
    """
    for index, reading in enumerate(readings):
        if index:
            console.print("\n")
        for line in _reading(reading, console):
            console.print(in_encoding(line, console.encoding), soft_wrap=True)


def _reading(reading: Reading, console: Console) -> Iterator[Text]:
    document, width = reading.document, min(console.width, MEASURE)
    yield from _heading(document, width, console)
    if document.not_read is not None:
        yield from wrapped(Text(f"Not read: {one_line(document.not_read)}"), width, console)
        return
    yield from _attributions(reading, width, console)
    yield from _own_voice(reading, width, console)


def _heading(document: Document, width: int, console: Console) -> Iterator[Text]:
    title = one_line(document.title or document.name)
    yield from wrapped(Text(title, style="bold"), width, console)
    facts = (document.publisher, document.published, document.id)
    line = " · ".join(one_line(fact) for fact in facts if fact)
    yield from wrapped(Text(line, style="dim"), width, console)
    yield Text("─" * width, style="dim")


def _attributions(reading: Reading, width: int, console: Console) -> Iterator[Text]:
    count = len(reading.attributions)
    if not count:
        yield Text("No attributions")
        return
    tally = Text(f"{count} attribution{'' if count == 1 else 's'}")
    yield from set_apart(tally, Text("quote  confidence", style="dim"), width, console)
    for placed in in_tree_order(reading.attributions):
        yield Text()
        text = _text_of(reading.document, placed.attribution.field)
        yield from attribution_card(placed, text, width, console)


def _own_voice(reading: Reading, width: int, console: Console) -> Iterator[Text]:
    if not reading.own_voice:
        return
    count = len(reading.own_voice)
    yield Text()
    head = f"In the outlet’s own voice: {count} statement{'' if count == 1 else 's'}"
    yield from wrapped(Text(head), width, console)
    for number, statement in enumerate(reading.own_voice, start=1):
        yield Text()
        text = _text_of(reading.document, statement.field)
        yield from statement_card(statement, number, text, width, console)


def _text_of(document: Document, field: Field) -> str:
    return (document.title or "") if field is Field.TITLE else document.text


def in_encoding(line: Text, encoding: str) -> Text:
    """The line with only signs that the output can carry, at the same places."""
    plain = line.plain.encode(encoding, "replace").decode(encoding)
    if plain == line.plain:
        return line
    return Text(plain, spans=line.spans)
