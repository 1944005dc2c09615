"""Training documents: PolNeAR's own annotation, and the world sets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = list[tuple[int, int]]

_ANNOTATOR = re.compile(r"^(?P<name>.+)_[0-9a-f]{4}$")
_SPAN = re.compile(r"^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"^E\d+\t(Attribution\S*?):T\d+(.*)$")
_ARGUMENT = re.compile(r"(\w+?)\d*:(T\d+)")


@dataclass(frozen=True)
class Labelled:
    """One attribution as labelled."""

    source: Spans
    cue: Spans
    content: Spans
    nested: bool


@dataclass(frozen=True)
class Article:
    """A text and its attributions; `exhaustive` if nested ones are labelled too."""

    id: str
    text: str
    attributions: list[Labelled]
    exhaustive: bool


def _roles(line: str, spans: dict[str, Spans]) -> dict[str, Spans] | None:
    """Spans by role of one event line, or None if it is no attribution."""
    event = _EVENT.match(line)
    if event is None:
        return None
    roles: dict[str, set[tuple[int, int]]] = {"source": set(), "cue": set(), "content": set()}
    for role, span_id in _ARGUMENT.findall(event.group(2)):
        if role.lower() in roles:
            roles[role.lower()].update(spans.get(span_id, []))
    return {name: sorted(found) for name, found in roles.items()}


def polnear(folder: Path, split: str) -> Iterator[Article]:
    """Articles of one split in the order of their names, first annotator only."""
    seen: set[str] = set()
    for path in sorted((folder / "data" / split / "attributions").glob("*.ann")):
        match = _ANNOTATOR.match(path.stem)
        name = match.group("name") if match else path.stem
        if name in seen:
            continue
        seen.add(name)
        text = (folder / "data" / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        lines = path.read_bytes().decode("utf-8").split("\n")
        spans: dict[str, Spans] = {}
        for line in lines:
            if found := _SPAN.match(line):
                pairs = (pair.split() for pair in found.group(2).split(";"))
                spans[found.group(1)] = [(int(start), int(end)) for start, end in pairs]
        roles = [found for line in lines if (found := _roles(line, spans))]
        labelled = [Labelled(**found, nested=False) for found in roles if found["content"]]
        yield Article(name, text, labelled, exhaustive=False)


def world(path: Path) -> Iterator[Article]:
    """Articles of one world set, nested attributions included."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        labelled = [
            Labelled(
                *([(start, end) for start, end in row[role]] for role in ("source", "cue", "content")),
                nested=key == "nested",
            )
            for key in ("attributions", "nested")
            for row in record.get(key, [])
            if row["content"]
        ]
        yield Article(record["id"], record["text"], labelled, exhaustive=True)
