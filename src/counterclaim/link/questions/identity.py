"""What a question is known by: its oldest claim; and where an id leads after groups were joined."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable

from counterclaim.model.question import Question
from counterclaim.model.relation import ClaimName
from counterclaim.model.told import Told

DIGITS = 16
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def name_of(claim: Told) -> ClaimName:
    """What a claim is called in relations."""
    return claim.document, claim.id


def day_of(claim: Told) -> str | None:
    """The first day on which it may have been told, or the month or year; None where that is not known."""
    found = _DAY.match(claim.day or "")
    return found.group() if found else None


def age(claim: Told) -> tuple[bool, str, ClaimName]:
    """A key that puts the oldest claim first and those of no known day last."""
    day = day_of(claim)
    return day is None, day or "", name_of(claim)


def question_id(oldest: ClaimName) -> str:
    """The id of the question whose oldest claim this is."""
    named = json.dumps(oldest, ensure_ascii=False, separators=(",", ":"))
    return "q" + hashlib.sha256(named.encode()).hexdigest()[:DIGITS]


def redirects(questions: Iterable[Question]) -> dict[str, str]:
    """Where each id leads that a claim would give its question, were it the oldest there.

    What people wrote under the id of a question that was since joined to an older one is found so,
    without any record of the joining; ids of questions as they are now are left out.
    """
    leads: dict[str, str] = {}
    for question in questions:
        for claim in question.claims:
            if (id_ := question_id(claim)) != question.id:
                leads[id_] = question.id
    return leads
