"""Readings on a terminal."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console
from test_show_builders import attribution, document
from test_show_samples import ALL, bare, hostile, not_read, titled
from test_show_story import story

from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import Reading
from counterclaim.show.terminal import print_table
from counterclaim.show.terminal_card import MOST_CLAIMS
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
        " 1  Lorvan  (says)                                                indirect  0.83\n"
        "    its river exercise is over  [12–38]\n"
    ) in printed(story())


def test_what_stands_inside_another_is_indented_below_it():
    shown = printed(story())
    assert (
        shown.index(" 4  Oda Brill")
        < shown.index("    ↳ 5  the Tessany government")
        < shown.index(" 6  two officials")
    )


def test_the_speaker_and_party_head_a_card_and_the_words_of_the_text_follow():
    assert " 9  Pell Marrow · Lorvan  (“He” called) " in printed(story())


def test_words_that_only_name_the_speaker_stand_for_the_name():
    assert "↳ 5  the Tessany government · Tessany  (had warned) " in printed(story())


def test_a_speaker_whom_the_text_leaves_out_is_named_all_the_same():
    doc = document("The bridge is open.", title=None)
    envoy = Speaker(name="Pell Marrow", kind=SpeakerKind.PERSON, party="Lorvan")
    row = attribution(doc, "1", (), (), ((0, 18),), speaker=envoy)
    shown = printed(Reading(document=doc, attributions=(row,), reader="0.1.0"))
    assert " 1  Pell Marrow · Lorvan  (not named) " in shown
    added = msgspec.structs.replace(row, cue=((11, 13),))
    shown = printed(Reading(document=doc, attributions=(added,), reader="0.1.0"))
    assert " 1  Pell Marrow · Lorvan  (not named; is) " in shown


def test_a_state_is_not_said_to_speak_for_itself():
    assert "Lorvan · Lorvan  (says)" not in printed(story())


def test_an_implicit_source_is_shown_as_not_named_and_why_it_is_not_resolved():
    shown = printed(story())
    assert "11  (not named)  (it was said)" in shown
    assert "    – speaker not resolved: no source is named · denies\n" in shown


def test_badges_stand_below_the_words_and_only_what_is_uncommon_has_one():
    shown = printed(story())
    assert "    – commitment, due by 31 Mar 2031 · 12,000 soldiers\n" in shown
    assert "         – forecast, due 10 Mar 2031 to about 14 Mar 2031 · possible (“could”)\n" in shown
    assert "         – request · asks for evidence\n" in shown
    assert "its river exercise is over  [12–38]\n\n" in shown  # affirmed, certain, present
    assert "affirms" not in shown.replace("neither affirms nor denies", "")


def test_badges_of_several_claims_stand_below_each():
    assert (
        "    a) the exercise along the river Ansel had ended  [188–232]\n"
        "       – evidence: video, supplied by Lorvan\n"
        "    b) that all units were returning to their barracks  [237–284]\n"
    ) in printed(story())


def test_a_badge_is_not_broken_where_it_fits_in_a_line():
    lines = printed(story(), width=60).splitlines()
    assert "         – forecast, due 10 Mar 2031 to about 14 Mar 2031" in lines
    assert "           possible (“could”)" in lines


def test_the_own_voice_has_a_section_of_its_own_after_the_attributions():
    shown = printed(story())
    section = shown[shown.index("In the outlet’s own voice: 2 statements\n") :]
    assert "S1  a column of trucks crosses a bridge at night  [316–360]\n    – event\n" in section
    assert "    – date, event · forecast, due 13 Mar 2031\n" in section
    assert "own voice" not in printed(not_read())


def test_a_statement_of_the_title_has_its_words_from_the_title():
    assert "S1  now  [25–28]\n    – date\n" in printed(titled())


def test_what_is_left_out_leaves_no_trace():
    shown = printed(bare())
    assert "    is open  [25–32]\n    – speaker not resolved\n" in shown
    assert shown.endswith("S1  It was closed for days.  [34–57]\n")


def test_pieces_are_joined_by_a_gap():
    assert "Lorvan … “has never threatened anyone” … “and it will not begin to do so" in printed(story())


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
