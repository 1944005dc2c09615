"""Whether two names mean one speaker, or one party: scored by referent, not by spelling.

The rules are general ones of how news names people and bodies; the facts stand in
`evals.states` and `evals.persons`.  They are kept apart from the reader's own tables of
names, so that what the reader takes for an alias is not right by that alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from counterclaim.read.names.fold import fold
from evals.bodies import same_body, same_persons, state_behind, whole_state
from evals.persons import same_person
from evals.spelling import plain_words
from evals.unnamed import Asked, same_staff, same_unnamed

_BODIES = frozenset({"organisation", "state", "outlet"})
_UNNAMED = frozenset({"group", "anonymous"})
_PRONOUNS = frozenset("i we you he she it they my our your his her its their".split())
_NOTHING = Asked()


def same_speaker(gold: str | None, predicted: str | None, asked: Asked = _NOTHING) -> bool:
    """Whether a predicted speaker is the gold's; None is right only where the gold has none too.

    Several speakers must be the same ones, in any order.  An unnamed spokesman may be given
    as such or as the body.  People without a name are the same where one description holds
    the other, or where the prediction repeats what the source itself says.
    """
    if gold is None or predicted is None:
        return gold is predicted
    if _first_word(predicted) in _PRONOUNS and _first_word(gold) not in _PRONOUNS:
        return False  # "his relatives" leaves open whose
    return _same_set(gold, predicted, lambda left, right: _same_one(left, right, asked))


def same_party(gold: str, predicted: str | None, speaker: str | None = None) -> bool:
    """Whether a predicted party is the gold's, whose speaker is given.

    The party of a department or ministry is its state: where the gold names such a body,
    its state is right as well, and where it names the state, the body that speaks.
    """
    if predicted is None:
        return False
    return _same_set(gold, predicted, lambda left, right: _same_side(left, right, speaker))


def _first_word(name: str) -> str:
    return name.strip().partition(" ")[0].casefold()


def _same_set(gold: str, predicted: str, same: Callable[[str, str], bool]) -> bool:
    """Whether two names are the same, or as many parts of them, one to one."""
    if (";" in gold) == (";" in predicted) and same(gold, predicted):
        return True
    left, right = _members(gold), _members(predicted)
    if len(left) != len(right) or len(left) == 1:
        return False
    for one in left:
        match = next((other for other in right if same(one, other)), None)
        if match is None:
            return False
        right.remove(match)
    return True


def _members(name: str) -> list[str]:
    parts = re.split(r"\s*;\s*", name)
    if len(parts) == 1:
        parts = re.split(r"\s*/\s*|\s*,\s+and\s+|\s+and\s+|\s*,\s+", name)
    return [part for part in parts if part.strip()]


def _same_one(gold: str, predicted: str, asked: Asked) -> bool:
    if not plain_words(gold) or not plain_words(predicted):
        return gold.strip() == predicted.strip()
    if fold(gold) == fold(predicted) or plain_words(gold) == plain_words(predicted):
        return True
    if asked.kind == "person":
        return same_person(gold, predicted) if gold != gold.lower() else same_unnamed(gold, predicted, asked)
    return (
        same_body(gold, predicted)
        or (asked.kind not in _BODIES and same_persons(gold, predicted))
        or (asked.kind != "state" and same_staff(gold, predicted, asked.party))
        or (asked.kind in _UNNAMED and same_unnamed(gold, predicted, asked))
    )


def _same_side(gold: str, predicted: str, speaker: str | None) -> bool:
    if fold(gold) == fold(predicted) or same_body(gold, predicted):
        return True
    if same_persons(gold, predicted):
        return True
    state, asked_for = whole_state(gold), whole_state(predicted)
    if state is None:
        return asked_for is not None and asked_for == state_behind(gold)
    if state_behind(predicted) != state or asked_for is not None:
        return False
    # an administration is the state's government; another body only where it speaks itself
    administration = "administration" in plain_words(predicted)
    return administration or (speaker is not None and same_body(speaker, predicted))
