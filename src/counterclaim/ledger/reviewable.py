"""What each kind of review must say to mean something."""

from __future__ import annotations

import re

from counterclaim.errors import InputError
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity, SpeakerKind
from counterclaim.model.relation import RelationKind
from counterclaim.model.review import JOINING, RELATION, VERDICTS, Outcome, Review, ReviewKind, TargetKind

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
SOURCE_GRADES = tuple("ABCDEF")
CLAIM_GRADES = tuple("123456")
# The fields that can be corrected; of those with a closed list of values, the list.
FIELDS: dict[str, tuple[str, ...] | None] = {
    "source": None,  # words of the text
    "speaker": None,
    "speaker_kind": tuple(SpeakerKind),
    "party": None,
    "polarity": tuple(Polarity),
    "certainty": tuple(Certainty),
    "orientation": tuple(Orientation),
    "evidence_offered": tuple(EvidenceKind),
    "asks_for_evidence": ("yes", "no"),
    "said": None,
    "due": None,
    "words": None,
    RELATION: None,  # the id of another claim, and one of RelationKind
}
QUESTION_FIELDS = ("text",)
_TARGETS: dict[ReviewKind, tuple[TargetKind, ...]] = {
    ReviewKind.GRADE: (TargetKind.SOURCE, TargetKind.CLAIM),
    ReviewKind.CORRECT: (TargetKind.CLAIM, TargetKind.QUESTION),
    ReviewKind.OUTCOME: (TargetKind.CLAIM, TargetKind.QUESTION),
    ReviewKind.UNDO: (TargetKind.REVIEW,),
    ReviewKind.MERGE: (TargetKind.CLAIM, TargetKind.SOURCE),
    ReviewKind.SPLIT: (TargetKind.CLAIM, TargetKind.SOURCE),
}


def check(review: Review) -> None:
    """Raise InputError where a review does not say who, when, or what its kind must."""
    if not review.by.strip():
        raise _wrong("it does not say whose it is", "Give a name: it stands beside the judgement for good")
    if not INSTANT.fullmatch(review.at):
        raise _wrong(f"its time is {review.at!r}", "Give it like this: 2022-02-16T10:00:00Z")
    if not review.target.strip():
        raise _wrong("it does not say what it is about", "Name a claim, a document, a question or a source")
    allowed = _TARGETS.get(review.kind)
    if allowed and review.target_kind not in allowed:
        raise _wrong(
            f"{review.kind} is not said of a {review.target_kind}", f"Give a {' or a '.join(allowed)}"
        )
    if (review.field is not None) is not _takes_field(review):
        raise _wrong(
            f"{review.kind} with field {review.field!r}", "Name a field to correct one, and only then"
        )
    if review.kind is ReviewKind.NOTE and not (review.note and review.note.strip()):
        raise _wrong("it is a note without words", "Write the note")
    _check_value(review)


def judges_relation(review: Review) -> bool:
    """Whether a review is about how another claim stands to the one that it names."""
    is_field = review.field == RELATION and review.kind in VERDICTS
    return is_field and review.target_kind is TargetKind.CLAIM


def relation_in(value: str | None) -> tuple[str, RelationKind]:
    """The id of the other claim and how it stands, of the value of such a review; InputError."""
    other, _, kind = (value or "").strip().partition(" ")
    if not other or kind not in tuple(RelationKind):
        kinds = ", ".join(RelationKind)
        raise _wrong(f"its value is {value!r}", f"Give the id of the other claim and one of: {kinds}")
    return other, RelationKind(kind)


def _takes_field(review: Review) -> bool:
    return review.kind is ReviewKind.CORRECT or judges_relation(review)


def _check_value(review: Review) -> None:
    values = _values(review)
    if values is not None and review.value not in values:
        raise _wrong(f"its value is {review.value!r}", f"Give one of: {', '.join(values)}")
    if review.kind in (*JOINING, ReviewKind.CORRECT) and not (review.value and review.value.strip()):
        raise _wrong(f"{review.kind} without a value", "Say with what, or what it should be")
    if judges_relation(review):
        other, _ = relation_in(review.value)
        if other == review.target:
            raise _wrong("it relates a claim to itself", "Name two claims")


def _values(review: Review) -> tuple[str, ...] | None:
    """The closed list that the value must come from, None where there is none."""
    if review.kind is ReviewKind.GRADE:
        return SOURCE_GRADES if review.target_kind is TargetKind.SOURCE else CLAIM_GRADES
    if review.kind is ReviewKind.OUTCOME:
        return tuple(Outcome)
    if review.kind is not ReviewKind.CORRECT:
        return None
    fields = QUESTION_FIELDS if review.target_kind is TargetKind.QUESTION else tuple(FIELDS)
    if review.field not in fields:
        raise _wrong(f"{review.field!r} is no field to correct", f"Name one of: {', '.join(fields)}")
    return FIELDS.get(review.field)


def _wrong(wrong: str, remedy: str) -> InputError:
    return InputError("review", wrong, remedy)
