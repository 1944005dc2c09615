"""Days as a person asks for them, in the numbers that the ledger orders days by."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from counterclaim.errors import InputError
from counterclaim.ledger.days import first_day

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?", re.ASCII)


def day_from(typed: str, option: str) -> int | None:
    """The first day of a year, month or day as typed; InputError where it is none."""
    return first_day(_days(typed, option)[0].isoformat())


def day_until(typed: str, option: str) -> int | None:
    """The last day of a year, month or day as typed; InputError where it is none."""
    return first_day(_days(typed, option)[1].isoformat())


def _days(typed: str, option: str) -> tuple[date, date]:
    found = _DAY.fullmatch(typed.strip())
    try:
        if found is None:
            raise ValueError(typed)
        year, first, last = int(found[1]), int(found[2] or 1), int(found[2] or 12)
        return date(year, first, int(found[3] or 1)), date(
            year, last, int(found[3] or monthrange(year, last)[1])
        )
    except ValueError as error:
        raise InputError(
            f"{option} {typed}", "it is no day", "Write a year, month or day, such as 2022-02-16"
        ) from error
