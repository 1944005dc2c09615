"""What was found across documents, from the command line: who says yes, who says no, and where it stands."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from inquire_findings import COUNT, LEAVING, PLAN, claim_id, keep_all, keep_question, questions_of
from msgspec.structs import replace
from typer.testing import CliRunner

import counterclaim
from counterclaim.cli import app
from counterclaim.errors import CounterclaimError
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question
from counterclaim.model.review import ReviewKind

STORY = "src/counterclaim/story"
Run = Callable[..., str]


@pytest.fixture(scope="module")
def read(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled story in which nothing was found yet; not to be written to."""
    from counterclaim.adding import add_all
    from counterclaim.fetch.files import captures

    path = tmp_path_factory.mktemp("read") / "story.db"
    files = sorted(str(one) for one in (root / STORY).iterdir() if one.suffix in {".html", ".txt"})
    with open_ledger(path, create=True) as ledger:
        list(add_all(captures(files), ledger))
        ledger.unlink()
    return path


@pytest.fixture(scope="module")
def found(read: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with findings; not to be written to."""
    path = tmp_path_factory.mktemp("found") / "story.db"
    shutil.copy(read, path)
    with open_ledger(path) as ledger:
        keep_all(ledger)
    return path


@pytest.fixture
def mine(found: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy to write to, on which commands work without --ledger."""
    path = tmp_path / "mine.db"
    shutil.copy(found, path)
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", str(path))
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; its output if it ends as it should."""
    monkeypatch.setenv("COLUMNS", "96")

    def command(*words: str, fails: int = 0) -> str:
        done = CliRunner().invoke(app, list(words))
        code = done.exception.exit_code if isinstance(done.exception, CounterclaimError) else done.exit_code
        assert code == fails, (done.output, done.exception)
        return done.output

    return command


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which ledgers were derived anew; nothing is."""
    ledgers: list[Path] = []
    linking = ModuleType("counterclaim.linking")
    monkeypatch.setattr(linking, "derive", lambda ledger: ledgers.append(ledger.path), raising=False)
    monkeypatch.setitem(sys.modules, "counterclaim.linking", linking)
    monkeypatch.setattr(counterclaim, "linking", linking, raising=False)
    return ledgers


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def table(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output)))


def id_of(path: Path, text: str) -> str:
    with open_ledger(path, read_only=True) as ledger:
        return next(one.id for one in questions_of(ledger) if one.text == text)


def test_a_question_in_the_list_shows_at_a_glance_who_says_yes_and_who_says_no(run: Run, found: Path) -> None:
    shown = run("questions", "--ledger", str(found))
    entry = next(part for part in shown.split("\n\n") if part.startswith(PLAN))
    assert "yes or no · 2 parties · 3 answers from 2 origins · 2031-03-03 to 2031-03-08" in entry
    assert re.search(r"^ +yes  Caldane$", entry, flags=re.MULTILINE)
    assert re.search(r"^ +no  Orvessa$", entry, flags=re.MULTILINE)
    assert shown.startswith(LEAVING)  # three parties answer it


def test_who_changed_an_answer_is_marked_in_the_list_of_questions(run: Run, found: Path) -> None:
    (row,) = records(run("questions", "--about", "warships", "--format", "jsonl", "--ledger", str(found)))
    stands = {one["party"]: (one["answer"], one["changed"]) for one in row["stands"]}  # type: ignore[attr-defined]
    assert stands == {
        "Orvessa": ("yes", False),
        "Northern Straits Compact": ("yes", True),
        "Lethmark": ("asks for evidence", False),
    }


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (("--party", "caldane"), {PLAN}),
        (("--party", "orvessa"), {PLAN, LEAVING}),
        (("--about", "plan STRAIT"), {PLAN}),
        (("--about", "ships strait"), {COUNT}),
        (("--party", "nobody"), set()),
    ],
)
def test_questions_are_asked_for_by_party_and_words(
    run: Run, found: Path, asked: tuple[str, ...], texts: set[str]
) -> None:
    rows = table(run("questions", *asked, "--format", "csv", "--ledger", str(found)))
    assert {row["text"] for row in rows} == texts


def test_a_dispute_shows_both_sides_with_their_words_and_receipts(run: Run, found: Path) -> None:
    shown = run("disputes", "--ledger", str(found))
    yes, no = (shown.index(side) for side in ("YES  Orvessa", "NO   Northern Straits Compact"))
    assert yes < shown.index("SILLHAVEN (Skerrywire)") < no < shown.index("We have not seen a single warship")
    assert "2 parties · 1 contradiction · last word 2031-03-08" in shown
    assert "Lighthouse Weekly · Friday passes, the strait stays open" in shown
    with open_ledger(found, read_only=True) as ledger:
        assert claim_id(ledger, "2031-03-04", "“We have not seen a single")[:10] in shown


def test_a_party_that_was_on_both_sides_of_a_dispute_is_told_apart(run: Run, found: Path) -> None:
    shown = run("disputes", "--ledger", str(found))
    assert "YES  Orvessa, Northern Straits Compact (changed)" in shown
    assert "NO   Northern Straits Compact (last on 2031-03-04)" in shown


def test_nothing_that_is_shown_of_a_dispute_is_a_verdict(run: Run, found: Path) -> None:
    shown = run("disputes", "--ledger", str(found)).lower()
    assert not re.search(r"\b(true|false|lie|lies|misleading|credible|trust|score)\b", shown)


def test_a_question_is_shown_with_time_words_evidence_relations_and_changes(run: Run, found: Path) -> None:
    shown = run("question", id_of(found, LEAVING)[:6], "--ledger", str(found))
    assert "2 outlets, 2 origins" in shown
    assert "2031-03-04  yes Orvessa · no Northern Straits Compact · asks Lethmark" in shown
    assert "“We have not seen a single warship leave the strait,”" in shown
    assert re.search(r"^ +yes  Orvessa: video \(2031-03-04, c\w{9}\)$", shown, flags=re.MULTILINE)
    assert re.search(r"^ +asks  Lethmark \(2031-03-04, c\w{9}\)$", shown, flags=re.MULTILINE)
    assert re.search(r"contradicts \(denial\)  0\.91 +c\w{9} c\w{9}", shown)
    assert "same day, opposite polarity, both cannot be true." in shown
    assert "Northern Straits Compact  no → yes · reversal, by different speakers" in shown


def test_the_answers_to_a_question_are_rows_of_a_table_each_with_its_receipt(run: Run, found: Path) -> None:
    rows = table(run("question", id_of(found, COUNT), "--format", "csv", "--ledger", str(found)))
    assert [(row["day"], row["answer"], row["number"]) for row in rows] == [
        ("2031-03-04", "number", "31"),
        ("2031-03-13", "number", "12"),
    ]
    assert all(row["claim"].startswith("c") and row["document"].startswith("d") for row in rows)
    (page,) = records(run("question", id_of(found, COUNT), "--format", "jsonl", "--ledger", str(found)))
    assert [one["row"]["id"] for one in page["answers"]] == [row["claim"] for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize("id", ["q000", "c1d81f0", "nonsense", ""])
def test_a_question_that_is_not_there_is_said_to_be_unknown(run: Run, found: Path, id: str) -> None:
    assert run("question", id, "--ledger", str(found), fails=17) == ""


def test_the_id_of_a_question_that_was_joined_to_another_leads_there(run: Run, mine: Path) -> None:
    with open_ledger(mine) as ledger:
        one, other, *rest = questions_of(ledger)
        joined = replace(one, claims=(*one.claims, *other.claims))
        ledger.keep_findings(FindingKind.QUESTION, [joined, *rest])
    assert run("question", other.id).startswith(LEAVING)
    assert run("question", other.id[:8]).startswith(LEAVING)


def test_a_changed_answer_has_both_receipts(run: Run, found: Path) -> None:
    rows = table(run("shifts", "--format", "csv", "--ledger", str(found)))
    compact = [row for row in rows if row["side"] == "Northern Straits Compact"]
    assert [(row["when"], row["answer"], row["day"], row["kind"]) for row in compact] == [
        ("before", "no", "2031-03-04", "reversal"),
        ("after", "yes", "2031-03-08", "reversal"),
    ]
    shown = run("shifts", "--ledger", str(found))
    assert all(row["claim"][:10] in shown and row["title"][:30] in shown for row in compact)
    assert shown.index("31 → 12") < shown.index("no → yes")  # the newest first


def test_a_number_series_keeps_bounds_and_the_own_voice_as_told(run: Run, found: Path) -> None:
    shown = run("numbers", "grain", "--ledger", str(found))
    assert re.search(r"^ +>= 31  2031-03-04  harbour office in Sillhaven +c\w{9}$", shown, flags=re.MULTILINE)
    assert re.search(
        r"^ +2 to 6  2031-03-08  Lighthouse Weekly, own voice +d\w{9}$", shown, flags=re.MULTILINE
    )
    rows = table(run("numbers", "--format", "csv", "--ledger", str(found)))
    assert [(row["number"], row["bound"], row["own_voice"]) for row in rows] == [
        (">= 31", "at least", "false"),
        ("2 to 6", "between", "true"),
        ("12", "exactly", "false"),
    ]
    assert rows[1]["publisher"] == "Lighthouse Weekly"
    assert run("numbers", "submarines", "--ledger", str(found)) == "No such number\n"


def test_a_docket_counts_the_days_as_they_stand_on_a_day(run: Run, found: Path) -> None:
    def heads(today: str) -> list[str]:
        shown = run("forecasts", "--today", today, "--ledger", str(found))
        return [line.strip() for line in shown.splitlines() if line and not line.startswith(" ")]

    assert heads("2031-03-05") == [
        "coming, 2 days left · from 7 Mar 2031 on",
        "coming, 4 days left · by 9 Mar 2031",
    ]
    assert heads("2031-03-09") == ["due today · by 9 Mar 2031", "due · from 7 Mar 2031 on"]
    assert heads("2031-03-12") == ["due · from 7 Mar 2031 on", "overdue by 3 days · by 9 Mar 2031"]


def test_later_statements_stand_beside_a_forecast_and_decide_nothing(run: Run, found: Path) -> None:
    shown = run("forecasts", "--due", "--today", "2031-03-10", "--ledger", str(found))
    assert re.search(r"later  2031-03-08  Lighthouse Weekly, own voice +d\w{9}", shown)
    assert "closed door" not in shown  # told after that day
    assert "outcome" not in shown


def test_an_outcome_is_what_a_person_recorded_until_it_is_taken_back(run: Run, mine: Path) -> None:
    due = ("forecasts", "--due", "--today", "2031-03-10")
    with open_ledger(mine, read_only=True) as ledger:
        claim = claim_id(ledger, "2031-02-24", "that a full closure")
    assert claim[:10] in run(*due)
    kept = run(
        "review", "outcome", claim, "--value", "not met", "--by", "Jo Reader", "--note", "two ships came"
    )
    assert claim[:10] not in run(*due)
    shown = run("forecasts", "--today", "2031-03-10")
    assert re.search(r"outcome  not met  Jo Reader, \d{4}-", shown)
    assert "two ships came" in shown
    run("review", "undo", kept.split()[-1], "--by", "Jo Reader")
    assert claim[:10] in run(*due)
    assert "taken back" in run(*due)


def test_an_empty_list_says_what_to_do_where_documents_were_not_compared(run: Run, read: Path) -> None:
    shown = run("disputes", "--ledger", str(read))
    assert shown == "No disputes yet: 6 documents are not linked. Run `counterclaim link`\n"


def test_an_empty_list_does_not_send_to_link_where_all_was_compared(run: Run, mine: Path) -> None:
    with open_ledger(mine) as ledger:
        ledger.keep_findings(FindingKind.DISPUTE, [])
    assert run("disputes") == "No disputes\n"
    assert run("disputes", "--format", "jsonl") == ""


def test_more_than_the_limit_is_said(run: Run, found: Path) -> None:
    shown = run("questions", "--limit", "1", "--ledger", str(found))
    assert "there are more than 1: give a higher --limit" in shown
    assert PLAN not in shown


def test_words_of_unknown_origin_do_nothing_on_the_terminal(run: Run, mine: Path) -> None:
    with open_ledger(mine) as ledger:
        hostile = [replace(one, text="Is \x1b[31mit \u202eso?\nYES  all") for one in questions_of(ledger)]
        ledger.keep_findings(FindingKind.QUESTION, hostile)
    shown = run("questions") + run("question", hostile[0].id)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\nYES  all" not in shown


def test_a_table_for_spreadsheets_holds_no_formula(run: Run, mine: Path) -> None:
    with open_ledger(mine) as ledger:
        ledger.keep_findings(
            FindingKind.QUESTION, [replace(one, text="=HYPERLINK(1)") for one in questions_of(ledger)]
        )
    assert all(row["text"] == "'=HYPERLINK(1)" for row in table(run("questions", "--format", "csv")))


def test_claims_are_joined_and_parted_by_name_and_all_is_derived_anew(
    run: Run, mine: Path, derived: list[Path]
) -> None:
    with open_ledger(mine, read_only=True) as ledger:
        one = claim_id(ledger, "2031-03-03", "there was no plan")
        other = claim_id(ledger, "2031-03-04", "“The exercise is over")
    run("merge", one[:8], other[:8], "--by", "Jo Reader", "--note", "the same plan")
    run("split", other, one, "--by", "Jo Reader")
    with open_ledger(mine, read_only=True) as ledger:
        made = [stored.review for stored in ledger.reviews()]
    assert [(review.kind, review.target, review.value) for review in made] == [
        (ReviewKind.MERGE, one, other),
        (ReviewKind.SPLIT, other, one),
    ]
    assert derived == [mine, mine]
    assert "the same plan" in run("question", id_of(mine, PLAN))


def test_a_claim_is_not_joined_to_itself(run: Run, mine: Path, derived: list[Path]) -> None:
    with open_ledger(mine, read_only=True) as ledger:
        one = claim_id(ledger, "2031-03-03", "there was no plan")
    run("merge", one, one[:9], "--by", "Jo Reader", fails=2)
    run("split", one, "c00000000000", "--by", "Jo Reader", fails=17)
    assert derived == []


def test_a_person_may_word_a_question_and_take_it_back(run: Run, mine: Path, derived: list[Path]) -> None:
    question = id_of(mine, PLAN)
    words = ("--field", "text", "--value", "Does Orvessa plan a closure?", "--by", "Jo Reader")
    kept = run("review", "correct", question[:8], *words)
    assert derived == [mine]
    assert "Does Orvessa plan a closure?" in run("question", question)
    undone = run("review", "undo", kept.split()[-1], "--by", "Jo Reader")
    run("review", "undo", undone.split()[-1], "--by", "Jo Reader")
    assert derived == [mine] * 3
    run("review", "note", question, "--note", "asked in parliament", "--by", "Jo Reader")
    assert "asked in parliament" in run("question", question)
    assert derived == [mine] * 3


def test_lists_load_nothing_that_compares(found: Path) -> None:
    program = """
import sys
from typer.testing import CliRunner
from counterclaim.cli import app
for command in (["questions"], ["disputes"], ["shifts"], ["numbers", "ships"], ["question", sys.argv[2]]):
    assert CliRunner().invoke(app, [*command, "--ledger", sys.argv[1]]).exit_code == 0
print([name for name in sys.modules if name.startswith(("onnxruntime", "numpy", "spacy", "counterclaim.read.",
                                                        "counterclaim.link.relations"))])
"""
    words = [sys.executable, "-c", program, str(found), id_of(found, LEAVING)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_copies_of_one_text_are_several_outlets_and_one_origin(run: Run, tmp_path: Path) -> None:
    from counterclaim.adding import add_all
    from counterclaim.fetch.files import captures

    text = (
        "SILLHAVEN (Skerrywire) - Mayor Adela Quist said on Monday that the harbour bridge will be closed by"
        " the end of June because its pillars have been washed out by two winters of heavy storms.\n\n"
        '"Nobody has asked us about it," said Ilse Warrant, the harbour master of Tellin Bay, who has worked'
        " beside the bridge for eleven years and crosses it every morning.\n\n"
        "The union denied that 40 workers had left the port, and asked the council to show its figures.\n"
    )
    outlets = ("Tellin Post", "Quay News")
    corpus = tmp_path / "wire.jsonl"
    records_ = [
        {"id": name, "text": text, "publisher": name, "published": f"2031-05-0{day}"}
        for day, name in enumerate(outlets, start=1)
    ]
    corpus.write_text("".join(json.dumps(one) + "\n" for one in records_))
    path = tmp_path / "wire.db"
    with open_ledger(path, create=True) as ledger:
        list(add_all(captures([str(corpus)]), ledger))
        told = next(one for one in ledger.told() if "asked us" in one.words)
        keep_question(ledger, told)
        question = ledger.findings(FindingKind.QUESTION, Question)[0].id
    assert "2 outlets, 1 origin" in run("question", question, "--ledger", str(path))


def test_link_says_what_was_compared_and_found(run: Run, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, bool]] = []
    total = SimpleNamespace(
        documents=6, claims=104, pairs=1, contradictions=0, questions=3, disputes=2, shifts=1, series=1,
        forecasts=9,
    )  # fmt: skip

    def link(
        ledger: Ledger, jobs: int = 1, *, again: bool = False, most: int | None = None
    ) -> Iterator[object]:
        asked.append((jobs, again))
        yield Step()
        yield total

    fake = ModuleType("counterclaim.linking")
    for name, what in {
        "Compared": Step,
        "DERIVER": "by hand",
        "linker_version": lambda: "by hand",
        "link": link,
    }.items():
        setattr(fake, name, what)
    monkeypatch.setitem(sys.modules, "counterclaim.linking", fake)
    monkeypatch.setattr(counterclaim, "linking", fake, raising=False)
    shown = run("link", "--again", "--jobs", "2")
    assert asked == [(2, True)]
    assert "6 documents compared, 104 claims: 1 pair judged, 0 contradictions; now 3 questions" in shown
    assert "2 disputes, 1 changed answer, 1 number series, 9 forecasts" in shown
    total.documents = 0
    assert "nothing new to compare; now 3 questions" in run("link")


class Step:
    documents = 6
