"""One attribution or statement as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.document import Field
from counterclaim.model.reading import Attribution, Claim, Statement
from counterclaim.show.anchor import letter, statement_label
from counterclaim.show.badge import attribution_badges, claim_badges, why_badge
from counterclaim.show.lines import NARROWEST, badge_lines, entry, set_apart, what, words, wrapped
from counterclaim.show.nesting import Placed
from counterclaim.show.speaker import NOT_NAMED, source_words, who

MOST_CLAIMS = 6  # of one attribution; a speech may hold hundreds
_GUTTER = 4  # columns, of a label of the usual length; a step of indentation is as wide
_DEEPEST = 4  # steps of indentation


def attribution_card(placed: Placed, text: str, width: int, console: Console) -> list[Text]:
    """Who says an attribution of this text and how, above what is said and what it means."""
    attribution = placed.attribution
    indent = _GUTTER * min(placed.depth, _DEEPEST)
    indent = max(0, min(indent, width - _GUTTER - NARROWEST))
    number = f"{'↳ ' if placed.depth else ''}{placed.number}"
    gutter = max(_GUTTER, len(number) + 2)
    room = max(NARROWEST, width - indent - gutter)
    head = set_apart(_who(text, attribution), _kind(attribution), room, console)
    return entry(number, [*head, *_body(text, attribution, room, console)], gutter, indent)


def statement_card(statement: Statement, number: int, text: str, width: int, console: Console) -> list[Text]:
    """What an outlet states itself in this text, above why it is listed and what it means."""
    label = statement_label(number)
    gutter = max(_GUTTER, len(label) + 2)
    room = max(NARROWEST, width - gutter)
    said = wrapped(what(text, statement.content), room, console)
    badges = [*why_badge(statement), *claim_badges(statement.meaning, text)]
    return entry(label, [*said, *badge_lines(badges, room, console)], gutter)


def _who(text: str, attribution: Attribution) -> Text:
    """The speaker and party, then the words of the text that stand for them, and those that report."""
    head = who(attribution, text)
    cue = words(text, attribution.cue)
    named = "" if head.as_written else f"“{source_words(attribution, text)}”"
    if not (head.as_written or attribution.source):
        named = NOT_NAMED.strip("()") + (";" if cue else "")
    parts = [part for part in (Text(named), Text(cue, style="italic")) if part]
    written = Text.assemble("  (", Text(" ").join(parts), ")") if parts else ""
    return Text.assemble((head.name, "bold"), f" · {head.party}" if head.party else "", written)


def _kind(attribution: Attribution) -> Text:
    field = "title · " if attribution.field is Field.TITLE else ""
    return Text(f"{field}{attribution.quote_type.value}  {attribution.confidence:.2f}")


def _body(text: str, attribution: Attribution, room: int, console: Console) -> Iterator[Text]:
    """What is said: the content, or where it holds several claims each of the first ones, lettered."""
    whole, claims = attribution_badges(attribution), attribution.claims
    if len(claims) < 2:
        yield from wrapped(what(text, attribution.content), room, console)
        meant = [badge for claim in claims for badge in claim_badges(claim.meaning, text)]
        yield from badge_lines([*whole, *meant], room, console)
        return
    yield from badge_lines(whole, room, console)
    shown = claims if len(claims) <= MOST_CLAIMS else claims[: MOST_CLAIMS - 1]
    for index, claim in enumerate(shown):
        yield from _claim(text, claim, letter(index), room, console)
    if len(shown) < len(claims):
        rest = f"… and {len(claims) - len(shown)} more claims; other formats show them all"
        yield from wrapped(Text(rest, style="dim"), room, console)


def _claim(text: str, claim: Claim, name: str, room: int, console: Console) -> Iterator[Text]:
    lead = f"{name}) "
    said = Text.assemble((lead, "dim"), what(text, claim.content))
    yield from wrapped(said, room, console)
    badges = badge_lines(claim_badges(claim.meaning, text), room - len(lead), console)
    yield from (Text.assemble(" " * len(lead), line) for line in badges)
