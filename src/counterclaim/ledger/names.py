"""Names of speakers and parties, as a person may type a part of them."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.tokens import tokens

_BY_WORD = "SELECT speaker FROM speaker_words WHERE word = ?"
_BY_START = "SELECT speaker FROM speaker_words WHERE word >= ? AND word < ? || char(1114111)"


def name_words(name: str | None, key: str | None) -> set[str]:
    """The words under which a speaker is found: those of the name as written and of its folded key."""
    return {*tokens(name or ""), *tokens(key or "")}


def party_key(name: str) -> str:
    """The name of a party in small letters, without accents."""
    return " ".join(tokens(name))


def speakers_named(connection: Connection, name: str) -> list[int]:
    """Rows of the speakers who have all words of a name; where there are none, words that begin so count."""
    words = sorted(set(tokens(name)))
    if not words:
        return []
    whole = _all_of([_rows(connection, _BY_WORD, word) for word in words])
    return whole or _all_of([_rows(connection, _BY_START, word, word) for word in words])


def speakers_beginning(connection: Connection, name: str) -> list[int]:
    """Rows of the speakers of whose names each word typed is a word or the beginning of one."""
    words = sorted(set(tokens(name)))
    return _all_of([_rows(connection, _BY_START, word, word) for word in words]) if words else []


def parties_named(connection: Connection, name: str) -> list[int]:
    """Rows of the parties of just this name; where there are none, of those with its words or beginnings."""
    key = party_key(name)
    words = key.split()
    if not words:
        return []
    parties = connection.execute("SELECT row, key FROM parties ORDER BY row").fetchall()
    ways = (
        lambda held: held == key,
        lambda held: set(words) <= set(held.split()),
        lambda held: all(any(word.startswith(typed) for word in held.split()) for typed in words),
    )
    return next((rows for way in ways if (rows := [row for row, held in parties if way(held)])), [])


def _rows(connection: Connection, query: str, *values: str) -> set[int]:
    return {row for (row,) in connection.execute(query, values)}


def _all_of(found: list[set[int]]) -> list[int]:
    return sorted(set.intersection(*found))
