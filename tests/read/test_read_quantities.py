"""Quantities of a claim: numbers as they are bounded, with what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.read.parse import Parse
from counterclaim.read.quantities import find_quantities

ParseText = Callable[[str], Parse]


def quantities(parse: ParseText, text: str) -> tuple[Quantity, ...]:
    return find_quantities(parse(text), ((0, len(text)),))


def numbers(parse: ParseText, text: str) -> list[tuple[object, ...]]:
    """Value, or both ends in its place, bound and unit of each quantity."""
    return [
        (q.value if q.value is not None else (q.low, q.high), q.bound.value, q.unit)
        for q in quantities(parse, text)
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The port has 130 000 inhabitants.", 130_000, "people"),
        ("One hundred and thirty thousand villagers fled.", 130_000, "people"),
        ("The yard ordered two dozen cranes.", 24, "cranes"),
        ("A million trees were planted.", 1_000_000, "trees"),
        ("The fund paid £20m.", 20_000_000, "British pounds"),
        ("The canal cost $12bn.", 12_000_000_000, "US dollars"),
        ("The loan is worth US$3.5 billion.", 3_500_000_000, "US dollars"),
        ("It owes 54 million euros.", 54_000_000, "euros"),
        ("The site drew 2m visitors.", 2_000_000, "people"),
        ("The mast is 300m tall.", 300, "metres"),
        ("The lake has sunk by 3m since May.", 3, "metres"),
        ("A 12m wave hit the pier.", 12, "metres"),
        ("The reform will create 1.2m jobs.", 1_200_000, "jobs"),
        ("The clinic saw 2.5m of them.", 2_500_000, "people"),
        ("The population fell to 3.1m.", 3_100_000, "people"),
        ("The port sold 7.5m tonnes of wheat.", 7_500_000, "tonnes"),
        ("The village lies 20km from the coast.", 20, "km"),
        ("The lake warmed by 0.5C.", 0.5, "°C"),
        ("Turnout fell by 3.5 percentage points.", 3.5, "percentage points"),
        ("They signed a five-year lease.", 5, "years"),
        ("A 1,000-strong crowd marched.", 1000, "people"),
        ("They waited for seven-and-a-half years.", 7.5, "years"),
        ("The walk took half an hour.", 0.5, "hours"),
        ("The flight took 1hr 4 mins.", 64, "minutes"),
        ("They were warned twice.", 2, "times"),
        ("A magnitude 6.1 earthquake struck.", 6.1, "magnitude"),
        ("The mayor said a third of voters stayed at home.", 33.3, "percent"),
        ("Half of the harvest was lost.", 50, "percent"),
        ("One in five pupils walks to school.", 20, "percent"),
        ("Nine out of 10 nurses agreed.", 90, "percent"),
        ("Only one bridge is open.", 1, "bridges"),
    ],
)
def test_a_number_is_read_with_its_unit(parse: ParseText, text: str, value: float, unit: str) -> None:
    assert numbers(parse, text) == [(value, "exactly", unit)]


@pytest.mark.parametrize(
    ("words", "bound", "low", "high"),
    [
        ("", Bound.EXACTLY, 400, 400),
        ("more than", Bound.MORE_THAN, 400, None),
        ("well over", Bound.MORE_THAN, 400, None),
        ("at least", Bound.AT_LEAST, 400, None),
        ("no fewer than", Bound.AT_LEAST, 400, None),
        ("up to", Bound.AT_MOST, None, 400),
        ("as many as", Bound.AT_MOST, None, 400),
        ("up to about", Bound.AT_MOST, None, 400),
        ("almost", Bound.LESS_THAN, None, 400),
        ("nearly", Bound.LESS_THAN, None, 400),
        ("fewer than", Bound.LESS_THAN, None, 400),
        ("some", Bound.ABOUT, None, None),
        ("around", Bound.ABOUT, None, None),
    ],
)
def test_words_before_a_number_bound_it(
    parse: ParseText, words: str, bound: Bound, low: int | None, high: int | None
) -> None:
    (found,) = quantities(parse, f"The harbour sheltered {words} 400 boats.".replace("  ", " "))
    assert (found.value, found.bound, found.low, found.high) == (400, bound, low, high)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("About 30 or so boats sank.", "about"),
        ("The 30-odd members voted.", "about"),
        ("They need 30+ boats.", "at least"),
        ("They need 30 boats or more.", "at least"),
    ],
)
def test_words_after_a_number_bound_it(parse: ParseText, text: str, bound: str) -> None:
    assert [(value, found) for value, found, _ in numbers(parse, text)] == [(30, bound)]


def test_words_of_place_and_topic_bound_no_small_numbers(parse: ParseText) -> None:
    assert numbers(parse, "They quarrelled over two laws.") == [(2, "exactly", "laws")]
    assert numbers(parse, "The bid was $160 million over eight years.")[1] == (8, "exactly", "years")
    assert numbers(parse, "They have waited for over eight years.") == [(8, "more than", "years")]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Output is between 3 and 4 million barrels a day.", 3_000_000, 4_000_000, "barrels"),
        ("Prices rose between 10 and 15 per cent.", 10, 15, "percent"),
        ("Support ranges from 5 to 7 percent.", 5, 7, "percent"),
        ("A 10-15 percent cut is planned.", 10, 15, "percent"),
        ("The repair costs £1.5m-£2m.", 1_500_000, 2_000_000, "British pounds"),
        ("It takes four or five days.", 4, 5, "days"),
        ("They sailed in a 24- to 30-foot dhow.", 24, 30, "feet"),
        ("It lasts a minute or two.", 1, 2, "minutes"),
    ],
)
def test_two_numbers_may_bound_one(parse: ParseText, text: str, low: float, high: float, unit: str) -> None:
    assert numbers(parse, text) == [((low, high), "between", unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Tens of thousands of people marched.", 10_000, 99_999, "people"),
        ("They lost hundreds of millions of dollars.", 100_000_000, 999_999_999, "US dollars"),
        ("Dozens were injured.", 24, None, "people"),
        ("Millions of homes went dark.", 1_000_000, None, "homes"),
        ("Hundreds if not thousands of letters arrived.", 100, 9_999, "letters"),
    ],
)
def test_round_plurals_have_a_low_end(
    parse: ParseText, text: str, low: int, high: int | None, unit: str
) -> None:
    assert numbers(parse, text) == [((low, high), "about", unit)]


def test_a_change_is_two_numbers_and_no_range(parse: ParseText) -> None:
    text = "Unemployment rose from 5 percent to 7 percent."
    assert numbers(parse, text) == [(5, "exactly", "percent"), (7, "exactly", "percent")]


def test_numbers_in_a_list_share_the_unit_that_follows(parse: ParseText) -> None:
    assert [unit for _, _, unit in numbers(parse, "They won 11 and 8 percent.")] == ["percent", "percent"]


def test_a_number_without_noun_takes_what_befell_or_what_came_before(parse: ParseText) -> None:
    befell = numbers(parse, "The blast hit a market, killing two and wounding 11.")
    assert befell == [(2, "exactly", "people"), (11, "exactly", "people")]
    before = numbers(parse, "Orlan won 758 seats, compared to Tesk's 538.")
    assert before == [(758, "exactly", "seats"), (538, "exactly", "seats")]


def test_a_part_and_its_whole_are_both_counted(parse: ParseText) -> None:
    assert numbers(parse, "Two of the three victims died.") == [
        (2, "exactly", "people"),
        (3, "exactly", "people"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Several villages were cut off.", "several"),
        ("A couple of officials resigned.", "a couple"),
        ("Some units are leaving.", "some"),
        ("A significant number of ships turned back.", "a significant number"),
    ],
)
def test_vague_words_are_kept_as_words(parse: ParseText, text: str, word: str) -> None:
    (found,) = quantities(parse, text)
    assert (found.bound, found.word, found.value, found.low, found.high) == (
        Bound.VAGUE,
        word,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old baker was questioned.",
        "She left at 7.40 in the morning.",
        "They held one-on-one talks.",
        "The talks began on 5 March 2031 at 9 am.",
        "Between February 19 and 20 the line was quiet.",
        "The pact of 1997 still holds; the 2014 elections are over.",
        "The envoy cited Article 5 and went to Room 12 at Number 10.",
        "A Boeing 737 followed the G7 and an F-16.",
        "The first attempt failed and so did the 3rd.",
        "The clinic is open 24/7; call 020-7946-0000.",
        "Its office is at 54 State St.",
        "Tesk won 3-1.",
        "No one knows, and one of them lied.",
        "One day it will end.",
        "The two leaders praised the two countries.",
        "Marit Olsen, 61, of Tesk, was released.",
        "The suspect carried a .38 caliber revolver.",
        "The new app is version 1.1.2.",
        "It was the second half of the century.",
        "They spoke of a zero-day flaw.",
    ],
)
def test_what_only_looks_like_a_quantity_is_left_out(parse: ParseText, text: str) -> None:
    assert numbers(parse, text) == []


def test_a_length_given_again_in_brackets_counts_once(parse: ParseText) -> None:
    assert numbers(parse, "The quake was 30km (19 miles) away.") == [(30, "exactly", "km")]


@pytest.mark.parametrize(
    "text", ["Every day 300 shells land here.", "In a week 300 shells landed.", "They sent 300 shells."]
)
def test_a_word_that_may_be_a_label_hides_no_count(parse: ParseText, text: str) -> None:
    assert (300, "exactly", "shells") in numbers(parse, text)


def test_of_holds_the_words_that_say_what_is_counted(parse: ParseText) -> None:
    text = "There are 125,000 soldiers near the border, and oil costs $90 per barrel."
    assert [found.of for found in quantities(parse, text)] == ["soldiers near the border", "per barrel"]


def test_of_stops_at_another_number_and_after_one_description(parse: ParseText) -> None:
    ships, grain = quantities(parse, "They saw 34 ships with 410,000 tonnes of grain bound for Oran.")
    assert (ships.of, grain.of) == ("ships", "grain bound for Oran")
    (houses,) = quantities(parse, "1,200 houses in the villages along the river were flooded.")
    assert houses.of == "houses in the villages"


def test_a_span_covers_bound_number_and_what_is_counted(parse: ParseText) -> None:
    text = "Officials said more than 100,000 tired soldiers had left."
    (found,) = quantities(parse, text)
    assert text[slice(*found.span)] == "more than 100,000 tired soldiers"


def test_only_numbers_of_the_claim_are_read_and_in_reading_order(parse: ParseText) -> None:
    text = "Tesk sent 12 ships. The envoy counted 30 planes and, later, 40 tanks."
    claim = ((text.index("30"), text.index(" and")), (text.index("40"), len(text)))
    found = find_quantities(parse(text), claim)
    assert [quantity.value for quantity in found] == [30, 40]


def test_of_two_numbers_in_a_hyphened_figure_neither_is_cut_at_the_edge(parse: ParseText) -> None:
    text = "The crowd of 1,250 cheered."
    assert find_quantities(parse(text), ((0, text.index("250")),)) == ()


PIECES = st.sampled_from(
    """
    1 20 1,000 130 000 3.5 £ $ US$ m bn km % percent million hundred thousand dozen of and to or between
    from - – ( ) half a an third quarter in out two twenty one several few some more than at least up about
    nearly people ships years Tesk May 5 2031 12:30 9/11 point 's , . \n
    """.split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25), st.data())
def test_offsets_stay_in_the_claim_and_numbers_are_consistent(
    parse: ParseText, pieces: list[str], data: st.DataObject
) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for found in find_quantities(parse(text), ((start, end),)):
        assert start <= found.span[0] < found.span[1] <= end
        assert found.bound is not Bound.VAGUE or found.value is found.low is found.high is None
        ends = [number for number in (found.low, found.high) if number is not None]
        assert ends == sorted(ends)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(parse: ParseText, text: str) -> None:
    find_quantities(parse(text), ((0, len(text)),))


def test_long_runs_are_read_in_time_that_grows_with_their_length() -> None:
    for run in ("1 ", "a hundred ", "about ", "million ", "5 to ", "9", "no 1.1", "one in "):
        text = run * 3000
        find_quantities(Parse(text, (), ()), ((0, len(text)),))
