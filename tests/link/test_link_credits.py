"""Wire credits in the head and tail of a text, and what only looks like one."""

from __future__ import annotations

import pytest

from counterclaim.link.agencies import AGENCIES, is_agency
from counterclaim.link.credits import find_credits
from counterclaim.model.copies import Credit, SketchedText

BODY = (
    "The minister said on Monday that the talks would go on.\n\n"
    "More people came than expected, she told the crowd.\n\n"
)


def found(text: str, byline: str | None = None) -> list[Credit]:
    return find_credits(SketchedText(document="d", text=text, byline=byline))


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("KYIV (Reuters) - ", "Reuters"),
        ("WASHINGTON (AP) — ", "AP"),
        ("RENO, Nev. (AP) — ", "AP"),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", "UPI"),
        ("Aug 27 (Reuters) - ", "Reuters"),
        ("Mexico City (AFP) – ", "AFP"),
        ("BRUSSELS/KYIV, Feb 16 (Reuters) - ", "Reuters"),
        ("MOSCOW, February 16. /TASS/. ", "TASS"),
        ("MOSCOW. Feb 16 (Interfax) - ", "Interfax"),
        ("KYIV. Feb 16 (Interfax-Ukraine) – ", "Interfax-Ukraine"),
        ("BEIJING, Feb. 16 (Xinhua) -- ", "Xinhua"),
        ("(ANSA) - ROME, FEB 16 - ", "ANSA"),
        ("NEW DELHI, Feb 16 (ANI): ", "ANI"),
        ("LONDON (PA) - ", "PA Media"),
        ("Kyiv/Moscow (dpa) - ", "dpa"),
        ("SÃO PAULO, Brazil, 16 Feb 2022 (EFE).- ", "EFE"),
        ("NEW YORK ( AP ) -- ", "AP"),
        ("(Bloomberg) -- ", "Bloomberg"),
        ("WASHINGTON (AP/Reuters) — ", "AP"),
        ("“Iran lied.\n” TEL AVIV (Reuters) -\n", "Reuters"),
    ],
)
def test_a_dateline_names_the_agency(dateline, agency):
    (credit,) = found(f"Talks to go on, minister says\n\n{dateline}{BODY}")
    assert (credit.agency, credit.reason, credit.whole) == (agency, f"{agency} dateline", True)


def test_a_credit_stands_at_its_words():
    text = f"Talks to go on\n\nPARIS, Aug 31 (Reuters) - {BODY}"
    (credit,) = found(text)
    assert text[slice(*credit.span)] == "PARIS, Aug 31 (Reuters)"


@pytest.mark.parametrize(
    ("head", "agency", "reason"),
    [
        ("By ANN LEE, Associated Press\n\n", "AP", "AP byline"),
        ("By Ann Lee | AP\n\n", "AP", "AP byline"),
        ("The Associated Press\n\n", "AP", "AP credit line"),
        ("By Reuters Staff\n\n", "Reuters", "Reuters credit line"),
        ("Reuters | Feb 16, 2022\n\n", "Reuters", "Reuters credit line"),
    ],
)
def test_a_line_under_the_headline_names_the_agency(head, agency, reason):
    assert [(credit.agency, credit.reason) for credit in found(f"Talks to go on\n\n{head}{BODY}")] == [
        (agency, reason)
    ]


@pytest.mark.parametrize(
    ("tail", "agency", "reason", "whole"),
    [
        ("- Reuters.", "Reuters", "Reuters credit line", True),
        ("Source: TASS", "TASS", "TASS credit line", True),
        ("AFP", "AFP", "AFP credit line", True),
        ("© 2022 AFP", "AFP", "AFP copyright line", True),
        ("Copyright 2022 The Associated Press. All rights reserved.", "AP", "AP copyright line", True),
        ("(Reporting by Ann Lee; Editing by Bo Ray)", "Reuters", "Reuters sign-off", True),
        ("The Associated Press contributed to this report.", "AP", "AP contribution", False),
        ("Associated Press writer Ann Lee contributed from Kyiv.", "AP", "AP contribution", False),
        ("With inputs from PTI", "PTI", "PTI contribution", False),
    ],
)
def test_a_line_at_the_end_names_the_agency(tail, agency, reason, whole):
    (credit,) = found(BODY + tail)
    assert (credit.agency, credit.reason, credit.whole) == (agency, reason, whole)


@pytest.mark.parametrize(
    "byline", ["Associated Press", "By AP", "Ann Lee, The Associated Press", "Ann Lee | AP"]
)
def test_a_byline_stated_beside_the_text_counts(byline):
    assert found(BODY, byline) == [Credit(agency="AP", reason="AP byline")]


@pytest.mark.parametrize(
    "text",
    [
        "According to Reuters, the talks go on. " + BODY,
        "He told the AP. " + BODY,
        "AP: chair routed money.\n\n" + BODY,
        "A Bloomberg poll shows gains. " + BODY,
        "Palestinian Authority (PA): " + BODY,
        "Agence France-Presse (AFP) - " + BODY,
        "Interviewer (Reuters): " + BODY,
        "State news agency (TASS): " + BODY,
        "Talks to go on\n\nAFP\n\n" + BODY,  # a picture's credit
        BODY + "State television reported, cited by AFP.",
        BODY + "“No,” he told Reuters",
        BODY + "She wrote the AP on Wednesday.",
        BODY + "The AP’s report was based on an analysis of calendars.",
        BODY + "(AP Photo/Ann Lee)",
        BODY + "Photo: Reuters",
        BODY + "REUTERS/Ann Lee",
        BODY + "Police contributed to this report, AP said.",
    ],
)
def test_attributions_and_picture_credits_are_no_credits(text):
    assert found(text) == []


def test_a_dateline_in_the_middle_of_a_long_text_is_not_this_text_s():
    assert found(BODY * 20 + "KYIV (Reuters) - " + BODY * 20) == []


def test_the_agency_of_the_whole_text_comes_before_one_that_helped():
    text = f"KYIV (AP) — {BODY}Reuters contributed to this report."
    assert [(credit.agency, credit.whole) for credit in found(text)] == [("AP", True), ("Reuters", False)]


def test_one_agency_is_credited_once():
    assert len(found(f"KYIV (AP) — {BODY}Copyright 2022 The Associated Press.")) == 1


@pytest.mark.parametrize("names", AGENCIES.items(), ids=lambda names: names[0])
def test_every_spelling_is_its_agency(names):
    agency, spellings = names
    for spelling in spellings:
        assert [credit.agency for credit in found(f"LONDON, Feb 16 ({spelling}) — {BODY}")] == [agency]


def test_an_agency_is_known_as_a_publisher():
    assert is_agency("The Associated Press")
    assert not is_agency("The Daily Post")
    assert not is_agency(None)
