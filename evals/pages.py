"""Measure what the cleaner makes of saved news pages: `evals pages` on a folder of them.

Each page is a folder with `source.html`, the expected article in `expected.html` and the expected
title in `expected-metadata.json`, as the test pages of Mozilla's Readability have them.

* Text: F1 of the words as bags (each counts as often as it stands), by page, and its mean.  Words
  are lower-cased runs of letters and digits, of Chinese and Japanese each sign.  Once for the body,
  once for the whole text with the title in front, which the expected article mostly leaves out.
* Title: right if it is the expected one, case, punctuation and spacing aside; an outlet, section or
  author behind a bar or dash may stand in either of the two and not the other.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml import html  # type: ignore[import-untyped]

from counterclaim.clean import clean
from counterclaim.errors import InputError, MissingInput
from counterclaim.model.document import Capture, Media
from evals import report
from evals.bootstrap import Estimate, Resampler
from evals.options import positive
from evals.ratios import Floats

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_LABELS = re.compile(r"(?:(?:\s+(?:[-–—|¦·]|::)\s+|\s?_)[^-–—|¦·_]{1,40})+$")
_BLOCKS = {
    *"p div li br h1 h2 h3 h4 h5 h6 figure figcaption td th section article blockquote ul ol tr pre".split()
}


@dataclass(frozen=True)
class Page:
    """One page: F1 of its body and of its whole text, and both titles."""

    name: str
    body: float
    whole: float
    title: str
    expected_title: str

    @property
    def title_is_right(self) -> bool:
        """Whether the title is the expected one."""
        return same_title(self.title, self.expected_title)


def word_f1(found: str, expected: str) -> float:
    """F1 of two texts as bags of words; 1 if both have none."""
    ours, theirs = words_of(found), words_of(expected)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def words_of(text: str) -> Counter[str]:
    """The words of a text, each with its number."""
    return Counter(_WORD.findall(text.lower()))


def expected_text(source: str) -> str:
    """The text of expected HTML, with a space wherever a block begins or ends."""
    tree = html.fromstring(source)
    for element in tree.iter(*_BLOCKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return str(tree.text_content())


def same_title(found: str, expected: str) -> bool:
    """Whether two titles are one, a label behind a bar or dash aside."""
    return bool(_titles(found) & _titles(expected))


def _titles(title: str) -> set[str]:
    bare = _LABELS.sub("", title)
    return {key for form in (title, bare) if (key := " ".join(re.findall(r"\w+", form.casefold())))}


def score_pages(folder: Path) -> list[Page]:
    """Every page of a folder, by name; one of which no text is made counts as empty."""
    if not folder.is_dir():
        raise MissingInput(str(folder), "no such folder", "Give the folder that holds a folder for each page")
    pages = sorted(source.parent for source in folder.glob("*/source.html"))
    if not pages:
        raise MissingInput(str(folder), "no page in it", "Give a folder with NAME/source.html in it")
    return [_score(page) for page in pages]


def _score(page: Path) -> Page:
    capture = Capture(
        name=page.name, data=(page / "source.html").read_bytes(), media=Media.HTML, id=page.name
    )
    expected = expected_text((page / "expected.html").read_text(encoding="utf-8"))
    stated = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
    try:
        document = clean(capture)
    except InputError:
        return Page(page.name, 0.0, 0.0, "", stated["title"] or "")
    title = document.title or ""
    # the title is the text's first line, where there is one
    body = document.text[len(document.text.split("\n", 1)[0]) :] if title else document.text
    return Page(
        page.name,
        word_f1(body, expected),
        word_f1(document.text, expected),
        title,
        stated["title"] or "",
    )


def measure(pages: Sequence[Page], rounds: int) -> dict[str, Estimate]:
    """Means over pages, with intervals by drawing pages."""
    resampler = Resampler(len(pages), rounds)
    columns = {
        "body_f1": [page.body for page in pages],
        "whole_text_f1": [page.whole for page in pages],
        "title": [float(page.title_is_right) for page in pages],
    }
    return {
        name: resampler.of_counts(np.array([[value, 1.0] for value in values]), _mean, len(pages))
        for name, values in columns.items()
    }


def _mean(sums: Floats) -> Floats:
    mean: Floats = sums[..., 0] / sums[..., 1]
    return mean


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals pages` to the commands."""
    parser = commands.add_parser("pages", help="is a page's article found, and its title?")
    parser.add_argument("--pages", type=Path, required=True, help="folder with a folder for each page")
    parser.add_argument("--bootstrap", type=int, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--worst", type=positive, default=5, metavar="N", help="pages to list (default 5)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    pages = score_pages(options.pages)
    metrics = measure(pages, options.bootstrap)
    if options.json:
        print(report.as_json(metrics))
        return
    print(report.as_table(metrics), end="\n\n")
    for page in sorted(pages, key=lambda page: page.body)[: options.worst]:
        print(f"{page.body:6.1%}  {page.name}")
    for page in pages:
        if not page.title_is_right:
            print(f"title   {page.name}: {page.title!r}, expected {page.expected_title!r}")
