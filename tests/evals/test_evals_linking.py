"""`evals docket`, `series` and `pairs`: what is found of a small story, under the promised names."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from evals_fakes import MEANING, attribution, understanding

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.meaning import Bound, Meaning, Orientation, Quantity, Speaker
from counterclaim.read.said import Said
from evals import blocking, docket, series
from evals.__main__ import main
from evals.expected import ForecastRecord, PointRecord, read_expected

FORECAST = "Takar will open the Norvik bridge on Friday"
COUNT = "Takar has 4,000 Takari soldiers on the Norvik border"
TEXT = f"Moen said: {FORECAST}. Lund said: {COUNT}."
OPENED = "Lund said: the Norvik bridge opened to Takari lorries."


def _answer(text: str, said: Said) -> tuple[Speaker, Meaning]:
    words = text[said.content[0][0] : said.content[0][1]]
    if words == FORECAST:
        meaning = msgspec.structs.replace(MEANING, orientation=Orientation.FUTURE, due="2031-05-09")
        return Speaker(name="Anna Moen", key="moen", party="Takar"), meaning
    soldiers = Quantity(
        value=4000,
        low=4000,
        high=4000,
        bound=Bound.EXACTLY,
        unit="people",
        of="Takari soldiers",
        span=said.content[0],
    )
    counted = (soldiers,) if words == COUNT else ()
    return Speaker(name="Per Lund", key="lund", party="Loria"), msgspec.structs.replace(
        MEANING, quantities=counted
    )


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    def row(text: str, id_: str, words: str) -> dict[str, object]:
        start = text.index(words)
        meant = {"polarity": "affirms", "certainty": "certain", "orientation": "present"}
        return {"id": id_, "content": [[start, start + len(words)]], **meant}

    opened = OPENED.removeprefix("Lund said: ").removesuffix(".")
    rows = {
        "d1": (TEXT, "2031-05-05", [row(TEXT, "will", FORECAST), row(TEXT, "count", COUNT)]),
        "d2": (OPENED, "2031-05-10", [row(OPENED, "opened", opened)]),
        "d3": (TEXT, "2031-05-07", [row(TEXT, "again", COUNT)]),
    }
    forecasts = [{"claim": "d1#will", "due": "2031-05-09", "outcome": "kept: d2#opened"}]
    points = [
        {"claim": claim, "value": 4000, "bound": "exactly", "who": "Lund"}
        for claim in ("d1#count", "d3#again")
    ]
    files = {
        "claims": [{"id": id_, "attributions": meant} for id_, (_, _, meant) in rows.items()],
        "texts": [{"id": id_, "text": text, "published": day} for id_, (text, day, _) in rows.items()],
        "pairs": [{"a": "d1#will", "b": "d2#opened", "relation": "later fact"}],
        "expected": [{"forecasts": forecasts, "number_series": [{"of": "soldiers", "points": points}]}],
    }
    for name, lines in files.items():
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    found = attribution(TEXT, "x", ((11, 11 + len(FORECAST)),))
    for module in (docket, series, blocking):
        monkeypatch.setattr(module, "installed_understanding", lambda: understanding(_answer, found))
    return {name: str(tmp_path / name) for name in files}


def metrics_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, float]]:
    assert main([*arguments, "--json", "--bootstrap", "5"]) == 0
    found: dict[str, dict[str, float]] = json.loads(capsys.readouterr().out)["metrics"]
    return found


def test_a_forecast_is_found_on_the_docket_and_what_settled_it_beside_it(
    story: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--claims", story["claims"], "--texts", story["texts"], "--expected", story["expected"]]
    metrics = metrics_of(capsys, "docket", *options)
    for name in ("dated_found", "window_right", "all_found", "bearing_found"):
        assert metrics[name]["value"] == 1.0
        assert f"end_to_end_{name}" in metrics
    assert metrics["entries"]["n"] == 1


def test_entries_of_one_series_are_found_together(
    story: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--claims", story["claims"], "--texts", story["texts"], "--expected", story["expected"]]
    metrics = metrics_of(capsys, "series", *options)
    assert [metrics[name]["value"] for name in ("entries_found", "together", "apart")] == [1.0, 1.0, 1.0]
    assert metrics["end_to_end_entries_found"]["value"] == 0.0


def test_blocking_keeps_a_related_pair(story: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--claims", story["claims"], "--texts", story["texts"], "--pairs", story["pairs"]]
    metrics = metrics_of(capsys, "pairs", *options)
    assert metrics["kept"]["value"] == metrics["kept_later_fact"]["value"] == 1.0
    assert metrics.keys() >= {"candidates", "cosine_kept", "end_to_end_kept", "end_to_end_kept_of_found"}


def test_what_is_expected_names_claims_and_places() -> None:
    forecast = ForecastRecord(claim="d1#a", outcome="not then (d-2#b-c); kept: d3#d")
    assert forecast.settled_by == ("d-2#b-c", "d3#d")
    point = PointRecord(claim=None, document="d4", value=3, bound="exactly", who="its own voice (span 12-19)")
    assert (point.in_document, point.span) == ("d4", (12, 19))


def test_expectations_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "expected.json"
    with pytest.raises(MissingInput, match="no such file"):
        read_expected(path)
    path.write_text("[]")
    with pytest.raises(MalformedRecord):
        read_expected(path)
    path.write_text('{"forecasts": [], "number_series": []}')
    with pytest.raises(EmptyInput):
        read_expected(path)


def test_vectors_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        blocking.read_vectors(tmp_path / "vectors.npz")
