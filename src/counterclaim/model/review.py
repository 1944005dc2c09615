"""What people judge: signed, dated, never changed; a new row takes back an old one."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ReviewKind(StrEnum):
    """What a person does with a claim, a document or a source."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    NOTE = "note"
    GRADE = "grade"
    OUTCOME = "outcome"
    UNDO = "undo"


class TargetKind(StrEnum):
    """What a review is about: `source` is an outlet or speaker by name, the others go by id."""

    CLAIM = "claim"
    DOCUMENT = "document"
    SOURCE = "source"
    QUESTION = "question"
    REVIEW = "review"


class Fate(StrEnum):
    """How a review stands to the claims of the newest readings."""

    SAME = "on the same words"
    CARRIED_OVER = "carried over, confirm"
    NO_LONGER_READ = "no longer read"


class Outcome(StrEnum):
    """What became of a forecast, as a person recorded it."""

    MET = "met"
    NOT_MET = "not met"
    VOID = "void"
    OPEN = "open"


VERDICTS = (ReviewKind.ACCEPT, ReviewKind.REJECT, ReviewKind.CORRECT)
"""What says whether something is as it was read."""


JOINING = (ReviewKind.MERGE, ReviewKind.SPLIT)
"""What says which claims belong together; the others that it is about stand in its value."""


RELATION = "relation"
"""The field of a claim that tells how another claim stands to it."""


NONE = "none"
"""What a field without a closed list of values is corrected to where it has no value: nobody, no time."""


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement by a person.

    `field` and `value` are the field of a claim and what it should be (correct), the grade
    (A to F of a source, 1 to 6 of a claim), the outcome, or the ids of the others (merge,
    split; separated by spaces).  Of the field "relation" the value is the id of another claim and
    how that stands to this one ("c0123456789abcdef contradicts"): it can be accepted, rejected and
    corrected.  `at` is an instant (ISO 8601, UTC).
    """

    kind: ReviewKind
    target_kind: TargetKind
    target: str
    by: str
    at: str
    field: str | None = None
    value: str | None = None
    note: str | None = None


class StoredReview(msgspec.Struct, frozen=True, kw_only=True):
    """A review as the ledger has it.

    `words` are those that it was made on, None where it is not about words or they were
    forgotten.  `fate` is None where it is not about a claim, `claims` are the ids of the
    claims it stands at now.  `in_force` is false once a review in force undoes it.
    """

    id: str
    review: Review
    document: str | None = None
    words: str | None = None
    fate: Fate | None = None
    claims: tuple[str, ...] = ()
    in_force: bool = True
