"""Findings: questions, disputes, shifts, series and forecasts, kept as JSON in the order of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import codes
from counterclaim.ledger.answers import keep_answers, keep_disputed
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.lookup import whole_finding_id
from counterclaim.model.docket import Forecast
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute, Question, Shift
from counterclaim.model.series import Series

T = TypeVar("T", bound=msgspec.Struct)
Finding = Question | Dispute | Shift | Series | Forecast

TYPES: dict[FindingKind, type[Finding]] = {
    FindingKind.QUESTION: Question,
    FindingKind.DISPUTE: Dispute,
    FindingKind.SHIFT: Shift,
    FindingKind.SERIES: Series,
    FindingKind.FORECAST: Forecast,
}

_KIND = codes.codes(codes.FINDING)
_encode = msgspec.json.Encoder().encode


def keep_findings(connection: Connection, kind: FindingKind, items: Iterable[Finding]) -> None:
    """Put these findings in their order into the place of all of the kind."""
    code, items = _KIND[kind], list(items)
    rows = [(code, place, id_of(item), _encode(item).decode()) for place, item in enumerate(items)]
    connection.execute("DELETE FROM findings WHERE kind = ?", (code,))
    connection.executemany("INSERT INTO findings (kind, place, id, body) VALUES (?, ?, ?, ?)", rows)
    if kind is FindingKind.QUESTION:
        keep_answers(connection, (one for one in items if isinstance(one, Question)))
    elif kind is FindingKind.DISPUTE:
        keep_disputed(connection, (one for one in items if isinstance(one, Dispute)))


def id_of(item: Finding) -> str:
    """By what a finding is looked up: its own id, else that of its question."""
    return item.question if isinstance(item, Dispute | Shift) else item.id


def findings(
    connection: Connection,
    kind: FindingKind,
    type: type[T],
    limit: int | None = None,
    offset: int = 0,
    id: str | None = None,
) -> list[T]:
    """The findings of a kind in their order, a page of them, or those of one whole id."""
    asked = (_KIND[kind], -1 if limit is None else limit, offset)
    if id is None:
        query = "SELECT body FROM findings WHERE kind = ? ORDER BY place LIMIT ? OFFSET ?"
        found = connection.execute(query, asked)
    else:
        # The plus keeps SQLite from walking through all places in order, 10 ms at 15,000 questions.
        query = "SELECT body FROM findings WHERE kind = ? AND id = ? ORDER BY +place LIMIT ? OFFSET ?"
        found = connection.execute(query, (asked[0], id, *asked[1:]))
    decoder = msgspec.json.Decoder(type)
    return [decoded(connection, decoder, body) for (body,) in found]


def finding(connection: Connection, kind: FindingKind, type: type[T], id: str) -> T:
    """The first finding of the one id that begins so; UnknownId for none or several."""
    return findings(connection, kind, type, 1, id=whole_finding_id(connection, id, kind))[0]


def count_findings(connection: Connection, kind: FindingKind) -> int:
    """How many there are of a kind."""
    return int(connection.one("SELECT count(*) FROM findings WHERE kind = ?", (_KIND[kind],)))


def is_derived(connection: Connection, deriver: str) -> bool:
    """Whether this version of the rules made the findings from all that is there now."""
    return bool(connection.one("SELECT deriver FROM derivation") == deriver)


def has_derived(connection: Connection) -> bool:
    """Whether any version of the rules did."""
    return connection.one("SELECT 1 FROM derivation") is not None


def mark_derived(connection: Connection, deriver: str) -> None:
    """Say that the findings are made from all that is there now."""
    connection.execute("INSERT OR REPLACE INTO derivation (row, deriver) VALUES (1, ?)", (deriver,))


def decoded(connection: Connection, decoder: msgspec.json.Decoder[T], body: str) -> T:
    """A finding from its JSON; DamagedLedger where that cannot be read."""
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, TypeError) as error:
        raise DamagedLedger(
            str(connection.path),
            f"what was found across documents cannot be read ({error})",
            "Run `counterclaim verify` to see what is damaged, and `counterclaim link` to find it anew",
        ) from error
