"""Corrections as training data: spans hold in the text, values are those of people, and all is signed."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from desk_client import csrf_of
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.inquiry.corrections import corrections
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.listing import ClaimInContext
from counterclaim.model.review import RELATION, Review, ReviewKind, TargetKind
from counterclaim.show.corrections import ATTRIBUTIONS, QUESTIONS, RELATIONS, corrections_files

AT = "2031-03-10T10:00:0{}Z"


def write(path: Path, *made: tuple[ReviewKind, str, str | None, str | None], by: str = "Ada Weiss") -> None:
    """Judge claims, and questions where the id is one."""
    with open_ledger(path) as held:
        for place, (kind, target, field, value) in enumerate(made):
            target_kind = TargetKind.QUESTION if target[0] == "q" else TargetKind.CLAIM
            held.review(
                Review(kind=kind, target_kind=target_kind, target=target, by=by, at=AT.format(place),
                       field=field, value=value)
            )  # fmt: skip


def files(path: Path) -> dict[str, list[dict[str, Any]]]:
    """What is written, by the names of the files."""
    with open_ledger(path, read_only=True) as held:
        written = dict(corrections_files(corrections(held)))
    return {name: [json.loads(line) for line in body.splitlines()] for name, body in written.items()}


def claims(path: Path) -> list[dict[str, Any]]:
    return [row for document in files(path)[ATTRIBUTIONS] for row in document["attributions"]]


def a_claim(path: Path) -> ClaimInContext:
    """A claim whose source is named, in the text."""
    with open_ledger(path, read_only=True) as held:
        row = next(one for one in held.claims(limit=60) if one.source and one.speaker and one.party)
        return held.claim(row.id)[0]


def test_an_accepted_claim_comes_with_its_text_and_all_its_fields(own_ledger: Path) -> None:
    found = a_claim(own_ledger)
    write(own_ledger, (ReviewKind.ACCEPT, found.row.id, None, None))
    (document,) = files(own_ledger)[ATTRIBUTIONS]
    (row,) = document["attributions"]
    assert document["exhaustive"] is False
    assert " […] ".join(document["text"][start:end] for start, end in row["content"]) == row["text"]
    assert row["text"] == found.row.words
    assert document["text"][slice(*row["source"][0])] in found.row.source
    assert (row["speaker"], row["party"]) == (found.row.speaker, found.row.party)
    assert row["polarity"] == found.row.polarity
    assert (row["by"], row["at"], row["corrected"]) == ("Ada Weiss", AT.format(0), [])


def test_what_was_corrected_stands_in_the_place_of_what_was_read(own_ledger: Path) -> None:
    found = a_claim(own_ledger)
    text = found.context.text
    words = text[slice(*found.context.content[0])].split()[0]  # some words that the text holds
    write(
        own_ledger,
        (ReviewKind.CORRECT, found.row.id, "party", "none"),
        (ReviewKind.CORRECT, found.row.id, "polarity", "none"),
        (ReviewKind.CORRECT, found.row.id, "asks_for_evidence", "yes"),
        (ReviewKind.CORRECT, found.row.id, "source", words),
    )
    (document,) = files(own_ledger)[ATTRIBUTIONS]
    (row,) = document["attributions"]
    assert (row["party"], row["polarity"], row["asks_for_evidence"]) == (None, "none", True)
    assert [document["text"][start:end] for start, end in row["source"]] == [words]
    assert row["corrected"] == ["asks_for_evidence", "party", "polarity", "source"]


def test_a_claim_that_was_rejected_last_is_no_example(own_ledger: Path) -> None:
    id = a_claim(own_ledger).row.id
    write(own_ledger, (ReviewKind.ACCEPT, id, None, None), (ReviewKind.REJECT, id, None, None))
    assert claims(own_ledger) == []


def test_what_was_taken_back_is_no_example(own_ledger: Path) -> None:
    id = a_claim(own_ledger).row.id
    write(own_ledger, (ReviewKind.ACCEPT, id, None, None))
    with open_ledger(own_ledger) as held:
        made = held.reviews()[0].id
        held.review(
            Review(kind=ReviewKind.UNDO, target_kind=TargetKind.REVIEW, target=made, by="A", at=AT.format(9))
        )
    assert claims(own_ledger) == []


def test_words_that_do_not_stand_in_the_text_are_left_out_and_named(own_ledger: Path) -> None:
    id = a_claim(own_ledger).row.id
    write(own_ledger, (ReviewKind.CORRECT, id, "words", "nothing that anybody wrote"))
    with open_ledger(own_ledger, read_only=True) as held:
        found = corrections(held)
    assert (found.documents, found.left_out) == ((), (id,))


def test_relations_are_pairs_with_words_and_days(own_ledger: Path) -> None:
    with open_ledger(own_ledger, read_only=True) as held:
        pairs = held.contradictions_to_judge(3)
    (one, other), (two, second), (three, third) = pairs
    write(
        own_ledger,
        (ReviewKind.ACCEPT, one.id, RELATION, f"{other.id} contradicts"),
        (ReviewKind.REJECT, two.id, RELATION, f"{second.id} contradicts"),
        (ReviewKind.SPLIT, three.id, None, third.id),
    )
    found = {
        frozenset((row["a"]["ref"], row["b"]["ref"])): row["relation"] for row in files(own_ledger)[RELATIONS]
    }
    ref = "{0.document}#{0.id}".format
    assert found == {
        frozenset((ref(one), ref(other))): "contradicts",
        frozenset((ref(three), ref(third))): "other question",
    }
    row = next(row for row in files(own_ledger)[RELATIONS] if row["relation"] == "contradicts")
    assert {row["a"]["text"], row["b"]["text"]} == {one.words, other.words}
    assert row["a"]["date"] <= row["b"]["date"]
    assert row["by"] == "Ada Weiss"


def test_an_accepted_question_comes_with_its_claims(own_ledger: Path) -> None:
    with open_ledger(own_ledger, read_only=True) as held:
        id = held.questions_to_check(1)[0]
    write(own_ledger, (ReviewKind.ACCEPT, id, None, None))
    (row,) = files(own_ledger)[QUESTIONS]
    assert row["id"] == id
    assert row["question"].endswith("?")
    assert all("#c" in ref for ref in row["claims"])


def test_the_download_and_the_command_give_the_same_bytes(
    own_desk: TestClient, own_ledger: Path, tmp_path: Path
) -> None:
    write(own_ledger, (ReviewKind.ACCEPT, a_claim(own_ledger).row.id, None, None))
    own_desk.post("/review/name", data={"csrf": csrf_of(own_desk), "name": "Ada"})
    assert "/reviews/corrections.zip" in own_desk.get("/reviews").text
    answer = own_desk.get("/reviews/corrections.zip")
    assert answer.content == own_desk.get("/reviews/corrections.zip").content
    done = CliRunner().invoke(app, ["corrections", str(tmp_path / "gold"), "--ledger", str(own_ledger)])
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        for name in (ATTRIBUTIONS, RELATIONS, QUESTIONS):
            assert packed.read(name) == (tmp_path / "gold" / name).read_bytes()
