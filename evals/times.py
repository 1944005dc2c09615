"""Score time expressions against TIMEX3 of MEANTIME, and tell when two dues are the same.

Gold are TIMEX3 of type DATE that stand in the text and whose value is a date of the
calendar (no `PAST_REF`, no length of time), the dateline left out, which gives the
publication date.  A prediction is right where it overlaps one.  Predictions over
another TIMEX3 (times of day, lengths, sets, vague references) are not counted: such
words do name a time or a length of it.  Nor are those behind the last mention of any
kind, since only the first sentences of an article are annotated.  A value is right where
both cover the same days; limits count by their one end, since TIMEX3 leaves "since" and
"by" out, and a range that TIMEX3 has as two dates by either of its ends.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import numpy as np

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.span import Span, overlaps
from counterclaim.read.parse import Parser
from counterclaim.read.times import calendar
from counterclaim.read.times.resolve import find_times
from evals import report
from evals.bootstrap import Estimate, Resampler
from evals.ratios import Floats, harmonic_mean, share

_CREATION = "CREATION_TIME"
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) % 's ' n't".split())
_NO_SPACE_AFTER = frozenset("( $".split())


def same_due(gold: str, predicted: str) -> bool:
    """Whether two EDTF dues say the same.

    They do if they cover the same days, whatever `~` and `?` say.  Where the gold is an
    interval, a start that one of the two leaves open does not count: "by the end of
    February" is `../2022-02-28` or `2022-02-16/2022-02-28`.  `2022-02-16` and
    `2022-02-16/..` are not the same.
    """
    ends = calendar.last_day(gold), calendar.last_day(predicted)
    starts = calendar.first_day(gold), calendar.first_day(predicted)
    if ends[0] != ends[1]:
        return False
    return starts[0] == starts[1] or ("/" in gold and None in starts and ends[0] is not None)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression with the first and last day of each of its readings, as a whole and by its ends."""

    span: Span
    days: frozenset[tuple[date, date]]


@dataclass(frozen=True, slots=True)
class TimexDocument:
    """A text of MEANTIME, its annotated part: dates of the calendar, and spans that count neither way."""

    id: str
    text: str
    annotated: int
    published: str
    dates: tuple[TimeSpan, ...]
    ignored: tuple[Span, ...]


def read_meantime(folder: Path) -> list[TimexDocument]:
    """The documents below a folder of CAT files (`*.xml`), in order of their paths.

    Of a document that comes twice the first is taken: the release holds each once more in
    `intra_cross-doc_annotation`, where mentions go on behind the part that is annotated for times.
    Documents without a creation time in ISO 8601 are left out.  MissingInput, EmptyInput, MalformedRecord.
    """
    if not folder.is_dir():
        raise MissingInput(str(folder), "no such folder", "Give the folder of the MEANTIME files")
    paths: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.xml")):
        paths.setdefault(path.name, path)
    documents = [document for path in paths.values() if (document := _read(path)) is not None]
    if not documents:
        raise EmptyInput(str(folder), "no MEANTIME files", "Give the folder that holds their *.xml")
    return documents


def _read(path: Path) -> TimexDocument | None:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise MalformedRecord(str(path), str(error), "Give files as MEANTIME has them") from error
    text, spans = _text_of(root)
    timexes = [(timex, span) for timex in root.iter("TIMEX3") if (span := _span_of(timex, spans)) is not None]
    created = root.find(f".//TIMEX3[@functionInDocument='{_CREATION}']")
    published = "" if created is None else created.get("value", "")
    if calendar.read_date(published) is None:
        return None
    dates, ignored = [], []
    for timex, span in timexes:
        days = days_of(timex.get("value", "")) if timex.get("type") == "DATE" else None
        if timex is not created and days is not None:
            dates.append(TimeSpan(span, frozenset((days,))))
        else:
            ignored.append(span)
    annotated = max(spans[anchor.get("t_id", "")][1] for anchor in root.iter("token_anchor"))
    return TimexDocument(path.stem, text, annotated, published, tuple(dates), tuple(ignored))


def _text_of(root: Element) -> tuple[str, dict[str, Span]]:
    """The text put together again from tokens, a sentence a line, and the span of every token."""
    parts: list[str] = []
    spans: dict[str, Span] = {}
    at, sentence, before = 0, "", ""
    for token in root.iter("token"):
        word = token.text or ""
        gap = _gap(before, word) if token.get("sentence") == sentence else "\n"
        gap = gap if parts else ""
        parts += [gap, word]
        spans[token.get("t_id", "")] = (at + len(gap), at + len(gap) + len(word))
        at += len(gap) + len(word)
        sentence, before = token.get("sentence", ""), word
    return "".join(parts), spans


def _gap(before: str, word: str) -> str:
    return "" if word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER else " "


def _span_of(timex: Element, spans: dict[str, Span]) -> Span | None:
    anchors = [spans[anchor.get("t_id", "")] for anchor in timex.iter("token_anchor")]
    return (min(anchors)[0], max(anchors)[1]) if anchors else None


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value that is a date of the calendar; None for all others."""
    return days_of_edtf(_edtf_of(value) or "")


def days_of_edtf(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date or closed interval; None for all others."""
    if not calendar.is_edtf(edtf):
        return None
    first, last = calendar.first_day(edtf), calendar.last_day(edtf)
    return None if first is None or last is None else (first, last)


def _edtf_of(value: str) -> str | None:
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date(int(match[1]), 1, 4) + timedelta(7 * (int(match[2]) - 1))
        return calendar.weekend(monday) if match[3] else calendar.week(monday)
    if match := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12])", value):
        length = 3 if match[2][0] == "Q" else 6
        last = int(match[2][1]) * length
        return calendar.months(int(match[1]), last - length + 1, last)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return calendar.season(int(match[1]), _SEASONS[match[2]])
    if match := re.fullmatch(r"(\d{3})X?", value):
        return calendar.years(int(match[1]) * 10, int(match[1]) * 10 + 9)
    return value if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else None


def predicted_times(document: TimexDocument, parser: Parser) -> Iterator[TimeSpan]:
    """What the reader finds in a document, limits taken by their one end."""
    parse = parser.parse(document.text)
    for time in find_times(parse, ((0, document.annotated),), document.published):
        parts = [part for part in (time.edtf or "").split("/") if part not in ("", calendar.OPEN)]
        readings = ["/".join(parts), *parts]
        yield TimeSpan(time.span, frozenset(days for one in readings if (days := days_of_edtf(one))))


def counts_of(document: TimexDocument, predicted: Sequence[TimeSpan]) -> Floats:
    """Columns: predicted, gold, predicted that are right, gold found, values compared, values right."""
    counted = [
        time
        for time in predicted
        if any(overlaps(time.span, gold.span) for gold in document.dates)
        or not any(overlaps(time.span, span) for span in document.ignored)
    ]
    found = [_best(gold, counted) for gold in document.dates]
    hits = [time for time in counted if any(overlaps(time.span, gold.span) for gold in document.dates)]
    pairs = [(gold, best) for gold, best in zip(document.dates, found, strict=True) if best is not None]
    right = sum(bool(gold.days & best.days) for gold, best in pairs)
    counts = (len(counted), len(document.dates), len(hits), len(pairs), len(pairs), right)
    return np.array(counts, dtype=np.float64)


def _best(gold: TimeSpan, predicted: Sequence[TimeSpan]) -> TimeSpan | None:
    """The prediction that shares most with a gold expression."""
    over = [time for time in predicted if overlaps(time.span, gold.span)]
    return max(over, key=lambda time: _shared(time.span, gold.span), default=None)


def _shared(left: Span, right: Span) -> int:
    return min(left[1], right[1]) - max(left[0], right[0])


def measure(counts: Floats, bootstrap: int) -> dict[str, Estimate]:
    """Precision, recall and F1 of spans, and how many values are right where both have the expression."""
    resampler = Resampler(len(counts), bootstrap)

    def precision(sums: Floats) -> Floats:
        return share(sums, part=2, whole=0)

    def recall(sums: Floats) -> Floats:
        return share(sums, part=3, whole=1)

    def f1(sums: Floats) -> Floats:
        return harmonic_mean(precision(sums), recall(sums))

    def value(sums: Floats) -> Floats:
        return share(sums, part=5, whole=4)

    n = counts.sum(axis=0).astype(int)
    return {
        "time_precision": resampler.of_counts(counts, precision, int(n[0])),
        "time_recall": resampler.of_counts(counts, recall, int(n[1])),
        "time_f1": resampler.of_counts(counts, f1, int(n[1])),
        "time_value": resampler.of_counts(counts, value, int(n[4])),
    }


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `times`."""
    command = subparsers.add_parser("times", help="when: time expressions and their values")
    command.add_argument("--meantime", type=Path, required=True, help="folder of MEANTIME files (CAT XML)")
    command.add_argument("--bootstrap", type=int, default=1000, metavar="N", help="rounds (default 1000)")
    command.add_argument("--json", action="store_true", help="print JSON with fractions")
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    documents = read_meantime(options.meantime)
    parser = Parser()
    counts = np.stack(
        [counts_of(document, tuple(predicted_times(document, parser))) for document in documents]
    )
    metrics = measure(counts, options.bootstrap)
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
