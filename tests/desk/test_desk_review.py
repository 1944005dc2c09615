"""The review queue: what waits, judging it, taking it back, and who confirmed it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from desk_client import csrf_of, open_desk
from fastapi.testclient import TestClient
from httpx2 import Response

from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.review import ReviewKind, StoredReview

QUEUES = ("contradictions", "claims", "carried", "forecasts", "questions")


def sign(client: TestClient, name: str = "Ada Weiss") -> None:
    """Say who judges."""
    client.post("/review/name", data={"csrf": csrf_of(client), "name": name})


def send(client: TestClient, path: str, **fields: object) -> Response:
    """Send a form of the queue."""
    return client.post(path, data={"csrf": csrf_of(client), **fields})


def written(client: TestClient) -> list[StoredReview]:
    """What was judged so far, in the order of writing."""
    with ledger_of(client) as held:
        return held.reviews()


def ledger_of(client: TestClient) -> Ledger:
    """The ledger of a desk, opened beside it."""
    return open_ledger(client.app.state.desk.settings.ledger, read_only=True)  # type: ignore[attr-defined]


def first_claim(client: TestClient) -> str:
    """The id of the claim at the head of the queue."""
    with ledger_of(client) as held:
        return held.claims_to_check(1)[0].id


@pytest.mark.parametrize("queue", QUEUES)
def test_every_queue_opens_at_its_first_thing_or_says_that_nothing_waits(
    desk: TestClient, queue: str
) -> None:
    page = desk.get("/review", params={"queue": queue})
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert ('class="thing"' in page.text) is not ('class="empty"' in page.text)


def test_a_queue_that_is_not_there_and_a_place_behind_the_end(desk: TestClient) -> None:
    assert desk.get("/review?queue=gossip").status_code == 422
    assert "What waits" in desk.get("/review?queue=claims&at=9999999").text


def test_nobody_judges_without_a_name(own_desk: TestClient) -> None:
    assert "Your name" in own_desk.get("/review?queue=claims").text
    answer = send(own_desk, "/review", kind="accept", target_kind="claim", target=first_claim(own_desk))
    assert answer.status_code == 422
    assert written(own_desk) == []
    sign(own_desk)
    assert 'signed as <bdi class="speaker">Ada Weiss' in own_desk.get("/review?queue=claims").text


def test_what_is_accepted_leaves_the_queue_and_the_next_opens(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    page = send(
        own_desk, "/review", kind="accept", target_kind="claim", target=claim, note="as in the video",
        back="/review?queue=claims",
    )  # fmt: skip
    (made,) = written(own_desk)
    assert (made.review.kind, made.review.target) == (ReviewKind.ACCEPT, claim)
    assert (made.review.by, made.review.note) == ("Ada Weiss", "as in the video")
    assert page.url.path == "/review"
    assert "Accepted" in page.text
    assert first_claim(own_desk) != claim


def test_undo_is_offered_at_once_and_brings_it_back(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    page = send(own_desk, "/review", kind="reject", target_kind="claim", target=claim)
    (ids,) = re.findall(r'name="ids" value="(v[0-9a-f]{16})"', page.text)
    assert "Took back: rejected" in send(own_desk, "/review/undo", ids=ids).text
    assert [one.in_force for one in written(own_desk)] == [False, True]
    assert first_claim(own_desk) == claim


def test_the_same_may_be_judged_again_within_a_second(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    for _ in range(2):
        send(own_desk, "/review", kind="accept", target_kind="claim", target=claim)
        send(own_desk, "/review/undo", ids=written(own_desk)[-1].id)
    assert [one.in_force for one in written(own_desk)] == [False, True] * 2


def test_only_the_fields_that_were_changed_are_corrected(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    form = fields(own_desk.get("/review", params={"claim": claim}).text)
    assert {"speaker", "party", "polarity", "due", "words"} <= set(form)
    changed = form | {"party": "Harbour Board", "speaker": "", "polarity": other(form["polarity"])}
    send(own_desk, "/review/claim", claim=claim, shown=" ".join(changed), **changed)
    values = {one.review.field: one.review.value for one in written(own_desk)}
    expected = {"party": "Harbour Board", "polarity": changed["polarity"]}
    assert values == expected | ({"speaker": "none"} if form["speaker"] else {})
    again = fields(own_desk.get("/review", params={"claim": claim}).text)
    assert again == changed


def test_a_form_without_a_change_keeps_nothing(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    form = fields(own_desk.get("/review", params={"claim": claim}).text)
    assert send(own_desk, "/review/claim", claim=claim, shown=" ".join(form), **form).status_code == 422
    assert written(own_desk) == []


def test_a_corrected_source_must_stand_in_the_text(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    answer = send(own_desk, "/review/claim", claim=claim, shown="source", source="nobody in this story")
    assert answer.status_code == 422
    assert "does not hold the words" in answer.text


def test_a_second_reader_confirms_and_nobody_confirms_themselves(own_desk: TestClient) -> None:
    sign(own_desk)
    claim = first_claim(own_desk)
    send(own_desk, "/review", kind="accept", target_kind="claim", target=claim)
    (made,) = written(own_desk)
    own = send(own_desk, "/review", kind="accept", target_kind="review", target=made.id)
    assert own.status_code == 422
    assert ">Confirm<" not in own_desk.get("/review", params={"claim": claim}).text
    sign(own_desk, "Ben Okri")
    page = own_desk.get("/review", params={"claim": claim}).text
    assert ">Confirm<" in page
    send(own_desk, "/review", kind="accept", target_kind="review", target=made.id)
    for page in (own_desk.get("/review", params={"claim": claim}).text, own_desk.get("/reviews").text):
        assert "confirmed by <bdi>Ben Okri" in page


def test_two_who_judge_the_same_confirm_each_other_and_others_are_shown_as_such(own_desk: TestClient) -> None:
    claim = first_claim(own_desk)
    for name, kind in (("Ada Weiss", "accept"), ("Ben Okri", "accept"), ("Cy Lund", "reject")):
        sign(own_desk, name)
        send(own_desk, "/review", kind=kind, target_kind="claim", target=claim)
    page = own_desk.get("/review", params={"claim": claim}).text
    assert "confirmed by <bdi>Ben Okri" in page
    assert "said otherwise by <bdi>Cy Lund" in page


def test_an_outcome_takes_a_forecast_out_of_the_queue(own_desk: TestClient) -> None:
    sign(own_desk)
    page = own_desk.get("/review?queue=forecasts").text
    assert "What became of it?" in page
    (target,) = re.findall(r'name="target" value="(c[0-9a-f]{16})"', page)
    send(own_desk, "/review", kind="outcome", target_kind="claim", target=target, value="not met")
    (made,) = written(own_desk)
    assert made.review.value == "not met"
    assert f'value="{target}"' not in own_desk.get("/review?queue=forecasts").text


def test_a_source_is_graded_and_a_document_noted(own_desk: TestClient) -> None:
    sign(own_desk)
    send(own_desk, "/review", kind="grade", target_kind="source", target="Harbour Courier", value="B")
    assert "Graded <strong>B" in own_desk.get("/review?source=Harbour+Courier").text
    with ledger_of(own_desk) as held:
        document = held.documents(1)[0].id
    send(
        own_desk, "/review", kind="note", target_kind="document", target=document, note="sent in by a reader"
    )
    assert "sent in by a reader" in own_desk.get("/review", params={"document": document}).text


@pytest.mark.parametrize("asked", ["claim=c0", "question=q0123456789abcdef", "forecast=f0", "document=d9999"])
def test_what_the_ledger_does_not_hold_cannot_be_opened(desk: TestClient, asked: str) -> None:
    assert desk.get(f"/review?{asked}").status_code == 404


def test_a_desk_for_looking_only_takes_no_judgement(desk: TestClient) -> None:
    assert '<form class="decide"' not in desk.get("/review?queue=claims").text
    answer = send(desk, "/review", kind="accept", target_kind="claim", target="c0123456789abcdef")
    assert answer.status_code == 403


def test_no_form_leads_away_from_the_desk(own_desk: TestClient) -> None:
    for back in (
        "https://elsewhere.example/",
        "//[",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:x",
    ):
        answer = own_desk.post(
            "/review/name",
            data={"csrf": csrf_of(own_desk), "name": "Ada", "back": back},
            follow_redirects=False,
        )
        assert answer.headers["location"] == "/review"


def test_a_form_without_its_token_is_refused(own_desk: TestClient) -> None:
    sign(own_desk)
    form = {"kind": "accept", "target_kind": "claim", "target": first_claim(own_desk)}
    assert own_desk.post("/review", data=form).status_code == 403
    assert written(own_desk) == []


def test_the_list_of_judgements_goes_by_people(own_desk: TestClient) -> None:
    assert "Nothing was judged yet" in own_desk.get("/reviews").text
    for name, kind in (("Ada Weiss", "accept"), ("Ben Okri", "reject")):
        sign(own_desk, name)
        send(own_desk, "/review", kind=kind, target_kind="claim", target=first_claim(own_desk))
    page = own_desk.get("/reviews").text
    assert page.count('<li class="judgement') == 2
    assert page.index("Ben Okri</bdi> rejected") < page.index("Ada Weiss</bdi> accepted")
    alone = own_desk.get("/reviews", params={"by": "Ada Weiss"}).text
    assert "Ben Okri</bdi> rejected" not in alone


def test_hostile_words_of_people_are_shown_as_text(own_desk: TestClient) -> None:
    sign(own_desk, "<b>Mallory</b>")
    claim = first_claim(own_desk)
    send(
        own_desk, "/review", kind="note", target_kind="claim", target=claim, note="<script>alert(1)</script>"
    )
    for path in (f"/review?claim={claim}", "/reviews"):
        page = own_desk.get(path).text
        assert "<script>alert" not in page
        assert "<b>Mallory" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_keys_of_the_queue_are_listed(desk: TestClient) -> None:
    keys = set(re.findall(r"<kbd>(.)</kbd>", desk.get("/keys").text))
    assert set("jkareums?/") <= keys


def test_every_key_on_a_page_of_the_queue_is_listed_and_means_one_thing(own_desk: TestClient) -> None:
    sign(own_desk)
    listed = set(re.findall(r"<kbd>(.)</kbd>", own_desk.get("/keys").text))
    for queue in QUEUES:
        used = re.findall(r'data-key="(.)"', own_desk.get(f"/review?queue={queue}").text)
        assert set(used) <= listed
        assert len(used) == len(set(used)), queue


def test_a_desk_under_its_token_asks_for_it_here_as_well(own_desk: TestClient) -> None:
    path = own_desk.app.state.desk.settings.ledger  # type: ignore[attr-defined]
    with open_desk(path, token="a-long-enough-token") as locked:
        assert locked.get("/review").status_code == 401
        assert locked.get("/reviews/corrections.zip").status_code == 401


def fields(page: str) -> dict[str, str]:
    """The fields of a claim as its form has them."""
    (form,) = re.findall(r'<form method="post" action="/review/claim">(.+?)</form>', page, flags=re.DOTALL)
    found = dict(re.findall(r'<input id="f-(\w+)" name="\w+" value="([^"]*)"', form))
    for name, body in re.findall(r'<select id="f-(\w+)".*?>(.+?)</select>', form, flags=re.DOTALL):
        found[name] = re.findall(r'value="([^"]*)" selected', body)[0]
    found |= dict(re.findall(r'<textarea id="f-(\w+)".*?>(.*?)</textarea>', form, flags=re.DOTALL))
    return {name: unescape(value) for name, value in found.items()}


def other(polarity: str) -> str:
    """Another stand."""
    return "affirms" if polarity != "affirms" else "denies"
