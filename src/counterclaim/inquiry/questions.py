"""Questions, disputes and changed answers, each with the claims that it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.errors import UnknownId
from counterclaim.inquiry.written import written
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import (
    Answered,
    CampShown,
    DisputeShown,
    QuestionPage,
    QuestionRow,
    Related,
    Shifted,
    Stand,
)
from counterclaim.model.listing import ClaimRow
from counterclaim.model.question import Camp, Dispute, Position, Question, Shift
from counterclaim.model.queue import Asked
from counterclaim.model.relation import ClaimName, RelationKind, SignedRelation

Rows = Mapping[ClaimName, ClaimRow]
_SHORTEST = 4  # code points of an id that may lead to the question that it was joined to


def question_page(ledger: Ledger, id: str) -> QuestionPage:
    """All that is known of a question, by its id or the beginning of it; UnknownId.

    The id of a question that was since joined to another one leads there.
    """
    return _page(ledger, stored_question(ledger, id))


def question_pages(ledger: Ledger) -> Iterator[QuestionPage]:
    """The page of every question, in the order in which they are stored."""
    signed = ledger.signed_relations()
    for question in ledger.findings(FindingKind.QUESTION, Question):
        yield _page(ledger, question, signed)


def disputes_shown(ledger: Ledger, limit: int | None = None, offset: int = 0) -> list[DisputeShown]:
    """Disputes in order of rank, each side with the claim that says it best for each of its parties."""
    found = ledger.findings(FindingKind.DISPUTE, Dispute, limit=limit, offset=offset)
    rows = ledger.claim_rows(
        dict.fromkeys(name for one in found for camp in one.camps for name in camp.faces)
    )
    return [
        DisputeShown(dispute=one, camps=tuple(_camp_shown(camp, rows) for camp in one.camps)) for one in found
    ]


def shifts_shown(ledger: Ledger, limit: int | None = None, offset: int = 0) -> list[Shifted]:
    """Changed answers with the claims before and after, the newest first."""
    return newest_shifts(ledger, ledger.findings(FindingKind.SHIFT, Shift), limit, offset)


def newest_shifts(
    ledger: Ledger, found: Iterable[Shift], limit: int | None = None, offset: int = 0
) -> list[Shifted]:
    """The same of these alone."""
    newest = sorted(found, key=lambda one: one.after.day or "", reverse=True)[offset:][:limit]
    rows = ledger.claim_rows(
        dict.fromkeys(name for one in newest for name in (one.before.claim, one.after.claim))
    )
    texts = {id: asked_of(ledger, id).text for id in {one.question for one in newest}}
    shown = (_shifted(one, texts[one.question], rows) for one in newest)
    return [one for one in shown if one]


def _page(ledger: Ledger, question: Question, signed: Sequence[SignedRelation] | None = None) -> QuestionPage:
    names = (*(one.claim for one in question.positions), *question.claims, *question.guests)
    rows = ledger.claim_rows(dict.fromkeys(names))
    disputes = ledger.findings(FindingKind.DISPUTE, Dispute, id=question.id)
    changed = ledger.findings(FindingKind.SHIFT, Shift, id=question.id)
    shifts = (_shifted(one, question.text, rows) for one in changed)
    return QuestionPage(
        question=question,
        answers=tuple(
            Answered(position=one, row=rows[one.claim]) for one in question.positions if one.claim in rows
        ),
        relations=_related(ledger, rows, signed),
        dispute=disputes[0] if disputes else None,
        shifts=tuple(one for one in shifts if one is not None),
        origins=_origins(question),
        outlets=_outlets(ledger, rows),
        stands=_stands(question),
        reviews=written(ledger, question),
    )


def _origins(question: Question) -> int:
    return len({one.origin or one.claim[0] for one in question.positions})


def asked_of(ledger: Ledger, id: str) -> Asked:
    """A question of which only the text is wanted."""
    found = ledger.findings(FindingKind.QUESTION, Asked, id=id)
    return found[0] if found else Asked(id=id, text=id)


def stored_question(ledger: Ledger, id: str) -> Question:
    """The question of this id, or of the beginning of it, or that it was since joined to; UnknownId."""
    try:
        return ledger.finding(FindingKind.QUESTION, Question, id)
    except UnknownId:
        from counterclaim.link.questions.identity import redirects

        every = ledger.findings(FindingKind.QUESTION, Question)
        leads = {now for was, now in redirects(every).items() if was.startswith(id)}
        if len(id) < _SHORTEST or len(leads) != 1:
            raise
        return ledger.finding(FindingKind.QUESTION, Question, leads.pop())


def question_row(question: Question) -> QuestionRow:
    """A question as lists show it."""
    days = [one.day for one in question.positions if one.day]
    stands = _stands(question)
    return QuestionRow(
        id=question.id,
        text=question.text,
        form=question.form,
        parties=sum(stand.party is not None for stand in stands),
        answers=len(question.positions),
        origins=_origins(question),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        stands=stands,
    )


def _stands(question: Question) -> tuple[Stand, ...]:
    given: dict[str | None, list[Position]] = defaultdict(list)
    for position in question.positions:
        given[position.party or position.speaker].append(position)
    return tuple(_stand(side, positions) for side, positions in given.items())


def _stand(side: str | None, positions: Sequence[Position]) -> Stand:
    last = positions[-1]
    return Stand(
        party=side,
        answer=last.answer,
        number=last.number,
        day=last.day,
        answers=len(positions),
        changed=any((one.answer, _bounds(one)) != (last.answer, _bounds(last)) for one in positions),
    )


def _bounds(position: Position) -> tuple[object, ...] | None:
    number = position.number
    return (number.value, number.low, number.high, number.bound) if number else None


def _camp_shown(camp: Camp, rows: Rows) -> CampShown:
    return CampShown(camp=camp, rows=tuple(rows[name] for name in camp.faces if name in rows))


def _shifted(shift: Shift, text: str, rows: Rows) -> Shifted | None:
    before, after = rows.get(shift.before.claim), rows.get(shift.after.claim)
    if before is None or after is None:
        return None
    return Shifted(shift=shift, text=text, before=before, after=after)


def _related(ledger: Ledger, rows: Rows, signed: Sequence[SignedRelation] | None) -> tuple[Related, ...]:
    """How the claims stand to each other, contradictions first and the surest of each kind first."""
    from counterclaim.link.settled import settled

    if signed is None:
        signed = ledger.signed_relations(rows)
    inside = (one for one in signed if one.one in rows and one.other in rows)
    known = settled(ledger.relations(rows), inside).relations
    found = [one for one in known if one.kind is not RelationKind.OTHER_QUESTION]
    found.sort(
        key=lambda one: (one.kind is not RelationKind.CONTRADICTS, -one.confidence, one.one, one.other)
    )
    return tuple(Related(relation=one, one=rows[one.one], other=rows[one.other]) for one in found)


def _outlets(ledger: Ledger, names: Iterable[ClaimName]) -> int:
    """How many published what the claims say, copies of their texts among them."""
    carriers = ledger.carriers(names).values()
    return len({one.publisher or one.title for some in carriers for one in some})
