"""When a forecast or commitment falls due, chosen among the times in and around its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.model.meaning import Orientation, Time
from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times import calendar, clause
from counterclaim.read.times.events import DatedEvents
from counterclaim.read.times.resolve import find_times
from counterclaim.read.times.tense import Tense, tense_at
from counterclaim.read.times.value import NO_DATE

_DUE = (Orientation.FUTURE, Orientation.COMMITMENT)
_FAR = 1000  # depth of a time that hangs on no verb
_MOST_TIMES = 100  # of a claim
_LONGEST = 400  # tokens of a sentence that is searched around a claim
# Verbs whose time is that of saying, not of what is said.
_HELD_ONCE = frozenset("election elections vote ballot referendum polls games olympics cup summit".split())
_FROM_THEN = frozenset("before until till".split())
_SAYING = frozenset(
    """say tell announce speak address declare ask discuss explain report comment vow pledge promise
    threaten warn predict""".split()
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    time: Time
    edtf: str
    verb: int | None
    depth: int


def due_of(
    parse: Parse,
    spans: Spans,
    times: Sequence[Time],
    orientation: Orientation,
    published: str | None,
    events: DatedEvents | None = None,
) -> str | None:
    """EDTF time at or by which a claim's forecast comes true or its promise is kept; None without one.

    `times` are those of the claim's spans.  Times of the past, of conditions and of
    background are no due.  Without a time of its own a claim takes that of a clause
    around it that looks ahead, or that of an event which the text dates elsewhere
    (`events`, see `dated_events`).
    """
    if orientation not in _DUE or not spans:
        return None
    base = calendar.read_date(published)
    own = _candidates(parse, times, base)
    if own:
        return _chosen(parse, own)
    if any(time.reason == NO_DATE for time in times):
        return None
    return _from_around(parse, spans, base) or (events.due(parse, spans) if events else None)


def _candidates(parse: Parse, times: Sequence[Time], base: date | None) -> list[_Candidate]:
    found = []
    for time in times[:_MOST_TIMES]:
        index = clause.root_of(parse, time.span)
        if index is None or time.edtf is None:
            continue
        edtf = _due_by(parse, time, index, base)
        if edtf is not None:
            verb = clause.verb_of(parse, index)
            depth = len(clause.path_up(parse, verb)) if verb is not None else _FAR
            found.append(_Candidate(time, edtf, verb, depth))
    return found


def _due_by(parse: Parse, time: Time, index: int, base: date | None) -> str | None:
    """The time as a due, its event's limit laid on; None where it is past, a condition or background."""
    assert time.edtf is not None
    edtf = calendar.season_as_months(time.edtf)
    if not _lies_ahead(parse, time, edtf, index, base):
        return None
    condition = clause.condition_on(parse, index)
    if condition is not None:  # "unless it begins by Friday" falls due from Friday on
        is_limit = condition == "unless" and edtf.startswith(calendar.OPEN)
        return calendar.since(calendar.end_of(edtf)) if is_limit else None
    if calendar.OPEN in edtf:
        return _not_until(parse, time, index, edtf)
    limit = clause.limit_on(parse, index)
    if limit is None:
        return edtf
    return calendar.until(edtf) if limit == "until" else calendar.since(edtf)


def _not_until(parse: Parse, time: Time, index: int, edtf: str) -> str:
    """A limit as it is, save that what is "not ready before 2030" falls due from then on."""
    word = parse.text[time.span[0] : time.span[1]].split(None, 1)[0].lower()
    verb = clause.verb_of(parse, index)
    if word not in _FROM_THEN or verb is None or not clause.is_ruled_out(parse, verb):
        return edtf
    return calendar.beyond(edtf) if word == "before" else calendar.since(calendar.end_of(edtf))


def _lies_ahead(parse: Parse, time: Time, edtf: str, index: int, base: date | None) -> bool:
    first, last = calendar.first_day(edtf), calendar.last_day(edtf)
    if base is None:
        return tense_at(parse, index) is Tense.AHEAD
    if (last is not None and last < base) or (last is None and first is not None and first < base):
        return False
    verb = clause.verb_of(parse, index)
    soon = parse.tokens[index].lower in ("today", "tomorrow", "overnight")
    if soon and verb is not None and clause.is_negated(parse, verb):
        return False  # "not tomorrow" means "not soon"
    from_now = first == base and last is not None and last > base
    begun = first is not None and first <= base and not from_now
    if len(edtf) == len("2022") and clause.names_a_thing(parse, index):
        return not begun and parse.tokens[parse.tokens[index].head].lower in _HELD_ONCE
    return not begun or _is_due_now(parse, time, verb)


def _is_due_now(parse: Parse, time: Time, verb: int | None) -> bool:
    """A time that has begun ("this year", "today") is due only of a verb that looks ahead."""
    if parse.text[time.span[1] : time.span[1] + 2] in ("'s", "’s"):
        return False
    return verb is None or clause.looks_ahead(parse, verb)


def _chosen(parse: Parse, found: list[_Candidate]) -> str:
    """The time of the uppermost clause; two of one clause that are joined make a stretch.

    A day that is named as the earliest goes before all: "within days, perhaps as early as Friday".
    """
    earliest = [one for one in found if _names_the_earliest(parse, one.time)]
    if earliest:
        return max(earliest, key=lambda one: calendar.start_of(one.edtf)).edtf
    depth = min(candidate.depth for candidate in found)
    top = [candidate for candidate in found if candidate.depth == depth]
    first = top[0]
    if len(top) == 1:
        return first.edtf
    narrow = [one for one in top if not any(_is_wider(one.edtf, other.edtf) for other in top)]
    if len(narrow) == 1 or not narrow:
        return (narrow or top)[-1].edtf
    between = parse.text[narrow[0].time.span[1] : narrow[-1].time.span[0]]
    if narrow[0].verb == narrow[-1].verb and (" and " in between or between.split()[:1] == ["or"]):
        return calendar.joined(narrow[0].edtf, narrow[-1].edtf)
    return narrow[0].edtf


def _names_the_earliest(parse: Parse, time: Time) -> bool:
    words = parse.text[time.span[0] : time.span[1]].lower()
    return "earliest" in words or words.startswith(("as early as", "as soon as"))


def _is_wider(outer: str, inner: str) -> bool:
    return calendar.holds(outer, inner) and not calendar.holds(inner, outer)


def _from_around(parse: Parse, spans: Spans, base: date | None) -> str | None:
    """The time of a clause around the claim that looks ahead: "its findings will appear in August"."""
    root = clause.root_of(parse, spans[0])
    if root is None:
        return None
    sentence = parse.sentence_at(spans[0][0])
    above = clause.path_up(parse, root)
    if len(sentence) > _LONGEST or not above or clause.condition_on(parse, root) is not None:
        return None
    whole = ((parse.tokens[sentence[0]].start, parse.tokens[sentence[-1]].end),)
    published = base.isoformat() if base else None
    for time in find_times(parse, whole, published):
        index = clause.root_of(parse, time.span)
        verb = clause.verb_of(parse, index) if index is not None else None
        if index is None or verb not in above or time.edtf is None:
            continue
        if not clause.looks_ahead(parse, verb) or parse.tokens[verb].lower in _SAYING:
            continue
        edtf = _due_by(parse, time, index, base)
        if edtf is not None:
            return edtf
    return None
