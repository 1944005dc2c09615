"""From what a form of the review queue says to reviews, signed and kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.errors import InputError
from counterclaim.inquiry.questions import stored_question
from counterclaim.inquiry.threads import claim_thread
from counterclaim.ledger.instants import exact_now
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.question import Question
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.model.review import JOINING, NONE, RELATION, Review, ReviewKind, TargetKind
from counterclaim.show.web.review_claim import values_of

MOST_SPLIT = 40  # claims taken out of a question at once
_QUESTION = re.compile(r"q[0-9a-f]{3,16}")


class Pen(msgspec.Struct, frozen=True):
    """Who judges, when, and why; all that is written with one form shares it."""

    by: str
    at: str
    note: str | None

    @classmethod
    def of(cls, name: str, note: str = "") -> Pen:
        """InputError where nobody said who it is."""
        if not name.strip():
            raise InputError(
                "review", "nobody has said who judges", "Give your name on the review page first"
            )
        return cls(name.strip(), exact_now(), note.strip() or None)

    def write(
        self,
        kind: ReviewKind,
        target_kind: TargetKind,
        target: str,
        field: str | None = None,
        value: str | None = None,
    ) -> Review:
        """A review in this hand."""
        return Review(
            kind=kind, target_kind=target_kind, target=target, by=self.by, at=self.at,
            field=field or None, value=(value or "").strip() or None, note=self.note,
        )  # fmt: skip


def keep(ledger: Ledger, reviews: Sequence[Review]) -> list[str]:
    """Keep all of these or none, and give their ids; InputError where there is none."""
    if not reviews:
        raise InputError("review", "nothing was changed", "Change a field, or accept what was read")
    with ledger.transaction():
        return [ledger.review(one) for one in reviews]


def corrections(ledger: Ledger, pen: Pen, claim: str, said: dict[str, str]) -> list[Review]:
    """What a form says of the fields of a claim where it differs from how they stand; UnknownId.

    What is left empty is said to be nobody or nothing.
    """
    thread = claim_thread(ledger, claim)
    now = values_of(thread)
    return [
        pen.write(ReviewKind.CORRECT, TargetKind.CLAIM, thread.found.row.id, field, value.strip() or NONE)
        for field, value in said.items()
        if field in now and " ".join(value.split()) != " ".join(now[field].split())
    ]


def relation(pen: Pen, kind: ReviewKind, one: str, other: str, how: RelationKind) -> Review:
    """That two claims stand to each other so, do not, or do so instead of what was judged."""
    return pen.write(kind, TargetKind.CLAIM, one, RELATION, f"{other} {how}")


def merged(ledger: Ledger, pen: Pen, id: str, other: str) -> list[Review]:
    """That two questions are one: all claims at home in either belong together.

    `other` is an id, or the address of the question's page.
    """
    question = stored_question(ledger, id)
    second = stored_question(ledger, _question_in(other))
    if question.id == second.id:
        raise InputError("merge", "both are one question already", "Give the id of another question")
    first, *rest = _ids((*question.claims, *second.claims))
    return [pen.write(ReviewKind.MERGE, TargetKind.CLAIM, first, value=" ".join(rest))]


def parted(ledger: Ledger, pen: Pen, id: str, claims: Iterable[str]) -> list[Review]:
    """That some claims of a question answer another one: each is held apart from all that stay."""
    question = stored_question(ledger, id)
    out = set(claims)
    every = _ids((*question.claims, *question.guests))
    going, staying = [one for one in every if one in out], [one for one in every if one not in out]
    if not going or not staying:
        raise InputError(
            "split", "it takes claims that go and claims that stay", "Choose some of the claims, not all"
        )
    if len(going) > MOST_SPLIT:
        raise InputError("split", f"more than {MOST_SPLIT} claims at once", "Choose the smaller part")
    value = " ".join(staying)
    return [pen.write(ReviewKind.SPLIT, TargetKind.CLAIM, one, value=value) for one in going]


def renamed(pen: Pen, question: Question, text: str) -> Review:
    """How a question should read."""
    return pen.write(ReviewKind.CORRECT, TargetKind.QUESTION, question.id, "text", " ".join(text.split()))


def written_anew(ledger: Ledger, pen: Pen, id: str) -> Review:
    """A carried-over judgement, written anew on the words at which it stands now; UnknownId."""
    stored = ledger.stored_review(id)
    if not stored.claims:
        raise InputError("review", "it stands at no claim now", "Take it back, or leave it")
    made = stored.review
    value = made.value
    if made.kind in JOINING and value:
        value = " ".join(ledger.claim_place(one)[1] for one in value.split())
    elif made.field == RELATION and value:
        other, _, how = value.partition(" ")
        value = f"{ledger.claim_place(other)[1]} {how}"
    pen = msgspec.structs.replace(pen, note=pen.note or made.note)
    return pen.write(made.kind, TargetKind.CLAIM, stored.claims[0], made.field, value)


def _question_in(words: str) -> str:
    found = _QUESTION.search(words)
    if found is None:
        raise InputError("merge", f"{words!r} names no question", "Give the id or the address of its page")
    return found[0]


def _ids(names: Iterable[ClaimName]) -> list[str]:
    return list(dict.fromkeys(id for _, id in names))
