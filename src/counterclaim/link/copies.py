"""Which documents are copies of which: candidates by their sketches, then an exact count.

The overlap of two texts is the share of the shorter one's shingles (of those with fewer, each
counted once) that stand in the other, as two whole numbers: `shared` of `all`.  By it

* half or more makes a copy;
* a quarter or more does where both are credited to one agency: a wire story that one or both
  outlets rewrote;
* three tenths or more do where at least half of what they share stands outside quotation marks:
  they took over wording, not only the same speech or press release in quotation marks;
* less makes none, and neither does a credit alone: an agency sends out many stories a day.

Texts with fewer than 16 shingles (23 words) are not compared: a sentence quoted in full
would make them copies.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from counterclaim.link.credits import find_credits, is_agency
from counterclaim.link.index import Index
from counterclaim.link.shingles import Shingle, Word, shingles, unquoted_shingles, words
from counterclaim.link.sketch import from_bytes, sketch, to_bytes
from counterclaim.model.copies import SketchedText, SketchStore
from counterclaim.model.edge import Edge, EdgeKind

MAKER = "copies 1"
"""Counts up with every change of what is linked, or why."""

LEAST_SHINGLES = 16
CANDIDATES = (
    256  # compared for one text at most, those that share most; more copies than that join through these
)
_SPARSE = 20  # a text of whose sampled shingles fewer than one in twenty is shared cannot be half a copy


class Overlap(msgspec.Struct, frozen=True):
    """`shared` of `all` shingles of the shorter text; `unquoted` of the shared ones are in no quotation."""

    shared: int
    all: int
    unquoted: int = 0

    def at_least(self, part: int, whole: int) -> bool:
        """Whether the share is part/whole or more, in whole numbers."""
        return self.shared > 0 and whole * self.shared >= part * self.all

    @property
    def percent(self) -> int:
        """Whole percent, rounded down, so that 100 means all."""
        return 100 * self.shared // self.all if self.all else 0


class _Text:
    """A document's words, with what is counted of them only when it is asked for."""

    def __init__(self, document: SketchedText) -> None:
        self.document = document
        self.words: list[Word] = words(document.text, document.left_out)
        self._shingles: frozenset[Shingle] | None = None
        self._agencies: frozenset[str] | None = None

    @property
    def shingles(self) -> frozenset[Shingle]:
        if self._shingles is None:
            self._shingles = frozenset(shingles(self.words))
        return self._shingles

    @property
    def agencies(self) -> frozenset[str]:
        if self._agencies is None:
            self._agencies = frozenset(credit.agency for credit in find_credits(self.document))
        return self._agencies


class CopyFinder:
    """Finds the copies of each document among all that were added before it."""

    def __init__(self, store: SketchStore) -> None:
        self._store = store
        self._index = Index((document, from_bytes(stored)) for document, stored in store.sketches())
        self.compared = 0

    def add(self, document: SketchedText) -> list[Edge]:
        """Edges between a document and those before it, by the other's id; its sketch is kept.

        A document that was added before gives the same edges to the others again.  Which edges
        there are in the end does not hang on the order of adding.
        """
        text = _Text(document)
        hashes = sketch(text.words)
        edges = []
        for other in self._candidates(document.document, hashes.size, self._index.sharing(hashes)):
            self.compared += 1
            if edge := _edge(text, _Text(self._store.sketched_text(other))):
                edges.append(edge)
        if document.document not in self._index:
            self._index.add(document.document, hashes)
            self._store.keep_sketch(document.document, to_bytes(hashes))
        return sorted(edges, key=lambda edge: (edge.from_document, edge.to_document))

    def _candidates(self, own: str, size: int, sharing: Sequence[tuple[str, int, int]]) -> list[str]:
        near = [
            other
            for other, shared, others in sharing
            if other != own and shared * _SPARSE >= min(size, others)
        ]
        return near[:CANDIDATES]


def overlap(left: SketchedText, right: SketchedText) -> Overlap:
    """How much of the shorter of two texts stands in the other."""
    return _overlap(_Text(left), _Text(right))


def copy_edge(left: SketchedText, right: SketchedText) -> Edge | None:
    """The edge between two documents, or None where neither is a copy of the other."""
    return _edge(_Text(left), _Text(right))


def _overlap(left: _Text, right: _Text) -> Overlap:
    shorter, longer = sorted(
        (left, right), key=lambda text: (len(text.shingles), text.document.text, text.document.document)
    )
    shared = shorter.shingles & longer.shingles
    unquoted = shared & unquoted_shingles(shorter.document.text, shorter.words) if shared else ()
    return Overlap(len(shared), len(shorter.shingles), len(unquoted))


def _edge(left: _Text, right: _Text) -> Edge | None:
    found = _overlap(left, right)
    reason = _reason(found, left, right) if found.all >= LEAST_SHINGLES else None
    if reason is None:
        return None
    first, later = sorted((left.document, right.document), key=_precedence)
    return Edge(
        kind=EdgeKind.COPIES,
        from_document=later.document,
        to_document=first.document,
        weight=round(found.shared / found.all, 4),
        reason=reason,
        maker=MAKER,
    )


def _reason(found: Overlap, left: _Text, right: _Text) -> str | None:
    if not found.at_least(1, 4):
        return None
    words_shared = f"{found.percent}% of the words"
    if agencies := sorted(left.agencies & right.agencies):
        return f"{words_shared}, {agencies[0]} credit in both"
    if found.at_least(1, 2):
        return words_shared
    if found.at_least(3, 10) and 2 * found.unquoted >= found.shared:
        return f"{words_shared}, most of them outside quotations"
    return None


def _precedence(document: SketchedText) -> tuple[str, bool, str, str]:
    """The earlier day first; on one day the agency itself, then the earlier time, then the lesser id."""
    published = document.published or "9999"
    return published[:10], not is_agency(document.publisher), published, document.document
