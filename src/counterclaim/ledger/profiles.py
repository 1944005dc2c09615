"""Speakers and parties: lists of them, and what each said, from the indices that lists of claims have."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.days import shown_day
from counterclaim.ledger.names import parties_named, speakers_beginning
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.profile import Carrier, Heard, PartyRow, SpeakerRow, Voice

_KIND = codes.codes(codes.SPEAKER_KIND)

# Counted by row of `speakers` first, which the index of claims holds; names are joined to a few rows then.
_TOLD = """
told AS (
    SELECT speaker, count(*) AS claims, min(day) AS first, max(day) AS last
    FROM claims WHERE listed = 1 AND folded = 0 {} GROUP BY speaker
)
"""
_OF_KEYS = """
AND speaker IN (SELECT row FROM speakers WHERE key IN (SELECT key FROM speakers WHERE {}))
"""
_OF_PARTIES = "AND speaker IN (SELECT row FROM speakers WHERE party IN (SELECT value FROM json_each(:named)))"
_SPEAKERS = f"""
WITH {_TOLD}, named AS (
    SELECT speakers.key, speakers.name, speakers.kind, claims, first, last,
        row_number() OVER (PARTITION BY speakers.key ORDER BY claims DESC, speakers.row) AS place
    FROM told JOIN speakers ON speakers.row = told.speaker WHERE speakers.key IS NOT NULL
)
SELECT key, max(CASE place WHEN 1 THEN name END), max(CASE place WHEN 1 THEN kind END) AS main,
    sum(claims), min(first), max(last), count(*) OVER ()
FROM named GROUP BY key {{}}
ORDER BY sum(claims) DESC, key LIMIT :limit OFFSET :offset
"""
_PARTIES_OF = """
SELECT speakers.key, parties.name, (
    SELECT count(*) FROM claims WHERE speaker = speakers.row AND listed = 1 AND folded = 0
) AS claims
FROM speakers JOIN parties ON parties.row = speakers.party
WHERE speakers.key IN (SELECT value FROM json_each(?)) AND claims > 0
ORDER BY claims DESC, parties.name
"""
_PARTIES = f"""
WITH {_TOLD}
SELECT parties.name, count(DISTINCT coalesce(speakers.key, speakers.row)), sum(claims), min(first), max(last),
    count(*) OVER ()
FROM told JOIN speakers ON speakers.row = told.speaker JOIN parties ON parties.row = speakers.party
GROUP BY parties.row ORDER BY sum(claims) DESC, parties.name LIMIT :limit OFFSET :offset
"""
_HEARD = """
SELECT speakers.name, speakers.key, speakers.kind, parties.name, count(*), min(day), max(day)
FROM claims JOIN speakers ON speakers.row = claims.speaker LEFT JOIN parties ON parties.row = speakers.party
WHERE claims.speaker IN (SELECT value FROM json_each(?)) AND listed = 1 AND folded = 0
GROUP BY claims.speaker ORDER BY count(*) DESC, claims.speaker
"""
_CARRIERS = """
SELECT documents.publisher, count(DISTINCT documents.row),
    count(DISTINCT CASE WHEN documents.origin IS NOT NULL THEN documents.row END), count(*)
FROM claims INDEXED BY claims_by_speaker
CROSS JOIN attributions ON attributions.row = claims.attribution
CROSS JOIN readings ON readings.row = attributions.reading
CROSS JOIN documents ON documents.row = readings.document
WHERE claims.speaker IN (SELECT value FROM json_each(?)) AND claims.listed = 1
GROUP BY documents.publisher ORDER BY 2 DESC, 1
"""


def speakers_of(connection: Connection, voice: Voice) -> list[int]:
    """Rows of the speakers of a key, or of all who speak for a party."""
    if voice.key is not None:
        found = connection.execute("SELECT row FROM speakers WHERE key = ?", (voice.key,))
    else:
        found = connection.execute(
            "SELECT speakers.row FROM parties JOIN speakers ON speakers.party = parties.row"
            " WHERE parties.name = ?",
            (voice.party,),
        )
    return [row for (row,) in found]


def speaker_list(
    connection: Connection,
    spellings: Sequence[str],
    kind: SpeakerKind | None,
    party: str | None,
    limit: int,
    offset: int,
) -> tuple[list[SpeakerRow], int]:
    """One page of the speakers who have a key, most claims first, and how many there are in all.

    `spellings` are ways to write a name or its beginning, of which any will do, all speakers where there is
    none; `party` is the exact name of one.
    """
    conditions: list[str] = []
    values: dict[str, object] = {"limit": limit, "offset": offset}
    if spellings:
        conditions.append(_OF_KEYS.format("row IN (SELECT value FROM json_each(:named))"))
        named = {row for one in spellings for row in speakers_beginning(connection, one)}
        values["named"] = json.dumps(sorted(named))
    if party is not None:
        conditions.append(_OF_KEYS.format("party = (SELECT row FROM parties WHERE name = :party)"))
        values["party"] = party
    having = ""
    if kind is not None:
        having, values["kind"] = "HAVING main = :kind", _KIND[kind]
    query = _SPEAKERS.format("".join(conditions), having)
    found = connection.execute(query, values).fetchall()
    parties = _parties_of(connection, [key for key, *_ in found])
    rows = [
        SpeakerRow(
            key=key,
            name=name or key,
            kind=_kind(code),
            parties=tuple(parties.get(key, ())),
            claims=claims,
            first_day=shown_day(first),
            last_day=shown_day(last),
        )
        for key, name, code, claims, first, last, _ in found
    ]
    return rows, total_of(connection, query, values, found)


def _parties_of(connection: Connection, keys: list[str]) -> dict[str, dict[str, None]]:
    parties: dict[str, dict[str, None]] = {}
    for key, party, _ in connection.execute(_PARTIES_OF, (json.dumps(keys),)):
        parties.setdefault(key, {})[party] = None
    return parties


def party_list(
    connection: Connection, words: str | None, limit: int, offset: int
) -> tuple[list[PartyRow], int]:
    """One page of the parties, most claims first, and how many there are; `words` are of a name."""
    condition = ""
    values: dict[str, object] = {"limit": limit, "offset": offset}
    if words is not None:
        condition = _OF_PARTIES
        values["named"] = json.dumps(parties_named(connection, words))
    query = _PARTIES.format(condition)
    found = connection.execute(query, values).fetchall()
    rows = [
        PartyRow(
            name=name,
            speakers=speakers,
            claims=claims,
            first_day=shown_day(first),
            last_day=shown_day(last),
        )
        for name, speakers, claims, first, last, _ in found
    ]
    return rows, total_of(connection, query, values, found)


def total_of(connection: Connection, query: str, values: dict[str, Any], found: list[Any]) -> int:
    """The count that stands in each row of a page; asked anew where the page lies behind the end."""
    if found or not values["offset"]:
        return int(found[0][-1]) if found else 0
    first = connection.execute(query, {**values, "limit": 1, "offset": 0}).fetchall()
    return int(first[0][-1]) if first else 0


def heard(connection: Connection, voice: Voice) -> list[Heard]:
    """Under which names, of what kind and for whom claims were made, most claims first."""
    speakers = json.dumps(speakers_of(connection, voice))
    return [heard_of(*found) for found in connection.execute(_HEARD, (speakers,))]


def heard_of(  # noqa: PLR0913 - the columns of a row
    name: str | None,
    key: str | None,
    kind: int | None,
    party: str | None,
    claims: int,
    first: int | None,
    last: int | None,
) -> Heard:
    """The record of a row of such a list."""
    return Heard(
        name=name,
        key=key,
        kind=_kind(kind),
        party=party,
        claims=claims,
        first_day=shown_day(first),
        last_day=shown_day(last),
    )


def carriers(connection: Connection, voice: Voice) -> list[Carrier]:
    """Which outlets carry the claims, most documents first; copies count here, for they carry them too."""
    speakers = json.dumps(speakers_of(connection, voice))
    return [
        Carrier(outlet=outlet, documents=documents, copies=copies, claims=claims)
        for outlet, documents, copies, claims in connection.execute(_CARRIERS, (speakers,))
    ]


def _kind(code: int | None) -> SpeakerKind | None:
    return None if code is None else codes.SPEAKER_KIND[code]
