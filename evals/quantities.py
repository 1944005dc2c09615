"""Score quantities: those of claims against gold, and their words against the values of MEANTIME.

A predicted quantity of a claim matches a gold one when

* the numbers are the same: the value, or both ends where there is no single value;
* the bounds are of one class: exactly, about, open above ("at least", "more than"), open below
  ("at most", "less than"; "about" with a high end is that too), between;
* the units are of one class (`counterclaim.read.quantities.units.unit_class`): people whatever
  they are called, every currency, percent and measure by itself, all other things together.

Vague words ("several", "some", "a few", which gold may also give as 3 to 9 or 3 and more) are
optional: they count on neither side.  The pairing is one to one.

MEANTIME (Minard et al. 2016) marks the words of values in the headline and the first sentences of 120
Wikinews articles.  Its durations are time expressions and no values, so predictions on them do not
count.  A prediction is right when its words overlap those of a value and hold the same number words.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

import numpy as np

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.meaning import Bound
from counterclaim.model.span import Span, overlaps
from counterclaim.read.parse import Parser
from counterclaim.read.quantities import find_quantities
from counterclaim.read.quantities.units import unit_class
from evals import report
from evals.bootstrap import Estimate, Resampler
from evals.ratios import Floats, harmonic_mean, share

LAST_ANNOTATED = 5  # number of the last sentence whose values MEANTIME marks, the headline being 0
_MOST_VAGUE = (3, 9)  # low and high end of "several" where gold gives it numbers
_CLASSES = {
    Bound.AT_LEAST: "open above",
    Bound.MORE_THAN: "open above",
    Bound.AT_MOST: "open below",
    Bound.LESS_THAN: "open below",
}


class Quantified(Protocol):
    """A quantity as gold and predictions have it; a gold `bound` may be a vague word itself."""

    @property
    def value(self) -> float | None:
        """The single number, None where there is none."""

    @property
    def low(self) -> float | None:
        """The low end, None where it is open."""

    @property
    def high(self) -> float | None:
        """The high end, None where it is open."""

    @property
    def bound(self) -> str:
        """One of `Bound`, or a vague word."""

    @property
    def unit(self) -> str | None:
        """What is counted or measured."""


Key = tuple[tuple[float | None, ...], str, str]


def quantity_scores(gold: Iterable[Quantified], predicted: Iterable[Quantified]) -> tuple[int, int, int]:
    """How many quantities of one claim are right, how many gold has, and how many are predicted."""
    wanted, found = _keys(gold), _keys(predicted)
    return (wanted & found).total(), wanted.total(), found.total()


def _keys(quantities: Iterable[Quantified]) -> Counter[Key]:
    return Counter(quantity_key(quantity) for quantity in quantities if not is_vague(quantity))


def quantity_key(quantity: Quantified) -> Key:
    """What two quantities must share to match: numbers, class of bound, class of unit."""
    value, ends = quantity.value, (quantity.low, quantity.high)
    return (ends if value is None else (value,)), _bound_class(quantity), unit_class(quantity.unit)


def _bound_class(quantity: Quantified) -> str:
    bound = Bound(quantity.bound)
    if (
        bound is Bound.ABOUT
        and quantity.value is not None
        and (quantity.low, quantity.high) == (None, quantity.value)
    ):
        return _CLASSES[Bound.LESS_THAN]  # "nearly 9"
    return _CLASSES.get(bound, bound.value)


def is_vague(quantity: Quantified) -> bool:
    """Whether a quantity gives no number of its own, so that it may as well be left out."""
    if quantity.bound not in set(Bound) or quantity.bound == Bound.VAGUE:
        return True
    if quantity.value is not None:
        return False
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return True
    few = low is not None and low <= _MOST_VAGUE[0] and (high is None or high <= _MOST_VAGUE[1])
    return few and quantity.bound in (Bound.ABOUT, Bound.AT_LEAST)


@dataclass(frozen=True)
class Article:
    """The annotated beginning of an article: its text, its values by type, and its time expressions."""

    id: str
    text: str
    values: tuple[tuple[str, Span], ...]
    times: tuple[Span, ...]


_NO_BLANK_BEFORE = re.compile(r"[.,;:%)\]?!]|''|n't|['’](?:s|re|ve|ll|d|m)?", re.IGNORECASE)
_NO_BLANK_AFTER = frozenset(("(", "[", "$", "#", "``", "US$", "A$", "AU$", "C$"))
_QUOTES = {"``": '"', "''": '"'}


def read_meantime(folder: Path) -> list[Article]:
    """Articles of the corpus in order of their ids, each once.

    MissingInput without such a folder, EmptyInput without articles in it, MalformedRecord
    where a file is no XML.
    """
    if not folder.is_dir():
        raise MissingInput(str(folder), "no such folder", "Give the folder of MEANTIME")
    articles: dict[str, Article] = {}
    for path in sorted(folder.rglob("*.xml")):
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            raise MalformedRecord(str(path), str(error), "Get the corpus again") from error
        article = _article(root)
        articles.setdefault(article.id, article)
    if not articles:
        raise EmptyInput(str(folder), "no articles", "Give the folder of MEANTIME")
    return [articles[id_] for id_ in sorted(articles)]


def _article(root: ElementTree.Element) -> Article:
    tokens = [token for token in root.iter("token") if int(token.get("sentence", "0")) <= LAST_ANNOTATED]
    text, places = _joined(tokens)
    return Article(
        id=root.get("doc_id", ""),
        text=text,
        values=tuple((value.get("type", ""), span) for value, span in _marked(root, "VALUE", places)),
        times=tuple(span for _, span in _marked(root, "TIMEX3", places)),
    )


def _joined(tokens: Iterable[ElementTree.Element]) -> tuple[str, dict[str, Span]]:
    """The text of tokens set as in print, a sentence a line, and the place of each by its id."""
    pieces: list[str] = []
    places: dict[str, Span] = {}
    length, previous, sentence = 0, "", "0"
    for token in tokens:
        word = token.text or ""
        blank = "" if previous in _NO_BLANK_AFTER or _NO_BLANK_BEFORE.fullmatch(word) or not pieces else " "
        if token.get("sentence", "0") != sentence:
            blank, sentence = "\n", token.get("sentence", "0")
        printed = _QUOTES.get(word, word)
        start = length + len(blank)
        pieces += (blank, printed)
        length = start + len(printed)
        places[token.get("t_id", "")] = (start, length)
        previous = word
    return "".join(pieces), places


def _marked(
    root: ElementTree.Element, name: str, places: dict[str, Span]
) -> Iterator[tuple[ElementTree.Element, Span]]:
    for mark in root.iter(name):
        spans = [
            places[id_] for anchor in mark.iter("token_anchor") if (id_ := anchor.get("t_id", "")) in places
        ]
        if spans:
            yield mark, (spans[0][0], spans[-1][1])


_NUMBER_WORDS = re.compile(
    r"\d[\d.,]*(?<![.,])|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mbtr]+illions?|dozens?|scores?|half|thirds?"
    r"|quarters?|fifths?|tenths?|twice)\b",
    re.IGNORECASE,
)


def number_words(text: str) -> tuple[str, ...]:
    """The figures and words of number in a text, in small letters."""
    return tuple(word.lower() for word in _NUMBER_WORDS.findall(text))


TYPES = ("PERCENT", "MONEY", "QUANTITY")
_GOLD, _PREDICTED, _RIGHT, _TOUCHED = range(4)
_FIRST_TYPE = 4  # from here on found and all of each type


def score_article(article: Article, predicted: Sequence[Span]) -> list[int]:
    """Counts of one article: gold, predicted, right, overlapping; then found and all of each type."""
    wanted = [(type_, span) for type_, span in article.values if number_words(article.text[slice(*span)])]
    found = [span for span in predicted if not any(overlaps(span, time) for time in article.times)]
    right = _pairs(article.text, wanted, found, same_number=True)
    touched = _pairs(article.text, wanted, found, same_number=False)
    counts = [len(wanted), len(found), len(right), len(touched)]
    for type_ in TYPES:
        counts.append(sum(wanted[at][0] == type_ for at in right))
        counts.append(sum(kind == type_ for kind, _ in wanted))
    return counts


def _pairs(
    text: str, wanted: Sequence[tuple[str, Span]], found: Sequence[Span], *, same_number: bool
) -> list[int]:
    """Indices of the values that a prediction of their own overlaps."""
    free = list(found)
    matched = []
    for at, (_, value) in enumerate(wanted):
        for span in free:
            same = number_words(text[slice(*span)]) == number_words(text[slice(*value)])
            if overlaps(span, value) and (same or not same_number):
                free.remove(span)
                matched.append(at)
                break
    return matched


def _statistic(right: int) -> dict[str, Callable[[Floats], Floats]]:
    return {
        "precision": lambda counts: share(counts, right, _PREDICTED),
        "recall": lambda counts: share(counts, right, _GOLD),
        "f1": lambda counts: harmonic_mean(share(counts, right, _PREDICTED), share(counts, right, _GOLD)),
    }


def measure(counts: Sequence[Sequence[int]], rounds: int) -> dict[str, Estimate]:
    """Estimates of `quantities_...` (same number), `quantities_overlap_...`, and the recall of each type."""
    table = np.array(counts, dtype=np.float64)
    sums, resampler = table.sum(axis=0), Resampler(len(table), rounds)
    metrics = {}
    for name, right in (("quantities", _RIGHT), ("quantities_overlap", _TOUCHED)):
        for part, statistic in _statistic(right).items():
            n = int(sums[_PREDICTED if part == "precision" else _GOLD])
            metrics[f"{name}_{part}"] = resampler.of_counts(table, statistic, n)
    for at, type_ in enumerate(TYPES):
        found = _FIRST_TYPE + 2 * at
        found_of_all = partial(share, part=found, whole=found + 1)
        metrics[f"{type_.lower()}_recall"] = resampler.of_counts(table, found_of_all, int(sums[found + 1]))
    return metrics


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `quantities` to those of `python -m evals`."""
    command = commands.add_parser("quantities", help="are the numbers found, by the values of MEANTIME?")
    command.add_argument("--meantime", type=Path, required=True, metavar="FOLDER", help="the corpus in XML")
    command.add_argument("--bootstrap", type=int, default=1000, metavar="N", help="rounds (default 1000)")
    command.add_argument("--json", action="store_true", help="print JSON with fractions")
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    parser = Parser()
    counts = []
    for article in read_meantime(options.meantime):
        quantities = find_quantities(parser.parse(article.text), ((0, len(article.text)),))
        predicted = [quantity.span for quantity in quantities if not is_vague(quantity)]
        counts.append(score_article(article, predicted))
    metrics = measure(counts, options.bootstrap)
    print(report.as_json(metrics) if options.json else report.score_table(metrics))
