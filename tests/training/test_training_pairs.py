"""Pairs for the teacher: which texts they may come from, and the file that they lie in."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.real_pairs import FILES, texts
from training.relations import UNSCORED
from training.soft_pairs import RealPair, read_real, read_soft, write_real

JUDGED = RealPair(
    one="The bridge is open.",
    other="The bridge is shut.",
    documents=("a", "b"),
    rank=3,
    words_only=True,
    pieces=(101, 7, 102, 8, 102),
    features=((0, 0, 0, 0, 0), (3, 0, 0, 0, 1), (0, 0, 0, 0, 0), (6, 0, 0, 0, 1), (0, 0, 0, 0, 0)),
    relation=(-1.6094, -1.6094, -1.6094, -1.6094, -1.6094),
    inference=(-1.3863, -0.6931, -1.3863),
)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """The three sources with texts that may be read, and others beside and among them."""
    years = {"old": "2019-03-01", "measured": "2022-02-20", "unknown": None}
    for name in (*FILES, "other/other.jsonl"):
        path = tmp_path / name
        path.parent.mkdir()
        rows = [{"id": f"{name} {key}", "text": "A text.", "published": day} for key, day in years.items()]
        rows.append({"id": f"{name} blank", "text": " \n", "published": None})
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for split in ("train", "test"):
        for folder, suffix in (("attributions", ".ann"), ("text", ".txt")):
            path = tmp_path / "polnear" / "data" / split / folder / f"{split}{suffix}"
            path.parent.mkdir(parents=True)
            path.write_text("A text." if suffix == ".txt" else "", encoding="utf-8")
    return tmp_path


def test_only_what_may_be_trained_on_is_read(corpora: Path) -> None:
    read = [text.id for text in texts(corpora, (None, None, None), random.Random(1))]
    assert read == [*(f"{name} {key}" for name in FILES for key in ("old", "unknown")), "train"]


def test_of_each_source_so_many_texts_are_read(corpora: Path) -> None:
    read = [text.id for text in texts(corpora, (1, 0, 1), random.Random(1))]
    assert read == [f"{FILES[0]} old", "train"]


def test_pairs_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "pairs.jsonl"
    assert write_real([JUDGED, JUDGED], path) == 2
    assert read_real(path) == [JUDGED, JUDGED]
    assert read_real(path, 1) == [JUDGED]


def test_a_judged_pair_has_chances_in_place_of_labels(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    write_real([JUDGED], path)
    [(view, soft)] = read_soft(path)
    assert view.pieces.tolist() == list(JUDGED.pieces)
    assert view.features.shape == (5, 5)
    assert soft.relations == pytest.approx([0.2] * 5, abs=1e-4)
    assert soft.inferences == pytest.approx([0.25, 0.5, 0.25], abs=1e-4)
    assert (soft.relation, soft.inference) == (UNSCORED, UNSCORED)
