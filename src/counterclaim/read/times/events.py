"""Dates that a text gives to its coming events, so that "the debate" can be dated elsewhere in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.model.meaning import Time
from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times import calendar, clause
from counterclaim.read.times.resolve import find_times
from counterclaim.read.times.tense import Tense, children_of, tense_at
from counterclaim.read.times.words import NUMBERS

# Nouns of events that are held on a day or in a season that people know beforehand.
_EVENTS = frozenset(
    """
    assembly ballot caucus ceremony concert conference congress convention debate dinner drill election exam
    exercise festival forum gala game hearing inauguration launch match meeting parade primary rally
    referendum runoff session speech strike summit tournament trial visit vote wedding
    """.split()
)
_DAYS_BEFORE = re.compile(
    rf"\s?,?\s(?:just\s|only\s)?(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)})\s(?P<unit>day|week)s?\sbefore\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:(?:on|for)\s(?:the\s(?:very\s|same\s)?day|that\s(?:very\s|same\s)?(?:day|date))"
    r"|(?P<limit>by|before|until|till)\s(?:then|that\s(?:day|date)))\b",
    re.IGNORECASE,
)
_TAKES_UP = frozenset("it this that".split())
_NEAR = 400  # characters back to the day that "by then" takes up


@dataclass(frozen=True, slots=True)
class DatedEvents:
    """What is dated in one text: `of_noun` gives the only coming date of an event's noun.

    `days` are all coming days by offset, `of_sentence` those that are the subject of a
    sentence: "Friday will be hard".
    """

    of_noun: dict[str, str]
    days: tuple[tuple[int, str], ...]
    of_sentence: dict[int, str]

    def due(self, parse: Parse, spans: Spans) -> str | None:
        """The date of the event that a claim is about; None where it names none, or one without a date."""
        day = self._same_day(parse, spans)
        if day is not None:
            return day
        for index in parse.within_all(spans):
            edtf = self.of_noun.get(_noun(parse, index))
            if edtf is None or not _is_argument(parse, index, spans):
                continue
            if clause.condition_on(parse, index) is None:
                limit = clause.limit_on(parse, index)
                return calendar.until(edtf) if limit == "until" else None if limit else edtf
        return None

    def _same_day(self, parse: Parse, spans: Spans) -> str | None:
        """The last day named before the claim, if it says "on that day", "by then" or just "it"."""
        for start, end in spans:
            match = _SAME_DAY.search(parse.text, start, end)
            if match is None:
                continue
            day = next((edtf for at, edtf in reversed(self.days) if at < start), None)
            is_far = not any(start - _NEAR <= at < start for at, _ in self.days)
            if match["limit"]:
                return None if day is None or is_far else calendar.until(day)
            return day
        return self._taken_up(parse, spans)

    def _taken_up(self, parse: Parse, spans: Spans) -> str | None:
        """The day that the sentence before was about, if the claim's pronoun takes it up."""
        if not self.of_sentence:
            return None
        for index in parse.within_all(spans):
            token = parse.tokens[index]
            if token.lower in _TAKES_UP and token.dep in ("nsubj", "dobj"):
                return self.of_sentence.get(token.sentence - 1)
        return None


def dated_events(parse: Parse, published: str | None) -> DatedEvents:
    """The coming events that a text dates by a time on the noun or on its verb, once for every text.

    A noun with two dates that exclude each other has none.
    """
    base = calendar.read_date(published)
    times = find_times(parse, ((0, len(parse.text)),), published) if base else ()
    dates: dict[str, set[str]] = {}
    days, of_sentence = [], {}
    for time in times:
        if time.edtf is None or base is None:
            continue
        if _is_coming(time.edtf, base) and len(time.edtf.rstrip("~")) == len("2022-02-16"):
            days.append((time.span[0], time.edtf))
            index = clause.root_of(parse, time.span)
            if index is not None and _is_subject(parse, index):
                of_sentence[parse.tokens[index].sentence] = time.edtf
        for noun, edtf in _dated_by(parse, time):
            if _is_coming(edtf, base):
                dates.setdefault(noun, set()).add(edtf)
    known = {noun: _only(found) for noun, found in dates.items()}
    return DatedEvents({noun: edtf for noun, edtf in known.items() if edtf}, tuple(days), of_sentence)


def _is_subject(parse: Parse, index: int) -> bool:
    """Whether a time is the subject of its verb, as the grammar says or for want of another."""
    token = parse.tokens[index]
    if token.dep != "npadvmod":
        return token.dep == "nsubj"
    return not any(parse.tokens[one].dep.startswith("nsubj") for one in children_of(parse, token.head))


def _is_coming(edtf: str, base: date) -> bool:
    """Whether a closed time is not over."""
    last = calendar.last_day(edtf)
    return calendar.OPEN not in edtf and last is not None and last >= base


def _only(found: set[str]) -> str | None:
    """The one date of several that lies in all the others; None where they exclude each other."""
    return next((one for one in sorted(found) if all(calendar.holds(other, one) for other in found)), None)


def _dated_by(parse: Parse, time: Time) -> list[tuple[str, str]]:
    """Nouns of events that a time dates, with the date."""
    assert time.edtf is not None
    index = clause.root_of(parse, time.span)
    if index is None:
        return []
    counted = _DAYS_BEFORE.match(parse.text, time.span[1], time.span[1] + 40)
    if counted is not None:
        return _dated_by_count(parse, time, counted)
    if len(time.edtf) == len("2022") and clause.names_a_thing(parse, index):
        return []
    before = parse.within(time.span)[0] - 1
    if before >= 0 and _noun(parse, before) in _EVENTS:
        return [(_noun(parse, before), calendar.season_as_months(time.edtf))]
    for above in clause.path_up(parse, index):
        token = parse.tokens[above]
        if _noun(parse, above) in _EVENTS and token.pos in ("NOUN", "PROPN"):
            return [(_noun(parse, above), calendar.season_as_months(time.edtf))]
        if token.pos in ("VERB", "AUX"):
            held = [
                _noun(parse, child)
                for child in children_of(parse, above)
                if parse.tokens[child].dep in ("nsubj", "nsubjpass", "dobj")
            ]
            ahead = tense_at(parse, above) is Tense.AHEAD
            return [(noun, time.edtf) for noun in held if noun in _EVENTS and ahead][:1]
    return []


def _dated_by_count(parse: Parse, time: Time, counted: re.Match[str]) -> list[tuple[str, str]]:
    """The event that a count of days from a time leads to: "Wednesday, six days before the vote"."""
    first = calendar.first_day(time.edtf or "")
    if first is None or time.edtf != calendar.day(first):
        return []
    words = counted["number"].lower()
    number = int(words) if words.isdigit() else NUMBERS[words]
    days = number * 7 if counted["unit"].lower() == "week" else number
    for index in parse.within((counted.end(), counted.end() + 60)):
        noun = _noun(parse, index)
        if noun in _EVENTS:
            return [(noun, calendar.day(first + timedelta(days)))]
    return []


def _noun(parse: Parse, index: int) -> str:
    return parse.tokens[index].lower


def _is_argument(parse: Parse, index: int, spans: Spans) -> bool:
    """Whether a noun is the uppermost of its claim, or hangs on a verb, at most through a preposition."""
    token = parse.tokens[index]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    above = token.head
    if parse.tokens[above].pos == "ADP":
        above = parse.tokens[above].head
    governor = parse.tokens[above]
    outside = not any(start <= governor.start < end for start, end in spans)
    return outside or governor.pos in ("VERB", "AUX")
