"""The docket of forecasts and commitments."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient

from counterclaim.desk.pages import docket as page
from counterclaim.inquiry.docket_list import docket_page, place_on_docket
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.docket import DueState, Forecast, Telling, Window
from counterclaim.model.finding import FindingKind
from counterclaim.model.meaning import Orientation
from counterclaim.model.review import Outcome, Review, ReviewKind, TargetKind

TODAY = date(2031, 3, 10)
DUE_LATE, DUE_SOON, COMING, PAST_LONG, PAST_JUST, UNDATED = (f"f{at:016x}" for at in range(6))
WINDOWS = {
    DUE_LATE: ("2031-03-01", "2031-03-20"),
    DUE_SOON: ("2031-03-01", "2031-03-11"),
    COMING: ("2031-04-01", "2031-04-02"),
    PAST_LONG: ("2031-01-01", "2031-01-02"),
    PAST_JUST: ("2031-03-01", "2031-03-09"),
    UNDATED: None,
}
ORDER = [DUE_SOON, DUE_LATE, COMING, PAST_JUST, PAST_LONG, UNDATED]


@pytest.fixture(scope="module")
def docket_ledger(story_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story with forecasts of every state, told by the claims of two parties in turn."""
    path = Path(shutil.copy(story_ledger, tmp_path_factory.mktemp("docket") / "docket.db"))
    with open_ledger(path) as held:
        told = [one for one in held.told() if one.party][: len(WINDOWS)]
        held.keep_findings(
            FindingKind.FORECAST,
            [
                Forecast(
                    id=id,
                    words=f"words of {id}",
                    orientation=Orientation.FUTURE,
                    due=None,
                    window=Window(first=window[0], last=window[1]) if window else None,
                    tellings=(
                        Telling(
                            claim=(claim.document, claim.id),
                            speaker=claim.speaker,
                            key=claim.key,
                            party="Cäldane" if at % 2 else "Orvessa",
                            day="2031-02-01" if id.startswith(PAST_LONG) else "2031-03-02",
                            origin=claim.document,
                        ),
                    ),
                    origins=1,
                )
                for at, ((id, window), claim) in enumerate(zip(WINDOWS.items(), told, strict=True))
            ],
        )
    return path


@pytest.fixture(scope="module")
def client(docket_ledger: Path) -> Iterator[TestClient]:
    """A desk on it that may be written to."""
    with open_desk(docket_ledger) as client:
        yield client


def ids_of(text: str) -> list[str]:
    """The forecasts of a page, in order."""
    return re.findall(r'<li class="forecast [^"]+" id="([^"]+)"', text)


def test_what_is_due_comes_first_then_what_is_coming_past_and_undated(client: TestClient) -> None:
    assert ids_of(client.get("/docket").text) == ORDER


def test_each_state_is_counted_and_can_be_asked_for(client: TestClient) -> None:
    text = client.get("/docket").text
    for name, number in (("due", 2), ("coming", 1), ("overdue", 2), ("undated", 1)):
        assert re.search(rf'href="/docket\?state={name}"[^>]*>[^<]+<span class="many">{number}<', text)
    assert ids_of(client.get("/docket?state=overdue").text) == [PAST_JUST, PAST_LONG]
    assert ids_of(client.get("/docket?state=undated").text) == [UNDATED]


def test_a_state_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get("/docket?state=lost").status_code == 422


def test_the_days_that_are_left_or_past_are_told(client: TestClient) -> None:
    text = client.get("/docket").text
    assert "due now, 1 day left" in text
    assert "in 23 days" in text
    assert "1 day past" in text


def test_a_party_chooses_what_it_told_whatever_its_accents(client: TestClient) -> None:
    assert ids_of(client.get("/docket", params={"party": "caldane"}).text) == [
        id for id in ORDER if list(WINDOWS).index(id) % 2
    ]
    assert "Nothing that stands so was told" in client.get("/docket?party=nobody").text


def test_a_forecast_has_its_receipt_and_a_way_to_record_what_became_of_it(client: TestClient) -> None:
    text = client.get("/docket?state=coming").text
    assert re.search(r'href="/documents/d[0-9a-f]{16}[^"]*#c[0-9a-f]{16}"', text)
    assert f'href="/review?forecast={COMING}"' in text


def test_a_desk_for_looking_only_offers_no_way_to_record(docket_ledger: Path) -> None:
    with open_desk(docket_ledger, read_only=True) as client:
        text = client.get("/docket").text
    assert ids_of(text) == ORDER
    assert "/review?forecast" not in text


def test_an_outcome_is_shown_with_who_recorded_it(docket_ledger: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(docket_ledger, tmp_path / "outcome.db"))
    with open_ledger(path) as held:
        forecast = held.finding(FindingKind.FORECAST, Forecast, PAST_JUST)
        held.review(
            Review(
                kind=ReviewKind.OUTCOME,
                target_kind=TargetKind.CLAIM,
                target=forecast.tellings[0].claim[1],
                value=Outcome.NOT_MET,
                by="Ada <i>",
                at="2031-03-10T09:00:00Z",
            )
        )
    with open_desk(path) as client:
        text = client.get("/docket?state=overdue").text
    assert "Ada &lt;i&gt;" in text
    assert f"<strong>{Outcome.NOT_MET.value}</strong>" in text
    assert "Record another" in text


def test_a_long_docket_is_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_FORECASTS", 2)
    assert ids_of(client.get("/docket?page=2").text) == ORDER[2:4]
    assert 'href="/docket?state=overdue"' in client.get("/docket?page=2").text
    assert "The list ends before this page" in client.get("/docket?page=9").text


def test_the_address_of_a_forecast_leads_to_its_page_of_the_docket(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_FORECASTS", 2)
    away = client.get(f"/docket/{PAST_JUST}", follow_redirects=False)
    assert (away.status_code, away.headers["location"]) == (303, f"/docket?page=2#{PAST_JUST}")
    assert (
        client.get(f"/docket/{DUE_SOON}", follow_redirects=False).headers["location"] == f"/docket#{DUE_SOON}"
    )
    assert client.get("/docket/f00000000000000ff").status_code == 404


def test_what_was_told_later_than_today_is_not_on_the_docket(docket_ledger: Path) -> None:
    with open_ledger(docket_ledger, read_only=True) as held:
        found = docket_page(held, date(2031, 2, 1), None, None, 10, 0)
        assert [one.forecast.id for one in found.forecasts] == [PAST_LONG]
        assert found.counts == {DueState.OVERDUE: 1}
        assert place_on_docket(held, TODAY, UNDATED) == 5


def test_an_empty_docket_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    with open_desk(path) as client:
        assert "Nothing in this ledger was forecast or promised" in client.get("/docket").text
