"""Whether the clause around a word looks back or ahead, told from verbs and their auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from counterclaim.read.parse import Parse, Token

# Bounds on trees, since hostile text can make them deeper and wider than any sentence.
MOST_STEPS = 40
MOST_CHILDREN = 100

_MODALS = frozenset("will would shall should may might could can must 'll ’ll 'd ’d wo ca".split())
_HAVE = frozenset("have has had having 've ’ve 's ’s 'd ’d".split())
_BE_PAST = frozenset("was were been".split())
_BE_PRESENT = frozenset("is are am 's ’s 're ’re 'm ’m being be".split())
# Verbs that look ahead whatever their form: what hangs on them lies in the future.
AHEAD = frozenset(
    """
    aim aims anticipate anticipated anticipates bound due expect expected expecting expects going
    gonna intend intended intending intends intent likely plan planned planning plans poised prepare
    prepared prepares preparing pledge pledged pledges promise promised promises propose proposed
    ready scheduled schedule set slated supposed threaten threatened threatens vow vowed vows want
    wants hope hopes hoping offer offered forecast forecasts projected predicted predict predicts
    """.split()
)
# Verbs after whose "to" something has happened or happens: "managed to cross", "began to leave".
_DONE = frozenset(
    """
    manage managed manages fail failed fails begin began begun begins start started starts continue
    continued continues try tried tries had used seem seemed seems appear appeared appears helped
    came forced happened proved chose
    """.split()
)
# Verbs whose present tense tells a timetable: "talks begin on Monday".
_TIMETABLE = frozenset(
    """
    begin begins start starts open opens close closes end ends meet meets leave leaves arrive arrives
    expire expires resume resumes return returns convene convenes depart departs face faces vote votes
    is are 's ’s 're ’re takes take kicks kick falls comes holds hold runs run head heads headed
    """.split()
)
_VERBAL = frozenset(("VERB", "AUX"))


class Tense(StrEnum):
    """Where a clause looks from the time of its telling."""

    PAST = "past"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


def children_of(parse: Parse, index: int) -> tuple[int, ...]:
    """What hangs on a token, the first MOST_CHILDREN of it."""
    return parse.children[index][:MOST_CHILDREN]


def verbs_above(parse: Parse, index: int) -> Iterator[int]:
    """Verbs on the way from a token to its root, nearest first, the token itself included."""
    for _ in range(MOST_STEPS):
        token = parse.tokens[index]
        if token.pos in _VERBAL and token.dep not in ("aux", "auxpass"):
            yield index
        if token.head == index:
            return
        index = token.head


def tense_at(parse: Parse, index: int) -> Tense:
    """The tense of the clause that a token stands in: that of the nearest verb above which shows one."""
    is_present = False
    for verb in verbs_above(parse, index):
        tense = tense_of(parse, verb)
        if is_present:
            return Tense.AHEAD if tense is Tense.AHEAD else Tense.UNKNOWN
        if tense in (Tense.PAST, Tense.AHEAD):
            return tense
        is_present = tense is Tense.UNKNOWN  # "expected when markets reopen on Tuesday"
    return Tense.UNKNOWN


def tense_of(parse: Parse, verb: int) -> Tense | None:
    """The tense of a verb with its auxiliaries; None where it shows none, as a bare "-ing"."""
    token = parse.tokens[verb]
    helpers = [
        parse.tokens[child]
        for child in children_of(parse, verb)
        if parse.tokens[child].dep in ("aux", "auxpass") and child < verb
    ]
    helping = {helper.lower for helper in helpers}
    if any(helper.tag == "MD" or helper.lower in ("will", "wo", "shall") for helper in helpers):
        return Tense.PAST if helping & _HAVE and "will" not in helping else Tense.AHEAD
    if token.tag == "MD":
        return Tense.AHEAD
    if token.lower in AHEAD and not helping & _HAVE:
        return Tense.AHEAD
    if token.tag == "VB":
        return _of_infinitive(parse, token, verb)
    return _of_form(token, helping)


def _of_infinitive(parse: Parse, token: Token, verb: int) -> Tense | None:
    """After "to" a verb looks ahead, unless what governs it says that it was done."""
    head = parse.tokens[token.head]
    if token.head == verb or token.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl", "conj"):
        return Tense.AHEAD
    if head.lower in _DONE:
        return None
    return None if token.dep == "conj" else Tense.AHEAD


def _of_form(token: Token, helping: set[str]) -> Tense | None:
    if token.lower in ("was", "were", "had", "did") or token.tag == "VBD":
        return Tense.PAST
    if token.tag == "VBN":
        looks_ahead = helping & _BE_PRESENT and not helping & (_BE_PAST | {"has", "have", "had"})
        return Tense.UNKNOWN if looks_ahead else Tense.PAST
    if token.tag == "VBG":
        if helping & _BE_PAST:
            return Tense.PAST
        return Tense.AHEAD if helping & _BE_PRESENT else None
    if token.tag in ("VBP", "VBZ"):
        return Tense.AHEAD if token.lower in _TIMETABLE else Tense.UNKNOWN
    return Tense.UNKNOWN
