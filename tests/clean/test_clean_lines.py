"""Lines and their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean.lines import split_lines


def test_lines_are_stripped_and_know_whether_they_stand_alone():
    text = "  Bridge shut \r\n\r\nThe mayor said so.\nShe was sure.\n\n\nTwo numbers\n \nOne.”"
    assert [(line.text, line.alone, line.stopped) for line in split_lines(text)] == [
        ("Bridge shut", True, False),
        ("The mayor said so.", False, True),
        ("She was sure.", False, True),
        ("Two numbers", True, False),
        ("One.”", True, True),
    ]


@given(st.text(alphabet=st.sampled_from("ab \t\r\n.\u2028\xa0’"), max_size=60))
def test_every_line_stands_at_its_offsets_and_nothing_but_white_space_is_between(text):
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() != "" for line in lines)
    edges = [0, *(edge for line in lines for edge in (line.start, line.end)), len(text)]
    assert edges == sorted(edges)
    assert all(not text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True))
