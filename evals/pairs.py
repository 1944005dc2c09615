"""Pairs of gold claims with their relation, and estimates for figures over pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.meaning import (
    Bound,
    Certainty,
    EvidenceKind,
    Meaning,
    Orientation,
    Polarity,
    Quantity,
)
from counterclaim.model.meaning import SpeakerKind as Kind
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.model.span import words_at
from counterclaim.model.told import Told
from evals.answers import installed_understanding, said
from evals.bootstrap import LEVEL, Estimate
from evals.meant import MeantDocument, MeantQuantity, MeantRecord
from evals.ratios import Floats
from evals.records import TextRecord, read_records, read_texts

BEFORE = 240  # characters of the text before a claim


class PairRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a file of relations; claims are named `document#claim`."""

    a: str
    b: str
    relation: RelationKind


@dataclass(frozen=True)
class Pair:
    """Two claims and the relation that the gold has between them."""

    one: Told
    other: Told
    relation: RelationKind


def read_pairs(claims: Path, pairs: Path, texts: Sequence[Path]) -> list[Pair]:
    """The pairs of a file with their claims; errors name the line that cannot be used."""
    documents = read_records(claims, MeantDocument)
    known = read_texts(documents.values(), texts)
    told = {
        f"{document}#{claim}": one for (document, claim), one in all_told(documents.values(), known).items()
    }
    if not pairs.is_file():
        raise MissingInput(str(pairs), "no such file", "Give the path of a JSONL file")
    found = []
    for number, line in enumerate(pairs.read_bytes().splitlines(), 1):
        if line.strip():
            found.append(_pair(f"{pairs}:{number}", line, told))
    if not found:
        raise EmptyInput(str(pairs), "no pairs", "Give a file of relations with at least one")
    return found


def all_told(documents: Iterable[MeantDocument], texts: Mapping[str, TextRecord]) -> dict[ClaimName, Told]:
    """All gold claims, with the gold's meaning and the reader's vectors."""
    interpret = installed_understanding().interpret
    told: dict[ClaimName, Told] = {}
    for document in documents:
        rows, text = document.in_reading_order(), texts[document.id]
        read = interpret(text.text, said(rows, text.text), id=text.id, published=text.published)
        for row, one in zip(rows, read, strict=True):
            vector = one.vectors[0] if one.vectors else b""
            told[document.id, row.id] = replace(told_from(document, row, text), vector=vector)
    return told


def _pair(where: str, line: bytes, told: Mapping[str, Told]) -> Pair:
    try:
        record = msgspec.json.decode(line, type=PairRecord)
    except msgspec.MsgspecError as error:
        raise MalformedRecord(where, str(error), "See the fields of relations in evals/pairs.py") from error
    for name in (record.a, record.b):
        if name not in told:
            raise MalformedRecord(where, f"{name!r} is not among the claims", "Give the claims it names")
    return Pair(told[record.a], told[record.b], record.relation)


def told_from(document: MeantDocument, record: MeantRecord, text: TextRecord) -> Told:
    """A gold claim as comparing needs it, with the gold's own meaning."""
    start = min((start for start, _end in record.content), default=0)
    return Told(
        document=document.id,
        id=record.id,
        words=words_at(text.text, record.content, joint=" "),
        before=text.text[max(0, start - BEFORE) : start],
        speaker=record.speaker,
        key=record.speaker.casefold() if record.speaker else None,
        kind=Kind(record.speaker_kind) if record.speaker_kind else None,
        party=record.party,
        published=text.published or document.published,
        title=text.title or document.title,
        meaning=Meaning(
            polarity=Polarity(record.polarity),
            certainty=Certainty(record.certainty),
            orientation=Orientation(record.orientation),
            due=record.due or None,
            quantities=tuple(_quantity(quantity) for quantity in record.quantities),
            evidence_offered=EvidenceKind(record.evidence_offered),
        ),
    )


def _quantity(gold: MeantQuantity) -> Quantity:
    """The gold may have a vague word for a bound."""
    bound = Bound(gold.bound) if gold.bound in set(Bound) else Bound.VAGUE
    return Quantity(
        value=gold.value, low=gold.low, high=gold.high, bound=bound, unit=gold.unit, of=gold.of, span=(0, 0)
    )


def fold_of(document: str, folds: int) -> int:
    """The fold of a document, whatever else there is."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % folds


class PairResampler:
    """Draws of documents with replacement; a pair counts as often as both its documents were drawn.

    Pairs that share a document are no independent draws (Owen's pigeonhole bootstrap, 2007, which errs
    towards wide intervals).
    """

    def __init__(self, pairs: Sequence[Pair], rounds: int, seed: int = 20220216) -> None:
        names = sorted({told.document for pair in pairs for told in (pair.one, pair.other)})
        index = {name: number for number, name in enumerate(names)}
        generator = np.random.default_rng(seed)
        one = [index[pair.one.document] for pair in pairs]
        other = [index[pair.other.document] for pair in pairs]
        same = np.equal(one, other)
        self._weights: list[Floats] = []
        for _ in range(rounds):
            times = np.bincount(generator.integers(len(names), size=len(names)), minlength=len(names))
            self._weights.append(np.where(same, times[one], times[one] * times[other]).astype(np.float64))

    def estimate(self, statistic: Callable[[Floats], float], n: int) -> Estimate:
        """A figure as a function of how much each pair counts; NaN where a draw does not tell."""
        size = len(self._weights[0]) if self._weights else 0
        value = statistic(np.ones(size))
        samples = np.array([statistic(weights) for weights in self._weights])
        known = samples[~np.isnan(samples)]
        if not known.size:
            return Estimate(value, None, None, n)
        low, high = np.percentile(known, LEVEL)
        return Estimate(value, float(low), float(high), n)
