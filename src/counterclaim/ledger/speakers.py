"""Speakers and parties, one row for each that differs in anything."""

from __future__ import annotations

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import hashed
from counterclaim.ledger.names import name_words, party_key
from counterclaim.ledger.rownumbers import KnownSpeaker, RowNumbers
from counterclaim.model.meaning import Speaker

_KIND = codes.codes(codes.SPEAKER_KIND)


def speaker_id(speaker: Speaker) -> bytes:
    """Of all that is told of a speaker."""
    return hashed([speaker.name, speaker.kind, speaker.party, speaker.key, speaker.reason])


def keep_speaker(connection: Connection, rows: RowNumbers, speaker: Speaker) -> KnownSpeaker:
    """What the ledger knows of a speaker, new or not."""
    known = rows.speakers.get(speaker)
    if known is None:
        known = rows.speakers[speaker] = _kept(connection, rows, speaker)
    return known


def _kept(connection: Connection, rows: RowNumbers, speaker: Speaker) -> KnownSpeaker:
    id = speaker_id(speaker)
    found = connection.execute("SELECT row, party FROM speakers WHERE id = ?", (id,)).fetchone()
    if found is not None:
        return KnownSpeaker(found[0], found[1], id)
    party = None if speaker.party is None else _party(connection, rows, speaker.party)
    row = rows.next("speakers")
    kind = None if speaker.kind is None else _KIND[speaker.kind]
    connection.execute(
        "INSERT INTO speakers (row, id, name, kind, party, key, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row, id, speaker.name, kind, party, speaker.key, speaker.reason),
    )
    words = name_words(speaker.name, speaker.key)
    connection.executemany("INSERT INTO speaker_words VALUES (?, ?)", ((word, row) for word in sorted(words)))
    return KnownSpeaker(row, party, id)


def _party(connection: Connection, rows: RowNumbers, name: str) -> int:
    found = connection.one("SELECT row FROM parties WHERE name = ?", (name,))
    if found is not None:
        return int(found)
    row = rows.next("parties")
    connection.execute("INSERT INTO parties (row, name, key) VALUES (?, ?, ?)", (row, name, party_key(name)))
    return row


def speaker_of(connection: Connection, row: int) -> Speaker:
    """The record of a row."""
    name, kind, party, key, reason = connection.execute(
        "SELECT speakers.name, kind, parties.name, speakers.key, reason FROM speakers"
        " LEFT JOIN parties ON parties.row = speakers.party WHERE speakers.row = ?",
        (row,),
    ).fetchone()
    named = None if kind is None else codes.SPEAKER_KIND[kind]
    return Speaker(name=name, kind=named, party=party, key=key, reason=reason)
