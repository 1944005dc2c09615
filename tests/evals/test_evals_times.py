"""Times scored against TIMEX3, and dues compared."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from counterclaim.errors import EmptyInput, MissingInput
from evals.times import (
    TimeSpan,
    TimexDocument,
    counts_of,
    days_of,
    measure,
    read_meantime,
    register,
    same_due,
)

WORDS = "A ship sinks|May 9 , 2008|The ship sank on Thursday after three years at sea ."
TIMEX = """
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2008-05-09">{created}</TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2008-05-08">{weekday}</TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DURATION" value="P3Y">{length}</TIMEX3>
"""


def write_document(path: Path) -> None:
    tokens, number = [], 0
    for sentence, words in enumerate(WORDS.split("|")):
        for word in words.split():
            number += 1
            tokens.append(f'<token t_id="{number}" sentence="{sentence}">{word}</token>')

    def anchors(first: int, last: int) -> str:
        return "".join(f'<token_anchor t_id="{at}"/>' for at in range(first, last + 1))

    timexes = TIMEX.format(created=anchors(4, 7), weekday=anchors(12, 12), length=anchors(14, 15))
    path.write_text(
        f"<Document>{''.join(tokens)}<Markables>{timexes}</Markables></Document>", encoding="utf-8"
    )


def test_a_document_gives_its_dates_and_what_does_not_count(tmp_path: Path) -> None:
    write_document(tmp_path / "ship.xml")
    (document,) = read_meantime(tmp_path)
    assert document.published == "2008-05-09"
    assert [document.text[slice(*time.span)] for time in document.dates] == ["Thursday"]
    assert [document.text[slice(*span)] for span in document.ignored] == ["May 9, 2008", "three years"]
    assert document.text[: document.annotated].endswith("three years")


def test_no_files_are_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(EmptyInput):
        read_meantime(tmp_path)
    with pytest.raises(MissingInput):
        read_meantime(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2008-05", (date(2008, 5, 1), date(2008, 5, 31))),
        ("2008-W20", (date(2008, 5, 12), date(2008, 5, 18))),
        ("2010-W04-WE", (date(2010, 1, 30), date(2010, 1, 31))),
        ("2006-Q4", (date(2006, 10, 1), date(2006, 12, 31))),
        ("2008-FA", (date(2008, 9, 1), date(2008, 11, 30))),
        ("197", (date(1970, 1, 1), date(1979, 12, 31))),
        ("PAST_REF", None),
        ("P3Y", None),
        ("XXXX-XX-XX", None),
        ("2008-99", None),
    ],
)
def test_values_of_the_calendar_cover_days(value: str, days: tuple[date, date] | None) -> None:
    assert days_of(value) == days


def test_spans_count_by_overlap_and_values_by_days() -> None:
    day = frozenset({(date(2008, 5, 8), date(2008, 5, 8))})
    document = TimexDocument(
        "a", "", 99, "2008-05-09", (TimeSpan((10, 20), day), TimeSpan((50, 60), day)), ((30, 40),)
    )
    predicted = (TimeSpan((12, 22), day), TimeSpan((32, 38), day), TimeSpan((70, 80), frozenset()))
    counts = counts_of(document, predicted)
    assert counts.tolist() == [2, 2, 1, 1, 1, 1]  # the one over a length counts neither way
    metrics = measure(np.stack([counts]), 10)
    assert metrics["time_precision"].value == metrics["time_recall"].value == 0.5
    assert metrics["time_value"].value == 1


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("2022-02-16", "2022-02-16", True),
        ("2022-02-16", "2022-02-16/..", False),
        ("2022-02-16/2022-02-20~", "2022-02-16/2022-02-20", True),
        ("../2022-02-28", "2022-02-16/2022-02-28", True),
        ("../2022-02", "../2022-02-28", True),
        ("../2022-02-28", "2022-02-28", True),
        ("2022-02-28", "../2022-02-28", False),
        ("2022-06/2022-08", "2022-22", True),
        ("2022-06/2022-08", "2022-08", False),
        ("2022-02-16/..", "../2022-02-16", False),
    ],
)
def test_dues_are_the_same_if_they_cover_the_same_days(gold: str, predicted: str, same: bool) -> None:
    assert same_due(gold, predicted) is same


def test_the_command_prints_fractions_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_document(tmp_path / "ship.xml")
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    options = parser.parse_args(["times", "--meantime", str(tmp_path), "--bootstrap", "5", "--json"])
    options.run(options)
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    assert metrics["time_f1"]["value"] == 1
    assert metrics["time_value"]["value"] == 1
