"""Score what was understood: speaker, party and every field of meaning, field by field.

Each figure comes twice: with the gold's spans given to the reader, and end to end on
what it finds itself (`end_to_end_...`), there on the gold claims that it found.  A claim
not found counts as missed where there is a recall; false alarms of quantities, dues and
evidence are counted only on claims that were found, for most gold is not exhaustive.

`speaker_pronouns_descriptions` are sources that stand for somebody named elsewhere,
`speaker_implicit` those without words.  Speakers and parties are right by referent;
`..._by_string` says how often the names are spelt alike as well.  Certainty and
orientation are scored where the gold's polarity is not none, due only in sets that mark it.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
import numpy as np

from counterclaim.errors import EmptyInput, OutputError
from counterclaim.model.span import Span
from evals import report
from evals.answers import Understanding, end_to_end, installed_understanding, with_spans_given
from evals.bootstrap import Estimate, Resampler
from evals.meanings import Compared, Context, Miss, compare
from evals.meant import CoreferenceRecord, MeantDocument
from evals.options import positive
from evals.ratios import Floats, harmonic_mean, share
from evals.records import TextRecord, read_records, read_texts

END_TO_END = "end_to_end_"

_ACCURACIES = (
    "speaker",
    "speaker_pronouns_descriptions",
    "speaker_implicit",
    "speaker_named",
    "speaker_by_string",
    "speaker_kind",
    "party",
    "party_by_string",
    "polarity",
    "polarity_affirms_denies",
    "certainty",
    "orientation",
    "orientation_all",
    "evidence_kind",
)
_FOUND = ("quantities", "due", "evidence", "asks_for_evidence")


@dataclass(frozen=True)
class Task:
    """One document to be understood and scored."""

    gold: MeantDocument
    text: TextRecord
    listed: frozenset[Span] | None = None


@dataclass(frozen=True)
class Scored:
    """What came of one document, both ways."""

    given: Compared
    found: Compared

    @property
    def misses(self) -> list[Miss]:
        """All wrong fields, those with spans given first."""
        return [*self.given.misses, *self.found.misses]


def score(task: Task, understanding: Understanding) -> Scored:
    """Understand one document with the gold's spans and without, and compare with the gold."""
    rows = task.gold.in_reading_order()
    context = Context(task.gold.id, task.text.text, task.listed)
    return Scored(
        compare(rows, with_spans_given(rows, task.text, understanding), context, "given"),
        compare(rows, end_to_end(rows, task.text, understanding), context, "found"),
    )


def score_all(
    tasks: Sequence[Task], make_understanding: Callable[[], Understanding], jobs: int = 1
) -> list[Scored]:
    """Scores of all documents, in order, on one process or several."""
    if jobs == 1:
        understanding = make_understanding()
        return [score(task, understanding) for task in tasks]
    # "spawn", as in `evals.predictions`
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        return list(pool.map(partial(_score_in_worker, make_understanding), tasks, chunksize=4))


def _score_in_worker(make_understanding: Callable[[], Understanding], task: Task) -> Scored:
    return score(task, make_understanding())


def measure(documents: Sequence[Scored], rounds: int) -> dict[str, Estimate]:
    """Estimates by metric name: with spans given, then end to end with that prefix."""
    resampler = Resampler(len(documents), rounds)
    given = _measure([document.given.counts for document in documents], resampler)
    found = [document.found.counts for document in documents]
    metrics = given | {END_TO_END + name: one for name, one in _measure(found, resampler).items()}
    return metrics | {END_TO_END + "matched": _ratio(found, "matched", resampler)}


def _measure(documents: Sequence[Counter[str]], resampler: Resampler) -> dict[str, Estimate]:
    metrics = {}
    for name in _ACCURACIES:
        metrics[name] = _ratio(documents, name, resampler)
        if name == "party":
            metrics["party_invented"] = _ratio(documents, "party_null", resampler, part="wrong")
    metrics = {name: metric for name, metric in metrics.items() if metric.n}
    for name in _FOUND:
        metrics.update(_precision_recall_f1(documents, name, resampler))
    return metrics


def _ratio(
    documents: Sequence[Counter[str]], name: str, resampler: Resampler, part: str = "right"
) -> Estimate:
    counts = _columns(documents, (f"{name}:{part}", f"{name}:of"))
    return resampler.of_counts(counts, partial(_known_share, part=0, whole=1), int(counts[:, 1].sum()))


def _known_share(counts: Floats, part: int, whole: int) -> Floats:
    """The share, NaN where there is nothing to divide by, as in a draw without any such claim."""
    return np.where(counts[..., whole] > 0, share(counts, part, whole), np.nan)


_RIGHT, _GOLD, _PREDICTED = range(3)


def _precision_recall_f1(
    documents: Sequence[Counter[str]], name: str, resampler: Resampler
) -> dict[str, Estimate]:
    counts = _columns(documents, [f"{name}:{key}" for key in ("right", "gold", "predicted")])
    in_gold, predicted = int(counts[:, _GOLD].sum()), int(counts[:, _PREDICTED].sum())
    if not in_gold:
        return {}
    return {
        f"{name}_f1": resampler.of_counts(counts, _f1, in_gold),
        f"{name}_precision": resampler.of_counts(counts, _precision, predicted),
        f"{name}_recall": resampler.of_counts(counts, _recall, in_gold),
    }


def _precision(counts: Floats) -> Floats:
    return _known_share(counts, _RIGHT, _PREDICTED)


def _recall(counts: Floats) -> Floats:
    return _known_share(counts, _RIGHT, _GOLD)


def _f1(counts: Floats) -> Floats:
    precision, recall = share(counts, _RIGHT, _PREDICTED), share(counts, _RIGHT, _GOLD)
    return np.where(counts[..., _GOLD] > 0, harmonic_mean(precision, recall), np.nan)


def _columns(documents: Sequence[Counter[str]], keys: Sequence[str]) -> Floats:
    return np.array([[document[key] for key in keys] for document in documents], dtype=np.float64)


def tasks_from(gold: Path, texts: Sequence[Path], coreference: Path | None) -> list[Task]:
    """The documents of a gold file, with their texts and listed mentions; errors as of `evals.records`.

    What the texts do not know of title, publisher and date is taken from the gold.
    """
    documents = read_records(gold, MeantDocument)
    if not documents:
        raise EmptyInput(str(gold), "no documents", "Give a gold file with at least one")
    known = read_texts(documents.values(), texts)
    listed = read_records(coreference, CoreferenceRecord) if coreference else None
    return [
        Task(document, _with_what_gold_knows(known[id_], document), _mentions(listed, id_))
        for id_, document in documents.items()
    ]


def _with_what_gold_knows(text: TextRecord, gold: MeantDocument) -> TextRecord:
    return msgspec.structs.replace(
        text,
        title=text.title or gold.title,
        publisher=text.publisher or gold.publisher,
        published=text.published or gold.published,
    )


def _mentions(listed: dict[str, CoreferenceRecord] | None, id_: str) -> frozenset[Span] | None:
    if listed is None:
        return None
    return frozenset(mention.span for mention in listed[id_].mentions) if id_ in listed else frozenset()


def write_misses(misses: Iterable[Miss], path: Path) -> None:
    """Write wrong fields, one a line; OutputError where the path cannot be written."""
    encoder = msgspec.json.Encoder()
    try:
        path.write_bytes(b"".join(encoder.encode(miss) + b"\n" for miss in misses))
    except OSError as error:
        raise OutputError(str(path), error.strerror or "cannot be written", "Choose another path") from error


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `semantics`."""
    command = subparsers.add_parser("semantics", help="who that is and what was meant, field by field")
    command.add_argument("--gold", type=Path, required=True, help="JSONL of documents with all fields")
    command.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    command.add_argument(
        "--coreference", type=Path, help="JSONL of sources that are pronouns or descriptions"
    )
    command.add_argument("--errors", type=Path, help="JSONL to write, a wrong field a line")
    command.add_argument("--bootstrap", type=int, default=1000, metavar="N", help="rounds (default 1000)")
    command.add_argument("--jobs", type=positive, default=1, help="processes (default 1)")
    command.add_argument("--json", action="store_true", help="print JSON with fractions")
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    tasks = tasks_from(options.gold, options.texts, options.coreference)
    scored = score_all(tasks, installed_understanding, options.jobs)
    if options.errors:
        write_misses((miss for one in scored for miss in one.misses), options.errors)
    metrics = measure(scored, options.bootstrap)
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
