"""What a ledger answers, on a terminal: one entry a claim, change, version, document or skipped record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from counterclaim.model.listing import (
    Change,
    ChangeKind,
    ClaimRow,
    DocumentRow,
    ReviewRow,
    SearchHit,
    Skipped,
    Version,
)
from counterclaim.model.span import Spans
from counterclaim.show.lines import badge_lines, set_apart, wrapped
from counterclaim.show.row_badge import row_badges
from counterclaim.show.terminal import MEASURE, in_encoding
from counterclaim.show.visible import one_line, visible

T = TypeVar("T")
SHORT_ID = 10  # code points; enough to tell a million claims apart
_INDENT = "   "


def print_entries(
    items: Iterable[T], entry: Callable[[T, int, Console], Iterable[Text]], console: Console, none: str
) -> None:
    """Print each item by `entry`, which gets the width and console; `none` if there is no item."""
    width = min(console.width, MEASURE)
    count = 0
    for count, item in enumerate(items, start=1):
        if count > 1:
            console.print()
        for line in entry(item, width, console):
            console.print(in_encoding(line, console.encoding), soft_wrap=True)
    if not count:
        console.print(none)


def claim_entry(row: ClaimRow, width: int, console: Console) -> Iterator[Text]:
    """Day and speaker above the words, what they mean and where they stand."""
    yield from _claim(row, Text(one_line(row.words)), "", width, console)


def hit_entry(hit: SearchHit, width: int, console: Console) -> Iterator[Text]:
    """A claim that was found, the words sought in bold."""
    yield from _claim(hit.claim, marked(hit.claim.words, hit.marks), "", width, console)


def change_entry(change: Change, width: int, console: Console) -> Iterator[Text]:
    """What happened to a claim; what is corrected with the words before."""
    yield from _claim(change.claim, Text(one_line(change.claim.words)), change.kind.value, width, console)
    if change.before is not None and change.kind is ChangeKind.CORRECTED:
        before = Text.assemble(("before: ", "dim"), one_line(change.before.words))
        yield from _indented(wrapped(before, width - len(_INDENT), console))


def document_entry(row: DocumentRow, width: int, console: Console) -> Iterator[Text]:
    """A document's title above where it is from."""
    title = Text(one_line(row.title), style="bold")
    yield from set_apart(title, Text(row.id[:SHORT_ID], style="dim"), width, console)
    claims = _counted(row.claims)
    why = f" ({row.reason})" if row.reason else ""
    copy = "" if row.origin == row.id else f"copy of {row.origin[:SHORT_ID]}{why}"
    credit = f"credited to {row.agency}" if row.agency else ""
    facts = (row.publisher, row.published, row.not_read or claims, copy, credit, row.address)
    yield from _facts(facts, width, console)


def version_entry(version: Version, width: int, console: Console) -> Iterator[Text]:
    """One text of an address, and the claims that came, changed or went with it."""
    when = version.retrieved or version.published or version.added
    head = Text.assemble((one_line(when), "bold"), "  ", one_line(version.title))
    yield from set_apart(head, Text(version.document[:SHORT_ID], style="dim"), width, console)
    facts = (_counted(version.claims), f"SHA-256 {version.sha256}")
    yield from _facts(facts, width, console)
    if version.new is None or version.gone is None or version.changed is None:
        told = "made by another version of the cleaner: not compared with the one before"
        yield from _facts((told,), width, console)
        return
    for name, rows in (("new", version.new), ("gone", version.gone)):
        for row in rows:
            yield from _moved(name, row, width, console)
    for before, after in version.changed:
        yield from _moved("was", before, width, console)
        yield from _moved("now", after, width, console)


def skipped_entry(skipped: Skipped, width: int, console: Console) -> Iterator[Text]:
    """A record that was not taken in, why, and what to do."""
    yield from wrapped(Text(one_line(skipped.where), style="bold"), width, console)
    told = Text(f"{one_line(skipped.wrong)}. {one_line(skipped.remedy)}")
    yield from _indented(wrapped(told, width - len(_INDENT), console))


def review_entry(review: ReviewRow, width: int, console: Console) -> Iterator[Text]:
    """What a person wrote, who and when."""
    value = "".join(f" {one_line(part)}" for part in (review.field, review.value) if part)
    head = Text.assemble((review.kind, "bold"), value, f"  {one_line(review.by)}, {one_line(review.at)}")
    yield from set_apart(head, Text(review.id[:SHORT_ID], style="dim"), width, console)
    facts = (review.target, review.fate, None if review.in_force else "taken back")
    yield from _facts(facts, width, console)
    if review.note:
        yield from _indented(wrapped(Text(one_line(review.note)), width - len(_INDENT), console))


def marked(words: str, marks: Spans) -> Text:
    """The words on one line, those at the spans in bold."""
    text, last = Text(), 0
    for start, end in marks:
        text.append(visible(words[last:start]).replace("\n", " "))
        text.append(visible(words[start:end]).replace("\n", " "), style="bold")
        last = end
    return text.append(visible(words[last:]).replace("\n", " "))


def _claim(row: ClaimRow, words: Text, lead: str, width: int, console: Console) -> Iterator[Text]:
    named = one_line(row.speaker or row.source) or "(not named)"
    head = Text.assemble(
        (f"{lead}  " if lead else ""),
        (f"{row.day or 'no day'}  ", "dim"),
        (named, "bold"),
        f" · {one_line(row.party)}" if row.party and row.party != row.speaker else "",
    )
    yield from set_apart(head, Text(row.id[:SHORT_ID], style="dim"), width, console)
    room = width - len(_INDENT)
    yield from _indented(wrapped(words, room, console))
    yield from _indented(badge_lines(row_badges(row), room, console))
    yield from _facts((row.publisher, row.title, row.published), width, console)


def _moved(name: str, row: ClaimRow, width: int, console: Console) -> Iterator[Text]:
    who = one_line(row.speaker or row.source) or "(not named)"
    line = Text.assemble((f"{name:<5}", "bold"), f"{who}: {one_line(row.words)}")
    yield from _indented(wrapped(line, width - len(_INDENT), console))


def _facts(facts: Iterable[str | None], width: int, console: Console) -> Iterator[Text]:
    line = Text(" · ".join(one_line(fact) for fact in facts if fact), style="dim")
    yield from _indented(wrapped(line, width - len(_INDENT), console))


def _indented(lines: Iterable[Text]) -> Iterator[Text]:
    return (Text.assemble(_INDENT, line) for line in lines)


def _counted(claims: int) -> str:
    return f"{claims:,} claim{'' if claims == 1 else 's'}"
