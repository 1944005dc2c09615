"""A small markup for written examples: "[s1 The ministry] [k1 denied] [c1 any plan]."

A bracket opens with role and number, several where words serve several
attributions: "[s1s2 Both sides] [k1 said] [c1 yes] and [k2 meant] [c2 no]".
Brackets nest; a number written with "n" ("s2n") is a nested attribution.
"""

from __future__ import annotations

import re
from collections import defaultdict

from training.corpus import Article, Labelled

_TOKEN = re.compile(r"\[((?:[skc]\d+n?)+) |(\])")
_TAG = re.compile(r"([skc])(\d+)(n?)")


def parse(marked: str, name: str) -> Article:
    """The text without its markup, and the attributions that it marks."""
    pieces: list[str] = []
    length = last = 0
    open_tags: list[tuple[str, int]] = []
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    nested: set[str] = set()
    for match in _TOKEN.finditer(marked):
        pieces.append(marked[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match.group(1):
            open_tags.append((match.group(1), length))
            continue
        tags, start = open_tags.pop()
        for role, number, inner in _TAG.findall(tags):
            spans[role, number].append((start, length))
            if inner:
                nested.add(number)
    pieces.append(marked[last:])
    numbers = sorted({number for _, number in spans}, key=int)
    labelled = [
        Labelled(
            source=sorted(spans["s", number]),
            cue=sorted(spans["k", number]),
            content=sorted(spans["c", number]),
            nested=number in nested,
        )
        for number in numbers
    ]
    return Article(name, "".join(pieces), [item for item in labelled if item.content], exhaustive=False)
