"""`python -m evals`: score the reader against gold, or write what it predicts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from counterclaim.errors import CounterclaimError, EmptyInput, MalformedRecord, OutputError
from evals import (
    blocking,
    calibration,
    claims,
    copies,
    docket,
    pages,
    quantities,
    questions,
    relations,
    report,
    scores,
    semantics,
    series,
    times,
)
from evals.bootstrap import Resampler
from evals.matching import mark_both
from evals.options import positive
from evals.predictions import installed_reader, predict_all
from evals.records import DocumentRecord, TextRecord, read_records, read_texts, to_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is that of the error where there is one."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except CounterclaimError as error:
        print(f"evals: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def _attribution(options: argparse.Namespace) -> None:
    gold, texts, predictions = _load(options)
    if options.claims:
        metrics = claims.measure(
            [claims.score_document(gold[id_], predictions[id_], texts[id_].text) for id_ in gold],
            [document.exhaustive for document in gold.values()],
            options.bootstrap,
        )
        print(report.as_json(metrics) if options.json else report.as_table(metrics))
        return
    marked = [mark_both(gold[id_], predictions[id_], texts[id_].text, options.nested) for id_ in gold]
    metrics = scores.measure(
        [scores.score_document(*sides) for sides in marked], Resampler(len(gold), options.bootstrap)
    )
    print(report.as_json(metrics) if options.json else report.score_table(metrics))


def _confidence(options: argparse.Namespace) -> None:
    gold, texts, predictions = _load(options)
    outcomes = []
    for id_, document in gold.items():
        sides = mark_both(document, predictions[id_], texts[id_].text)
        outcomes.append(calibration.outcomes(*sides, confidences=_confidences(predictions[id_])))
    metrics = calibration.measure(outcomes, Resampler(len(outcomes), options.bootstrap))
    if options.json:
        print(report.as_json(metrics))
    else:
        print(report.as_table(metrics), end="\n\n")
        print(report.reliability_table(calibration.reliability(calibration.joined(outcomes))))


def _predict(options: argparse.Namespace) -> None:
    gold = read_records(options.gold, DocumentRecord) if options.gold else {}
    texts = read_texts(gold.values(), options.texts)
    if not texts:
        raise EmptyInput("evals predict", "no texts", "Give --gold or --texts with at least one document")
    lines = b"".join(to_lines(predict_all(texts.values(), installed_reader, options.jobs).values()))
    try:
        options.output.write_bytes(lines)
    except OSError as error:
        raise OutputError(
            str(options.output), error.strerror or "cannot be written", "Choose another path"
        ) from error


def _load(
    options: argparse.Namespace,
) -> tuple[dict[str, DocumentRecord], dict[str, TextRecord], dict[str, DocumentRecord]]:
    """Gold, texts and predictions by the gold's ids; a document not predicted has no attributions."""
    gold = read_records(options.gold, DocumentRecord)
    if not gold:
        raise EmptyInput(str(options.gold), "no documents", "Give a gold file with at least one")
    texts = read_texts(gold.values(), options.texts)
    if options.predictions is None:
        return gold, texts, predict_all(texts.values(), installed_reader, options.jobs)
    predictions = read_records(options.predictions, DocumentRecord)
    if unknown := sorted(predictions.keys() - gold.keys()):
        raise MalformedRecord(
            str(options.predictions), f"{unknown[0]!r} is not in the gold", "Predict what is in the gold"
        )
    return gold, texts, {id_: predictions.get(id_, DocumentRecord(id=id_)) for id_ in gold}


def _confidences(document: DocumentRecord) -> list[float]:
    found = [attribution.confidence for attribution in document.attributions]
    known = [confidence for confidence in found if confidence is not None]
    if len(known) < len(found):
        raise MalformedRecord(document.id, "a prediction has no confidence", "Predict with `evals predict`")
    return known


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    attribution = commands.add_parser("attribution", help="who said what: precision, recall, F1")
    _add_inputs(attribution)
    attribution.add_argument("--claims", action="store_true", help="score single claims instead")
    attribution.add_argument(
        "--nested", action="store_true", help="count attributions inside another's content on both sides"
    )
    attribution.set_defaults(run=_attribution)

    confidence = commands.add_parser("confidence", help="are confidences calibrated?")
    _add_inputs(confidence)
    confidence.set_defaults(run=_confidence)

    predict = commands.add_parser("predict", help="write predictions in the form of the gold")
    source = predict.add_argument_group("what to read (one of the two at least)")
    source.add_argument("--gold", type=Path, help="the documents of this gold")
    source.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    predict.add_argument("--output", type=Path, required=True, help="JSONL to write")
    predict.add_argument("--jobs", type=positive, default=1, help="processes (default 1)")
    predict.set_defaults(run=_predict)

    for measure in (
        semantics,
        quantities,
        times,
        copies,
        pages,
        relations,
        questions,
        blocking,
        docket,
        series,
    ):
        measure.register(commands)
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gold", type=Path, required=True, help="JSONL of documents with attributions")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--predictions", type=Path, help="score this file; nothing is read")
    parser.add_argument("--bootstrap", type=int, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--jobs", type=positive, default=1, help="processes (default 1)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")


if __name__ == "__main__":
    sys.exit(main())
