"""Reading through the API: the records of the command line, in pages, with tags, and faults told as such."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from desk_client import TODAY, open_desk
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.desk.api.shapes import FLAT
from counterclaim.ledger.ledger import open_ledger
from counterclaim.show.flat import columns

API = "/api/v1"
PROBLEM = {"error", "where", "wrong", "remedy"}
# Each list of the command line beside the address that tells the same.
SAME_AS = {
    "claims": "claims",
    "claims --by pell --limit 7": "claims?by=pell&limit=7",
    "claims --about bridge --polarity denies": "claims?about=bridge&polarity=denies",
    "claims --since 2031-03-04 --until 2031-03-05 --confidence 0.8 --copies": (
        "claims?since=2031-03-04&until=2031-03-05&confidence=0.8&copies=true"
    ),
    "documents": "documents",
    "changes --since 2020-01-01": "changes?since=2020-01-01&limit=1000",
    "disputes": "disputes?limit=20",
    "shifts": "shifts?limit=20",
    "numbers": "series?limit=20",
    f"forecasts --today {TODAY}": "forecasts",
    f"forecasts --today {TODAY} --due": f"forecasts?due=true&today={TODAY}",
    "skipped": "skipped",
    "reviews": "reviews",
}
LISTS = (
    "claims", "claims?copies=true&about=strait", "documents", "changes?since=2020-01-01", "relations",
    "documents?words=harbour", "questions", "disputes", "shifts", "forecasts", "speakers", "parties",
    "outlets",
)  # fmt: skip


def _all(desk: TestClient, path: str, limit: int) -> list[Any]:
    """A list put together from its pages, each asked for under the address that the one before gave."""
    found: list[Any] = []
    address = f"{API}/{path}{'&' if '?' in path else '?'}limit={limit}"
    while True:
        page = desk.get(address)
        assert page.status_code == 200
        assert len(page.json()) <= limit
        found += page.json()
        if "next" not in page.links:
            return found
        assert len(page.json()) == limit
        address = page.links["next"]["url"]


@pytest.mark.parametrize("command", SAME_AS)
def test_lists_are_those_of_the_command_line(desk: TestClient, story_ledger: Path, command: str) -> None:
    written = CliRunner().invoke(app, [*command.split(), "--format", "jsonl", "--ledger", str(story_ledger)])
    assert desk.get(f"{API}/{SAME_AS[command]}").json() == [
        json.loads(line) for line in written.stdout.splitlines()
    ]


def test_a_search_gives_the_hits_of_the_command_line_and_where_the_words_stand(
    desk: TestClient, story_ledger: Path
) -> None:
    written = CliRunner().invoke(
        app, ["search", "bridge", "--format", "jsonl", "--ledger", str(story_ledger)]
    )
    found = desk.get(f"{API}/search", params={"words": "bridge"}).json()
    assert found["hits"]
    assert found["hits"] == [json.loads(line) for line in written.stdout.splitlines()]
    assert found["capped"] is False


@pytest.mark.parametrize("path", LISTS)
def test_pages_put_together_are_the_list(desk: TestClient, path: str) -> None:
    whole = _all(desk, path, 1000)
    assert whole
    assert _all(desk, path, 1 if len(whole) < 20 else 7) == whole


@pytest.mark.parametrize(("kind", "shape"), FLAT.items())
def test_flat_records_have_the_fields_of_json_lines(
    kind: type[msgspec.Struct], shape: type[msgspec.Struct]
) -> None:
    assert {field.name for field in msgspec.structs.fields(shape)} == set(columns(kind))


@pytest.mark.parametrize("path", ["claims", "documents", "relations", "changes?since=2020-01-01"])
def test_a_cursor_stays_right_when_documents_are_added(own_ledger: Path, tmp_path: Path, path: str) -> None:
    """Nothing is told twice, and what belongs behind the first page is told."""
    before = Path(shutil.copy(own_ledger, tmp_path / "before.db"))
    with open_desk(own_ledger) as client:
        whole = _all(client, path, 1000)
    with open_ledger(before) as held:  # as it was before one document of the middle came
        held.forget(held.documents()[2].id, by="Ada", at="2031-03-10T10:00:00Z")
    with open_desk(before) as client:
        first = client.get(f"{API}/{path}{'&' if '?' in path else '?'}limit=2")
    with open_desk(own_ledger) as client:
        following = client.get(first.links["next"]["url"].replace("limit=2", "limit=1000"))
    assert following.json() == whole[whole.index(first.json()[-1]) + 1 :]


def test_a_cursor_stays_right_when_earlier_documents_are_gone(own_desk: TestClient, own_ledger: Path) -> None:
    first = own_desk.get(f"{API}/claims?limit=5")
    rest = _all(own_desk, "claims", 1000)[5:]
    gone = first.json()[0]["document"]
    with open_ledger(own_ledger) as held:
        held.forget(gone, by="Ada", at="2031-03-10T10:00:00Z")
    left = own_desk.get(first.links["next"]["url"] + "&limit=1000")
    assert [one["id"] for one in left.json()] == [one["id"] for one in rest if one["document"] != gone]


def test_a_list_that_was_made_anew_goes_on_behind_the_last_item(
    own_desk: TestClient, own_ledger: Path
) -> None:
    from counterclaim.model.finding import FindingKind
    from counterclaim.model.question import Dispute

    whole = [one["dispute"]["question"] for one in _all(own_desk, "disputes", 1000)]
    first = own_desk.get(f"{API}/disputes?limit=2")
    with open_ledger(own_ledger) as held:  # the last one comes first now
        kept = held.findings(FindingKind.DISPUTE, Dispute)
        held.keep_findings(FindingKind.DISPUTE, [kept[-1], *kept[:-1]])
    following = own_desk.get(first.links["next"]["url"].replace("limit=2", "limit=1000"))
    assert [one["dispute"]["question"] for one in following.json()] == whole[2:-1]


@pytest.mark.parametrize("path", ["claims", "disputes"])
@pytest.mark.parametrize("cursor", ["", "x", "WyJ4Il0", "é", "WzFd", "W" * 1999])
def test_a_cursor_that_leads_nowhere_is_not_found(desk: TestClient, path: str, cursor: str) -> None:
    answer = desk.get(f"{API}/{path}", params={"cursor": cursor})
    assert answer.status_code == 404
    assert answer.json()["where"] == "cursor"


def test_a_cursor_belongs_to_one_list(desk: TestClient) -> None:
    following = desk.get(f"{API}/claims?limit=1").links["next"]["url"]
    assert desk.get(following.replace("/claims", "/relations")).status_code == 404


def test_a_claim_comes_with_its_text_its_receipt_and_its_reviews(desk: TestClient) -> None:
    row = desk.get(f"{API}/claims?limit=1").json()[0]
    (claim,) = desk.get(f"{API}/claims/{row['id']}").json()
    assert claim["row"] == row
    text = desk.get(f"{API}/documents/{row['document']}/text")
    receipt = claim["claim"]["receipt"]
    assert receipt["text_sha256"] == hashlib.sha256(text.content).hexdigest()
    for span in receipt["content"]:
        assert text.text[span["position"]["start"] : span["position"]["end"]] == span["quote"]["exact"]


def test_a_document_comes_with_its_reading(desk: TestClient) -> None:
    row = desk.get(f"{API}/documents?limit=1").json()[0]
    document = desk.get(f"{API}/documents/{row['id'][:8]}").json()
    assert document["row"] == row
    claims = sum(len(one["claims"]) for one in document["attributions"])
    assert claims == row["claims"]
    by_id = desk.get(f"{API}/documents/{row['id']}/versions").json()
    assert by_id == desk.get(f"{API}/versions", params={"address": row["address"]}).json()
    assert row["id"] in [one["document"] for one in by_id]


def test_documents_are_found_by_words_of_their_titles(desk: TestClient) -> None:
    every = desk.get(f"{API}/documents").json()
    found = desk.get(f"{API}/documents?words=harbour").json()
    assert 0 < len(found) < len(every)
    assert {one["id"] for one in found} < {one["id"] for one in every}


def test_a_question_comes_with_every_answer(desk: TestClient) -> None:
    row = desk.get(f"{API}/questions?limit=1").json()[0]
    page = desk.get(f"{API}/questions/{row['id']}").json()
    assert len(page["answers"]) == row["answers"]
    assert page["stands"] == row["stands"]


def test_speakers_parties_and_outlets_lead_to_what_is_known_of_them(desk: TestClient) -> None:
    speaker = desk.get(f"{API}/speakers?limit=1").json()[0]
    assert desk.get(f"{API}/speakers/{speaker['key']}").json()["claims"] == speaker["claims"]
    party = desk.get(f"{API}/parties?limit=1").json()[0]
    assert desk.get(f"{API}/parties/{party['name']}").json()["claims"] == party["claims"]
    outlet = next(one for one in desk.get(f"{API}/outlets").json() if one["outlet"])
    assert desk.get(f"{API}/outlets/{outlet['outlet']}").json()["row"] == outlet


def test_relations_are_told_by_kind_and_by_claim(desk: TestClient) -> None:
    (one,) = desk.get(f"{API}/relations?kind=contradicts&limit=1").json()
    of_claim = _all(desk, f"relations?claim={one['one']['id']}", 1000)
    assert one in of_claim
    assert all(one["one"]["id"] in (each["one"]["id"], each["other"]["id"]) for each in of_claim)


def test_what_has_not_changed_is_not_sent_again(desk: TestClient) -> None:
    answer = desk.get(f"{API}/claims?limit=2")
    again = desk.get(f"{API}/claims?limit=2", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["link"] == answer.headers["link"]


def test_the_tag_of_a_page_changes_when_the_list_goes_on(own_ledger: Path, tmp_path: Path) -> None:
    """The last page of a list is the same bytes after something was added behind it, and yet not the last."""
    with open_desk(own_ledger) as client:
        documents = len(client.get(f"{API}/documents?limit=1000").json())
        last = client.get(f"{API}/documents?limit={documents}")
    shorter = Path(shutil.copy(own_ledger, tmp_path / "shorter.db"))
    with open_ledger(shorter) as held:
        held.forget(last.json()[-1]["id"], by="Ada", at="2031-03-10T10:00:00Z")
    with open_desk(shorter) as client:
        short = client.get(f"{API}/documents?limit={documents - 1}")
    with open_desk(own_ledger) as client:
        longer = client.get(f"{API}/documents?limit={documents - 1}")
    assert [one["id"] for one in short.json()] == [one["id"] for one in longer.json()]
    assert short.headers["etag"] != longer.headers["etag"]


def test_head_has_the_headers_of_get(desk: TestClient) -> None:
    got, headed = desk.get(f"{API}/claims?limit=2"), desk.head(f"{API}/claims?limit=2")
    names = ("etag", "link", "content-type", "content-length")
    assert [headed.headers[name] for name in names] == [got.headers[name] for name in names]


@pytest.mark.parametrize(("path", "allowed"), [("claims", "GET, HEAD, OPTIONS")])
def test_an_address_says_which_methods_it_takes(own_desk: TestClient, path: str, allowed: str) -> None:
    asked = own_desk.options(f"{API}/{path}")
    assert (asked.status_code, asked.headers["allow"]) == (204, allowed)
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"):
        refused = own_desk.request(method, f"{API}/{path}")
        assert (refused.status_code, refused.headers["allow"]) == (405, allowed)
        assert set(refused.json()) == PROBLEM


@pytest.mark.parametrize(
    "path",
    [
        "claims?limit=0", "claims?limit=1001", "claims?limit=99999999999999999999999", "claims?limit=x",
        "claims?limit=", "claims?limi=3", "claims?since=yesterday", "claims?since=20220216", "claims?since=0",
        "claims?polarity=maybe", "claims?confidence=nan", "claims?confidence=2", "claims?copies=perhaps",
        "changes", "changes?since=2022-02-30", "changes?since=9999-12-31T23:59:59-10:00", "search",
        "search?words=", "forecasts?today=soon", "relations?kind=likes", "stats?verbose=1", "documents?by=x",
        "claims/c0123456789abcdef?x=1", f"search?words={'w' * 1001}",
    ],
)  # fmt: skip
def test_what_is_not_known_or_out_of_bounds_is_refused(desk: TestClient, path: str) -> None:
    answer = desk.get(f"{API}/{path}")
    assert answer.status_code == 422
    assert set(answer.json()) == PROBLEM
    assert answer.json()["where"].startswith("query ")


@pytest.mark.parametrize("kind", ["claims", "documents", "questions", "series", "reviews", "additions"])
@pytest.mark.parametrize(
    "id",
    [
        "x", "c", "c0123456789abcdef0", "d0123456789abcdef", "c%00", "c%ED%A0%80", "%F0%9F%98%80", "c'--",
        "%2e%2e", "C0123456789ABCDEF", "c" + "0" * 5000, "c00000000%0A",
    ],
)  # fmt: skip
def test_odd_ids_are_not_found(desk: TestClient, kind: str, id: str) -> None:
    answer = desk.get(f"{API}/{kind}/{id}")
    assert answer.status_code == 404
    assert set(answer.json()) == PROBLEM


@pytest.mark.parametrize("kind", ["speakers", "parties", "outlets"])
@pytest.mark.parametrize("name", ["nobody", "a/b", "%00", "%ED%A0%80", "n" * 5000])
def test_odd_names_are_not_found(desk: TestClient, kind: str, name: str) -> None:
    assert desk.get(f"{API}/{kind}/{name}").status_code == 404


@pytest.mark.parametrize("words", ["\x00", '"', "-", "NEAR(", "\U0010ffff", "a" * 1000, "* OR *", '"a" -"'])
def test_odd_words_are_searched_for_all_the_same(desk: TestClient, words: str) -> None:
    for path, name in (("claims", "about"), ("claims", "by"), ("search", "words"), ("questions", "about")):
        answer = desk.get(f"{API}/{path}", params={name: words[:300]})
        assert answer.status_code == 200


def test_a_fault_in_the_address_of_a_page_is_told_on_a_page(desk: TestClient) -> None:
    answer = desk.get("/disputes?page=x")
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")


def test_a_desk_with_a_token_is_open_to_its_bearer_alone(own_ledger: Path) -> None:
    with open_desk(own_ledger, token="a-token-of-some-length") as client:
        refused = client.get(f"{API}/stats")
        assert (refused.status_code, set(refused.json())) == (401, PROBLEM)
        bearer = {"Authorization": "Bearer a-token-of-some-length"}
        assert client.get(f"{API}/stats", headers=bearer).status_code == 200
        body = {"kind": "note", "target_kind": "source", "target": "A", "by": "Ada", "note": "Seen."}
        assert client.post(f"{API}/reviews", json=body, headers=bearer).status_code == 201
