"""Writing through the API: judgements and additions, who may write, and what is refused."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from desk_client import csrf_of, open_desk
from fastapi.testclient import TestClient

from counterclaim.desk import jobs
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.review import ReviewKind

API = "/api/v1"
PROBLEM = {"error", "where", "wrong", "remedy"}
TEXT = """\
Harbour office denies closure

The harbour office of Orvessa said on Monday that the strait was open to all ships. "There is no closure,"
its spokeswoman Mara Quill told reporters.
"""


@pytest.fixture
def nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put in line stays there."""
    monkeypatch.setattr(jobs.Jobs, "_work", lambda _: None)


def _send(desk: TestClient, path: str, body: object) -> Any:
    return desk.post(f"{API}/{path}", json=body, headers={"X-CSRF-Token": csrf_of(desk)})


def _claims(desk: TestClient, count: int) -> list[str]:
    return [one["id"] for one in desk.get(f"{API}/claims?limit={count}").json()]


def _bodies(desk: TestClient) -> list[dict[str, str]]:
    """A judgement of every kind, as it can be sent."""
    one, other = _claims(desk, 2)
    question = desk.get(f"{API}/questions?limit=1").json()[0]["id"]
    document = desk.get(f"{API}/documents?limit=1").json()[0]["id"]
    return [
        {"kind": "accept", "target_kind": "claim", "target": one},
        {
            "kind": "accept", "target_kind": "claim", "target": one, "field": "relation",
            "value": f"{other} contradicts",
        },
        {"kind": "reject", "target_kind": "claim", "target": other, "note": "A headline."},
        {"kind": "note", "target_kind": "document", "target": document, "note": "Seen in print."},
        {"kind": "correct", "target_kind": "claim", "target": one, "field": "polarity", "value": "denies"},
        {"kind": "correct", "target_kind": "question", "target": question, "field": "text", "value": "Is it"},
        {"kind": "grade", "target_kind": "source", "target": "Harbour Courier", "value": "B"},
        {"kind": "grade", "target_kind": "claim", "target": one, "value": "2"},
        {"kind": "outcome", "target": one, "value": "not met"},
        {"kind": "merge", "target": one, "value": other},
        {"kind": "split", "target": one, "value": other},
    ]  # fmt: skip


def test_every_kind_of_judgement_can_be_written_and_taken_back(
    own_desk: TestClient, nothing_is_done: None
) -> None:
    kinds = set()
    for body in _bodies(own_desk):
        answer = _send(own_desk, "reviews", {**body, "by": "Ada"})
        assert answer.status_code == 201, (body, answer.text)
        kept = answer.json()
        assert {name: kept[name] for name in body} == body
        assert own_desk.get(answer.headers["location"]).json() == kept
        undone = _send(own_desk, "reviews", {"kind": "undo", "target": kept["id"], "by": "Ada"})
        assert undone.status_code == 201
        assert own_desk.get(answer.headers["location"]).json()["in_force"] is False
        kinds |= {kept["kind"], undone.json()["kind"]}
    assert kinds == set(ReviewKind)
    written = own_desk.get(f"{API}/reviews").json()
    assert len(written) == 2 * len(_bodies(own_desk))


def test_what_bears_on_questions_has_them_made_anew_in_the_background(
    own_desk: TestClient, nothing_is_done: None
) -> None:
    for body in _bodies(own_desk):
        answer = _send(own_desk, "reviews", {**body, "by": "Ada"})
        bears = body["kind"] in ("merge", "split") or body.get("field") in ("relation", "text")
        assert ("status" in answer.links) is bears, body
        if bears:
            assert own_desk.get(answer.links["status"]["url"]).json()["addition"] == "comparison"


def test_a_judgement_is_signed_by_who_sits_there_unless_it_says_who(own_desk: TestClient) -> None:
    body = {"kind": "note", "target_kind": "source", "target": "Harbour Courier", "note": "Seen."}
    unsigned = _send(own_desk, "reviews", body)
    assert (unsigned.status_code, unsigned.json()["where"]) == (422, "by")
    own_desk.cookies.set("counterclaim_name", "Bea")
    assert _send(own_desk, "reviews", body).json()["by"] == "Bea"
    assert own_desk.get(f"{API}/session").json()["name"] == "Bea"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "praise"}, {"kind": None}, {"target": ""}, {"target": " "}, {"target": "a\x00b"},
        {"target": "t" * 301}, {"by": ""}, {"by": "\u2003"}, {"by": "b" * 121}, {"by": 7},
        {"note": "n" * 10_001}, {"at": "2031-03-10T10:00:00Z"}, {"field": "polarity"},
        {"target_kind": "person"}, {"value": "Z"}, {"value": "1"}, {"value": None},
    ],
)  # fmt: skip
def test_a_judgement_that_is_not_as_it_should_be_is_refused(
    own_desk: TestClient, change: dict[str, object]
) -> None:
    body = {"kind": "grade", "target_kind": "source", "target": "Harbour Courier", "value": "B", "by": "Ada"}
    answer = _send(own_desk, "reviews", {**body, **change})
    assert answer.status_code == 422
    assert set(answer.json()) == PROBLEM
    assert own_desk.get(f"{API}/reviews").json() == []


def test_a_judgement_needs_something_to_judge(own_desk: TestClient) -> None:
    for body in (
        {"kind": "accept", "target_kind": "claim", "target": "c0123456789abcdef"},
        {"kind": "merge", "target": "c0123456789abcdef", "value": "cfedcba9876543210"},
        {"kind": "undo", "target": "v0123456789abcdef"},
        {"kind": "note", "target_kind": "question", "target": "?", "note": "Which?"},
    ):
        assert _send(own_desk, "reviews", {**body, "by": "Ada"}).status_code == 404


def test_claims_are_not_merged_with_themselves(own_desk: TestClient) -> None:
    (one,) = _claims(own_desk, 1)
    answer = _send(own_desk, "reviews", {"kind": "merge", "target": one, "value": one[:9], "by": "Ada"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"kind": "note"' + b"," * 9, b"[" * 100_000, b"1e999999",
        b'{"kind": "note", "target_kind": "source", "target": "\\ud800", "by": "A", "note": "x"}',
        b'{"\\ud800": 1, "kind": "undo", "target": "v", "by": "A"}', b'{"kind": "\\ud800"}',
        b'{"kind": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_what_is_no_proper_json_is_refused(own_desk: TestClient, sent: bytes) -> None:
    headers = {"X-CSRF-Token": csrf_of(own_desk), "Content-Type": "application/json"}
    for path in ("reviews", "additions"):
        answer = own_desk.post(f"{API}/{path}", content=sent, headers=headers)
        assert answer.status_code in (400, 422)
        assert set(answer.json()) == PROBLEM


def test_without_the_token_of_the_session_nothing_is_written(own_desk: TestClient) -> None:
    body = {"kind": "note", "target_kind": "source", "target": "Harbour Courier", "note": "x", "by": "Ada"}
    for headers in (
        {},
        {"X-CSRF-Token": "0" * 64},
        {"X-CSRF-Token": csrf_of(own_desk), "Origin": "http://x.test"},
    ):
        answer = own_desk.post(f"{API}/reviews", json=body, headers=headers)
        assert (answer.status_code, set(answer.json())) == (403, PROBLEM)
    assert own_desk.get(f"{API}/reviews").json() == []


def test_a_program_gets_its_session_from_the_api_alone(own_ledger: Path) -> None:
    with open_desk(own_ledger) as client:
        session = client.get(f"{API}/session").json()
        body = {"kind": "note", "target_kind": "source", "target": "A", "note": "x", "by": "Ada"}
        answer = client.post(f"{API}/reviews", json=body, headers={"X-CSRF-Token": session["csrf"]})
        assert answer.status_code == 201
        assert client.get(f"{API}/session").json()["csrf"] == session["csrf"]


def test_a_desk_for_looking_takes_nothing_in(desk: TestClient) -> None:
    assert desk.get(f"{API}/session").json()["read_only"] is True
    for path, body in (
        ("reviews", {"kind": "undo", "target": "v0123", "by": "Ada"}),
        ("additions", {"type": "text", "text": TEXT}),
    ):
        answer = _send(desk, path, body)
        assert (answer.status_code, set(answer.json())) == (403, PROBLEM)


def test_a_text_that_is_added_is_read_and_found(own_desk: TestClient, own_ledger: Path) -> None:
    body = {"type": "text", "text": TEXT, "publisher": "Harbour Courier", "published": "2031-03-10"}
    answer = _send(own_desk, "additions", body)
    assert answer.status_code == 202
    place = answer.headers["location"]
    assert place == f"{API}/additions/{answer.json()['id']}"
    until = time.monotonic() + 120
    while (job := own_desk.get(place).json())["state"] not in ("done", "failed"):
        assert time.monotonic() < until
        time.sleep(0.2)
    assert (job["state"], job["counts"]) == ("done", {"new": 1})
    assert own_desk.get(f"{API}/additions").json() == [job]
    added = own_desk.get(f"{API}/documents/{job['documents'][0]['id']}").json()
    assert added["document"]["text"].strip() == TEXT.strip()
    assert added["row"]["published"] == "2031-03-10"
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.stats().not_linked == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"type": "text", "text": " \n"}, 422),
        ({"type": "text", "text": "a\x00b"}, 422),
        ({"type": "text", "text": TEXT, "published": "10 March"}, 422),
        ({"type": "text", "text": TEXT, "url": "javascript:alert(1)"}, 422),
        ({"type": "text", "text": TEXT, "mood": "calm"}, 422),
        ({"type": "address", "url": "file:///etc/passwd"}, 422),
        ({"type": "address", "url": "http://127.0.0.1/"}, 403),
        ({"type": "feeds", "urls": []}, 422),
        ({"type": "feeds", "urls": ["http://[::1]/feed"]}, 403),
        ({"type": "files", "files": [{"path": "/etc/passwd", "name": "x"}]}, 422),
        ({}, 422),
    ],
)
def test_what_must_not_or_cannot_be_added_is_refused(
    own_desk: TestClient, body: dict[str, object], status: int
) -> None:
    answer = _send(own_desk, "additions", body)
    assert (answer.status_code, set(answer.json())) == (status, PROBLEM)
    assert own_desk.get(f"{API}/additions").json() == []
