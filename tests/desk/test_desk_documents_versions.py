"""Two texts of one address: which claims came, went and changed, and which words."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient
from lxml import html

from counterclaim.ledger.ledger import open_ledger
from counterclaim.show.web.versions_text import MOST_SHOWN, Changed, changed_text
from tests.ledger.ledger_invented import Say, article, put

FIRST = article(
    Say("Ada Lund", "that the old bridge over the river by the mill stands", "Ada Lund"),
    Say("Bo Lund", "that boats go", "Bo Lund"),
    retrieved="2022-02-16T08:00:00Z",
)
SECOND = article(
    Say("Ada Lund", "that the old bridge over the river by the mill fell", "Ada Lund"),
    Say("Cy Lund", "that talks go on", "Cy Lund"),
    retrieved="2022-02-17T09:30:00Z",
)
THIRD = article(
    Say("Ada Lund", "that the old bridge over the river by the mill fell", "Ada Lund"),
    retrieved="2022-02-18T09:30:00Z",
)


@pytest.fixture
def three(tmp_path: Path) -> tuple[TestClient, list[str]]:
    """A desk on three texts of one address, and their ids."""
    path = tmp_path / "own.db"
    with open_ledger(path, create=True) as held:
        put(held, FIRST, SECOND, THIRD)
        ids = [row.id for row in held.documents()]
    return open_desk(path), ids


def test_the_reading_view_says_which_version_it_is(three: tuple[TestClient, list[str]]) -> None:
    client, ids = three
    page = html.fromstring(client.get(f"/documents/{ids[1]}").text)
    (family,) = page.find_class("text-family")
    assert "Version 2 of 3" in family.text_content()
    assert family.xpath(".//a/@href") == [f"/documents/{ids[1]}/versions"]


def test_a_claim_that_was_changed_later_leads_to_the_comparison(three: tuple[TestClient, list[str]]) -> None:
    client, ids = three
    page = html.fromstring(client.get(f"/documents/{ids[0]}").text)
    tags = page.xpath("//a[@class='tag']")
    assert [tag.text for tag in tags] == ["changed in a later version", "gone in a later version"]
    assert {tag.get("href") for tag in tags} == {f"/documents/{ids[0]}/versions"}


def test_claims_that_came_went_and_changed_stand_with_their_receipts(
    three: tuple[TestClient, list[str]],
) -> None:
    client, ids = three
    page = html.fromstring(client.get(f"/documents/{ids[1]}/versions").text)
    section = page.get_element_by_id("claims").getparent()
    words = [one.text_content().strip() for one in section.xpath(".//blockquote")]
    assert words == [
        "that the old bridge over the river by the mill stands",
        "that the old bridge over the river by the mill fell",
        "that boats go",
        "that talks go on",
    ]
    heads = [one.text.strip() for one in section.xpath(".//h3")]
    assert heads == ["Changed", "Gone", "New"]
    documents = [href.split("?")[0] for href in section.xpath(".//a[@class='to-receipt']/@href")]
    assert documents == [f"/documents/{ids[at]}" for at in (0, 1, 0, 1)]


def test_the_text_marks_the_words_put_in_and_taken_out(three: tuple[TestClient, list[str]]) -> None:
    client, ids = three
    page = html.fromstring(client.get(f"/documents/{ids[1]}/versions").text)
    text = page.find_class("changed-text")[0]
    assert "stands." in text.xpath(".//del/text()")
    assert "fell." in text.xpath(".//ins/text()")


def test_any_two_versions_can_be_compared_and_the_first_with_the_next(
    three: tuple[TestClient, list[str]],
) -> None:
    client, ids = three
    assert "From version 1" in client.get(f"/documents/{ids[0]}/versions").text
    far = client.get(f"/documents/{ids[2]}/versions?with={ids[0]}").text
    assert "Claims are compared from each version to the next one only" in far
    assert "that boats go" in html.fromstring(far).find_class("changed-text")[0].text_content()
    assert client.get(f"/documents/{ids[0]}/versions?with=d0123456789abcdef").status_code == 404


def test_a_single_text_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "own.db", create=True) as held:
        put(held, FIRST)
        (id,) = (row.id for row in held.documents())
    with open_desk(tmp_path / "own.db") as client:
        assert "nothing to compare it with" in client.get(f"/documents/{id}/versions").text


def restored(changed: Changed, kind: str) -> str:
    """The words of one of the texts, as far as they are shown."""
    return "\n".join(
        " ".join(piece.text for piece in block.pieces if piece.kind in ("same", kind))
        for block in changed.blocks
        if block.pieces
    ).strip()


def test_both_texts_can_be_read_out_of_what_is_marked() -> None:
    was = "One two three four.\nFive six seven.\nEight nine."
    now = "One two 3 four.\nEight nine and ten.\nMore."
    changed = changed_text(was, now)
    assert restored(changed, "out").split() == was.split()
    assert restored(changed, "in").split() == now.split()


def test_equal_texts_have_no_changes_and_far_paragraphs_are_counted() -> None:
    text = "\n".join(f"Paragraph {at}." for at in range(100))
    assert changed_text(text, text).changes == 0
    changed = changed_text(text, text.replace("Paragraph 50.", "Paragraph fifty."))
    assert [block.left_out for block in changed.blocks] == [49, 0, 0, 0, 48]


@pytest.mark.parametrize("kind", ["random", "few words", "one line", "disjoint"])
def test_comparing_very_long_texts_ends_soon_and_shows_a_bounded_part(kind: str) -> None:
    dice = random.Random(6)
    made = []
    for side in "ab":
        words = {
            "random": [str(dice.randrange(500)) for _ in range(300_000)],
            "few words": [dice.choice("xyz") for _ in range(300_000)],
            "one line": [f"{side}{dice.randrange(50)}" for _ in range(300_000)],
            "disjoint": [f"{side}{at}" for at in range(300_000)],
        }[kind]
        step = len(words) if kind == "one line" else 300
        made.append("\n".join(" ".join(words[at : at + step]) for at in range(0, len(words), step)))
    start = time.process_time()
    changed = changed_text(*made)
    assert time.process_time() - start < 10
    assert sum(len(piece.text) for block in changed.blocks for piece in block.pieces) <= 2 * MOST_SHOWN
    assert changed.more > 0 or kind == "one line"
