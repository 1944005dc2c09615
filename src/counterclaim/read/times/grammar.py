"""The forms in which English writes a time, found by their first or their telling word.

A form is a pattern that is tried only where one of its words stands, so that a text
without times costs no more than a look at each word.  Every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.read.times.words import CENTURIES, MONTHS, NUMBERS, SEASONS, UNITS, WEEKDAYS

_S = r"\s{1,3}"
_MONTH_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_BARE_MONTH = rf"(?:{_MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:{_DASH}|{_S}(?:to|and|through|until){_S})"
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_FEW = r"(?:(?:a\s)?few|several|a\scouple(?:\sof)?|couple\sof|some|many|dozens\sof)"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midday)"
_UNIT = f"(?:{UNITS})"
_WHICH = r"(?:this|next|last|past|previous|coming|upcoming|current)"

FORMS: dict[str, str] = {
    "iso": rf"(?P<date>{_YEAR}-\d\d-\d\d)(?:T[\d:.]{{2,15}}(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    "numeric": r"(?P<a>\d{1,2})(?P<by>[./])(?P<b>\d{1,2})(?P=by)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    "clock": (
        rf"(?:(?P<hour>\d{{1,2}})(?:[:.]\d\d)?\s?(?:[ap]m\b|[ap]\.\s?m\.|o['’]clock|(?:GMT|UTC|EST|EDT)\b)"
        rf"|\d\d:\d\d(?:{_S}(?:local|Moscow|Kyiv|Kiev|London){_S}time)?(?![:\d])"
        r"|(?i:noon|midnight)\b)"
        rf"(?:{_S}\(?(?:GMT|UTC|EST|EDT|ET|local{_S}time)\)?)?"
    ),
    "day_month": (
        rf"(?P<day>{_DAY}){_TH}(?:{_TO}(?P<last>{_DAY}){_TH})?{_S}(?:of{_S})?(?P<month>{_MONTH})"
        rf"(?!\w)(?:,?{_S}(?P<year>{_YEAR})(?!\d|,\d))?"
        rf"(?={_TO}{_DAY}{_TH}{_S}{_MONTH},?{_S}(?P<hint>{_YEAR})\b)?"
    ),
    "month_day": (
        rf"(?P<month>{_MONTH}){_S}(?P<day>{_DAY}){_TH}(?![\d%:]|[.,]\d|\spercent|\s(?:million|billion))"
        rf"(?:{_DASH}(?P<last>{_DAY}){_TH}(?!\d))?(?:\s?,?{_S}(?P<year>{_YEAR})(?!\d|,\d))?"
        rf"(?={_TO}{_MONTH}{_S}{_DAY}{_TH}\s?,?{_S}(?P<hint>{_YEAR})\b)?"
    ),
    "month": (
        rf"(?P<month>{_BARE_MONTH})(?!\w)(?:,?{_S}(?:of{_S})?"
        rf"(?:(?P<year>{_YEAR})(?!\d|,\d)|(?P<which>(?:this|last|next)){_S}year\b))?"
        rf"(?={_TO}{_BARE_MONTH},?{_S}(?:of{_S})?(?P<hint>{_YEAR})\b)?"
    ),
    "weekday": rf"(?P<weekday>{_WEEKDAY})\b(?:{_S}(?:{_PART_OF_DAY})\b)?",
    "day_word": (
        rf"(?i:(?P<word>today|tonight|tomorrow|yesterday|day{_S}after{_S}tomorrow|day{_S}before{_S}yesterday"
        rf"|last{_S}night|this{_S}{_PART_OF_DAY})\b(?:{_S}{_PART_OF_DAY}\b)?)"
    ),
    "window": (
        rf"(?i:(?P<which>next|coming|past|last|previous|recent){_S}"
        rf"(?:(?P<number>{_NUMBER})|(?P<few>{_FEW}))?(?:\s|-)?(?:(?:straight|consecutive|or\sso){_S})?"
        rf"(?P<unit>{_UNIT})\b(?:{_S}(?:and|or)(?:{_S}even)?{_S}(?P<unit2>{_UNIT}|so)\b)?)"
    ),
    "which": (
        rf"(?P<which>(?i:{_WHICH}(?:{_S}(?:past|coming|upcoming|current))?)){_S}"
        rf"(?:(?P<month>{_MONTH_FULL})|(?P<weekday>{_WEEKDAY})"
        rf"|(?i:(?P<season>{_SEASON})|(?P<unit>week|weekend|month|quarter|year|decade|century)))\b"
        rf"(?:{_S}{_PART_OF_DAY}\b)?"
    ),
    "in_units": (
        rf"(?i:(?P<how>in{_S}(?:less{_S}than|under)|in|within)"
        rf"{_S}(?:(?:just|about|around|as{_S}little{_S}as|(?:the{_S}space|a{_S}matter){_S}of){_S})?"
        rf"(?:(?P<number>{_NUMBER})|(?P<few>{_FEW})|(?=(?:hours|days|weeks|months|years)\b)"
        r"|(?<=within\s)the\s(?=(?:hour|day|week|fortnight|month|year)\b(?!\s(?:of|before|after)\b)))"
        rf"(?:\s|-)?(?P<unit>{_UNIT})\b(?:['’]s?{_S}time)?)"
    ),
    "ahead": rf"(?i:(?P<unit>hours|days|weeks|months|years|decades){_S}(?:ahead(?!{_S}of\b)|to{_S}come)\b)",
    "allowed": (
        r"(?i:(?:(?:have|has)(?:\s(?:just|only|now|about|up|to|at|most|least|still|another|some)){0,3}"
        rf"|(?:giv(?:e|es|en|ing)|gave)(?:{_S}(?!for\b)[^\W\d_]{{1,20}}){{0,4}}?){_S}"
        rf"(?P<begin>(?P<number>{_NUMBER}){_S}(?:more{_S})?(?P<unit>hours?|days?|weeks?|months?))\b"
        rf"(?={_S}(?:(?:left|remaining){_S})?(?:in{_S}which{_S})?to{_S}[a-z]))"
    ),
    "unit_end": (
        rf"(?i:(?P<unit>year|month|week|quarter|decade|century)"
        rf"(?:(?:['’]s{_S}|-|{_S})end|{_S}(?:ends|is{_S}(?:out|over)|runs{_S}out))\b)"
    ),
    "mid_century": rf"(?i:mid(?:-|{_S})?century\b)",
    "overnight": r"(?i:overnight\b)",
    "nth_day": rf"(?P<nth>{_DAY})(?:st|nd|rd|th)\b(?:{_S}of{_S}(?P<which>this|next|last|the){_S}month\b)?",
    "quarter": (
        rf"(?:(?P<nth>(?i:first|second|third|fourth|final|last))(?:{_S}|-)(?P<what>(?i:quarter|half))|Q(?P<q>[1-4]))\b"
        rf"(?:{_S}(?i:of{_S})?(?:(?P<year>{_YEAR})(?!\d)|(?i:(?P<which>the|this|next|last){_S}year\b)))?"
    ),
    "season": rf"(?i:(?P<season>{_SEASON})\b)(?:{_S}(?:of{_S})?(?P<year>{_YEAR})(?!\d))?",
    "century": rf"(?i:(?P<nth>(?:1[5-9]|2[01])(?:st|th)|{'|'.join(CENTURIES)})(?:{_S}|-)century\b)",
    "decade": r"(?:(?P<decade>(?:1[5-9]|20)\d)0['’]?s|['’](?P<short>\d)0['’]?s)\b",
    "year": rf"(?P<year>{_YEAR})(?:{_DASH}(?P<last>{_YEAR}|\d\d)(?![\d-]))?(?![\d%]|[.,:/]\d|-\d)",
    "unit": (
        r"(?i:(?P<unit>week|weekend|month|quarter|year|decade|century))\b"
        rf"(?!\s{{1,3}}(?:ago|from\s(?:now|today|tonight|(?:this\s)?{_WEEKDAY}))\b)"
    ),
    "holiday": (
        r"(?P<holiday>Christmas(?:\s(?:Day|Eve))?|New\sYear['’]s\s(?:Day|Eve)|Easter(?:\sSunday)?"
        r"|Thanksgiving(?:\sDay)?|Labor\sDay|Memorial\sDay|Election\sDay|Halloween|Valentine['’]s\sDay"
        r"|Fourth\sof\sJuly)\b"
    ),
}
_COMPILED = {name: re.compile(pattern) for name, pattern in FORMS.items()}

_BY_WORD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(MONTHS, ("month_day", "month")),
    **dict.fromkeys(WEEKDAYS, ("weekday",)),
    **dict.fromkeys(SEASONS, ("season",)),
    **dict.fromkeys("today tonight tomorrow yesterday".split(), ("day_word",)),
    **dict.fromkeys("week weekend month quarter year decade century".split(), ("unit_end", "unit")),
    **dict.fromkeys("hours days weeks months years decades".split(), ("ahead",)),
    **dict.fromkeys("have has give gives given giving gave".split(), ("allowed",)),
    **dict.fromkeys("mid midcentury".split(), ("mid_century",)),
    "overnight": ("overnight",),
    **dict.fromkeys("first second third fourth final q1 q2 q3 q4".split(), ("quarter",)),
    **{name.partition("-")[0]: ("century",) for name in CENTURIES},
    **dict.fromkeys(
        "christmas new easter thanksgiving labor memorial election halloween valentine".split(), ("holiday",)
    ),
    "fourth": ("holiday", "quarter"),
    "day": ("day_word",),
    "this": ("day_word", "which"),
    "last": ("day_word", "quarter", "which", "window"),
    "next": ("which", "window"),
    "past": ("which", "window"),
    "previous": ("which", "window"),
    "coming": ("which", "window"),
    "upcoming": ("which", "window"),
    "recent": ("window",),
    "current": ("which",),
    "in": ("in_units",),
    "within": ("in_units",),
    "noon": ("clock",),
    "midnight": ("clock",),
    "ago": ("ago",),
    "from": ("hence",),
}
_OF_DIGITS = ("iso", "numeric", "clock", "day_month", "century", "decade", "nth_day", "year")
_LONGEST_COUNT = 40  # characters before "ago"
_WORD = re.compile(r"[^\W_]{1,40}")
_COUNTED = re.compile(
    rf"(?i)(?:(?P<number>(?<![\w.,])(?:{_NUMBER}))|(?P<few>(?<!\w){_FEW})|(?<!\w))(?:\s|-)?"
    rf"(?P<unit>{_UNIT}){_S}\Z"
)
_HENCE = re.compile(rf"(?i)from{_S}(?:now|today|tonight|(?:this{_S})?(?P<weekday>{_WEEKDAY}))\b")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One time expression without the words around it that change its value."""

    form: str
    start: int
    end: int
    groups: dict[str, str | None]

    def __getitem__(self, group: str) -> str:
        """The words of a part of the form, lower case; empty where they do not stand."""
        return (self.groups.get(group) or "").lower()


def leaves(text: str, start: int, end: int) -> Iterator[Leaf]:
    """Time expressions in a stretch of a text, in reading order, none over another."""
    at = start
    for word in _WORD.finditer(text, start, end):
        if word.start() < at:
            continue
        leaf = _leaf_at(text, word, start, end, at)
        if leaf is not None:
            at = leaf.end
            yield leaf


def _leaf_at(text: str, word: re.Match[str], start: int, end: int, after: int) -> Leaf | None:
    """The longest form that begins at a word; of equals the first in the table."""
    lower = word[0].lower()
    forms = _OF_DIGITS if lower[0].isdigit() else _BY_WORD.get(lower, ())
    if not forms:
        return None
    if forms in (("ago",), ("hence",)):
        return _counted(text, word, max(start, after), end)
    begin = word.start()
    if begin and lower[0].isdigit() and text[begin - 1] in "$£€.,:/#":
        return None
    matches = [
        (name, match) for name in forms if (match := _COMPILED[name].match(text, begin, end)) is not None
    ]
    if not matches:
        return _short_decade(text, begin, start, end) if lower[0].isdigit() else None
    name, best = max(matches, key=lambda found: found[1].end())
    if name == "which" and begin >= 4 and text[begin - 4 : begin].lower() == "the ":
        name, best = next((found for found in matches if found[0] == "window"), (name, best))
    return Leaf(name, best.start("begin") if name == "allowed" else begin, best.end(), best.groupdict())


def _short_decade(text: str, begin: int, start: int, end: int) -> Leaf | None:
    """A decade such as "'90s", whose apostrophe is no part of the word."""
    match = _COMPILED["decade"].match(text, begin - 1, end) if begin > start else None
    return Leaf("decade", begin - 1, match.end(), match.groupdict()) if match else None


def _counted(text: str, word: re.Match[str], start: int, end: int) -> Leaf | None:
    """A count of units with "ago" or "from now", found from these words."""
    hence = _HENCE.match(text, word.start(), end)
    if hence is None and word[0].lower() != "ago":
        return None
    begin = max(start, word.start() - _LONGEST_COUNT)
    match = _COUNTED.search(text[begin : word.start()])
    if match is None:
        return None
    groups = match.groupdict()
    if hence is None:
        return Leaf("ago", begin + match.start(), word.end(), groups)
    return Leaf("hence", begin + match.start(), hence.end(), groups | hence.groupdict())
