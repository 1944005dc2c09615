"""Lay estimates out for people (percent) or programs (fractions)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

from evals.bootstrap import Estimate
from evals.calibration import Bin


def as_json(metrics: Mapping[str, Estimate]) -> str:
    """`{"metrics": {name: {"value", "low", "high", "n"}}}`; what is not known is null."""
    rows = {
        name: {
            "value": _known(estimate.value),
            "low": _known(estimate.low),
            "high": _known(estimate.high),
            "n": estimate.n,
        }
        for name, estimate in metrics.items()
    }
    return json.dumps({"metrics": rows}, indent=2)


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else value


def as_table(metrics: Mapping[str, Estimate]) -> str:
    """One metric a line, with its 95% interval and the number of items under it."""
    width = max(len(name) for name in metrics)
    return "\n".join(
        f"{name:<{width}}  {_percent(estimate.value):>6}  {_interval(estimate):<16}  n={estimate.n}"
        for name, estimate in metrics.items()
    )


def score_table(metrics: Mapping[str, Estimate]) -> str:
    """Precision, recall and F1 of each score on one line, with the interval of F1."""
    names = dict.fromkeys(name.rpartition("_")[0] for name in metrics)
    width = max(len(name) for name in names)
    lines = [f"{'':<{width}}  {'P':>6}  {'R':>6}  {'F1':>6}  {'95%':<16}  {'gold':>6}  {'pred':>6}"]
    for name in names:
        found = metrics[f"{name}_recall"]
        right, both = metrics.get(f"{name}_precision"), metrics.get(f"{name}_f1")
        lines.append(
            f"{name:<{width}}  {_percent(right.value) if right else '':>6}  {_percent(found.value):>6}"
            f"  {_percent(both.value) if both else '':>6}  {_interval(both or found):<16}"
            f"  {found.n:>6}  {right.n if right else '':>6}"
        )
    return "\n".join(lines)


def reliability_table(bins: Sequence[Bin]) -> str:
    """Mean confidence beside the share of hits, a bin a line."""
    rows = (f"{_percent(bin_.confidence):>10}  {_percent(bin_.right):>6}  {bin_.n:>6}" for bin_ in bins)
    return "\n".join(("confidence   right       n", *rows))


def _percent(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.1%}"


def _interval(estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return ""
    return f"{_percent(estimate.low)} to {_percent(estimate.high)}"
