"""What was taken out of a text and put in, paragraph by paragraph and inside them word by word.

Comparing has a limit wherever its time would grow faster than the texts do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_PARAGRAPHS = 1_000  # of either text that are compared in their order
MOST_PAIRS = 4_000_000  # pairs of words that are compared on one page
MOST_SHOWN = 60_000  # code points of changed paragraphs on one page
AROUND = 1  # unchanged paragraphs shown before and behind a change
_LEAST_KEPT = 0.4  # share of words below which a paragraph is shown as replaced


class Piece(NamedTuple):
    """Words of a paragraph, a blank between them; `kind` is `same`, `out` (in the earlier text) or `in`."""

    kind: str
    text: str


class Block(NamedTuple):
    """A paragraph as it changed, or `left_out` unchanged paragraphs that are not shown."""

    pieces: list[Piece]
    left_out: int = 0


class Changed(NamedTuple):
    """What changed from one text to another, in order.

    `in_order` says that paragraphs were compared in their order; else there were too many, and only those
    are shown that stand in one text alone.  `more` counts changed paragraphs for which there is no room.
    """

    blocks: list[Block]
    changes: int
    more: int
    in_order: bool


def changed_text(earlier: str, later: str) -> Changed:
    """What was taken out and put in; nothing where the texts are equal."""
    was, now = _paragraphs(earlier), _paragraphs(later)
    head = _common(was, now)
    tail = _common(was[head:][::-1], now[head:][::-1])
    middle_was, middle_now = was[head : len(was) - tail], now[head : len(now) - tail]
    if not middle_was and not middle_now:
        return Changed([], 0, 0, in_order=True)
    in_order = max(len(middle_was), len(middle_now)) <= MOST_PARAGRAPHS
    found = list(_ordered(middle_was, middle_now) if in_order else _only(middle_was, middle_now))
    before, behind = [_same(one) for one in was[:head]], [_same(one) for one in was[len(was) - tail :]]
    return _shortened([*before, *found, *behind] if tail else [*before, *found], in_order=in_order)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first are equal."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _ordered(was: list[str], now: list[str]) -> Iterator[list[Piece]]:
    pairs_left = MOST_PAIRS
    for kind, left, left_end, right, right_end in SequenceMatcher(None, was, now).get_opcodes():
        old, new = was[left:left_end], now[right:right_end]
        if kind == "equal":
            yield from map(_same, old)
            continue
        for at in range(max(len(old), len(new))):
            one, other = old[at : at + 1], new[at : at + 1]
            words, their_words = _words(one), _words(other)
            pairs = len(words) * len(their_words)
            if 0 < pairs <= pairs_left:
                pairs_left -= pairs
                yield _pieces(words, their_words)
            else:
                yield [*(Piece("out", text) for text in one), *(Piece("in", text) for text in other)]


def _only(was: list[str], now: list[str]) -> Iterator[list[Piece]]:
    """The paragraphs that stand in one of the texts alone, those of the earlier first."""
    before, after = Counter(was), Counter(now)
    for kind, paragraphs, others in (("out", was, after), ("in", now, before)):
        yield from ([Piece(kind, text)] for text in paragraphs if not others[text])


def _words(paragraphs: Sequence[str]) -> list[str]:
    return paragraphs[0].split() if paragraphs else []


def _pieces(was: list[str], now: list[str]) -> list[Piece]:
    """The words of a changed paragraph; where hardly any stayed, the one whole and then the other."""
    matcher = SequenceMatcher(None, was, now)
    if matcher.ratio() < _LEAST_KEPT:
        return [Piece("out", " ".join(was)), Piece("in", " ".join(now))]
    found: list[Piece] = []
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", " ".join(was[left:left_end])))
            continue
        found += [Piece("out", text) for text in [" ".join(was[left:left_end])] if text]
        found += [Piece("in", text) for text in [" ".join(now[right:right_end])] if text]
    return found


def _same(paragraph: str) -> list[Piece]:
    return [Piece("same", paragraph)]


def _is_change(pieces: list[Piece]) -> bool:
    return any(piece.kind != "same" for piece in pieces)


def _shortened(paragraphs: list[list[Piece]], *, in_order: bool) -> Changed:
    """The changes with a little around each; long paragraphs and what goes over the room are left out."""
    changed = [at for at, pieces in enumerate(paragraphs) if _is_change(pieces)]
    near = {at + step for at in changed for step in range(-AROUND, AROUND + 1)}
    blocks: list[Block] = []
    room, shown, left_out = MOST_SHOWN, 0, 0
    for at, pieces in enumerate(paragraphs):
        size = sum(len(piece.text) for piece in pieces)
        if at not in near or (room < size and not _is_change(pieces)):
            left_out += 1
            continue
        if room <= 0:
            break
        if left_out:
            blocks.append(Block([], left_out))
            left_out = 0
        blocks.append(Block(_within(pieces, room)))
        room -= size
        shown += _is_change(pieces)
    if left_out and shown == len(changed):
        blocks.append(Block([], left_out))
    return Changed(blocks, len(changed), len(changed) - shown, in_order)


def _within(pieces: list[Piece], room: int) -> list[Piece]:
    """The pieces up to so many code points."""
    found: list[Piece] = []
    for piece in pieces:
        if len(piece.text) > room:
            return [*found, piece._replace(text=piece.text[:room] + "…")]
        found.append(piece)
        room -= len(piece.text)
    return found
