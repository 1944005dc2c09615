"""Measure how copies are found: `evals copies` on a corpus of texts.

The truth is counted anew in this file, by comparing every pair of texts with all their shingles and
nothing of `counterclaim.link`: a text has its lower-cased words (`\\w+`) in runs of eight, each run once;
the overlap of two texts is the share of the shorter one's runs that the other has.  Texts under
`--words` words (40) are left out.  All pairs with an overlap of half or more must be linked, none
under a tenth may be; between them it is counted how many are.

CPU seconds are those of finding: sketches, candidates, exact counts and credits, one text after another.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from counterclaim.errors import EmptyInput
from counterclaim.link.copies import CopyFinder
from counterclaim.model.copies import SketchedText
from evals import report
from evals.bootstrap import Estimate
from evals.options import positive
from evals.records import TextRecord, read_texts

RUN = 8

Pair = tuple[str, str]


class MemoryStore:
    """A store of sketches for one run."""

    def __init__(self) -> None:
        self._sketches: dict[str, bytes] = {}
        self.texts: dict[str, SketchedText] = {}

    def sketches(self) -> Iterable[tuple[str, bytes]]:
        """Every sketch kept."""
        return self._sketches.items()

    def keep_sketch(self, document: str, sketch: bytes) -> None:
        """Keep one sketch."""
        self._sketches[document] = sketch

    def sketched_text(self, document: str) -> SketchedText:
        """The text of a document."""
        return self.texts[document]

    @property
    def size(self) -> int:
        """Bytes of all sketches."""
        return sum(map(len, self._sketches.values()))


@dataclass(frozen=True)
class Found:
    """Linked pairs with their weight, and what finding them cost."""

    weights: Mapping[Pair, float]
    compared: int
    seconds: float
    sketch_bytes: int


def overlaps(texts: Mapping[str, str], least_words: int) -> dict[Pair, tuple[int, int]]:
    """Shared and all runs of eight words for every pair that shares any, by exhaustive comparison."""
    runs: dict[str, set[tuple[str, ...]]] = {}
    for id_, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        if len(words) >= least_words:
            runs[id_] = {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_ in sorted(runs):
        for run in runs[id_]:
            holders[run].append(id_)
    shared = Counter(pair for ids in holders.values() for pair in combinations(ids, 2))
    return {(a, b): (count, min(len(runs[a]), len(runs[b]))) for (a, b), count in shared.items()}


def find(records: Iterable[TextRecord]) -> Found:
    """Link texts one after another, as a ledger does."""
    store = MemoryStore()
    finder = CopyFinder(store)
    weights: dict[Pair, float] = {}
    started = time.process_time()
    for record in records:
        text = SketchedText(
            document=record.id, text=record.text, publisher=record.publisher, published=record.published
        )
        store.texts[record.id] = text
        for edge in finder.add(text):
            first, second = sorted((edge.from_document, edge.to_document))
            weights[first, second] = edge.weight
    return Found(weights, finder.compared, time.process_time() - started, store.size)


def measure(
    truth: Mapping[Pair, tuple[int, int]], found: Found, of_enough_words: frozenset[str]
) -> dict[str, Estimate]:
    """Shares of pairs linked, by the true overlap of the pair; `n` is the number of pairs."""
    linked = {pair for pair in found.weights if of_enough_words.issuperset(pair)}
    half = {pair for pair, (shared, all_) in truth.items() if 2 * shared >= all_}
    tenth = {pair for pair, (shared, all_) in truth.items() if 10 * shared >= all_}
    return {
        "half_or_more_linked": _share(len(half & linked), len(half)),
        "tenth_to_half_linked": _share(len((tenth - half) & linked), len(tenth - half)),
        "linked_below_a_tenth": _share(len(linked - tenth), len(linked)),
    }


def _share(part: int, whole: int) -> Estimate:
    return Estimate(part / whole if whole else float("nan"), None, None, whole)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals copies` to the commands."""
    parser = commands.add_parser("copies", help="are copied texts found, and no others?")
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="JSONL of id and text")
    parser.add_argument("--words", type=positive, default=40, help="least words of a text (default 40)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    records = read_texts((), options.texts)
    if not records:
        raise EmptyInput("evals copies", "no texts", "Give --texts with at least one document")
    long_enough = frozenset(
        id_ for id_, record in records.items() if len(re.findall(r"\w+", record.text)) >= options.words
    )
    truth = overlaps({id_: record.text for id_, record in records.items()}, options.words)
    found = find(records.values())
    metrics = measure(truth, found, long_enough)
    if options.json:
        print(report.as_json(metrics))
        return
    print(report.as_table(metrics))
    print(f"\n{len(long_enough)} of {len(records)} texts have {options.words} words or more")
    print(f"{len(found.weights)} pairs linked in all, shorter texts included")
    print(f"{found.compared} candidates compared, of {len(records) * (len(records) - 1) // 2} pairs")
    print(f"{found.sketch_bytes / len(records):.0f} bytes of sketch a text")
    print(f"{found.seconds:.2f} CPU seconds, {1000 * found.seconds / len(records):.2f} ms a text")
