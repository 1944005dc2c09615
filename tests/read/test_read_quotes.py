"""Where quotations begin and end, whichever marks a text uses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read.quotes import quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The gate is open," she said.', ['"The gate is open,"']),
        ("“The gate is open,” she said.", ["“The gate is open,”"]),
        ("'The gate is open,' she said.", ["'The gate is open,'"]),
        ("‘The gate is open,’ she said.", ["‘The gate is open,’"]),
        ("„Das Tor ist offen“, sagte sie.", ["„Das Tor ist offen“"]),
        ("«La porte est ouverte», dit-elle.", ["«La porte est ouverte»"]),
        ("»Porten er åben«, sagde hun.", ["»Porten er åben«"]),
        ("``The gate is open,'' she said.", ["``The gate is open,''"]),
    ],
)
def test_each_style_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("The workers' leader doesn't think it's over.") == []


def test_a_quotation_inside_a_quotation_stays_one() -> None:
    text = "“They call it ‘calm’, and it is not,” Orla Venn said."
    assert quoted(text) == ["“They call it ‘calm’, and it is not,”"]


def test_a_quotation_of_several_paragraphs_is_one_span_each() -> None:
    text = "“We stay.\n\n“We do not move,” the envoy said."
    assert quoted(text) == ["“We stay.", "“We do not move,”"]


def test_a_missing_closing_mark_does_not_turn_the_rest_inside_out() -> None:
    text = '"The dam is safe, the engineer said.\n\nRain fell. "It held," he added.'
    assert '"It held,"' in quoted(text)
    assert all("Rain fell" not in words for words in quoted(text))


def test_feet_and_inches_are_no_quotation() -> None:
    assert quoted('He is 6\' 2" tall. "I duck," he said.') == ['"I duck,"']


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»`", max_size=80))
def test_spans_are_ordered_apart_and_within_the_text(text: str) -> None:
    spans = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
