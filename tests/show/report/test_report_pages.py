"""The pages of a report: everything leads somewhere, nothing acts, and they can be read without eyes."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from itertools import pairwise

import lxml.html
import pytest
from report_samples import (
    BRIDGES,
    DOCUMENTS,
    FIRST,
    HARM,
    HOME,
    NONE_LEFT,
    PICTURES,
    RIVER,
    WORDS,
    contents,
    page_of,
    position,
    reading_of,
)

from counterclaim.model.question import Answer
from counterclaim.show.report.pages import report_pages
from counterclaim.show.visible import visible

LARGEST = 300_000  # bytes of a page
QUESTION = f"questions/q{'0' * 16}.html"


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return dict(report_pages(contents(), reading_of))


@pytest.fixture(scope="module")
def trees(site: dict[str, str]) -> dict[str, lxml.html.HtmlElement]:
    return {
        path: lxml.html.document_fromstring(text) for path, text in site.items() if path.endswith(".html")
    }


def words_of(element: lxml.html.HtmlElement) -> str:
    """The words of the article in an element, without the numbers and letters put between them."""
    for sign in element.xpath('.//*[@class="number" or @class="claim" or @class="stated"]'):
        sign.drop_tree()
    return str(element.text_content())


def test_there_is_a_page_for_each_thing(site: dict[str, str]) -> None:
    lists = {"index", "disputes", "questions", "matrix", "numbers", "docket", "shifts", "documents"}
    assert {f"{name}.html" for name in lists} <= set(site)
    assert {f"documents/{id}.html" for id in DOCUMENTS} <= set(site)
    assert {QUESTION, f"questions/q{'1' * 16}.html", f"numbers/n{'0' * 16}.html", "style.css"} <= set(site)


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(trees, site: dict[str, str]) -> None:
    for path, tree in trees.items():
        for href in tree.xpath("//@href"):
            if href.startswith(("http://", "https://")):
                continue
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert target in site, (path, href)
            if anchor:
                assert trees[target].xpath("//*[@id=$id]", id=anchor), (path, href)


def test_no_anchor_stands_twice_on_a_page(trees) -> None:
    for path, tree in trees.items():
        assert [id for id, count in Counter(tree.xpath("//@id")).items() if count > 1] == [], path


@pytest.mark.parametrize("id", [HOME, HARM, BRIDGES, NONE_LEFT, PICTURES, RIVER])
def test_a_receipt_marks_exactly_the_words(id: str, trees) -> None:
    found = [
        one for path, tree in trees.items() if path[:5] == "docum" for one in tree.xpath(f'//*[@id="{id}"]')
    ]
    assert [words_of(one) for one in found] == [visible(WORDS[id])]


def test_the_sides_stand_beside_each_other_with_words_and_receipts(trees) -> None:
    sides = trees[QUESTION].xpath('//section[contains(@class, "side ")]')
    assert [side.find("h3").text_content().split()[-1] for side in sides[:2]] == ["Yes", "No"]
    assert WORDS[HOME] in sides[0].text_content()
    assert WORDS[NONE_LEFT] in sides[1].text_content()
    assert f"../documents/{FIRST}.html#{HOME}" in sides[0].xpath(".//@href")


def test_answers_that_take_no_side_stand_below(trees) -> None:
    (below,) = trees[QUESTION].find_class("beside-them")
    assert [one.text_content().split(maxsplit=1)[1] for one in below.iter("h3")] == [
        "Hedged",
        "Ask for evidence",
    ]


def test_evidence_and_who_asks_for_it_are_told(trees) -> None:
    text = " ".join(trees[QUESTION].text_content().split())
    (cells,) = list(trees[QUESTION].xpath("//section[@aria-labelledby='evidence']//tbody/tr"))
    told = [" ".join(cell.text_content().split()) for cell in cells]
    assert told[:4] == ["Lorvan", "▲ yes", "video, supplied by Lorvan", WORDS[HOME]]
    assert "Who asks for evidence Tessany, 12 Mar 2031" in text


def test_the_reason_of_a_relation_is_told_with_its_confidence(trees) -> None:
    text = " ".join(trees[QUESTION].text_content().split())
    assert "2 days later, opposite polarity. contradicts (denial) 0.91" in text


def test_the_timeline_has_a_table_that_says_the_same(trees) -> None:
    (table,) = [
        one for one in trees[QUESTION].iter("table") if one.xpath(".//caption[contains(., 'All answers')]")
    ]
    assert len(table.findall("tbody/tr")) == 5
    drawn = trees[QUESTION].xpath('//svg[@class="for-wide"]//a')
    assert len(drawn) == 5
    assert trees[QUESTION].xpath('//svg[@class="for-narrow"]')


def test_the_matrix_says_answers_in_words_beside_signs(trees) -> None:
    row = trees["matrix.html"].xpath("//tbody/tr")[0]
    heads = [one.text_content() for one in trees["matrix.html"].xpath("//thead/tr/th")]
    cells = [" ".join(one.text_content().split()) for one in row]
    assert cells[heads.index("Concord")] == "▼ no 12 Mar 2031"
    assert cells[heads.index("Tessany")].startswith("? asks for evidence")


def test_a_cell_of_the_matrix_says_what_was_answered_before(trees) -> None:
    row = trees["matrix.html"].xpath("//tbody/tr")[0]
    heads = [one.text_content() for one in trees["matrix.html"].xpath("//thead/tr/th")]
    assert "yes" in row[heads.index("Lorvan")].find_class("was")[0].text_content()


def test_numbers_keep_their_bounds(trees) -> None:
    text = " ".join(trees[f"numbers/n{'0' * 16}.html"].text_content().split())
    assert "more than 12,000 soldiers" in text
    assert "8,000–9,000 soldiers" in text
    assert "the outlet itself" in text


def test_the_docket_begins_with_what_is_due_and_names_what_is_left(trees) -> None:
    left = [one.text_content() for one in trees["docket.html"].find_class("left")]
    assert left == ["due now", "3 days past", "in 5 days", "no date"]


def test_later_statements_are_offered_and_no_outcome_is_claimed(trees) -> None:
    text = " ".join(trees["docket.html"].text_content().split())
    assert f"12 Mar 2031 Concord: {WORDS[NONE_LEFT]} receipt" in text
    assert text.count("no outcome recorded") == 4


def test_a_changed_answer_shows_both(trees) -> None:
    text = " ".join(trees["shifts.html"].text_content().split())
    assert "Concord ▲ yes → then ▼ no reversal the same speaker" in text


def test_the_first_page_counts_and_ranks(trees) -> None:
    text = " ".join(trees["index.html"].text_content().split())
    assert "2 documents 6 claims" in text
    assert "2 parties · 1 contradiction, the surest 0.91 · last word 12 Mar 2031" in text


def test_a_page_of_a_text_names_the_questions_that_it_answers(trees) -> None:
    (found,) = trees[f"documents/{FIRST}.html"].find_class("answers-here")
    assert "Questions that this text answers: 2" in found.text_content()
    assert f"#{HOME}" in found.xpath(".//@href")


def test_nothing_acts(trees, site: dict[str, str]) -> None:
    for path, tree in trees.items():
        assert not tree.xpath("//script|//style|//img|//iframe|//object|//form|//@style"), path
        assert not [name for one in tree.iter() for name in one.attrib if name.lower().startswith("on")], path
        assert all(href.startswith(("http", "#", ".")) or ":" not in href for href in tree.xpath("//@href"))
        assert "\u202e" not in site[path]
        (policy,) = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy


def test_pages_can_be_walked_by_headings_and_landmarks(trees) -> None:
    for path, tree in trees.items():
        levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            path,
            levels,
        )
        assert len(tree.findall(".//main")) == 1
        assert tree.xpath('//a[@class="skip"]/@href') == ["#main"]
        assert tree.get("lang") == "en"
        assert tree.findtext(".//title")


def test_tables_have_captions_and_scopes(trees) -> None:
    for path, tree in trees.items():
        for table in tree.iter("table"):
            assert table.find("caption") is not None, path
            assert all(head.get("scope") in ("col", "row") for head in table.iter("th")), path


def test_what_can_be_moved_sideways_can_be_reached_by_keyboard(trees) -> None:
    for tree in trees.values():
        for one in tree.find_class("scroll"):
            assert one.get("tabindex") == "0"
            assert one.get("aria-label")


def test_links_to_receipts_say_whose_they_are(trees) -> None:
    names = {" ".join(one.text_content().split()) for one in trees[QUESTION].find_class("to-receipt")}
    assert "receipt for Lorvan, 10 Mar 2031" in names


def test_equal_contents_make_equal_pages(site: dict[str, str]) -> None:
    assert dict(report_pages(contents(), reading_of)) == site


def test_a_report_of_nothing_says_so_on_each_page() -> None:
    nothing = contents(questions=(), disputes=(), shifts=(), series=(), forecasts=())
    site = dict(report_pages(nothing, reading_of))
    assert len(site) == 9
    for path, text in site.items():
        assert path == "style.css" or 'class="empty"' in text, path


def test_long_lists_go_on_on_further_pages_and_no_page_is_too_large() -> None:
    answers = [position(HOME, Answer.YES), position(NONE_LEFT, Answer.NO)] * 300
    pages = tuple(page_of(f"q{at:016}", f"Question {at}?", answers[:2]) for at in range(170))
    long = page_of("q" + "f" * 16, "Has everybody said so?", answers)
    site = dict(report_pages(contents(questions=(*pages, long)), reading_of))
    assert {"questions-2.html", "matrix-2.html", "matrix-3.html"} <= set(site)
    assert max(len(text.encode()) for text in site.values()) < LARGEST
    assert "450 older answers are not shown" in site[f"questions/q{'f' * 16}.html"]
    assert "1–150 of 171 questions" in re.sub(r"\s+", " ", site["questions.html"])
