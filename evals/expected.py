"""What is expected of a story as a whole, beside its claims: forecasts and number series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from evals.bootstrap import Estimate, Resampler
from evals.ratios import Floats, share

_REFERENCE = re.compile(r"([\w-]+)#([\w-]+)")


class ForecastRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast or commitment, and in words what became of it."""

    claim: str
    due: str | None = None
    outcome: str = ""

    @property
    def settled_by(self) -> tuple[str, ...]:
        """The claims that the outcome refers to."""
        return tuple(match[0] for match in _REFERENCE.finditer(self.outcome))


class PointRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One count: of a claim, or in an outlet's own voice with its span named in `who`."""

    claim: str | None
    value: int | float | tuple[float, ...] | None
    bound: str
    who: str
    document: str | None = None

    @property
    def in_document(self) -> str:
        """The document it stands in."""
        return self.document or (self.claim or "").partition("#")[0]

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it stands, of a count in an outlet's own voice."""
        found = re.search(r"span (\d+)-(\d+)", self.who)
        return (int(found[1]), int(found[2])) if found else None


class SeriesRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one thing."""

    of: str
    points: tuple[PointRecord, ...]


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """The file; fields of other evaluations are left out."""

    forecasts: tuple[ForecastRecord, ...]
    number_series: tuple[SeriesRecord, ...]


def read_expected(path: Path) -> Expected:
    """The expectations of a file; errors name what cannot be used."""
    if not path.is_file():
        raise MissingInput(str(path), "no such file", "Give the path of a JSON file")
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Expected)
    except msgspec.MsgspecError as error:
        raise MalformedRecord(str(path), str(error), "See the fields in evals/expected.py") from error
    if not found.forecasts or not found.number_series:
        raise EmptyInput(str(path), "no forecasts or no series", "Give a file with at least one of each")
    return found


Row = TypeVar("Row", bound=tuple[str, bool])


def share_right(rows: Sequence[Row], rounds: int) -> Estimate:
    """The share of rows (document, right) that are right, its interval by drawing documents."""
    documents = sorted({document for document, _ in rows})
    if not documents:
        return Estimate(float("nan"), None, None, 0)
    counts: Floats = np.zeros((len(documents), 2))
    for document, right in rows:
        counts[documents.index(document)] += right, 1
    return Resampler(len(documents), rounds).of_counts(counts, lambda sums: share(sums, 0, 1), len(rows))
