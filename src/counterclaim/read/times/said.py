"""When something was said: the time at the reporting words, else the day of publication."""

from __future__ import annotations

from counterclaim.model.meaning import Time
from counterclaim.model.span import Span, Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times import calendar, clause
from counterclaim.read.times.resolve import find_times

_LONGEST = 800  # characters before and after the cue that are searched
_PUBLISHED = frozenset(
    """
    address article briefing column conference dispatch email interview letter memo message op-ed
    poll post report speech statement study survey testimony tweet
    released published issued posted dated broadcast aired
    """.split()
)
_NEAR = 25  # characters from the cue within which a time belongs to it, whatever the parse says


def said_of(
    parse: Parse, source: Spans, cue: Spans, content: Spans, published: str | None
) -> tuple[str | None, bool]:
    """EDTF time of saying, and whether the text itself gives it.

    That is the time that hangs on the cue or on what names the source ("told reporters on
    4 May", "in a Tuesday statement"), outside of the content and not after publication;
    else the day of publication, with False; (None, False) without either.
    """
    base = calendar.read_date(published)
    said = _stated(parse, source, cue, content, published)
    if said is not None:
        return said, True
    return (base.isoformat() if base else None), False


def _stated(parse: Parse, source: Spans, cue: Spans, content: Spans, published: str | None) -> str | None:
    base = calendar.read_date(published)
    places = cue or source
    if not places:
        return None
    sentence = parse.sentence_at(places[0][0])
    if not sentence:
        return None
    start = max(parse.tokens[sentence[0]].start, places[0][0] - _LONGEST)
    end = min(parse.tokens[sentence[-1]].end, places[0][0] + _LONGEST)
    outside = _without((start, end), content)
    for time in find_times(parse, outside, published):
        if time.edtf is None or calendar.OPEN in time.edtf:
            continue
        if not (_of_source(parse, time) if _inside(time, source) else _of_cue(parse, time, cue)):
            continue
        first = calendar.first_day(time.edtf)
        if base is None or (first is not None and first <= base):
            return time.edtf
    return None


def _without(whole: Span, holes: Spans) -> Spans:
    """What is left of a span outside of others."""
    left: list[Span] = []
    at, end = whole
    for start, stop in sorted(holes):
        if start > at:
            left.append((at, min(start, end)))
        at = max(at, stop)
    left.append((at, end))
    return tuple((start, stop) for start, stop in left if start < stop)


def _inside(time: Time, spans: Spans) -> bool:
    return any(start <= time.span[0] and time.span[1] <= end for start, end in spans)


def _of_source(parse: Parse, time: Time) -> bool:
    """Whether a time in the source dates what was published, "a Tuesday memo", and not a person's past."""
    index = clause.root_of(parse, time.span)
    if index is None:
        return False
    above = [parse.tokens[at].lower for at in clause.path_up(parse, index)[:2]]
    if len(above) == 2 and above[0] in ("on", "from", "in", "of"):
        above = above[1:]
    return bool(above) and above[0] in _PUBLISHED


def _of_cue(parse: Parse, time: Time, cue: Spans) -> bool:
    """Whether a time hangs on the cue before any other verb, stands in it, or right beside it."""
    if _inside(time, cue):
        return True
    index = clause.root_of(parse, time.span)
    if index is None:
        return False
    anchors = set(parse.within_all(cue))
    for above in clause.path_up(parse, index):
        if above in anchors:
            return True
        if parse.tokens[above].pos in ("VERB", "AUX"):
            break
    return any(0 <= time.span[0] - end <= 1 or _is_beside(parse, time.span, end) for _, end in cue)


def _is_beside(parse: Parse, span: Span, end: int) -> bool:
    """Whether only a few words without punctuation stand between the cue and a time after it."""
    between = parse.text[end : span[0]]
    return 0 < len(between) <= _NEAR and not any(mark in between for mark in ',;:.\n"“”')
