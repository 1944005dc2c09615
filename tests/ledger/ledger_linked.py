"""What comparing the claims of a ledger could have told: relations, and a finding of each kind."""

from __future__ import annotations

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.docket import Bearing, Forecast, Telling
from counterclaim.model.finding import FindingKind
from counterclaim.model.meaning import Bound, Orientation, Quantity
from counterclaim.model.question import (
    Answer,
    Camp,
    Dispute,
    Position,
    Question,
    QuestionForm,
    Shift,
    ShiftKind,
)
from counterclaim.model.relation import ClaimName, ContradictionKind, Relation, RelationKind
from counterclaim.model.series import Point, Series

LINKER = "linker/1"
QUESTION, SERIES, FORECAST = "q0123456789abcdef", "n0123456789abcdef", "f0123456789abcdef"


def names(ledger: Ledger) -> list[ClaimName]:
    """All claims that are told once, in the order of adding."""
    return [(one.document, one.id) for one in ledger.told()]


def contradicts(one: ClaimName, other: ClaimName, reason: str = "one says yes, the other no") -> Relation:
    """A contradiction of two claims."""
    return Relation(
        one=one, other=other, kind=RelationKind.CONTRADICTS, confidence=0.8765, reason=reason,
        same_question=0.9123,
        contradiction=ContradictionKind.DENIAL,
    )  # fmt: skip


def question(*claims: ClaimName, id: str = QUESTION, text: str = "Is the bridge safe?") -> Question:
    """A question that all these claims say yes to."""
    return Question(
        id=id, text=text, form=QuestionForm.YES_OR_NO, claims=claims,
        positions=tuple(Position(claim=claim, answer=Answer.YES, party="Eastland") for claim in claims),
    )  # fmt: skip


def dispute(*claims: ClaimName, id: str = QUESTION, text: str = "Is the bridge safe?") -> Dispute:
    """A dispute with a camp for each claim."""
    camps = tuple(
        Camp(says="yes", parties=("Eastland",), claims=(claim,), origins=1, first_day=None, last_day=None)
        for claim in claims
    )
    return Dispute(
        question=id,
        text=text,
        camps=camps,
        parties=2,
        contradictions=1,
        strength=0.9,
        last_day=None,
        rank=1.0,
    )


def shift(before: ClaimName, after: ClaimName, side: str = "Eastland", id: str = QUESTION) -> Shift:
    """A changed answer."""
    return Shift(
        question=id, side=side, before=Position(claim=before, answer=Answer.YES),
        after=Position(claim=after, answer=Answer.NO), kind=ShiftKind.REVERSAL, same_speaker=True,
    )  # fmt: skip


def series(*claims: ClaimName, of: str = "troops") -> Series:
    """Counts, one by each claim."""
    count = Quantity(
        value=5, low=None, high=None, unit="people", of=of, bound=Bound.ABOUT, span=(0, 1), word=None
    )
    return Series(
        id=SERIES, unit="people", of=of, owners=(), places=(),
        points=tuple(
            Point(claims=(claim,), quantity=count, words="5 troops", day=None, origin=claim[0])
            for claim in claims
        ),
    )  # fmt: skip


def forecast(claim: ClaimName, later: ClaimName, words: str = "it will rain") -> Forecast:
    """A forecast, and what bears on it."""
    telling = Telling(claim=claim, speaker=None, key=None, party=None, day=None, origin=claim[0])
    bearing = Bearing(claim=later, day="2022-03-01", days=3, shared=("rain",), weight=0.5)
    return Forecast(
        id=FORECAST, words=words, orientation=Orientation.FUTURE, due=None, window=None, tellings=(telling,),
        origins=1, bearing=(bearing,),
    )  # fmt: skip


def link(ledger: Ledger, words: str = "Is the bridge safe?") -> None:
    """Relate the first claim to the last, and keep a finding of each kind, all of these words."""
    told = names(ledger)
    one, other = told[0], told[-1]
    stated = [(own.document, own.id) for own in ledger.own_voice()]
    with ledger.transaction():
        for document in ledger.unlinked(LINKER):
            ledger.keep_linked(document, LINKER, document.encode())
        ledger.keep_relations([contradicts(one, other, words)])
        ledger.keep_findings(FindingKind.QUESTION, [question(one, other, text=words)])
        ledger.keep_findings(FindingKind.DISPUTE, [dispute(one, other, text=words)])
        ledger.keep_findings(FindingKind.SHIFT, [shift(one, other, words), shift(other, one, words)])
        ledger.keep_findings(FindingKind.SERIES, [series(one, *stated, of=words)])
        ledger.keep_findings(FindingKind.FORECAST, [forecast(one, other, words)])
