"""A long text in parts, so that no page grows with it; most texts are one part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markupsafe import escape

from counterclaim.model.document import Field
from counterclaim.model.meaning import Meaning
from counterclaim.model.reading import Claim, Reading
from counterclaim.model.span import Span, Spans
from counterclaim.show.visible import count_acting

ROOM = 100_000  # bytes of HTML that one part may take, as they are estimated below
_BLOCK = 1_000  # code points that are measured at once
_TRIES = 50  # places of one kind looked at for a cut

# Bytes beside the words themselves, fitted to the pages of 351 documents of February 2022 and rounded up:
# pages are within 8,000 bytes of what these tell.
_CARD, _CLAIM, _STATEMENT, _FACT, _SIGN = 1_600, 1_150, 1_500, 140, 240
_LINE = 90  # a paragraph
_NAMED = 12  # a sign that names a character
_AGAIN = 1.3  # how often the words of a claim are written once more


def parts(reading: Reading, room: int = ROOM) -> list[Span]:
    """The parts of a document's text in order, each from where the one before ends.

    They are cut between paragraphs and outside of what anybody says where that can be, else where the
    room ends.  The last ends one behind the text, so that what stands at its very end belongs to it.
    """
    text = reading.document.text
    scale = _Scale(reading)
    if scale.at(len(text)) <= room:
        return [(0, len(text) + 1)]
    held = _held(reading)
    found: list[Span] = []
    start = 0
    while scale.at(len(text)) - scale.at(start) > room:
        end = _cut(text, start, scale.reach(start, room), held)
        found.append((start, end))
        start = end
    return [*found, (start, len(text) + 1)]


def part_at(found: Sequence[Span], place: int) -> int:
    """Which of the parts, counted from 0, holds a place of the text."""
    return max(0, bisect_right(found, place, key=lambda part: part[0]) - 1)


class _Scale:
    """How many bytes of HTML a text takes up to a place."""

    def __init__(self, reading: Reading) -> None:
        text = reading.document.text
        blocks = (text[at : at + _BLOCK] for at in range(0, len(text), _BLOCK))
        self._words = [0, *accumulate(map(_written, blocks))]
        self._length = len(text)
        charges = sorted(_charges(reading))
        self._places = [place for place, _ in charges]
        self._charged = [0, *accumulate(size for _, size in charges)]

    def at(self, place: int) -> int:
        """The bytes before a place."""
        block, rest = divmod(place, _BLOCK)
        words = self._words[block]
        if rest and block + 1 < len(self._words):
            words += (self._words[block + 1] - words) * rest // min(_BLOCK, self._length - block * _BLOCK)
        return words + self._charged[bisect_right(self._places, place - 1)]

    def reach(self, start: int, room: int) -> int:
        """The last place to which the text from `start` on takes no more than the room; at least one on."""
        most = self.at(start) + room
        places = range(start + 1, self._length + 1)
        return max(start + 1, start + bisect_right(places, most, key=self.at))


def _written(words: str) -> int:
    """The bytes of some words as they are written, or a few more."""
    lines = words.count("\n") + words.count("\r")
    escaped = len(escape(words).encode("utf-8", "replace"))
    return escaped + _NAMED * count_acting(words) + _LINE * lines


def _charges(reading: Reading) -> Iterator[tuple[int, int]]:
    """What is written beside the words, and at which place of the text."""
    for one in reading.attributions:
        place = _place(one.content or one.source or one.cue, one.field)
        yield place, _CARD
        for claim in one.claims:
            yield _place(claim.content, one.field) if claim.content else place, _claim(claim)
    for stated in reading.own_voice:
        yield _place(stated.content, stated.field), _STATEMENT + _meant(stated.meaning, stated.content)
    for link in reading.document.links:
        yield link.start, _SIGN + len(link.url)
    for mark in reading.document.marks:
        yield mark.start, _SIGN


def _claim(claim: Claim) -> int:
    return _CLAIM + _SIGN * (len(claim.content) - 1) + _meant(claim.meaning, claim.content)


def _meant(meaning: Meaning, content: Spans) -> int:
    facts = len(meaning.quantities) + len(meaning.times) + len(meaning.places) + len(meaning.evidence)
    return _FACT * facts + round(_AGAIN * sum(end - start for start, end in content))


def _place(spans: Spans, field: Field) -> int:
    return spans[0][0] if spans and field is Field.TEXT else 0


def _held(reading: Reading) -> list[Span]:
    """From the first to the last words of what is said, who says it and how; those that touch made one."""
    held: list[Span] = []
    for start, end in sorted(_extents(reading)):
        if held and start <= held[-1][1]:
            held[-1] = (held[-1][0], max(end, held[-1][1]))
        else:
            held.append((start, end))
    return held


def _extents(reading: Reading) -> Iterator[Span]:
    for one in reading.attributions:
        spans = (*one.source, *one.cue, *one.content)
        if spans and one.field is Field.TEXT:
            yield min(start for start, _ in spans), max(end for _, end in spans)


def _cut(text: str, start: int, end: int, held: Sequence[Span]) -> int:
    """Where to cut in the second half of a stretch: behind a paragraph, a sentence, a word, or at its end."""
    least = start + (end - start) // 2
    for sign in ("\n", ". ", " "):
        place = end
        for _ in range(_TRIES):
            found = text.rfind(sign, least, place)
            if found < 0:
                break
            cut = found + len(sign)
            if not _is_held(cut, held):
                return cut
            place = found
    found = text.rfind("\n", least, end)
    return end if found < 0 else found + 1


def _is_held(place: int, held: Sequence[Span]) -> bool:
    at = bisect_right(held, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < held[at][1] and place > held[at][0]
