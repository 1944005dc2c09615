"""Where a time expression hangs in its sentence: the verb it dates, and the words on the way there."""

from __future__ import annotations

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse
from counterclaim.read.times.tense import AHEAD, MOST_STEPS, Tense, children_of, tense_of, verbs_above

_IF = frozenset("if unless once whether provided assuming".split())
_MODIFIERS = frozenset("compound nummod amod nmod appos".split())
# What an "if" completes after these is asked about or felt, and no condition.
_OPEN_QUESTION = frozenset("surprised shocked wonder see ask know doubt sure unclear".split())
_PUT_TO = frozenset("for to until till".split())
_SETS = frozenset(
    """set scheduled rescheduled slated planned fixed called postponed delayed deferred moved pushed extended
    prolonged adjourned booked summoned invited convened""".split()
)
# Verbs whose "is ...ing" tells what goes on, and no plan.
_GOING_ON = frozenset("happening occurring unfolding witnessing seeing facing suffering living".split())
_NOBODY = frozenset("nobody none nothing neither never hardly".split())
_UNTIL = frozenset("before until till by ahead".split())
_SINCE = frozenset("after since following".split())


def root_of(parse: Parse, span: Span) -> int | None:
    """The token of a span whose head lies outside of it; None where the span touches no token."""
    inside = parse.within(span)
    for index in inside:
        head = parse.tokens[index].head
        if head == index or head not in inside:
            return index
    return inside[0] if inside else None


def path_up(parse: Parse, index: int) -> list[int]:
    """The tokens above one, nearest first, up to the root."""
    path: list[int] = []
    while len(path) < MOST_STEPS:
        head = parse.tokens[index].head
        if head == index:
            break
        path.append(head)
        index = head
    return path


def verb_of(parse: Parse, index: int) -> int | None:
    """The nearest verb above a token, or the token itself."""
    return next(verbs_above(parse, index), None)


def condition_on(parse: Parse, index: int) -> str | None:
    """The word that makes a condition of a token's clause ("if", "unless"); None for other clauses."""
    below = index
    for verb in (index, *path_up(parse, index)):
        for child in children_of(parse, verb):
            token = parse.tokens[child]
            if token.lower in _IF and token.dep in ("mark", "advmod") and child != below:
                return None if _leaves_open(parse, parse.tokens[verb].head) else token.lower
        below = verb
    return None


def _leaves_open(parse: Parse, verb: int) -> bool:
    words = {parse.tokens[child].lower for child in children_of(parse, verb)} | {parse.tokens[verb].lower}
    return not words.isdisjoint(_OPEN_QUESTION)


def limit_on(parse: Parse, index: int) -> str | None:
    """The limit, "until" or "since", that an event sets: "before the convention in July"; None for none."""
    for above in path_up(parse, index):
        token = parse.tokens[above]
        if token.pos in ("VERB", "AUX"):
            return _limit_at(parse, above, index)
        if token.lower in _UNTIL | _SINCE:
            return "until" if token.lower in _UNTIL else "since"
    return None


def _limit_at(parse: Parse, verb: int, index: int) -> str | None:
    """The limit by a word that hangs on the verb: before its clause, or between it and the time."""
    for child in children_of(parse, verb):
        lower = parse.tokens[child].lower
        if child < verb and lower in ("before", "until", "till"):
            return "until"
        limits = parse.tokens[child].pos == "ADP" or lower == "ahead"
        if verb < child < index and limits and lower in _UNTIL | _SINCE:
            return "until" if lower in _UNTIL else "since"
    return None


def looks_ahead(parse: Parse, index: int) -> bool:
    """Whether the clause of a token tells of what is to come, by "will", "is to", "plans to" and the like.

    The bare present of a timetable ("talks begin") does not suffice.
    """
    for verb in verbs_above(parse, index):
        tense = tense_of(parse, verb)
        if tense is not None:
            token = parse.tokens[verb]
            bare = token.tag in ("VBP", "VBZ") and token.lower not in AHEAD and not _has_helper(parse, verb)
            return tense is Tense.AHEAD and not bare and token.lower not in _GOING_ON
    return False


def _has_helper(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[child].dep in ("aux", "auxpass") for child in children_of(parse, verb))


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether "not" or "never" hangs on a verb, or on the one that its infinitive completes."""
    if any(parse.tokens[child].dep == "neg" for child in children_of(parse, verb)):
        return True
    token = parse.tokens[verb]
    return token.dep == "xcomp" and any(
        parse.tokens[child].dep == "neg" for child in children_of(parse, token.head)
    )


def is_set_for(parse: Parse, index: int) -> bool:
    """Whether a time is what something was put to: "set a hearing for 2 May", "moved to Friday"."""
    path = path_up(parse, index)
    before = next((at for at, above in enumerate(path[:2]) if parse.tokens[above].lower in _PUT_TO), None)
    if before is None:
        return False
    verb = next((above for above in path[before + 1 : before + 3] if parse.tokens[above].pos == "VERB"), None)
    return verb is not None and parse.tokens[verb].lower in _SETS


def is_ruled_out(parse: Parse, verb: int) -> bool:
    """Whether a verb is negated, by "not", by "no" at its subject, or as "unlikely"."""
    if parse.tokens[parse.tokens[verb].head].lower == "unlikely":
        return True
    for child in children_of(parse, verb):
        token = parse.tokens[child]
        if token.lower in _NOBODY | {"unlikely"}:
            return True
        if token.dep in ("nsubj", "nsubjpass") and any(
            parse.tokens[one].lower == "no" for one in children_of(parse, child)
        ):
            return True
    return is_negated(parse, verb)


def names_a_thing(parse: Parse, index: int) -> bool:
    """Whether a year is part of a name or description: "the 2016 campaign", "Steadfast 2022"."""
    token = parse.tokens[index]
    return token.dep in _MODIFIERS and parse.tokens[token.head].pos in ("NOUN", "PROPN")
