"""What people judged, in words: of a list, of a note that something was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from counterclaim.model.queue import Judged, Signature
from counterclaim.model.review import RELATION, Review, ReviewKind, StoredReview, TargetKind
from counterclaim.show.report.words import counted, day_words
from counterclaim.show.visible import one_line, shortened

LONGEST = 220  # code points of the words that were judged
FIELDS = {
    "speaker_kind": "the kind of speaker",
    "polarity": "the stand",
    "orientation": "what it looks to",
    "evidence_offered": "the evidence offered",
    "asks_for_evidence": "whether it asks for evidence",
    "said": "when it was said",
    "due": "when it falls due",
    "words": "the words",
    "text": "the question",
}
_TARGETS = {
    TargetKind.CLAIM: "claim",
    TargetKind.QUESTION: "question",
    TargetKind.DOCUMENT: "document",
    TargetKind.SOURCE: "source",
}


class JudgedView(NamedTuple):
    """A review in a list; `href` leads to what it is about, `about` are its words or its name."""

    id: str
    did: str
    value: str
    of: str
    about: str
    href: str
    by: str
    when: str
    at: str
    note: str
    fate: str
    in_force: bool
    may_confirm: bool
    confirmed: list[str]
    contested: list[str]


class JustKept(NamedTuple):
    """What was kept last, and of an undo what that takes back."""

    reviews: Sequence[StoredReview] = ()
    taken_back: Sequence[StoredReview] = ()


def judged_view(judged: Judged, reviewer: str) -> JudgedView:
    """The view of a review for the person who looks at it."""
    stored = judged.stored
    review = stored.review
    did, value = _did(review)
    mine = _same(review.by, reviewer)
    signed = [one.by for one in (*judged.confirmed, *judged.contested)]
    return JudgedView(
        id=stored.id,
        did=did,
        value=value,
        of=_TARGETS.get(review.target_kind, "judgement"),
        about=shortened(one_line(stored.words or ("" if _is_id(review) else review.target)), LONGEST),
        href=href_of(stored),
        by=one_line(review.by),
        when=moment(review.at),
        at=review.at,
        note=one_line(review.note or ""),
        fate=stored.fate.value if stored.fate else "",
        in_force=stored.in_force,
        may_confirm=stored.in_force
        and review.kind not in (ReviewKind.NOTE, ReviewKind.UNDO)
        and review.target_kind is not TargetKind.REVIEW
        and not mine
        and not any(_same(one, reviewer) for one in signed),
        confirmed=[_signature(one) for one in judged.confirmed],
        contested=[_signature(one) for one in judged.contested],
    )


def kept_words(just: JustKept) -> str:
    """What was just kept, in a sentence without its end; empty where nothing was."""
    if not just.reviews:
        return ""
    is_undo = bool(just.taken_back)
    first = (just.taken_back or just.reviews)[0]
    did, value = _did(first.review)
    did = f"took back: {did}" if is_undo else did
    others = len(just.reviews) - 1
    more = f" and {others:,} more" if others else ""
    of = shortened(one_line(first.words or ""), 80)
    told = f"{did[:1].upper()}{did[1:]}{f' {shortened(value, 80)}' if value else ''}{more}"
    return f"{told}: “{of}”" if of else told


def href_of(stored: StoredReview) -> str:
    """The address of what a review is about, opened for judging; empty for what is about another review."""
    review = stored.review
    match review.target_kind:
        case TargetKind.CLAIM:
            asked = {"claim": (stored.claims or (review.target,))[0]}
            if review.field == RELATION:
                asked["other"] = (review.value or "").partition(" ")[0]
        case TargetKind.REVIEW:
            return ""
        case kind:
            asked = {kind.value: review.target}
    return f"/review?{urlencode(asked)}"


def moment(at: str) -> str:
    """An instant as a reader says it, to the minute."""
    return f"{day_words(at[:10])}, {at[11:16]} UTC"


def _did(review: Review) -> tuple[str, str]:
    """What the person did, and the value that it was done with."""
    value = one_line(review.value or "")
    if review.field == RELATION:
        kind = value.partition(" ")[2]
        return {
            ReviewKind.ACCEPT: ("accepted the relation", kind),
            ReviewKind.REJECT: ("rejected the relation", kind),
        }.get(review.kind, ("corrected the relation to", kind))
    match review.kind:
        case ReviewKind.CORRECT:
            return f"corrected {FIELDS.get(review.field or '', f'the {review.field}')} to", value
        case ReviewKind.MERGE:
            return f"put together with {counted(len(value.split()), 'claim')}", ""
        case ReviewKind.SPLIT:
            return f"parted from {counted(len(value.split()), 'claim')}", ""
        case ReviewKind.GRADE:
            return "graded", value
        case ReviewKind.OUTCOME:
            return "recorded", value
    return _PLAIN[review.kind], ""


_PLAIN = {
    ReviewKind.ACCEPT: "accepted",
    ReviewKind.REJECT: "rejected",
    ReviewKind.NOTE: "noted",
    ReviewKind.UNDO: "took back",
}


def _signature(signed: Signature) -> str:
    return f"{one_line(signed.by)}, {moment(signed.at)}"


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_id(review: Review) -> bool:
    return review.target_kind is not TargetKind.SOURCE
