"""Labelled turns, at the head of lines and in running text."""

from counterclaim.read.transcripts import turns

BRIEFING = (
    "The two met in Halvern. * * * President of Ostravia Mira Halden: Good evening. Our forces stay. "
    "They will not move. Question: And the bridge? Mira Halden: It is closed. * * * The visit ends tomorrow."
)


def said(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*turn.label)], text[slice(*turn.speech)]) for turn in turns(text)]


def test_labels_in_the_middle_of_a_line_cut_it_into_turns() -> None:
    assert said(BRIEFING) == [
        ("President of Ostravia Mira Halden", "Good evening. Our forces stay. They will not move."),
        ("Question", "And the bridge?"),
        ("Mira Halden", "It is closed."),
    ]


def test_labels_at_the_head_of_lines() -> None:
    text = "HALDEN: We stay.\n\nMORROW: Until when?\n\nHALDEN: Until it is over.\n\nAnd longer."
    assert said(text) == [
        ("HALDEN", "We stay."),
        ("MORROW", "Until when?"),
        ("HALDEN", "Until it is over.\n\nAnd longer."),
    ]


def test_a_label_printed_twice_is_cut() -> None:
    text = "Defence Minister Oren Malk Malk OrenDefence Minister: Thank you. The drill is over."
    assert said(text)[0][0] == "Defence Minister Oren Malk"


def test_a_headline_with_a_colon_makes_no_transcript() -> None:
    assert turns("Mayor Halden: bridge is safe\n\nThe mayor of Orsk spoke on Monday.\n\nShe left.") == []


def test_sentences_with_colons_make_no_transcript() -> None:
    assert turns("Three things matter: peace, bread and work. The plan is simple: wait.") == []


def test_a_colon_behind_capitals_makes_no_speaker() -> None:
    for text in (
        "Crisis Talks in Lorva: ministers to meet on Friday. Nothing was settled, the envoy said.",
        "Rally in Orsk Draws Thousands: What to Know",
        "Lorva Election Results: the count goes on.",
        "The talks ended. Press Service of the Defence Ministry: see page two for the list.",
    ):
        assert turns(text) == []


def test_odd_text_makes_no_turns_and_costs_no_time() -> None:
    for text in ("A." + " B." * 46 + " and", "Aa: " * 5000, "He left." + "'" * 60 + "x", " " * 50_000 + "x"):
        assert turns(text) == []
