"""What people accepted and corrected, collected as gold: texts with claims, pairs, questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.inquiry.corrected import Correction, corrected_claim
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.corrections import (
    CorrectedClaim,
    CorrectedDocument,
    CorrectedQuestion,
    CorrectedRelation,
    Corrections,
    RelatedClaim,
)
from counterclaim.model.finding import FindingKind
from counterclaim.model.listing import ClaimRow
from counterclaim.model.question import Question
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.model.review import RELATION, VERDICTS, Fate, ReviewKind, StoredReview, TargetKind


def corrections(ledger: Ledger) -> Corrections:
    """What is in force of accepted and corrected claims, relations and questions, in the order of ids.

    A claim that was rejected last, or judged on other words than it is read with now, is left out.
    """
    reviews = [one for one in ledger.reviews() if one.in_force and one.review.kind in VERDICTS]
    claims = _of_claims(reviews)
    documents, left_out = _documents(ledger, claims)
    return Corrections(
        documents=documents,
        relations=_relations(ledger, claims),
        questions=_questions(ledger, reviews),
        left_out=left_out,
    )


def _of_claims(reviews: Iterable[StoredReview]) -> dict[str, Correction]:
    """What was said of each claim, by the id at which it stands; those that were rejected last are out."""
    found: dict[str, list[StoredReview]] = defaultdict(list)
    for one in reviews:
        about = one.review.target_kind is TargetKind.CLAIM and one.review.field != RELATION
        if about and one.fate is Fate.SAME:
            for claim in one.claims:
                found[claim].append(one)
    return {
        claim: _correction(said)
        for claim, said in sorted(found.items())
        if said[-1].review.kind is not ReviewKind.REJECT
    }


def _correction(said: Sequence[StoredReview]) -> Correction:
    fields = {
        one.review.field: one.review.value
        for one in said
        if one.review.kind is ReviewKind.CORRECT and one.review.field and one.review.value is not None
    }
    return Correction(fields, said[-1].review.by, said[-1].review.at)


def _documents(
    ledger: Ledger, claims: Mapping[str, Correction]
) -> tuple[tuple[CorrectedDocument, ...], tuple[str, ...]]:
    places: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        document, id = ledger.claim_place(claim)
        places[document].add(id)
    documents, left_out = [], []
    for document, ids in sorted(places.items()):
        reading = ledger.reading(document)
        rows: list[CorrectedClaim] = []
        for attribution in reading.attributions:
            for claim_ in attribution.claims:
                if claim_.id in ids:
                    made = corrected_claim(reading.document, attribution, claim_, claims[claim_.id])
                    if made is None:
                        left_out.append(claim_.id)
                    else:
                        rows.append(made)
        if rows:
            documents.append(
                CorrectedDocument(
                    id=document,
                    sha256=reading.document.sha256,
                    title=reading.document.title,
                    published=reading.document.published,
                    publisher=reading.document.publisher,
                    url=reading.document.url,
                    text=reading.document.text,
                    attributions=tuple(rows),
                )
            )
    return tuple(documents), tuple(left_out)


def _relations(ledger: Ledger, claims: Mapping[str, Correction]) -> tuple[CorrectedRelation, ...]:
    """Relations that were accepted or corrected; claims that were parted answer other questions."""
    said = {
        frozenset((one.one, one.other)): (one.one, one.other, RelationKind.OTHER_QUESTION, one.by, one.at)
        for one in ledger.human_edges()
        if not one.same
    }
    said |= {
        frozenset((one.one, one.other)): (one.one, one.other, one.kind, one.by, one.at)
        for one in ledger.signed_relations()
        if one.holds
    }
    rows = ledger.claim_rows(dict.fromkeys(name for pair in said for name in sorted(pair)))
    found = []
    for one, other, kind, by, at in said.values():
        if one in rows and other in rows:
            first, second = sorted((rows[one], rows[other]), key=lambda row: (row.day or "", row.id))
            found.append(
                CorrectedRelation(
                    a=_related(first, claims), b=_related(second, claims), relation=kind.value, by=by, at=at
                )
            )
    return tuple(sorted(found, key=lambda one: (one.a.ref, one.b.ref)))


def _related(row: ClaimRow, claims: Mapping[str, Correction]) -> RelatedClaim:
    said = claims.get(row.id)
    return RelatedClaim(
        text=row.words,
        speaker=said.value("speaker", row.speaker) if said else row.speaker,
        party=said.value("party", row.party) if said else row.party,
        date=row.day,
        outlet=row.publisher,
        ref=_ref((row.document, row.id)),
    )


def _questions(ledger: Ledger, reviews: Iterable[StoredReview]) -> tuple[CorrectedQuestion, ...]:
    """Questions that were accepted, or put in other words, as they are now."""
    said = {one.review.target: one.review for one in reviews if one.review.target_kind is TargetKind.QUESTION}
    found = []
    for id, review in sorted(said.items()):
        now = ledger.findings(FindingKind.QUESTION, Question, id=id)
        if now and review.kind is not ReviewKind.REJECT:
            found.append(
                CorrectedQuestion(
                    id=id,
                    question=now[0].text,
                    claims=tuple(_ref(claim) for claim in now[0].claims),
                    by=review.by,
                    at=review.at,
                )
            )
    return tuple(found)


def _ref(name: ClaimName) -> str:
    return "#".join(name)
