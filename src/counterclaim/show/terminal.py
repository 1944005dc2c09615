"""Readings on a terminal: one card per attribution, who and how above what.

Cards and not a table: at 80 columns a column of words is too narrow to read.
Weight and slant only repeat what the layout already says, so nothing is lost
in a pipe or without colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Attribution, Reading
from counterclaim.model.span import Spans
from counterclaim.show.anchor import letter
from counterclaim.show.nesting import Placed, in_tree_order
from counterclaim.show.visible import one_line

MEASURE = 96  # columns; longer lines are hard to read
MOST_CLAIMS = 6  # of one attribution; a speech may hold hundreds
_NARROWEST = 24  # columns left for words, however deep the nesting
_INDENT = 4
_DEEPEST = 4  # steps of indentation


def print_table(readings: Iterable[Reading], console: Console) -> None:
    """Print every reading: a heading, then each attribution below the one that holds it.

    Nothing in the text acts on the terminal; what the console's encoding has
    no sign for becomes a question mark.
    """
    for index, reading in enumerate(readings):
        if index:
            console.print("\n")
        for line in _reading(reading, console):
            console.print(_in_encoding(line, console.encoding), soft_wrap=True)


def _reading(reading: Reading, console: Console) -> Iterator[Text]:
    document, width = reading.document, min(console.width, MEASURE)
    yield from _heading(document, width, console)
    if document.not_read is not None:
        yield from _wrapped(Text(f"Not read: {one_line(document.not_read)}"), width, console)
        return
    count = len(reading.attributions)
    if not count:
        yield Text("No attributions")
        return
    tally = Text(f"{count} attribution{'' if count == 1 else 's'}")
    yield from _set_apart(tally, Text("quote  confidence", style="dim"), width, console)
    for placed in in_tree_order(reading.attributions):
        yield Text()
        yield from _card(placed, document, width, console)


def _heading(document: Document, width: int, console: Console) -> Iterator[Text]:
    title = one_line(document.title or document.name)
    yield from _wrapped(Text(title, style="bold"), width, console)
    facts = (document.publisher, document.published, document.id)
    line = " · ".join(one_line(fact) for fact in facts if fact)
    yield from _wrapped(Text(line, style="dim"), width, console)
    yield Text("─" * width, style="dim")


def _card(placed: Placed, document: Document, width: int, console: Console) -> Iterator[Text]:
    attribution = placed.attribution
    indent = _INDENT * min(placed.depth, _DEEPEST)
    indent = max(0, min(indent, width - _INDENT - _NARROWEST))
    label = f"{'↳ ' if placed.depth else ''}{placed.number}"
    gutter = max(_INDENT, len(label) + 2)
    room = max(_NARROWEST, width - indent - gutter)
    text = _text_of(document, attribution.field)
    head = _set_apart(_who(text, attribution), _kind(attribution), room, console)
    body = [line for part in _body(text, attribution) for line in _wrapped(part, room, console)]
    for index, line in enumerate([*head, *body]):
        lead = f"{label:>{gutter - 2}}  " if index == 0 else " " * gutter
        yield Text.assemble(" " * indent, (lead, "bold" if index == 0 else ""), line)


def _who(text: str, attribution: Attribution) -> Text:
    """The words that name the source, then the reporting words."""
    who = Text(_words(text, attribution.source) or "(not named)", style="bold")
    cue = _words(text, attribution.cue)
    return Text.assemble(who, " · ", (cue, "italic")) if cue else who


def _kind(attribution: Attribution) -> Text:
    field = "title · " if attribution.field is Field.TITLE else ""
    return Text(f"{field}{attribution.quote_type.value}  {attribution.confidence:.2f}")


def _body(text: str, attribution: Attribution) -> Iterator[Text]:
    """What is said: the content, or where it holds several claims each of the first ones, lettered."""
    claims = attribution.claims
    if len(claims) < 2:
        yield _what(text, attribution.content)
        return
    shown = claims if len(claims) <= MOST_CLAIMS else claims[: MOST_CLAIMS - 1]
    for index, claim in enumerate(shown):
        yield Text.assemble((f"{letter(index)}) ", "dim"), _what(text, claim.content))
    if len(shown) < len(claims):
        yield Text(f"… and {len(claims) - len(shown)} more claims; other formats show them all", style="dim")


def _what(text: str, spans: Spans) -> Text:
    """The words that are said, then where they stand."""
    places = ", ".join(f"{start}\u2013{end}" for start, end in spans)
    return Text.assemble(_words(text, spans), (f"  [{places}]", "dim"))


def _set_apart(left: Text, right: Text, width: int, console: Console) -> list[Text]:
    """Left and right at the two ends of a line, or below each other if they do not fit."""
    gap = width - left.cell_len - right.cell_len
    if gap >= 2:
        return [Text.assemble(left, " " * gap, right)]
    beside = _wrapped(left, width - right.cell_len - 2, console) if width >= 2 * _NARROWEST else []
    if beside:
        gap = width - beside[0].cell_len - right.cell_len
        return [Text.assemble(beside[0], " " * gap, right), *beside[1:]]
    return [*_wrapped(left, width, console), right]


def _wrapped(line: Text, width: int, console: Console) -> list[Text]:
    lines = list(line.wrap(console, width))
    for wrapped in lines:
        wrapped.rstrip()
    return lines


def _words(text: str, spans: Spans) -> str:
    return " … ".join(one_line(text[start:end]) for start, end in spans)


def _text_of(document: Document, field: Field) -> str:
    return (document.title or "") if field is Field.TITLE else document.text


def _in_encoding(line: Text, encoding: str) -> Text:
    """The line with only signs that the output can carry, at the same places."""
    plain = line.plain.encode(encoding, "replace").decode(encoding)
    if plain == line.plain:
        return line
    return Text(plain, spans=line.spans)
