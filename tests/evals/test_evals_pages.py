"""`evals pages`: how much of a saved page's article is found, and whether its title is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.pages import expected_text, measure, same_title, score_pages, word_f1

HEADLINE = "Mayor says bridge is safe"
LEAD = "The mayor of Keldmoor showed a video of lorries crossing the bridge on Monday morning. " * 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def save(name: str, source: str, expected: str, title: str) -> None:
        page = tmp_path / name
        page.mkdir()
        (page / "source.html").write_text(source)
        (page / "expected.html").write_text(expected)
        (page / "expected-metadata.json").write_text(json.dumps({"title": title}))

    body = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{LEAD}</p>"
    save("good", body, f"<div><p>{LEAD}</p></div>", f"{HEADLINE} | Courier")
    save("empty", "<html></html>", f"<p>{LEAD}</p>", HEADLINE)
    return tmp_path


@pytest.mark.parametrize(
    ("found", "expected", "f1"),
    [("one two", "Two, one!", 1.0), ("one one", "one", 2 / 3), ("one", "two", 0.0), ("", "", 1.0)],
)
def test_f1_compares_bags_of_words(found, expected, f1):
    assert word_f1(found, expected) == pytest.approx(f1)


def test_words_of_neighbouring_blocks_stay_apart():
    assert expected_text("<div><p>one</p><p>two<br>three</p>four</div>").split() == [
        "one",
        "two",
        "three",
        "four",
    ]


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        ("Bridge is “safe”", 'bridge is "safe"', True),
        ("Bridge is safe", "Bridge is safe | Town | Courier", True),
        ("桥梁安全", "桥梁安全 _探索者 _光明网", True),
        ("Bridge is safe", "Bridge is safe, mayor says", False),
        ("", "Bridge is safe", False),
        ("", "", False),
    ],
)
def test_titles_are_compared_without_labels(found, expected, same):
    assert same_title(found, expected) is same


def test_a_page_without_text_counts_as_empty(folder):
    empty, good = score_pages(folder)
    assert (empty.body, empty.title_is_right) == (0.0, False)
    assert good.body == 1.0
    assert good.whole < 1.0
    assert good.title_is_right


def test_the_mean_is_over_pages(folder):
    metrics = measure(score_pages(folder), rounds=10)
    assert (metrics["body_f1"].value, metrics["title"].value, metrics["title"].n) == (0.5, 0.5, 2)


def test_the_command_names_the_worst_pages(folder, capsys):
    assert main(["pages", "--pages", str(folder), "--worst", "1"]) == 0
    out = capsys.readouterr().out
    assert "  0.0%  empty" in out
    assert "good" not in out


def test_json_gives_fractions(folder, capsys):
    assert main(["pages", "--pages", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["metrics"]["body_f1"]["value"] == 0.5


def test_a_folder_without_pages_is_an_error(tmp_path, capsys):
    assert main(["pages", "--pages", str(tmp_path)]) == 3
    assert main(["pages", "--pages", str(tmp_path / "none")]) == 3
    assert "no such folder" in capsys.readouterr().err
