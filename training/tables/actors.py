"""Read the actor dictionaries of PETRARCH 2: names with dated codes of state, office and role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDER = Path("petrarch2_actors/petrarch2/data/dictionaries")
_CODE = re.compile(r"\[([A-Z]{3}[A-Z]*)\s*([^\]]*)\]")
_PIVOT = 15  # the dictionaries end in 2014: a year of two digits from here on is of the last century


@dataclass
class Office:
    """A code with the dates, ISO 8601, between which it holds; None where it is open."""

    code: str
    since: str | None
    until: str | None


@dataclass
class Actor:
    """Names as the dictionary writes them (capitals, underscores), the first being the main one."""

    names: list[str]
    person: bool
    offices: list[Office] = field(default_factory=list)


def actors(shared: Path, name: str) -> Iterator[Actor]:
    """The entries of one dictionary ("Phoenix.Countries.actors.txt")."""
    current: Actor | None = None
    for raw in (
        (shared / "corpora" / FOLDER / name).read_text(encoding="utf-8", errors="replace").splitlines()
    ):
        line, _, comment = raw.partition("#")
        head = _CODE.split(line, maxsplit=1)[0].strip()
        if head and not raw.startswith("+"):
            if current:
                yield current
            current = Actor([head], person="CountryInfo" in comment or "rulers" in comment)
        elif head and current:
            current.names.append(head.lstrip("+"))
        if current:
            current.offices.extend(_offices(line))
    if current:
        yield current


def _offices(line: str) -> Iterator[Office]:
    for code, dates in _CODE.findall(line):
        since = until = None
        if dates.startswith(">"):
            since = _date(dates[1:])
        elif dates.startswith("<"):
            until = _date(dates[1:])
        elif "-" in dates:
            since, until = map(_date, dates.split("-", 1))
        yield Office(code, since, until)


def _date(digits: str) -> str | None:
    """ISO 8601 from yymmdd or yyyymmdd; None for anything else."""
    digits = digits.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (6, 8):
        return None
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= _PIVOT else "20") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None
