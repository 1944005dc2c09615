"""Score questions and positions: `evals questions`.

`bcubed_f1` compares the groups that are found among all gold claims with the gold's, on the claims that
answer a gold question.  The probability at which a pair of claims starts to be held together is chosen
anew in each fold of documents, on the claims of all others.  `position_accuracy` counts answers where the
gold's question and its claims are given; `grouped_position_accuracy` those to the questions that were
found, up to one flip of yes and no for each gold question: a gold question is the found one that holds
most of its claims, and claims that are not in it are left out (`grouped_positions_placed` tells how many
are).  Figures with `end_to_end_` are those of the bare texts, where a predicted claim stands for a gold
one if it has 80% of its words and is at most three times as long.

With `--relations` the gold's own relations take the place of judged ones, which tells what grouping and
positions could reach.  Baselines: `cosine_` groups claims by cosine of their words, `polarity_` takes
what affirms for a yes and what denies for a no.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from counterclaim.link.questions.build import Means, questions
from counterclaim.link.questions.groups import group
from counterclaim.link.questions.identity import age, name_of
from counterclaim.link.questions.links import Pair, Sureness, chances, ordered
from counterclaim.link.questions.positions import positions, pulls
from counterclaim.link.questions.stance import form_of
from counterclaim.link.relations.judge import WEIGHTS, WRITTEN_ODDS, Judge
from counterclaim.model.meaning import Certainty, Polarity
from counterclaim.model.question import Answer, Question, QuestionForm
from counterclaim.model.told import Told
from evals import report
from evals.asked import Asked, ClaimName, Gold, read_gold
from evals.bcubed import PRECISION, RECALL, f1, memberships, of_each
from evals.bootstrap import Estimate, Resampler
from evals.found import found_claims
from evals.linked import Linked, by_gold, judging, linked
from evals.near import cosines
from evals.options import positive
from evals.pairs import fold_of, read_pairs
from evals.ratios import Floats, share

FOLDS = 5
STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.925, 0.95)
FLIPPED = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}


def measure(gold: Gold, given: Linked, rounds: int, prefix: str = "") -> dict[str, Estimate]:
    """Estimates of groups and of answers to the questions found."""
    items = gold.answering
    resampler = ByDocument(items, rounds)
    joined, metrics = grouped(gold, given, resampler, prefix)
    found = {joining: _questions(given, joining) for joining in sorted(set(joined.values()))}
    rows = [
        (name, right)
        for asked in gold.questions
        for name, right in _up_to_a_flip(asked, given, found, joined)
    ]
    answers = sum(len(asked.answers) for asked in gold.questions)
    metrics[f"{prefix or 'grouped_'}position_accuracy"] = resampler.share(rows)
    placed = len(rows) / answers
    return metrics | {f"{prefix or 'grouped_'}positions_placed": Estimate(placed, None, None, answers)}


def grouped(
    gold: Gold, given: Linked, resampler: ByDocument, prefix: str
) -> tuple[dict[int, float], dict[str, Estimate]]:
    """The threshold of each fold, and B-cubed figures with each claim scored by that of its fold."""
    found = chances(given.relations, given.same)
    return _best_groups(
        gold,
        resampler,
        prefix,
        lambda joining: _memberships(given.claims, found, Sureness(joining=joining), given.stands_for),
    )


def _best_groups(
    gold: Gold,
    resampler: ByDocument,
    prefix: str,
    make: Callable[[float], Mapping[ClaimName, frozenset[int]]],
) -> tuple[dict[int, float], dict[str, Estimate]]:
    items = gold.answering
    wanted = memberships(asked.answers for asked in gold.questions)
    rows = {joining: of_each(items, wanted, make(joining)) for joining in STEPS}
    folds = np.array([fold_of(document, FOLDS) for document, _ in items])
    joined = {
        fold: max(STEPS, key=lambda joining: float(f1(rows[joining], (folds != fold).astype(float))))
        for fold in range(FOLDS)
    }
    scored = np.array([rows[joined[fold]][place] for place, fold in enumerate(folds.tolist())])
    return joined, {
        f"{prefix}bcubed_f1": resampler.of_rows(scored, lambda rows, weights: float(f1(rows, weights))),
        f"{prefix}bcubed_precision": resampler.of_rows(scored, _mean(PRECISION)),
        f"{prefix}bcubed_recall": resampler.of_rows(scored, _mean(RECALL)),
    }


def _mean(column: int) -> Callable[[Floats, Floats], float]:
    return lambda rows, weights: float(np.average(rows[:, column], weights=weights))


def _memberships(
    claims: Mapping[ClaimName, Told],
    found: Mapping[Pair, float],
    sureness: Sureness,
    stands_for: Mapping[ClaimName, ClaimName],
) -> dict[ClaimName, frozenset[int]]:
    """The groups that gold claims are in, through the claims that stand for them."""
    vectors = {name: claim.vector for name, claim in claims.items()}
    grouped = group(list(claims), found, (), sureness, vectors)
    places = memberships((*one.claims, *one.guests) for one in grouped)
    return {name: places[other] for name, other in stands_for.items() if other in places}


def cosine_groups(gold: Gold, rounds: int) -> dict[str, Estimate]:
    """The baseline of claims grouped by cosine over a threshold."""
    claims = sorted(gold.claims.values(), key=age)
    names = [name_of(claim) for claim in claims]
    closeness = cosines(claims, around=0.0)
    near_by = {
        ordered(names[one], names[other]): float(closeness[one, other])
        for one, other in combinations(range(len(names)), 2)
    }
    itself = {name: name for name in names}
    bare = {name: replace(claim, vector=b"") for name, claim in zip(names, claims, strict=True)}
    resampler = ByDocument(gold.answering, rounds)
    steps = {joining: joining / 2 for joining in STEPS}  # cosines of short texts are low
    _, metrics = _best_groups(
        gold,
        resampler,
        "cosine_",
        lambda joining: _memberships(bare, near_by, Sureness(joining=steps[joining]), itself),
    )
    return {"cosine_bcubed_f1": metrics["cosine_bcubed_f1"]}


def answered(gold: Gold, given: Linked, rounds: int) -> dict[str, Estimate]:
    """Answers to the gold's questions by the gold's claims, and what polarity alone gives."""
    pulled = pulls(given.relations)
    rows: list[tuple[ClaimName, bool]] = []
    by_polarity: list[tuple[ClaimName, bool]] = []
    for asked in gold.questions:
        claims = sorted((gold.claims[name] for name in asked.answers), key=age)
        for position in positions(claims, asked.text, pulled):
            rows.append((position.claim, position.answer is asked.answers[position.claim]))
        by_polarity += [
            (name_of(claim), polar(claim, asked.text) is asked.answers[name_of(claim)]) for claim in claims
        ]
    resampler = ByDocument(gold.answering, rounds)
    return {
        "position_accuracy": resampler.share(rows),
        "polarity_position_accuracy": resampler.share(by_polarity),
    }


def polar(claim: Told, question: str) -> Answer:
    """The answer by the claim's own polarity and certainty, whatever is asked."""
    meaning = claim.meaning
    if form_of(question) is QuestionForm.HOW_MANY:
        return Answer.NUMBER if meaning.quantities else Answer.HEDGED
    if meaning.asks_for_evidence:
        return Answer.ASKS_FOR_EVIDENCE
    if meaning.polarity is Polarity.NONE or meaning.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN):
        return Answer.HEDGED
    return Answer.YES if meaning.polarity is Polarity.AFFIRMS else Answer.NO


def _questions(given: Linked, joining: float) -> tuple[Question, ...]:
    means = Means(sureness=Sureness(joining=joining), same=given.same)
    return questions(given.claims.values(), given.relations, (), means)


def _up_to_a_flip(
    asked: Asked,
    given: Linked,
    found: Mapping[float, Sequence[Question]],
    joined: Mapping[int, float],
) -> list[tuple[ClaimName, bool]]:
    """Whether each answer is right that claims give to the question they were found to answer."""
    rows: list[tuple[ClaimName, bool]] = []
    for joining, questions_ in found.items():
        answers = [
            {position.claim: position.answer for position in question.positions} for question in questions_
        ]
        here = {
            name: given.stands_for[name]
            for name in asked.answers
            if name in given.stands_for and joined[fold_of(name[0], FOLDS)] == joining
        }
        everywhere = [given.stands_for[name] for name in asked.answers if name in given.stands_for]
        best = max(answers, key=lambda held: sum(name in held for name in everywhere), default={})
        pairs = [(name, best[other], asked.answers[name]) for name, other in here.items() if other in best]
        straight = [(name, said is wanted) for name, said, wanted in pairs]
        flipped = [(name, FLIPPED.get(said, said) is wanted) for name, said, wanted in pairs]
        rows += max((straight, flipped), key=lambda turned: sum(right for _, right in turned))
    return rows


class ByDocument:
    """Intervals for figures over claims, whole documents drawn."""

    def __init__(self, items: Sequence[ClaimName], rounds: int) -> None:
        self._documents = sorted({document for document, _ in items})
        self._of_item = np.array([self._documents.index(document) for document, _ in items])
        self._resampler = Resampler(len(self._documents), rounds)

    def share(self, rows: Sequence[tuple[ClaimName, bool]]) -> Estimate:
        """The share of what is right."""
        counts = np.zeros((len(self._documents), 2))
        for (document, _), right in rows:
            counts[self._documents.index(document)] += right, 1
        return self._resampler.of_counts(counts, lambda sums: share(sums, 0, 1), len(rows))

    def of_rows(self, rows: Floats, statistic: Callable[[Floats, Floats], float]) -> Estimate:
        """A figure of rows, one an item."""
        items = [rows[self._of_item == place] for place in range(len(self._documents))]
        return self._resampler.of_items(items, lambda drawn: statistic(drawn, np.ones(len(drawn))))


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals questions` to the commands."""
    parser = commands.add_parser("questions", help="which claims answer one question, and what?")
    parser.add_argument("--claims", type=Path, required=True, help="JSONL of documents with claims")
    parser.add_argument("--questions", type=Path, required=True, help="JSON of questions with positions")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--relations", type=Path, help="gold relations, to be used in place of judged ones")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of other weights to try")
    parser.add_argument("--given", action="store_true", help="leave out what is read from the bare texts")
    parser.add_argument("--bootstrap", type=positive, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    gold = read_gold(options.claims, options.questions, options.texts)
    itself = {name: name for name in gold.claims}
    if options.relations:
        given = by_gold(gold, read_pairs(options.claims, options.relations, options.texts))
    else:
        relate = judging(Judge(options.weights, WRITTEN_ODDS))
        given = linked(gold.claims.values(), relate, itself)
    metrics = measure(gold, given, options.bootstrap) | answered(gold, given, options.bootstrap)
    metrics |= cosine_groups(gold, options.bootstrap)
    if not options.relations and not options.given:
        claims, stands_for = found_claims(gold)
        found = linked(claims, relate, stands_for)
        metrics |= measure(gold, found, options.bootstrap, "end_to_end_")
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
