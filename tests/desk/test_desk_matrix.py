"""The matrix of questions and parties."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from desk_client import open_desk
from desk_signing import SHOT
from fastapi.testclient import TestClient

from counterclaim.desk.kept import Kept
from counterclaim.desk.pages import matrix as page
from counterclaim.inquiry.matrix import matrix
from counterclaim.inquiry.outlines import Outlines
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.ledger.states import State
from counterclaim.model.finding import FindingKind
from counterclaim.model.matrix import Matrix, MatrixCell, MatrixRow
from counterclaim.model.question import Answer, Position, Question
from counterclaim.show.web.matrix import MOST_PARTIES, columns


def rows_of(text: str) -> list[str]:
    """The questions of a page, in order."""
    found = re.findall(r'<th scope="row"><a href="/questions/[^"]+"><bdi>(.*?)</bdi>', text)
    return [unescape(one) for one in found]


def heads_of(text: str) -> list[str]:
    """The names at the heads of the columns."""
    head = text[text.index("<thead>") : text.index("</thead>")]
    return re.findall(r"<bdi>(.*?)</bdi>", head)


def test_disputed_questions_come_first_and_are_marked(desk: TestClient) -> None:
    text = desk.get("/matrix").text
    body = text[text.index("<tbody>") :]
    marked = ['<span class="tag is-disputed">disputed</span>' in row for row in body.split("<tr>")[1:]]
    assert any(marked)
    assert marked == sorted(marked, reverse=True)


def test_every_question_stands_on_one_page_of_the_matrix(story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        total = held.count_findings(FindingKind.QUESTION)
        pages = [matrix(held, 4, start) for start in range(0, total, 4)]
        ids = [row.id for one in pages for row in one.rows]
        every = {one.id for one in held.findings(FindingKind.QUESTION, Question)}
    assert len(ids) == total == pages[0].total
    assert set(ids) == every


def test_a_cell_has_the_last_answer_and_the_other_one_before_it(story_ledger: Path) -> None:
    with open_ledger(story_ledger, read_only=True) as held:
        row, party = next(
            (row, party)
            for row in matrix(held, 40, 0).rows
            for party, cell in row.cells.items()
            if cell.before is not None and cell.last.party == party
        )
        told = held.questions_of([row.id])[0]
    given = [one for one in told.positions if one.party == party]
    cell = row.cells[party]
    assert cell.last == given[-1]
    assert cell.before is not None
    assert cell.before.answer is not cell.last.answer
    assert cell.answers == len(given)


def test_a_changed_answer_is_shown_with_an_arrow_and_told_in_words(desk: TestClient) -> None:
    cells = re.findall(r'<td class="is-[a-z]+"><a [^>]*>(.*?)</a></td>', desk.get("/matrix").text)
    told = [" ".join(re.sub("<[^>]+>", "", cell).split()) for cell in cells]
    arrow = re.compile(r"[^:]+: \S [a-z ]+ → then \S [a-z ]+ [^,]+, \d+ answers")
    assert any(arrow.fullmatch(one) for one in told), told


def test_a_cell_leads_to_the_answer_on_the_page_of_its_question(desk: TestClient) -> None:
    href = re.findall(r'<td class="is-[a-z]+"><a href="(/questions/[^"]+)"', desk.get("/matrix").text)[0]
    path, _, anchor = href.partition("#")
    question = desk.get(path)
    assert question.status_code == 200
    assert f'id="{anchor}"' in question.text


def test_words_choose_questions(desk: TestClient) -> None:
    assert rows_of(desk.get("/matrix", params={"about": "grain SHOT"}).text) == [SHOT]


def test_a_party_chooses_the_questions_that_it_answers_and_stands_first(desk: TestClient) -> None:
    text = desk.get("/matrix", params={"party": "lethmark"}).text
    assert heads_of(text)[0] == "Lethmark"
    assert SHOT in rows_of(text)
    assert "How many ships are there?" not in rows_of(text)


def test_two_parties_choose_what_both_answer(desk: TestClient) -> None:
    one, other = (
        set(rows_of(desk.get("/matrix", params={"party": name}).text)) for name in ("Lethmark", "Orvessa")
    )
    both = rows_of(desk.get("/matrix", params={"party": ["Lethmark", "Orvessa"]}).text)
    assert set(both) == one & other
    assert both


def test_a_part_of_a_name_is_enough(desk: TestClient) -> None:
    text = desk.get("/matrix", params={"party": "straits comp"}).text
    assert heads_of(text)[0] == "Northern Straits Compact"


def test_who_is_not_there_is_said_so(desk: TestClient) -> None:
    text = desk.get("/matrix", params={"party": "<b>Nobody</b>"}).text
    assert "“&lt;b&gt;Nobody&lt;/b&gt;”" in text
    assert "<b>Nobody" not in text


def test_words_of_no_question_say_so(desk: TestClient) -> None:
    assert "No question has these words" in desk.get("/matrix", params={"about": "zeppelin"}).text


def test_a_long_matrix_is_paged_and_keeps_what_was_asked_for(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_QUESTIONS", 2)
    first = desk.get("/matrix", params={"party": "Orvessa"}).text
    assert 'href="/matrix?party=Orvessa&amp;page=2"' in first
    second = desk.get("/matrix", params={"party": "Orvessa", "page": 2}).text
    assert len(rows_of(first)) == len(rows_of(second)) == 2
    assert not set(rows_of(first)) & set(rows_of(second))
    assert "The list ends before this page" in desk.get("/matrix?page=99").text


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    with open_desk(path) as client:
        assert "No two claims of this ledger answer the same question" in client.get("/matrix").text


def test_the_table_can_be_walked_through_and_scrolled_by_keyboard(desk: TestClient) -> None:
    text = desk.get("/matrix").text
    assert re.search(r'<div class="scroll is-matrix" tabindex="0" role="region" aria-label="[^"]+"', text)
    assert 'data-keys="grid"' in text
    assert desk.get("/static/matrix.js").status_code == 200


def test_columns_are_few_and_prefer_parties_that_are_known() -> None:
    def cell(party: str | None) -> MatrixCell:
        position = Position(claim=("d1", "c1"), answer=Answer.YES, party=party, speaker="x")
        return MatrixCell(last=position, before=None, answers=1)

    speakers = {f"speaker {at}": cell(None) for at in range(20)}
    row = MatrixRow(id="q1", text="?", disputed=False, cells={**speakers, "Known": cell("Known")}, unnamed=0)
    found = columns(Matrix(rows=(row,), total=1, asked=("speaker 7",)))
    assert found[:2] == ["speaker 7", "Known"]
    assert len(found) == MOST_PARTIES


def test_what_was_kept_is_made_anew_when_the_findings_have_changed(own_ledger: Path) -> None:
    made: list[Ledger] = []

    def make(ledger: Ledger) -> Outlines:
        made.append(ledger)
        return Outlines(ledger)

    kept = Kept(make, Ledger.state_of_findings)
    with open_ledger(own_ledger, read_only=True) as held:
        assert kept.of(held) is kept.of(held)
    with open_ledger(own_ledger) as held:
        left = held.findings(FindingKind.QUESTION, Question)[1:]
        held.keep_findings(FindingKind.QUESTION, left)
    with open_ledger(own_ledger, read_only=True) as held:
        assert len(kept.of(held).every) == len(left)
    assert len(made) == 2


def test_ledgers_of_equal_figures_in_two_files_are_told_apart(story_ledger: Path, own_ledger: Path) -> None:
    states: list[State] = []
    for path in (story_ledger, own_ledger):
        with open_ledger(path, read_only=True) as held:
            states.append(held.state_of_findings())
    assert states[0].figures == states[1].figures
    assert states[0] != states[1]
