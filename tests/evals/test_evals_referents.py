"""Whether two names mean one speaker or party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.referents import same_party, same_speaker
from evals.unnamed import Asked

SAME = [
    # persons
    ("Ilona Maret", "ilona maret"),
    ("Ilona Maret", "Maret"),
    ("Ilona Maret", "Producer Maret"),
    ("Ilona Maret", "Ms. Maret"),
    ("Ilona Maret", "Senator Ilona Maret"),
    ("Ilona Maret", "Ilona K. Maret"),
    ("I. Maret", "Ilona Maret"),
    ("Peter Jon Oswald Jr.", "Pete Oswald"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("Сергей Лавров", "Sergei Lavrov"),
    ("Xi Jinping", "Xi"),
    ("Gregor Bellweather", "Gregor Belweather"),
    ("Vladimir Putin", "Russian President Vladimir Putin"),
    # several
    ("Ilona Maret; Tomas Berg", "Tomas Berg; Ilona Maret"),
    ("Ilona Maret; Tomas Berg", "Maret and Berg"),
    ("Wall Street Journal/NBC News poll", "Wall Street Journal; NBC News"),
    # bodies
    ("Wall Street Journal/NBC News poll", "Wall Street Journal/NBC News"),
    ("NATO", "North Atlantic Treaty Organization"),
    ("Federal Bureau of Investigation", "the FBI"),
    ("Centers for Disease Control and Prevention", "CDC"),
    ("Norwood Harbour Workers Union", "NHWU"),
    ("Advanced Paper Mills", "Advanced Paper Mills (NYSE: APM)"),
    ("U.S.", "United States"),
    ("Britain", "UK"),
    ("Moscow", "Russia"),
    ("Greek government", "Greece"),
    ("State Department", "U.S. State Department"),
    ("State Department", "Department of State"),
    ("US Department of Defense", "Pentagon"),
    ("Russian Ministry of Defence", "Ministry of Defense of the Russian Federation"),
    ("Russian Ministry of Defence", "the defence ministry"),
    ("Republicans", "Republican Party"),
    ("Republicans", "GOP"),
    ("Democrats", "Democratic Party"),
    ("Norwood Police", "Norwood Police Department"),
    ("The Norwood Gazette", "Norwood Gazette newspaper"),
    ("Kelder Inc.", "Kelder"),
    ("Médecins Sans Frontières", "Doctors Without Borders"),
    ("Maret campaign", "Ilona Maret campaign"),
    ("Maret campaign", "Ilona Maret's presidential campaign"),
    ("several sources", "sources"),
    ("Norwood Harbour Rovers", "Rovers"),
    ("Kelder Foods", "Kelder"),
    ("Senate Select Committee on Fisheries", "Senate Select Committee"),
    ("Census Bureau", "the Census"),
]

OTHERS = [
    # persons
    ("Bill Clinton", "Hillary Clinton"),
    ("George W. Bush", "George H. W. Bush"),
    ("Karen Maret", "Kate Maret"),
    ("Ilona Maret", "Ilona"),
    ("Ilona Maret", "daughter of Ilona Maret"),
    ("Volodymyr Zelenskyy", "Olena Zelenska"),
    ("Ilona Maret", "Ilona Berg"),
    # several
    ("Ilona Maret; Tomas Berg", "Ilona Maret"),
    ("Ilona Maret; Tomas Berg", "Ilona Maret; Tomas Lund"),
    ("Wall Street Journal/NBC News poll", "NBC News"),
    # bodies
    ("Russia", "Vladimir Putin"),
    ("Kremlin", "Russia"),
    ("Russian Foreign Ministry", "Russia"),
    ("Russian Ministry of Defence", "Ukrainian Ministry of Defence"),
    ("Justice Department", "State Department"),
    ("Sudan", "South Sudan"),
    ("North Korea", "South Korea"),
    ("Greek government", "Greeks"),
    ("New York Times", "Los Angeles Times"),
    ("New York Times", "New York"),
    ("New York Times", "Times"),
    ("Norwood Harbour Rovers", "Norwood"),
    ("Norwood Bar Association", "Association"),
    ("Washington Post", "Washington Times"),
    ("Los Angeles", "Los Angeles Angels"),
    ("University of Norwood", "Norwood"),
    ("University of Norwood", "University of Kelder"),
    ("Norwood Police", "police"),
    ("moderate Republicans", "Republicans"),
    ("Republican National Committee", "Republican Party"),
    ("Maret campaign", "Ilona Maret"),
    ("Maret campaign", "Berg campaign"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_speaker_by_two_names(left: str, right: str) -> None:
    assert same_speaker(left, right)
    assert same_speaker(right, left)


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_two_speakers(left: str, right: str) -> None:
    assert not same_speaker(left, right)
    assert not same_speaker(right, left)


def test_nobody_is_right_only_where_nobody_is_known() -> None:
    assert same_speaker(None, None)
    assert not same_speaker("Ilona Maret", None)
    assert not same_speaker(None, "Ilona Maret")


GROUP, ANONYMOUS, BODY = Asked("group"), Asked("anonymous"), Asked("organisation")

UNNAMED_SAME = [
    ("Kelder Inc.", "a Kelder spokeswoman", BODY),
    ("a Foreign Office spokesman", "Foreign Office", ANONYMOUS),
    ("officials", "Norwegian officials", Asked("group", party="Norway")),
    ("police", "Norwood police", Asked("group", party="Norwood Police Department")),
    ("witnesses", "some witnesses", GROUP),
    ("officers involved in the raid", "officers", GROUP),
    ("security experts", "security experts who follow the case", GROUP),
    ("Western diplomat", "the diplomat", ANONYMOUS),
    ("cashier in a drugstore", "cashier", ANONYMOUS),
    ("worshiper at the mosque", "Muslim worshiper", Asked("anonymous", words="A Muslim worshiper from here")),
    ("17-year-old defendant", "the defendant", Asked("person")),
]
UNNAMED_OTHERS = [
    ("Kelder Inc. employee", "Kelder Inc.", ANONYMOUS),
    ("Norwegian officials", "Norway", Asked("group", party="Norway")),
    ("officials", "Norway", Asked("group", party="Norway")),
    ("Norwegian officials", "Swedish officials", GROUP),
    ("Democratic voters", "Republican voters", GROUP),
    ("older voters", "voters", GROUP),
    ("nine jurors", "three jurors", GROUP),
    ("residents of Norwood", "residents of Kelder", GROUP),
    ("analysts", "voters", GROUP),
    ("relatives of Ilona Maret", "her relatives", GROUP),
    ("Tomas Berg", "a military spokesman", Asked("person", words="a military spokesman")),
]


@pytest.mark.parametrize(("gold", "predicted", "asked"), UNNAMED_SAME)
def test_people_without_a_name_are_told_by_their_description(gold: str, predicted: str, asked: Asked) -> None:
    assert same_speaker(gold, predicted, asked)


@pytest.mark.parametrize(("gold", "predicted", "asked"), UNNAMED_OTHERS)
def test_people_without_a_name_who_are_others(gold: str, predicted: str, asked: Asked) -> None:
    assert not same_speaker(gold, predicted, asked)


@pytest.mark.parametrize(
    ("gold", "predicted", "speaker"),
    [
        ("Republicans", "Republican Party", None),
        ("US Department of Justice", "United States", None),
        ("Federal Bureau of Investigation", "United States", None),
        ("Obama administration", "United States", None),
        ("United States", "Obama administration", None),
        ("French government", "France", None),
        ("State Department Office of Inspector General", "United States", None),
        ("United Kingdom", "Foreign Office", "Foreign Office"),
        ("Maret campaign", "Ilona Maret's campaign", None),
        ("Axel; Kelder", "Kelder; Axel", None),
    ],
)
def test_a_body_and_its_state_are_one_party(gold: str, predicted: str, speaker: str | None) -> None:
    assert same_party(gold, predicted, speaker)


@pytest.mark.parametrize(
    ("gold", "predicted", "speaker"),
    [
        ("Russia", None, None),
        ("Russia", "Ukraine", None),
        ("United States", "US Department of Justice", "Ilona Maret"),
        ("United Kingdom", "Foreign Office", "Ilona Maret"),
        ("US Congress", "United States", None),
        ("Norwood Police Department", "United States", None),
        ("Maret campaign", "Democratic Party", None),
        ("Maret campaign", "Ilona Maret", None),
    ],
)
def test_parties_that_are_not_the_same(gold: str, predicted: str | None, speaker: str | None) -> None:
    assert not same_party(gold, predicted, speaker)


@pytest.mark.parametrize("name", ["", " ", ";", "...", "; ;", "/", "the", "()", "’s", "and", "A; "])
def test_odd_names_are_themselves_and_nobody_else(name: str) -> None:
    assert same_speaker(name, name)
    assert not same_speaker("Ilona Maret", name)


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from([None, "person", "group", "organisation"]))
def test_any_text_can_be_compared_and_is_itself(left: str, right: str, kind: str | None) -> None:
    asked = Asked(kind, party=right, words=left)
    assert same_speaker(left, left, asked)
    assert same_party(left, left, right)
    assert same_speaker(left, right, asked) in {True, False}
