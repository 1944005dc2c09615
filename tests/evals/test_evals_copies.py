"""`evals copies`: an exhaustive truth, and what was found beside it."""

from __future__ import annotations

import json

import pytest

from evals.__main__ import main
from evals.copies import Found, measure, overlaps

WORDS = [f"word{number}" for number in range(100)]


def test_the_truth_counts_runs_of_the_shorter_text():
    texts = {"long": " ".join(WORDS), "short": " ".join([*WORDS[:24], *map(str, range(16))])}
    assert overlaps(texts, least_words=40) == {("long", "short"): (17, 33)}


def test_texts_that_are_too_short_have_no_truth():
    assert overlaps({"a": " ".join(WORDS[:39]), "b": " ".join(WORDS[:39])}, least_words=40) == {}


def test_pairs_are_told_apart_in_whole_numbers():
    truth = {("a", "b"): (5, 10), ("a", "c"): (4, 10), ("b", "c"): (1, 11)}
    found = Found({("a", "b"): 0.5, ("b", "c"): 0.1}, compared=3, seconds=0.0, sketch_bytes=0)
    metrics = measure(truth, found, frozenset("abc"))
    assert {name: (estimate.value, estimate.n) for name, estimate in metrics.items()} == {
        "half_or_more_linked": (1.0, 1),
        "tenth_to_half_linked": (0.0, 1),
        "linked_below_a_tenth": (0.5, 2),
    }


def test_every_half_copy_of_the_corpus_is_found_and_no_other_pair_linked(shared, capsys):
    corpus = shared("corpora/ecbplus_text/ecbplus.jsonl")
    assert main(["copies", "--texts", str(corpus), "--json"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    assert metrics["half_or_more_linked"]["value"] == 1.0
    assert metrics["half_or_more_linked"]["n"] == 104
    assert metrics["linked_below_a_tenth"]["value"] == 0.0


def test_the_table_says_what_it_cost(tmp_path, capsys):
    texts = tmp_path / "texts.jsonl"
    texts.write_text("".join(json.dumps({"id": id_, "text": " ".join(WORDS)}) + "\n" for id_ in "ab"))
    assert main(["copies", "--texts", str(texts)]) == 0
    assert "1 candidates compared, of 1 pairs" in capsys.readouterr().out


def test_a_file_without_texts_is_an_error(tmp_path, capsys):
    texts = tmp_path / "texts.jsonl"
    texts.write_text("")
    assert main(["copies", "--texts", str(texts)]) == 5
    assert "no texts" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["0", "-1"])
def test_a_least_number_of_words_is_positive(words):
    with pytest.raises(SystemExit):
        main(["copies", "--texts", "x", "--words", words])
