"""Scores of quantities."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.meaning import Bound, Quantity
from evals.quantities import (
    Article,
    is_vague,
    measure,
    number_words,
    quantity_scores,
    read_meantime,
    register,
    score_article,
)


def quantity(
    value: float | None,
    bound: Bound = Bound.EXACTLY,
    unit: str = "people",
    ends: tuple[float | None, float | None] = (None, None),
) -> Quantity:
    return Quantity(value=value, low=ends[0], high=ends[1], bound=bound, unit=unit, of=None, span=(0, 1))


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        (quantity(3, unit="followers"), quantity(3, unit="people")),
        (quantity(3, unit="kilometres"), quantity(3, unit="km")),
        (quantity(3, unit="dollars"), quantity(3, unit="US dollars")),
        (quantity(3, unit="sacks"), quantity(3, unit="bags")),
        (quantity(3, Bound.AT_LEAST), quantity(3, Bound.MORE_THAN)),
        (quantity(3, Bound.ABOUT, ends=(None, 3)), quantity(3, Bound.LESS_THAN)),
        (quantity(None, Bound.BETWEEN, ends=(3, 5)), quantity(None, Bound.BETWEEN, ends=(3, 5))),
    ],
)
def test_numbers_bounds_and_units_are_compared_by_class(gold: Quantity, predicted: Quantity) -> None:
    assert quantity_scores([gold], [predicted]) == (1, 1, 1)


@pytest.mark.parametrize(
    "predicted",
    [
        quantity(4),
        quantity(3, Bound.AT_MOST),
        quantity(3, Bound.ABOUT),
        quantity(3, unit="years"),
        quantity(3, unit="sacks"),
        quantity(None, Bound.BETWEEN, ends=(3, 5)),
    ],
)
def test_another_number_bound_or_unit_does_not_match(predicted: Quantity) -> None:
    assert quantity_scores([quantity(3)], [predicted]) == (0, 1, 1)


def test_the_pairing_is_one_to_one() -> None:
    assert quantity_scores([quantity(3)], [quantity(3), quantity(3)]) == (1, 1, 2)


def test_currencies_do_not_stand_for_each_other() -> None:
    assert quantity_scores([quantity(3, unit="euros")], [quantity(3, unit="US dollars")]) == (0, 1, 1)


def test_vague_words_count_on_neither_side() -> None:
    vague = [
        quantity(None, Bound.VAGUE),
        quantity(None, Bound.ABOUT, ends=(3, None)),
        quantity(None, Bound.ABOUT, ends=(3, 9)),
    ]
    assert all(map(is_vague, vague))
    assert quantity_scores(vague, vague[:1]) == (0, 0, 0)
    assert not is_vague(quantity(None, Bound.BETWEEN, ends=(2, 3)))


def test_number_words_are_figures_and_words_of_number() -> None:
    assert number_words("about Twenty of its 3,200 boats, or 3.5 million") == (
        "twenty",
        "3,200",
        "3.5",
        "million",
    )


def test_an_article_is_scored_by_overlap_and_number() -> None:
    text = "Tesk sold 12 boats for $3 million and 40 sails after two years."
    spans = {
        word: (text.index(word), text.index(word) + len(word))
        for word in ("12", "$3 million", "40", "two years")
    }
    values = (("QUANTITY", spans["12"]), ("MONEY", spans["$3 million"]), ("QUANTITY", spans["40"]))
    article = Article("a", text, values, times=(spans["two years"],))
    predicted = [spans["12"], (spans["$3 million"][0], spans["$3 million"][0] + 2), spans["two years"]]
    counts = score_article(article, predicted)
    assert counts == [3, 2, 1, 2, 0, 0, 0, 1, 1, 2]
    metrics = measure([counts], 0)
    assert metrics["quantities_precision"].value == pytest.approx(1 / 2)
    assert metrics["quantities_overlap_recall"].value == pytest.approx(2 / 3)
    assert metrics["quantity_recall"].n == 2


ARTICLE = """<?xml version="1.0"?><Document doc_id="7">
<token number="0" sentence="0" t_id="1">Tesk</token><token number="1" sentence="0" t_id="2">pays</token>
<token number="2" sentence="0" t_id="3">US$</token><token number="3" sentence="0" t_id="4">3</token>
<token number="4" sentence="0" t_id="5">million</token><token number="5" sentence="0" t_id="6">.</token>
<token number="6" sentence="6" t_id="7">Four</token><token number="7" sentence="6" t_id="8">left</token>
<Markables><VALUE m_id="1" type="MONEY"><token_anchor t_id="3"/><token_anchor t_id="4"/>
<token_anchor t_id="5"/>
</VALUE><VALUE m_id="2" type="QUANTITY"><token_anchor t_id="7"/></VALUE></Markables></Document>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("first", "again"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "7.xml").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_the_annotated_sentences_are_read_once(corpus: Path) -> None:
    (article,) = read_meantime(corpus)
    assert article.text == "Tesk pays US$3 million."
    assert [(type_, article.text[slice(*span)]) for type_, span in article.values] == [
        ("MONEY", "US$3 million")
    ]


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_meantime(tmp_path / "nowhere")
    with pytest.raises(EmptyInput):
        read_meantime(tmp_path)
    (tmp_path / "a.xml").write_text("<Document>", encoding="utf-8")
    with pytest.raises(MalformedRecord):
        read_meantime(tmp_path)


def test_the_command_prints_fractions_with_intervals(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    for form in (["--json"], []):
        options = parser.parse_args(["quantities", "--meantime", str(corpus), "--bootstrap", "10", *form])
        options.run(options)
        output = capsys.readouterr().out
        if form:
            metrics = json.loads(output)["metrics"]
            assert metrics["quantities_f1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 1}
        else:
            assert "money" in output
