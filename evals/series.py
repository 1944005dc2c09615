"""Score number series: `evals series`.

`entries_found` is the share of the gold's entries that are a point of some series, be it the only one,
with the gold's number; `together` the share of pairs of entries of one gold series that are in one
series; `apart` the share of pairs of the gold's entries in one series that belong together in the gold.
`series` counts those of two points or more.  The gold names the series of one question, so how many of the
others are right is for a reader to say: `--list` prints them.

Each figure comes with the gold's spans given, and with `end_to_end_` from the bare texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from counterclaim.link.series import series
from counterclaim.model.meaning import Quantity
from counterclaim.model.relation import ClaimName
from counterclaim.model.series import Series
from evals import report
from evals.answers import installed_understanding
from evals.bootstrap import Estimate
from evals.expected import Expected, PointRecord, read_expected, share_right
from evals.options import positive
from evals.tellings import Tellings, put_in_place, tellings


def measure(expected: Expected, told: Tellings, rounds: int, prefix: str = "") -> dict[str, Estimate]:
    """Estimates by metric name."""
    everything = series(told.claims, least=1)
    entries = [
        (number, point, _series_with(point, everything, told))
        for number, one in enumerate(expected.number_series)
        for point in one.points
    ]
    found = [(point.in_document, where is not None) for _, point, where in entries]
    together, apart = [], []
    for (number, point, where), (other, _, there) in combinations(entries, 2):
        if number == other:
            together.append((point.in_document, where is not None and where == there))
        if where is not None and where == there:
            apart.append((point.in_document, number == other))
    long_enough = sum(len(one.points) > 1 for one in everything)
    return {
        prefix + "entries_found": share_right(found, rounds),
        prefix + "together": share_right(together, rounds),
        prefix + "apart": share_right(apart, rounds),
        prefix + "series": Estimate(float("nan"), None, None, long_enough),
    }


def _series_with(point: PointRecord, everything: Sequence[Series], told: Tellings) -> str | None:
    """The id of the series that holds an entry of the gold."""
    names = set(_names(point, told))
    return next(
        (
            one.id
            for one in everything
            for held in one.points
            if names.intersection(held.claims) and _is_number(point, held.quantity)
        ),
        None,
    )


def _names(point: PointRecord, told: Tellings) -> Iterator[ClaimName]:
    if point.claim is not None:
        if name := put_in_place(told.stands_for, point.claim):
            yield name
    elif span := point.span:
        for (document, id_), content in told.statements.items():
            if document == point.in_document and any(
                start < span[1] and span[0] < end for start, end in content
            ):
                yield document, id_


def _is_number(point: PointRecord, quantity: Quantity) -> bool:
    if isinstance(point.value, tuple):
        return (quantity.low, quantity.high) == point.value
    return point.value is not None and quantity.value == point.value


def lines(found: Sequence[Series]) -> Iterator[str]:
    """Series as a person reads them."""
    for one in found:
        yield f"{one.of} ({one.unit}; {', '.join((*one.owners, *one.places))})"
        for point in one.points:
            number = point.quantity
            who = "own voice" if point.own_voice else point.party or point.speaker or "?"
            value = number.value if number.value is not None else f"{number.low} to {number.high}"
            yield f"    {point.day}  {who}: {number.bound} {value}: {' '.join(point.words.split())}"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals series` to the commands."""
    parser = commands.add_parser("series", help="which numbers count the same thing?")
    parser.add_argument("--claims", type=Path, required=True, help="JSONL of documents with claims")
    parser.add_argument("--expected", type=Path, required=True, help="JSON with the series expected")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--list", action="store_true", help="print the series of the bare texts instead")
    parser.add_argument("--bootstrap", type=positive, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    expected = read_expected(options.expected)
    given, found = tellings(options.claims, options.texts, installed_understanding())
    if options.list:
        print("\n".join(lines(series(found.claims))))
        return
    metrics = measure(expected, given, options.bootstrap)
    metrics |= measure(expected, found, options.bootstrap, "end_to_end_")
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
