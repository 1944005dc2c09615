"""Names known beforehand: states, people, bodies, seats of power, persons in office; and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.fold import fold
from counterclaim.read.names.rows import Row, Sort, packaged_rows, row_of
from counterclaim.read.names.userfile import user_rows

_PRESENT = "9999"  # later than every date: asks for the latest office where no day is given
_REMEMBERED = 20_000  # look-ups kept; a document asks for the same few names again and again


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: the one a reader would list, what it is, whom it speaks for, and its folded key.

    `sort` tells a capital or people from the state they stand for; `party` is None
    where it speaks for nobody in particular.
    """

    name: str
    kind: SpeakerKind
    party: str | None
    key: str
    sort: Sort


@dataclass(frozen=True, eq=False)
class Aliases:
    """Known names by folded key; later tables win over earlier ones.  Nothing changes after loading."""

    tables: tuple[Mapping[str, str], ...] = field(repr=False)

    @staticmethod
    def packaged() -> Aliases:
        """The names that come with the program, read once.

        Raises ModelError where the table is missing or damaged.
        """
        return _packaged()

    def with_file(self, path: Path) -> Aliases:
        """These names and those of a user's CSV file, which win.

        Raises MissingInput, UnreadableInput, NotText or MalformedRecord (with the line and what to do).
        """
        return replace(self, tables=(*self.tables, user_rows(path)))

    def find(self, words: str, on: str | None = None) -> Entry | None:
        """Look up a whole name, on a day (ISO 8601) if given.

        None where it is unknown or several may be meant.
        """
        rows = [row for row in self._rows(fold(words)) if row.fits(words)]
        rows = _in_office(rows, on)
        if not rows or len({row.name for row in rows}) > 1:
            return None
        row = rows[0]
        if row.sort is Sort.ADJECTIVE:
            return None
        return Entry(row.name, row.kind, row.party, fold(row.name), row.sort)

    def adjective(self, word: str) -> str | None:
        """The state of "Russian", "US" or "South Korean"; None for other words."""
        for row in self._rows(fold(word)):
            if row.fits(word) and (row.sort is Sort.ADJECTIVE or (row.sort is Sort.STATE and row.acronym)):
                return row.party
        return None

    def _rows(self, key: str) -> list[Row]:
        for table in reversed(self.tables):
            if key in table:
                return _parsed(key, table[key])
        return []


@cache
def _packaged() -> Aliases:
    return Aliases((packaged_rows(),))


@lru_cache(maxsize=_REMEMBERED)
def _parsed(key: str, lines: str) -> list[Row]:
    return [row_of(key, line) for line in lines.split("\n")]


def _in_office(rows: Iterable[Row], on: str | None) -> list[Row]:
    """Rows that hold on the day: an office before a party; without a day the latest office."""
    dated = [row for row in rows if row.since or row.until]
    undated = [row for row in rows if not row.since and not row.until]
    if on is not None:
        held = [row for row in dated if row.since <= on <= (row.until or _PRESENT)]
        return held or undated or [replace(row, party=None) for row in dated]
    dated = [
        row for row in dated if row.sort is not Sort.CANDIDATE
    ]  # a campaign means nothing without its time
    latest = max((row.until or _PRESENT for row in dated), default="")
    return [row for row in dated if (row.until or _PRESENT) == latest] or undated
