"""Findings made by hand on real claims of the bundled story, so that what lists say of them is known."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.ledger.ledger import Ledger
from counterclaim.link.disputes import disputes
from counterclaim.link.docket import docket
from counterclaim.link.questions.identity import name_of, question_id
from counterclaim.link.shifts import shifts
from counterclaim.model.docket import Bearing, Forecast
from counterclaim.model.finding import FindingKind
from counterclaim.model.meaning import Bound, Quantity
from counterclaim.model.question import Answer, Position, Question, QuestionForm
from counterclaim.model.relation import ContradictionKind, Relation, RelationKind
from counterclaim.model.series import Point, Series
from counterclaim.model.told import Told

LINKER = "by hand"
LEAVING = "Are Orvessan warships leaving the Corrave Strait?"
PLAN = "Is there a plan to close the strait?"
COUNT = "How many ships are waiting at the mouth of the strait?"
# Day and first words of claims, in order of time, with what they answer.
ANSWERS = {
    LEAVING: (
        ("2031-03-04", "It appears to show frigates", Answer.YES),
        ("2031-03-04", "“We have not seen a single warship", Answer.NO),
        ("2031-03-04", "it wanted to see evidence", Answer.ASKS_FOR_EVIDENCE),
        ("2031-03-04", "“The exercise is over", Answer.YES),
        ("2031-03-08", "SILLHAVEN (Skerrywire) – Four", Answer.YES),
    ),
    PLAN: (
        ("2031-03-03", "there was no plan to close", Answer.NO),
        ("2031-03-08", "“Could is not will,”", Answer.YES),
        ("2031-03-08", "that such a plan exists", Answer.NO),
    ),
    COUNT: (
        ("2031-03-04", "31 ships were waiting", Answer.NUMBER),
        ("2031-03-13", "Only twelve ships were waiting", Answer.NUMBER),
    ),
}


def find(ledger: Ledger, day: str, words: str) -> Told:
    """The claim of a day that begins with these words."""
    return next(one for one in ledger.told() if (one.day or "")[:10] == day and one.words.startswith(words))


def questions_of(ledger: Ledger) -> list[Question]:
    found = []
    for text, answers in ANSWERS.items():
        claims = [(find(ledger, day, words), answer) for day, words, answer in answers]
        names = tuple(name_of(told) for told, _ in claims)
        form = QuestionForm.HOW_MANY if text.startswith("How") else QuestionForm.YES_OR_NO
        positions = tuple(_position(told, answer) for told, answer in claims)
        found.append(
            Question(id=question_id(names[0]), text=text, form=form, claims=names, positions=positions)
        )
    return found


def _position(told: Told, answer: Answer) -> Position:
    return Position(
        claim=name_of(told),
        answer=answer,
        speaker=told.speaker,
        key=told.key,
        party=told.party,
        day=(told.day or "")[:10] or None,
        number=told.meaning.quantities[0] if answer is Answer.NUMBER else None,
        origin=told.origin,
    )


def keep_question(ledger: Ledger, told: Told) -> None:
    """Keep one question that one claim answers."""
    name = name_of(told)
    made = Question(
        id=question_id(name),
        text="Was anybody asked?",
        form=QuestionForm.YES_OR_NO,
        claims=(name,),
        positions=(_position(told, Answer.NO),),
    )
    ledger.keep_findings(FindingKind.QUESTION, [made])


def relations_of(found: list[Question]) -> list[Relation]:
    one, other, *_, last = found[0].claims
    return [
        Relation(one=one, other=last, kind=RelationKind.AGREES, confidence=0.7, reason="the same answer."),
        Relation(
            one=one,
            other=other,
            kind=RelationKind.CONTRADICTS,
            confidence=0.91,
            reason="Orvessa: leaving / Compact: not seen; same day, opposite polarity, both cannot be true.",
            contradiction=ContradictionKind.DENIAL,
        ),
    ]


def series_of(ledger: Ledger) -> Series:
    """Ships that wait, as three count them; the last in an outlet's own voice."""
    first = find(ledger, "2031-03-04", "31 ships were waiting")
    second = find(ledger, "2031-03-13", "Only twelve ships were waiting")
    own = next(one for one in ledger.own_voice() if one.words.startswith("On Friday two grain ships"))
    counts = (
        (first, quantity(Bound.AT_LEAST, low=31, value=31)),
        (own, quantity(Bound.BETWEEN, low=2, high=6)),
        (second, quantity(Bound.EXACTLY, low=12, high=12, value=12)),
    )
    return Series(
        id="n00000000000000aa",
        unit="ships",
        of="grain ships waiting",
        owners=(),
        places=("strait",),
        points=tuple(_point(told, counted, told is own) for told, counted in counts),
    )


def quantity(
    bound: Bound, low: int | None = None, high: int | None = None, value: int | None = None
) -> Quantity:
    return Quantity(value=value, low=low, high=high, bound=bound, unit="ships", of="ships", span=(0, 0))


def _point(told: Told, counted: Quantity, own: bool) -> Point:
    return Point(
        claims=(name_of(told),),
        quantity=counted,
        words=told.words,
        day=told.day,
        speaker=None if own else told.speaker,
        party=None if own else told.party,
        own_voice=own,
        origin=told.origin or told.document,
    )


def forecasts_of(ledger: Ledger) -> list[Forecast]:
    """Those of the story; beside that of a closure what an outlet and a speaker said later."""
    closure = find(ledger, "2031-02-24", "that a full closure")
    own = next(one for one in ledger.own_voice() if one.words.startswith("On Friday two grain ships"))
    later = (own, find(ledger, "2031-03-13", "“A closed door"))
    bearing = tuple(
        Bearing(claim=name_of(one), day=(one.day or "")[:10], days=1, shared=("closure",), weight=0.5)
        for one in later
    )
    entries = docket([*ledger.told()])
    return [
        replace(one.forecast, bearing=bearing if one.forecast.tellings[0].claim == name_of(closure) else ())
        for one in entries
    ]


def keep_all(ledger: Ledger) -> None:
    """Keep the findings above as linking does, and what follows from them."""
    found = questions_of(ledger)
    relations = relations_of(found)
    with ledger.transaction():
        for document in ledger.unlinked(LINKER):
            ledger.keep_linked(document, LINKER, b"")
        ledger.keep_relations(relations)
        ledger.keep_findings(FindingKind.QUESTION, found)
        ledger.keep_findings(FindingKind.DISPUTE, disputes(found, relations))
        ledger.keep_findings(FindingKind.SHIFT, shifts(found))
        ledger.keep_findings(FindingKind.SERIES, [series_of(ledger)])
        ledger.keep_findings(FindingKind.FORECAST, forecasts_of(ledger))


def claim_id(ledger: Ledger, day: str, words: str) -> str:
    return find(ledger, day, words).id
