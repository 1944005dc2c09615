"""Score the docket: `evals docket`.

`dated_found` is the share of the gold's forecasts with a due time that stand on the docket, `window_right`
that of those which stand there with the gold's first and last day, `all_found` that of all forecasts when
those without a time are asked for too.  `bearing_found` is the share of the claims that the gold's outcomes
refer to which are offered beside the forecast.  `entries` counts the docket's lines, `bearing_offered` the
claims offered beside them; the gold is not exhaustive, so how many of both are right is for a reader to
say: `--list` prints them.

Each figure comes with the gold's spans given, and with `end_to_end_` from the bare texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim.link.docket import docket
from counterclaim.link.docket.window import window_of
from counterclaim.model.docket import DocketEntry
from counterclaim.model.relation import ClaimName
from evals import report
from evals.answers import installed_understanding
from evals.bootstrap import Estimate
from evals.expected import Expected, ForecastRecord, read_expected, share_right
from evals.options import positive
from evals.tellings import Tellings, named, put_in_place, tellings


def measure(expected: Expected, told: Tellings, rounds: int, prefix: str = "") -> dict[str, Estimate]:
    """Estimates by metric name."""
    dated, everything = docket(told.claims), docket(told.claims, undated=True)
    wanted = [forecast for forecast in expected.forecasts if window_of(forecast.due)]
    figures = {
        "dated_found": [(one, _entry(one, dated, told) is not None) for one in wanted],
        "window_right": [(one, _has_window(one, _entry(one, dated, told))) for one in wanted],
        "all_found": [(one, _entry(one, everything, told) is not None) for one in expected.forecasts],
        "bearing_found": list(_settled(expected, everything, told)),
    }
    metrics = {
        prefix + name: share_right([(named(one.claim)[0], right) for one, right in rows], rounds)
        for name, rows in figures.items()
    }
    offered = sum(len(entry.bearing) for entry in dated)
    counts = {"entries": len(dated), "bearing_offered": offered}
    return metrics | {prefix + name: Estimate(float("nan"), None, None, n) for name, n in counts.items()}


def _entry(forecast: ForecastRecord, entries: Sequence[DocketEntry], told: Tellings) -> DocketEntry | None:
    name = put_in_place(told.stands_for, forecast.claim)
    return next((entry for entry in entries if name in _claims(entry)), None)


def _claims(entry: DocketEntry) -> frozenset[ClaimName]:
    return frozenset(telling.claim for telling in entry.forecast.tellings)


def _has_window(forecast: ForecastRecord, entry: DocketEntry | None) -> bool:
    wanted = window_of(forecast.due)
    found = entry.forecast.window if entry else None
    return bool(wanted and found and (wanted.first, wanted.last) == (found.first, found.last))


def _settled(
    expected: Expected, entries: Sequence[DocketEntry], told: Tellings
) -> Iterator[tuple[ForecastRecord, bool]]:
    for forecast in expected.forecasts:
        entry = _entry(forecast, entries, told)
        offered = {bearing.claim for bearing in entry.bearing} if entry else set()
        for claim in forecast.settled_by:
            yield forecast, put_in_place(told.stands_for, claim) in offered


def lines(entries: Sequence[DocketEntry]) -> Iterator[str]:
    """The docket as a person reads it."""
    for entry in entries:
        forecast = entry.forecast
        who = ", ".join(
            dict.fromkeys(telling.party or telling.speaker or "?" for telling in forecast.tellings)
        )
        words = " ".join(forecast.words.split())
        yield f"{forecast.due}  {who} ({forecast.tellings[0].day}, x{len(forecast.tellings)}): {words}"
        for bearing in entry.bearing:
            yield f"    {bearing.day}  {'#'.join(bearing.claim)}  {', '.join(bearing.shared)}"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals docket` to the commands."""
    parser = commands.add_parser("docket", help="which forecasts fall due when?")
    parser.add_argument("--claims", type=Path, required=True, help="JSONL of documents with claims")
    parser.add_argument("--expected", type=Path, required=True, help="JSON with the forecasts expected")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--list", action="store_true", help="print the docket of the bare texts instead")
    parser.add_argument("--bootstrap", type=positive, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    expected = read_expected(options.expected)
    given, found = tellings(options.claims, options.texts, installed_understanding())
    if options.list:
        print("\n".join(lines(docket(found.claims))))
        return
    metrics = measure(expected, given, options.bootstrap)
    metrics |= measure(expected, found, options.bootstrap, "end_to_end_")
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
