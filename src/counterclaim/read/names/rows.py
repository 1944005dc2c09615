"""The packaged table of names, a line for each alias."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from counterclaim.errors import ModelError
from counterclaim.model.meaning import SpeakerKind

_TABLE = "names.tsv.gz"


class Sort(StrEnum):
    """What an alias is: finer than the kind of speaker."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    REGION = "region"
    ORGANISATION = "organisation"
    GROUP = "group"
    OUTLET = "outlet"
    PERSON = "person"
    POLITICIAN = "politician"
    CANDIDATE = "candidate"


KINDS: Mapping[Sort, SpeakerKind] = {
    Sort.STATE: SpeakerKind.STATE,
    Sort.ADJECTIVE: SpeakerKind.STATE,
    Sort.PEOPLE: SpeakerKind.GROUP,
    Sort.CAPITAL: SpeakerKind.STATE,
    Sort.REGION: SpeakerKind.STATE,
    Sort.ORGANISATION: SpeakerKind.ORGANISATION,
    Sort.GROUP: SpeakerKind.GROUP,
    Sort.OUTLET: SpeakerKind.OUTLET,
    Sort.PERSON: SpeakerKind.PERSON,
    Sort.POLITICIAN: SpeakerKind.PERSON,
    Sort.CANDIDATE: SpeakerKind.PERSON,
}


@dataclass(frozen=True, slots=True)
class Row:
    """An alias: dates are ISO 8601, empty where open; an acronym counts in capitals only."""

    key: str
    sort: Sort
    name: str
    party: str | None
    since: str
    until: str
    acronym: bool

    @property
    def kind(self) -> SpeakerKind:
        """What sort of speaker bears the name."""
        return KINDS[self.sort]

    def fits(self, words: str) -> bool:
        """Whether words are written as a name is: "WHO", not "who"; "Shell", not "shell"."""
        bare = words.strip().removeprefix("the ").removeprefix("The ")
        if self.acronym:
            return bare.replace(".", "").removesuffix("'s").removesuffix("’s").isupper()
        return any(char.isupper() for char in bare) or not bare.isascii()


def packaged_rows() -> dict[str, str]:
    """Lines of the packaged table by key, several of one key joined by ends of line.

    Raises ModelError where the table is missing or damaged.
    """
    table = files("counterclaim.read") / "tables" / _TABLE
    try:
        text = gzip.decompress(table.read_bytes()).decode()
    except (OSError, EOFError, ValueError) as error:
        raise ModelError(
            str(table), f"the table of names cannot be read ({error})", "Install counterclaim again."
        ) from error
    rows: dict[str, str] = {}
    for line in text.split("\n"):
        key, _, rest = line.partition("\t")
        rows[key] = f"{rows[key]}\n{rest}" if key in rows else rest
    return rows


def row_of(key: str, line: str) -> Row:
    """One line, without its key, as a row."""
    sort, name, party, since, until, acronym = line.split("\t")
    return Row(key, Sort(sort), name, party or None, since, until, acronym == "1")
