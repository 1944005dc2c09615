"""Headlines, section names, repetitions and subheadings."""

from __future__ import annotations

import pytest

from counterclaim.clean.headlines import same_headline, section_start
from counterclaim.clean.outline import outline
from counterclaim.model.document import MarkKind

HEAD = "Mayor says bridge is safe, but engineers see cracks"
BODY = "The mayor of Keldmoor showed a video of lorries crossing the bridge. It was filmed on Monday morning."
MORE = "“We have not seen a repair,” the engineers’ chamber said on Tuesday. It asked for the drawings."


def told(text: str, **given: object):
    """Headline, marks as (kind, words) and headlines as words."""
    found = outline(text, **given)
    return (
        None if found.headline is None else text[slice(*found.headline)],
        [(mark.kind, text[mark.start : mark.end]) for mark in found.marks],
        [text[start:end] for start, end in found.headlines],
    )


def test_the_first_headline_is_read_its_section_name_is_not_and_its_repetition_is_not():
    text = f"{HEAD} | abroad\n\n{HEAD} |  abroad\n\n{BODY}\n\nMore cracks found\n\n{MORE}\n"
    assert told(text) == (
        HEAD,
        [(MarkKind.SECTION_NAME, "| abroad"), (MarkKind.REPEATED_HEADLINE, f"{HEAD} |  abroad")],
        [HEAD, "More cracks found"],
    )


def test_a_repetition_with_the_outlet_behind_a_dash_is_one_too():
    text = f"{HEAD}\n\n{BODY}\n\n{HEAD} - Harbour Courier\n\n{MORE}\n"
    assert told(text)[1] == [(MarkKind.REPEATED_HEADLINE, f"{HEAD} - Harbour Courier")]


def test_a_dash_hides_a_section_name_only_if_the_headline_stands_without_it_as_well():
    text = f"{HEAD} – Courier\n\n{HEAD}\n\n{BODY}\n"
    assert told(text)[1] == [(MarkKind.SECTION_NAME, "– Courier"), (MarkKind.REPEATED_HEADLINE, HEAD)]


def test_what_stands_behind_a_dash_may_be_who_says_it_and_is_read():
    head = "Bridge at Keldmoor was mined - Reuters"
    assert told(f"{head}\n\n{BODY}\n\n{MORE}\n")[:2] == (head, [])


@pytest.mark.parametrize(
    ("headline", "cut"),
    [
        ("Bridge is shut | World news | The Courier", "| World news | The Courier"),
        ("Bridge is shut |abroad", "|abroad"),
        ("Live | Mayor speaks about the bridge and the cracks in it", None),
        ("Bridge is shut", None),
        ("A | B", None),
        ("Shut | this is far too long to be the name of any section of a newspaper", None),
    ],
)
def test_a_section_name_is_a_short_label_at_the_end(headline, cut):
    start = section_start(headline)
    assert (None if start is None else headline[start:]) == cut


def test_one_headline_is_the_same_in_other_quotation_marks_and_spacing():
    assert same_headline("Mayor: “Safe” |  Town", 'Mayor:  "safe"')
    assert not same_headline("Mayor: “Safe”", "Mayor: “Unsafe”")


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "By Ilse Marrow",
        "Keldmoor, 4 March 2031:",
        "4 March 2031",
        "Shut",
        "It was a quiet morning in Keldmoor, and then,",
    ],
)
def test_what_is_no_headline_is_not_taken_for_one(first):
    assert told(f"{first}\n\n{BODY}\n\n{MORE}\n")[0] is None


@pytest.mark.parametrize(
    "head",
    [
        "In Keldmoor, nobody believes the mayor",
        "By land or by water? Keldmoor waits for its bridge",
        "Is the bridge safe? Engineers disagree",
        "“Not one crack,” says mayor",
        "U.S. engineers arrive in Keldmoor",
        "Bridge shut!",
    ],
)
def test_a_headline_may_take_many_forms(head):
    assert told(f"{head}\n\n{BODY}\n\n{MORE}\n")[0] == head


def test_the_first_line_of_a_text_wrapped_at_a_width_is_no_headline():
    wrapped = (
        "The mayor of Keldmoor showed a video\nof lorries crossing the bridge. It was\nfilmed on Monday.\n"
    )
    assert told(wrapped)[0] is None


def test_a_headline_set_close_over_whole_paragraphs_is_one():
    long = f"{BODY} {MORE} {BODY} {MORE}"
    assert told(f"{HEAD}\n{long}\n{long}\n")[0] == HEAD


def test_leftovers_before_the_headline_are_stepped_over():
    assert told(f"Skip to content\n\n{HEAD}\n\n{BODY}\n\n{MORE}")[:2] == (
        HEAD,
        [(MarkKind.BOILERPLATE, "Skip to content")],
    )


def test_a_title_kept_apart_makes_every_line_that_says_it_a_repetition():
    text = f"{HEAD}\n\n{BODY}\n\n{MORE}\n"
    assert told(text, title=f"{HEAD} | Town") == (None, [(MarkKind.REPEATED_HEADLINE, HEAD)], [])


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Orrin Tesk:",
        "By Ilse Marrow",
        "The Keldmoor Courier, 5 March 2031",
        "- a list item",
        "He was sure.",
        "“Never”",
        "and then it rained",
        "Unofficial translation. Not for quotation",
        "Read also: The ferry",
    ],
)
def test_what_is_no_subheading_is_not_taken_for_one(line):
    assert told(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{MORE}\n")[2] == [HEAD]


def test_a_subheading_has_text_behind_it_and_blank_lines_around_it():
    text = f"{HEAD}\n\n{BODY}\n\nTwo numbers\n\n{MORE}\n\nThree\nfour\n\n{BODY}\n\nThe end\n"
    assert told(text)[2] == [HEAD, "Two numbers"]


def test_a_text_of_nothing_but_a_headline_has_none():
    assert told(HEAD) == (None, [], [])
    assert told("") == (None, [], [])
