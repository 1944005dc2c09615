"""Labelled meanings: gold rows as views with the index of each label."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity
from counterclaim.model.span import Spans
from counterclaim.read.meaning.view import Part, View, view_of
from counterclaim.read.words import Place, Words, split_words

POLARITIES = tuple(Polarity)
CERTAINTIES = tuple(Certainty)
ORIENTATIONS = tuple(Orientation)
EVIDENCE = tuple(EvidenceKind)
UNSCORED = -100  # a label that the loss leaves out

# Rows that gold/README.md lists as no real attributions.
NOT_REAL = {
    "politico_2016-02-29": {"E28"},
    "usa-today_2016-04-29": {"E10"},
    "west-journal_2015-12-07": {"E5"},
    "nyt_2016-04-21": {"E2", "E4"},
    "usa-today_2016-06-08": {"E8", "E11", "E12"},
    "usa-today_2016-07-25": {"E7"},
    "usa-today_2015-11-24": {"E1", "E17", "E21", "E25"},
    "breitbart_2016-02-18": {"E13"},
    "west-journal_2016-01-12": {"E1"},
}


@dataclass(frozen=True, eq=False)
class Meant:
    """One claim: its view and label indices (polarity, certainty, orientation, evidence)."""

    document: str
    row: str
    view: View
    labels: tuple[int, int, int, int]


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in pairs)


def labels_of(row: dict[str, str]) -> tuple[int, int, int, int]:
    """Label indices; certainty only counts where there is a stand to be sure of."""
    polarity = POLARITIES.index(Polarity(row["polarity"]))
    stand = row["polarity"] != Polarity.NONE
    return (
        polarity,
        CERTAINTIES.index(Certainty(row["certainty"])) if stand else UNSCORED,
        ORIENTATIONS.index(Orientation(row["orientation"])),
        EVIDENCE.index(EvidenceKind(row["evidence_offered"])),
    )


def meant(gold: Iterable[Path], texts: dict[str, str], tokenizer: Tokenizer) -> Iterator[Meant]:
    """All labelled claims of gold files, but those known to be none."""
    for path in gold:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = record.get("text") or texts[record["id"]]
            left_out = NOT_REAL.get("_".join(record["id"].split("_")[:2]), set())
            words = split_words(text, tokenizer)
            for row in record["attributions"] + record.get("nested", []):
                if row["id"] not in left_out and row["content"]:
                    yield Meant(record["id"], row["id"], _view(words, row), labels_of(row))


def _view(words: Words, row: dict[str, list[list[int]]]) -> View:
    return view_of(words, _spans(row["source"]), _spans(row["cue"]), _spans(row["content"]))


def polnear_texts(shared: Path) -> dict[str, str]:
    """Texts of PolNeAR's train part by id, as the offsets count them."""
    folder = shared / "corpora" / "polnear" / "data" / "train" / "text"
    return {path.stem: path.read_bytes().decode("utf-8") for path in folder.glob("*.txt")}


def story_texts(shared: Path) -> dict[str, str]:
    """Texts of the development story by id."""
    lines = (shared / "gold" / "story-dev.texts.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record["text"] for record in map(json.loads, lines)}


def written(path: Path, tokenizer: Tokenizer, rng: random.Random) -> Iterator[Meant]:
    """The written claims of a table, each put into a short text as news or a transcript would have it."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            text, source, cue, claim = _composed(row, rng)
            labels = labels_of({**row, "evidence_offered": row["evidence"]})
            view = view_of(split_words(text, tokenizer), source, cue, claim)
            yield Meant(f"{path.name}:{number}", str(number), view, labels)


def _composed(row: dict[str, str], rng: random.Random) -> tuple[str, Spans, Spans, Spans]:
    """A text around a claim, and the spans of source, cue and claim in it."""
    source, cue, claim, before = row["source"], row["cue"], row["claim"], row["before"] or ""
    parts = [("", before), ("", " " if before else "")]
    if not cue:
        label = [("source", source), ("", ": ")] if source else []
        parts = [*parts, *label] if rng.random() < 0.5 else [*label, *parts]
        parts.append(("claim", claim))
    elif claim[-1:] in '"”' and rng.random() < 0.5:
        parts += [("claim", claim), ("", " "), ("source", source), ("", " "), ("cue", cue)]
    else:
        parts += [("source", source), ("", " "), ("cue", cue), ("", " "), ("claim", claim)]
    text, spans = "", {"source": (), "cue": (), "claim": ()}
    for role, words in parts:
        if role and words:
            spans[role] = ((len(text), len(text) + len(words)),)
        text += words
    return text, spans["source"], spans["cue"], spans["claim"]


def as_transcript(row: Meant) -> Meant:
    """The same claim as a transcript would have it: without its cue, and outside quotation marks.

    Only for claims that stand in quotation marks from end to end; others come back as they are.
    """
    claim = row.view.features[:, 2] == Part.CLAIM
    places = row.view.features[claim, 1]
    if not len(places) or (places == Place.OUTSIDE).any():
        return row
    marks = claim & np.isin(row.view.features[:, 1], (Place.OPENING, Place.CLOSING))
    keep = (row.view.features[:, 2] != Part.CUE) & ~marks
    features = row.view.features[keep].copy()
    features[:, 1] = Place.OUTSIDE
    return replace(row, view=View(row.view.pieces[keep], features))
