"""Words of the training articles by the kind of gap that they fill."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.read.sentences import sentences
from training.corpus import Article, Labelled

_BRACKETS = re.compile(r"[\[\]\n]")


@dataclass(frozen=True)
class Fillers:
    """Words of the training articles by the kind of gap that they fill."""

    sources: list[str]
    names: list[str]
    clauses: list[str]
    quotations: list[str]
    narrative: list[str]


def gather(articles: list[Article]) -> Fillers:
    """Collect fillers from labelled articles."""
    sources, names, clauses, quotations, narrative = [], [], [], [], []
    for article in articles:
        for item in article.attributions:
            for start, end in item.source:
                _sort_source(article.text[start:end], sources, names)
            if len(item.content) == 1:
                _sort_content(article.text[slice(*item.content[0])], item, article, clauses, quotations)
        narrative += _narrative(article)
    return Fillers(sources, names, clauses, quotations, narrative)


def _sort_source(words: str, sources: list[str], names: list[str]) -> None:
    count = len(words.split())
    if _BRACKETS.search(words) or not 1 <= count <= 9 or words[-1] in ",’'-" or words.endswith("’s"):
        return
    if words[0].isupper() and words.split()[0].lower() not in {"he", "she", "they", "it", "i", "we", "you"}:
        sources.append(words)
        if count == 2 and all(word[0].isupper() and word.isalpha() for word in words.split()):
            names.append(words)


def _sort_content(
    words: str, item: Labelled, article: Article, clauses: list[str], quotations: list[str]
) -> None:
    count = len(words.split())
    if _BRACKETS.search(words) or not 5 <= count <= 40:
        return
    inner = words.strip("\"“”'‘’`")
    if any(mark in inner for mark in '"“”«»„') or "''" in inner or "``" in inner:
        return
    cue = article.text[slice(*item.cue[0])].lower() if item.cue else ""
    if words[0] in '"“' and words[-1] in '"”' and inner[:1].isupper() and inner[-1:] in ".,!?":
        quotations.append(inner.rstrip(",."))
    elif cue.endswith(("said", "says", "told", "added", "claimed", "argued")) and words[0] not in '"“':
        clause = words.removeprefix("that ").rstrip(".,")
        if clause[:3] != "to " and clause.split()[0].lower() not in {"about", "of", "he", "she", "so"}:
            clauses.append(clause)


def _narrative(article: Article) -> list[str]:
    said = sorted(span for item in article.attributions for span in (*item.source, *item.cue, *item.content))
    free = []
    for start, end in sentences(article.text):
        words = article.text[start:end]
        if any(left < end and start < right for left, right in said) or _BRACKETS.search(words):
            continue
        if 6 <= len(words.split()) <= 30 and words.endswith(".") and words[0].isupper() and '"' not in words:
            free.append(words)
    return free
