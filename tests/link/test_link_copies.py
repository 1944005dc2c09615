"""Copies: which documents are linked, to which, and what is said for a reason."""

from __future__ import annotations

import random

import pytest

from counterclaim.link import copies
from counterclaim.link.copies import MAKER, CopyFinder, copy_edge, overlap
from counterclaim.model.copies import SketchedText
from counterclaim.model.edge import Edge, EdgeKind

STORY = (
    "A ministry spokesman said on Tuesday that part of the troops near the border had finished their "
    "exercise and were being loaded onto trains. He showed a film of tanks on flat wagons, which could "
    "not be checked. The alliance answered within the hour that it had seen no withdrawal so far and "
    "that more vehicles had arrived in the past week than had left. Neighbouring states asked for proof."
)
OTHER = (
    "Farmers in the south began the harvest two weeks early after a dry spring, and the union expects "
    "a fifth less wheat than last year. Prices at the port rose on the news for a third day in a row. "
    "The government has promised to pay for seed, although it did not say from which budget or when."
)


class Memory:
    """A store in memory."""

    def __init__(self, *texts: SketchedText) -> None:
        self.texts = {text.document: text for text in texts}
        self.kept: dict[str, bytes] = {}

    def sketches(self):
        return list(self.kept.items())

    def keep_sketch(self, document: str, sketch: bytes) -> None:
        self.kept[document] = sketch

    def sketched_text(self, document: str) -> SketchedText:
        return self.texts[document]


def document(id_: str, text: str, **known: str) -> SketchedText:
    return SketchedText(document=id_, text=text, **known)


def words_of(text: str, first: int, last: int) -> str:
    return " ".join(text.split()[first:last])


def filled(shared: str, own: int, tag: str) -> str:
    """A text with a shared part and words that no other text has."""
    return " ".join([shared, *(f"{tag}{number}" for number in range(own))])


def all_edges(texts: list[SketchedText]) -> set[tuple[str, str, float, str]]:
    finder = CopyFinder(Memory(*texts))
    return {
        (edge.from_document, edge.to_document, edge.weight, edge.reason)
        for text in texts
        for edge in finder.add(text)
    }


def test_a_copy_leads_to_the_document_that_was_there_first():
    edge = copy_edge(
        document("a", STORY, published="2022-02-16"), document("b", STORY, published="2022-02-15")
    )
    assert edge == Edge(
        kind=EdgeKind.COPIES,
        from_document="a",
        to_document="b",
        weight=1.0,
        reason="100% of the words",
        maker=MAKER,
    )


def test_on_one_day_the_agency_itself_was_first():
    edge = copy_edge(
        document("a", STORY, published="2022-02-15T08:00:00Z", publisher="The Daily Post"),
        document("b", STORY, published="2022-02-15", publisher="The Associated Press"),
    )
    assert (edge.from_document, edge.to_document) == ("a", "b")


def test_a_document_without_a_date_comes_after_those_with_one():
    edge = copy_edge(document("a", STORY), document("b", STORY, published="2022-02-15"))
    assert (edge.from_document, edge.to_document) == ("a", "b")


def test_a_short_text_that_stands_in_a_long_one_is_a_copy():
    assert copy_edge(document("a", STORY), document("b", f"{OTHER} {STORY} {OTHER}")).weight == 1.0


def test_two_stories_are_no_copies():
    assert copy_edge(document("a", STORY), document("b", OTHER)) is None


@pytest.mark.parametrize(
    ("shared", "linked"),
    [(40, True), (39, False)],  # of 80 shingles, all of them quoted
)
def test_half_of_the_shingles_is_the_limit_for_quoted_words(shared, linked):
    quotation = " ".join(f"said{number}" for number in range(shared + 7))
    left = document("a", f"“{quotation}” " + filled("", 80 - shared, "left"))
    right = document("b", f"“{quotation}” " + filled("", 90, "right"))
    found = overlap(left, right)
    assert (found.shared, found.all, found.unquoted) == (shared, 80, 0)
    assert (copy_edge(left, right) is not None) is linked


@pytest.mark.parametrize(("shared", "linked"), [(24, True), (23, False)])
def test_three_tenths_are_the_limit_for_wording_outside_quotations(shared, linked):
    wording = " ".join(f"told{number}" for number in range(shared + 7))
    left = document("a", filled(wording, 80 - shared, "left"))
    right = document("b", filled(wording, 90, "right"))
    assert (overlap(left, right).shared, overlap(left, right).all) == (shared, 80)
    edge = copy_edge(left, right)
    assert (edge is not None) is linked
    if edge:
        assert edge.reason == "30% of the words, most of them outside quotations"


@pytest.mark.parametrize(("shared", "linked"), [(21, True), (19, False)])
def test_a_quarter_is_the_limit_under_one_agency_credit(shared, linked):
    wording = "KYIV (AP) — " + " ".join(f"told{number}" for number in range(shared + 5))
    left = document("a", filled(wording, 80 - shared, "left"))
    right = document("b", filled(wording, 90, "right"))
    assert (overlap(left, right).shared, overlap(left, right).all) == (shared, 80)
    edge = copy_edge(left, right)
    assert (edge is not None) is linked
    if edge:
        assert edge.reason == "26% of the words, AP credit in both"


def test_one_credit_makes_no_copies():
    assert copy_edge(document("a", f"KYIV (AP) — {STORY}"), document("b", f"KYIV (AP) — {OTHER}")) is None


def test_a_sentence_is_too_short_to_be_compared():
    sentence = words_of(STORY, 0, 22)
    assert copy_edge(document("a", sentence), document("b", STORY)) is None


def test_boilerplate_that_is_left_out_makes_no_copies():
    notice = words_of(STORY, 0, 60)
    left, right = (
        SketchedText(document=id_, text=f"{notice} {body}", left_out=((0, len(notice)),))
        for id_, body in (("a", OTHER), ("b", filled("", 60, "own")))
    )
    assert copy_edge(left, right) is None


def test_the_edges_do_not_hang_on_the_order_of_adding():
    chance = random.Random(4)
    texts = [document("whole", STORY), document("other", OTHER), document("both", f"{STORY} {OTHER}")]
    texts += [document(f"cut{end}", words_of(STORY, 0, end)) for end in range(24, 60, 5)]
    expected = all_edges(texts)
    for _ in range(5):
        chance.shuffle(texts)
        assert all_edges(texts) == expected
    assert ("whole", "both") in {edge[:2] for edge in expected} | {edge[1::-1] for edge in expected}


def test_a_finder_knows_what_was_kept_before_it():
    store = Memory(document("a", STORY), document("b", STORY))
    assert CopyFinder(store).add(store.texts["a"]) == []
    assert [edge.to_document for edge in CopyFinder(store).add(store.texts["b"])] == ["a"]


def test_adding_a_document_again_gives_its_edges_again_and_keeps_nothing_new():
    store = Memory(document("a", STORY), document("b", STORY))
    finder = CopyFinder(store)
    finder.add(store.texts["a"])
    edges = finder.add(store.texts["b"])
    assert CopyFinder(store).add(store.texts["b"]) == edges
    assert finder.add(store.texts["b"]) == edges
    assert sorted(store.kept) == ["a", "b"]


def test_a_text_in_very_many_copies_is_compared_with_some_of_them_only(monkeypatch):
    monkeypatch.setattr(copies, "CANDIDATES", 20)
    store = Memory(*(document(f"d{number:02}", STORY) for number in range(30)))
    finder = CopyFinder(store)
    found = [len(finder.add(text)) for text in store.texts.values()]
    assert found == [min(before, 20) for before in range(30)]


@pytest.mark.parametrize("text", ["", " \n\t", "…", "A" * 10_000])
def test_a_text_without_words_to_compare_is_no_copy(text):
    store = Memory(document("a", text), document("b", text))
    finder = CopyFinder(store)
    assert [edge for text in store.texts.values() for edge in finder.add(text)] == []
