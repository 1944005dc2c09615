"""What comparing across documents told: between claims that lists show, each pair once, and readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import codes
from counterclaim.ledger.claim_names import claim_rows_named, statement_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import TYPES, Finding, id_of
from counterclaim.ledger.ids import shown
from counterclaim.model.docket import Forecast
from counterclaim.model.fault import Fault
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute, Question, Shift
from counterclaim.model.relation import ClaimName, RelationKind

_COMPARABLES = """
SELECT readings.id FROM comparables LEFT JOIN readings ON readings.row = comparables.reading
WHERE readings.listed IS NOT 1 ORDER BY comparables.reading
"""
_RELATIONS = """
SELECT relations.row, relations.kind, relations.confidence, relations.contradiction, one.id,
    one.listed IS NOT 1 OR other.listed IS NOT 1,
    EXISTS (SELECT 1 FROM relations AS turned WHERE turned.one = relations.other
        AND turned.other = relations.one AND turned.row < relations.row)
FROM relations
LEFT JOIN claims AS one ON one.row = relations.one
LEFT JOIN claims AS other ON other.row = relations.other
ORDER BY relations.row
"""

_STRAY_ANSWERS = """
SELECT answers.claim, answers.question
FROM answers LEFT JOIN claims ON claims.row = answers.claim
LEFT JOIN findings ON findings.kind = ? AND findings.id = answers.question
WHERE claims.row IS NULL OR findings.id IS NULL OR claims.confidence IS NOT answers.confidence
ORDER BY answers.claim
"""
_QUESTION = codes.codes(codes.FINDING)[FindingKind.QUESTION]


def comparables(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Readings that were compared are those that lists show."""
    counts["compared readings"] = connection.one("SELECT count(*) FROM comparables")
    for (id,) in connection.execute(_COMPARABLES).fetchall():
        name = None if id is None else shown("r", id)
        wrong = "it is kept as compared, and lists do not show it"
        yield Fault(kind="reading", id=name, where=None, wrong=wrong)


def relations(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Both ends are claims that lists show, no pair stands twice, and every value has a name."""
    for row, kind, confidence, contradiction, one, unlisted, is_twice in connection.execute(_RELATIONS):
        counts["relations"] += 1
        wrong = _wrong_values(kind, confidence, contradiction)
        if unlisted:
            wrong = "it is said of a claim that lists do not show"
        elif is_twice:
            wrong = "the same two claims have another one"
        if wrong is not None:
            where = shown("c", one) if isinstance(one, bytes) else None
            yield Fault(kind="relation", id=f"row {row}", where=where, wrong=wrong)


def _wrong_values(kind: object, confidence: object, contradiction: object) -> str | None:
    try:
        contradicts = codes.RELATION[kind] is RelationKind.CONTRADICTS
        if contradiction is not None:
            codes.CONTRADICTION[contradiction]
    except DamagedLedger as error:
        return error.wrong
    if contradiction is not None and not contradicts:
        return "it is no contradiction and tells of what kind it is one"
    if not isinstance(confidence, int) or not 0 <= confidence <= 10_000:
        return f"its confidence is {confidence!r} ten-thousandths"
    return None


def answers(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """What queues go by is what findings say: of claims and questions that there are."""
    counts["answers"] = connection.one("SELECT count(*) FROM answers")
    for row, question in connection.execute(_STRAY_ANSWERS, (_QUESTION,)).fetchall():
        wrong = "it is of a claim or a question that is not there, or has another confidence"
        yield Fault(kind="answer", id=f"row {row}", where=question, wrong=wrong)


def findings(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Each can be read, goes by its own id and names claims that there are."""
    decoders = {kind: msgspec.json.Decoder(type) for kind, type in TYPES.items()}
    for row, code, id, body in connection.execute("SELECT row, kind, id, body FROM findings ORDER BY row"):
        counts["findings"] += 1
        try:
            found = decoders[codes.FINDING[code]].decode(body)
            wrong = _wrong_finding(connection, found, id)
        except (msgspec.MsgspecError, TypeError, ValueError) as error:
            wrong = f"it cannot be read ({error})"
        except DamagedLedger as error:
            wrong = error.wrong
        if wrong is not None:
            name = id if isinstance(id, str) else f"row {row}"
            yield Fault(kind="finding", id=name, where=None, wrong=wrong)


def _wrong_finding(connection: Connection, found: Finding, id: str) -> str | None:
    if id_of(found) != id:
        return f"it is kept as {id} and says that it is {id_of(found)}"
    names = set(_claims_of(found))
    known = {**claim_rows_named(connection, names), **statement_rows_named(connection, names)}
    lost = sorted(names - set(known))
    return f"it names {lost[0][1]} of {lost[0][0]}, which is not there" if lost else None


def _claims_of(found: Finding) -> Iterable[ClaimName]:
    """The claims and statements that a finding names."""
    match found:
        case Question():
            return (*found.claims, *found.guests, *(one.claim for one in found.positions))
        case Dispute():
            return (claim for camp in found.camps for claim in camp.claims)
        case Shift():
            return (found.before.claim, found.after.claim)
        case Forecast():
            return (*(one.claim for one in found.tellings), *(one.claim for one in found.bearing))
    return (claim for point in found.points for claim in point.claims)
