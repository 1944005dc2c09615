"""Linking a ledger: what is found does not depend on the order of adding, nor on where a run was cut off."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from counterclaim.adding import add_all
from counterclaim.fetch.files import captures
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.linking import DERIVER, Linked, compare_new, derive, link, linker_version
from counterclaim.model.docket import Forecast
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute, Question, Shift
from counterclaim.model.relation import RelationKind
from counterclaim.model.review import Review, ReviewKind, TargetKind
from counterclaim.model.series import Series

STORY = "src/counterclaim/story"
TYPES = {
    FindingKind.QUESTION: Question,
    FindingKind.DISPUTE: Dispute,
    FindingKind.SHIFT: Shift,
    FindingKind.SERIES: Series,
    FindingKind.FORECAST: Forecast,
}
Made = Callable[..., Path]


@pytest.fixture(scope="module")
def files(root: Path) -> list[str]:
    """The bundled story: articles, a statement, an agency's copy."""
    return sorted(str(one) for one in (root / STORY).iterdir() if one.suffix in {".html", ".txt"})


@pytest.fixture(scope="module")
def made(files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Ledgers of the story, its files in some order, not linked."""
    whole: dict[tuple[str, ...], Path] = {}

    def make(order: Iterable[str] = files) -> Path:
        folder = tmp_path_factory.mktemp("linking")
        if (named := tuple(order)) not in whole:
            whole[named] = folder / "whole.db"
            with open_ledger(whole[named], create=True) as ledger:
                list(add_all(captures(list(named)), ledger))
                ledger.unlink()
        return Path(shutil.copy(whole[named], folder / "story.db"))

    return make


def found(ledger: Ledger) -> dict[FindingKind, list[object]]:
    return {kind: list(ledger.findings(kind, type)) for kind, type in TYPES.items()}


def linked(ledger: Ledger, **how: int) -> Linked:
    *_, last = link(ledger, **how)
    assert isinstance(last, Linked)
    return last


@pytest.fixture(scope="module")
def undisturbed(made: Made) -> dict[FindingKind, list[object]]:
    """What is found in the story in one go."""
    with open_ledger(made()) as ledger:
        linked(ledger)
        return found(ledger)


def test_the_story_has_its_dispute_about_the_warships(undisturbed: dict[FindingKind, list[object]]) -> None:
    disputes = [one for one in undisturbed[FindingKind.DISPUTE] if isinstance(one, Dispute)]
    sides = [{party for camp in one.camps for party in camp.parties} for one in disputes]
    assert any({"Orvessa", "Northern Straits Compact"} <= parties for parties in sides)


def test_linking_tells_what_it_did_and_does_nothing_twice(made: Made) -> None:
    with open_ledger(made()) as ledger:
        first, again = linked(ledger), linked(ledger)
        assert first.documents == len(list(ledger.linked(linker_version()))) > 1
        assert first.pairs == len(list(ledger.relations())) > 0
        assert (again.documents, again.pairs) == (0, 0)
        assert again.questions == first.questions == len(ledger.findings(FindingKind.QUESTION, Question))


def test_a_run_cut_off_after_any_document_ends_the_same(
    made: Made, undisturbed: dict[FindingKind, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.linking.compare.AT_ONCE", 1)  # each document in its own transaction
    path = made()
    for _ in range(3):
        with open_ledger(path) as ledger:
            next(iter(compare_new(ledger)), None)
    with open_ledger(path) as ledger:
        linked(ledger)
        assert found(ledger) == undisturbed


def test_the_order_of_adding_does_not_matter(
    made: Made, files: list[str], undisturbed: dict[FindingKind, list[object]]
) -> None:
    with open_ledger(made(reversed(files))) as ledger:
        linked(ledger)
        assert found(ledger) == undisturbed


def test_several_processes_find_the_same(made: Made, undisturbed: dict[FindingKind, list[object]]) -> None:
    with open_ledger(made()) as ledger:
        linked(ledger, jobs=2)
        assert found(ledger) == undisturbed


def test_what_a_person_signs_is_stronger_than_what_was_judged(made: Made) -> None:
    with open_ledger(made()) as ledger:
        linked(ledger)
        question = max(ledger.findings(FindingKind.QUESTION, Question), key=lambda one: len(one.claims))
        first, second = question.claims[:2]
        ledger.review(
            Review(
                kind=ReviewKind.SPLIT,
                target_kind=TargetKind.CLAIM,
                target=first[1],
                value=second[1],
                by="Jo Reader",
                at="2031-04-01T10:00:00Z",
            )
        )
        assert not ledger.is_derived(DERIVER)
        derive(ledger)
        assert ledger.is_derived(DERIVER)
        homes = [one.claims for one in ledger.findings(FindingKind.QUESTION, Question)]
        assert not any(first in home and second in home for home in homes)


def test_every_relation_says_what_was_compared(made: Made) -> None:
    with open_ledger(made()) as ledger:
        linked(ledger)
        for relation in ledger.relations():
            assert 0 < relation.confidence <= 1
            assert (relation.contradiction is not None) == (relation.kind is RelationKind.CONTRADICTS)
            if relation.kind is not RelationKind.OTHER_QUESTION:
                assert " / " in relation.reason
