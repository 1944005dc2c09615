"""One claim in the text where it stands, for a terminal: receipt, meaning, versions, copies, judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from counterclaim.model.listing import ClaimInContext, Context
from counterclaim.show.badge import Badge, attribution_badges, claim_badges
from counterclaim.show.lines import badge_lines, set_apart, wrapped
from counterclaim.show.listing import review_entry
from counterclaim.show.row_badge import standing_badges
from counterclaim.show.terminal import MEASURE, in_encoding
from counterclaim.show.visible import one_line, visible

T = TypeVar("T")
_STYLES = {"source": "bold", "cue": "italic", "content": "underline"}


def print_lines(
    items: Iterable[T], lines: Callable[[T, int, Console], Iterable[Text]], console: Console
) -> None:
    """Print the lines of each item, with two lines between items."""
    width = min(console.width, MEASURE)
    for index, item in enumerate(items):
        if index:
            console.print("\n")
        for line in lines(item, width, console):
            console.print(in_encoding(line, console.encoding), soft_wrap=True)


def passage_lines(found: ClaimInContext, width: int, console: Console) -> Iterator[Text]:
    """Who and when, the stretch of text with the words marked, what it means, and the receipt."""
    row = found.row
    named = one_line(row.speaker or row.source) or "(not named)"
    party = f" · {one_line(row.party)}" if row.party and row.party != row.speaker else ""
    head = Text.assemble((named, "bold"), party, (f"  {row.day or 'no day'}", "dim"))
    yield from set_apart(head, Text(row.id, style="dim"), width, console)
    facts = (row.publisher, row.title, row.published, row.url)
    yield from wrapped(_dim(" · ".join(one_line(fact) for fact in facts if fact)), width, console)
    yield Text()
    yield from wrapped(marked_context(found.context), width, console)
    yield Text()
    yield from badge_lines(_badges(found), width, console)
    yield from _receipt(found, width, console)
    yield from _elsewhere(found, width, console)
    for review in found.reviews:
        yield Text()
        yield from review_entry(review, width, console)


def marked_context(context: Context) -> Text:
    """The stretch of text on one line; source bold, cue in italics, content between angle brackets.

    The brackets say without colour where the claim's words begin and end.
    """
    styles = [""] * len(context.text)
    for role, spans in (("source", context.source), ("cue", context.cue), ("content", context.content)):
        for start, end in spans:
            styles[start:end] = [_STYLES[role]] * (end - start)
    starts = {start for start, _ in context.content}
    ends = {end for _, end in context.content}
    line = Text("… " if context.cut_before else "")
    for index, (sign, style) in enumerate(zip(context.text, styles, strict=True)):
        if index in ends:
            line.append("⟩", style="bold")
        if index in starts:
            line.append("⟨", style="bold")
        line.append(" " if sign.isspace() else visible(sign), style=style)
    if len(context.text) in ends:
        line.append("⟩", style="bold")
    return line.append(" …" if context.cut_after else "")


def _badges(found: ClaimInContext) -> Iterator[Badge]:
    yield from attribution_badges(found.attribution)
    context = found.context
    text = " " * context.start + context.text  # so that spans of the whole text hold
    yield from claim_badges(found.claim.meaning, text)
    yield from standing_badges(found.row)


def _receipt(found: ClaimInContext, width: int, console: Console) -> Iterator[Text]:
    receipt = found.claim.receipt
    for role, entries in (("source", receipt.source), ("cue", receipt.cue), ("content", receipt.content)):
        for entry in entries:
            place = f"{receipt.field.value} {entry.position.start}–{entry.position.end}"
            line = Text.assemble((f"{role:>8}  {place}  ", "dim"), one_line(entry.quote.exact))
            yield from wrapped(line, width, console)
    yield _dim(f"  SHA-256  {receipt.text_sha256}")


def _elsewhere(found: ClaimInContext, width: int, console: Console) -> Iterator[Text]:
    if found.became is not None:
        line = Text.assemble(("     now  ", "dim"), one_line(found.became.words))
        yield from wrapped(line, width, console)
    if len(found.versions) > 1:
        yield _dim(f"versions  {len(found.versions)} texts of this address")
    for row in found.also_in:
        facts = (row.publisher, row.title, row.published)
        line = _dim("    also  in " + " · ".join(one_line(fact) for fact in facts if fact))
        yield from wrapped(line, width, console)


def _dim(words: str) -> Text:
    return Text(words, style="dim")
