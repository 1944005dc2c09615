"""Readings on a terminal."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console
from test_show_samples import ALL, attribution, document, hostile, not_read, story, titled

from counterclaim.model.reading import Reading
from counterclaim.show.terminal import MOST_CLAIMS, print_table
from counterclaim.show.visible import one_line


def printed(*readings: Reading, width: int = 80, **options: object) -> str:
    out = io.StringIO()
    print_table(readings, Console(file=out, width=width, **options))
    return out.getvalue()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("sample", ALL)
def test_each_attribution_is_shown_whole_at_any_width(sample, width):
    reading = sample()
    shown = "".join(
        re.sub(r"(direct|mixed|indirect|title ·|\d\.\d\d)\s", "", printed(reading, width=width)).split()
    )
    for row in reading.attributions:
        text = reading.document.title if row.field.value == "title" else reading.document.text
        said = [span for claim in row.claims[:5] for span in claim.content]
        for start, end in (*row.source, *(said if len(row.claims) > 1 else row.content)):
            assert "".join(one_line(text[start:end]).split()) in shown


def test_lines_fit_and_carry_no_space_at_their_end():
    lines = printed(story(), titled(), not_read()).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_card_has_who_and_how_above_what():
    assert (
        " 1  Lorvan · says                                                 indirect  0.83\n"
        "    its river exercise is over  [12–38]\n"
    ) in printed(story())


def test_what_stands_inside_another_is_indented_below_it():
    shown = printed(story())
    assert (
        shown.index(" 4  Brill")
        < shown.index("    ↳ 5  the Tessany government")
        < shown.index(" 6  two officials")
    )


def test_pieces_are_joined_by_a_gap():
    assert "Lorvan … “has never threatened anyone” … “and it will not begin to do so" in printed(story())


def test_an_implicit_source_is_shown_as_not_named():
    assert "11  (not named) · it was said" in printed(story())


def test_the_title_is_told_from_the_text():
    assert "title · direct  0.80" in printed(titled())


def test_a_document_that_was_not_read_says_why():
    assert "Not read: language German is not read" in printed(not_read())


def test_nothing_acts_on_the_terminal():
    shown = printed(hostile(), width=200)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "⟨U+202E⟩everything⟨U+202C⟩ was ␛[31mcalm␛[0m & ␇quiet" in shown


def test_words_in_square_brackets_are_no_markup():
    doc = document("[bold red]He[/] said [link=https://x.example]it[/link].", title="[blink]T")
    row = attribution(doc, "1", ((0, 14),), (), ((20, 54),))
    shown = printed(
        Reading(document=doc, attributions=(row,), reader="0.1.0"), force_terminal=True, width=120
    )
    assert "[bold red]He[/]" in shown or "[bold red]He[/" in shown
    assert "[blink]T" in shown
    assert "\x1b]8" not in shown


def test_what_the_output_cannot_carry_becomes_a_question_mark():
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    print_table([story()], Console(file=out, width=80))
    assert b"    ? 5  the Tessany government" in raw.getvalue()


def test_attributions_that_hold_each_other_are_all_shown():
    doc = document("One said two.")
    rows = (
        attribution(doc, "a", ((0, 3),), (), ((9, 12),), parent="b"),
        attribution(doc, "b", ((0, 3),), (), ((9, 12),), parent="a"),
        attribution(doc, "c", ((0, 3),), (), ((9, 12),), parent="gone"),
    )
    shown = printed(Reading(document=doc, attributions=rows, reader="0.1.0"))
    assert shown.count("One") == 3


def test_of_a_long_speech_the_first_claims_are_shown_and_the_rest_counted():
    reading = story()
    speech = next(row for row in reading.attributions if len(row.claims) > 1)
    many = msgspec.structs.replace(speech, claims=speech.claims * 5, parent=None)
    shown = printed(msgspec.structs.replace(reading, attributions=(many,)))
    assert f"… and {len(many.claims) - MOST_CLAIMS + 1} more claims" in shown
    assert "a) " in shown
