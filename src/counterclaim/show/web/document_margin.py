"""What stands beside a row of the reading view: cards, and of long speeches what goes on there.

A claim is told about beside the row in which its words begin, so that no card grows with a speech.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.model.document import Document, Field
from counterclaim.model.opened import Opened
from counterclaim.model.reading import Reading
from counterclaim.show.anchor import Anchors, letter
from counterclaim.show.card import Card
from counterclaim.show.meaning_view import meaning_view
from counterclaim.show.speaker import who
from counterclaim.show.view import RowView
from counterclaim.show.web.document_notes import ClaimNote, Notes

MOST_LETTERS = 40  # claims that one card leads to


class Beside(NamedTuple):
    """Claims of an attribution whose card stands elsewhere, named by its speaker."""

    number: int
    name: str
    href: str
    notes: list[ClaimNote]


class CardHere(NamedTuple):
    """A card with what the ledger adds to the claims beside it; `elsewhere` leads to its others."""

    card: Card
    notes: list[ClaimNote]
    elsewhere: bool


class MarginHere(NamedTuple):
    """The margin of a row."""

    beside: list[Beside]
    cards: list[CardHere]


def margins_here(rows: Sequence[RowView], opened: Opened, notes: Notes, prefix: str) -> list[MarginHere]:
    """The margin of each of the rows, whose tokens have an element for the words of each claim."""
    homes = _homes(opened.reading)
    return [_margin(row, opened.reading, homes, notes, prefix) for row in rows]


def text_of(document: Document, field: Field) -> str:
    """The text that spans of a field count in, as it is shown."""
    return document.text if field is Field.TEXT else document.title or document.name


def _homes(reading: Reading) -> Mapping[str, list[tuple[int, int]]]:
    """For each claim by its id the numbers of its attributions, and its place among the claims of each."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(reading.attributions, start=1):
        for index, claim in enumerate(one.claims):
            found[claim.id].append((number, index))
    return found


def _margin(
    row: RowView, reading: Reading, homes: Mapping[str, list[tuple[int, int]]], notes: Notes, prefix: str
) -> MarginHere:
    begun: defaultdict[int, list[int]] = defaultdict(list)
    for id in _begun(row):
        for number, index in homes.get(id, ()):
            begun[number].append(index)
    cards = [_card(card, sorted(begun.pop(card.number, ())), reading, notes) for card in row.margin.cards]
    beside = [_beside(number, sorted(here), reading, notes, prefix) for number, here in begun.items()]
    return MarginHere(sorted(beside), cards)


def _begun(row: RowView) -> Iterator[str]:
    for token in row.tokens:
        if token.kind == "open" and token.id and token.css.startswith("told"):
            yield token.id


def _card(card: Card, here: Sequence[int], reading: Reading, notes: Notes) -> CardHere:
    claims = reading.attributions[card.number - 1].claims
    return CardHere(
        card=card._replace(
            meanings=[card.meanings[index] for index in here] or card.meanings[:1],
            claims=card.claims[:MOST_LETTERS],
        ),
        notes=[
            notes.of(claims[index].id, card.meanings[index].letter, card.meanings[index]) for index in here
        ],
        elsewhere=len(here) < len(claims),
    )


def _beside(number: int, indexes: Sequence[int], reading: Reading, notes: Notes, prefix: str) -> Beside:
    one = reading.attributions[number - 1]
    text = text_of(reading.document, one.field)
    anchors = Anchors(prefix, one.field)
    found = []
    for index in indexes:
        claim, link = one.claims[index], "#" + anchors.claim(number, index)
        label = letter(index) if len(one.claims) > 1 else ""
        meaning = meaning_view(claim.meaning, text, claim.content, label, link)
        found.append(notes.of(claim.id, label, meaning))
    return Beside(number, who(one, text).name, "#" + anchors.card(number), found)
